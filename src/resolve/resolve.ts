/** The resolve stage: mentions of one report become entities, draft facts become facts between entities. */
import { createHash } from 'node:crypto';
import type { Draft, Entity, Extraction, Ref, Report, Span } from '../model.js';

/** Content-hash id: the first 16 hex digits of SHA-256 over the parts. */
export function hashId(...parts: (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 16);
}

/**
 * @param report the parsed document
 * @param draft what the rules read
 * @returns the extraction in the form of schema/extraction.ts, sorted, every span checked against the text
 */
export function resolveReport(report: Report, draft: Draft): Extraction {
  const span = (r: { start: number; end: number }): Span => ({
    start: r.start,
    end: r.end,
    text: report.text.slice(r.start, r.end),
  });
  const entities = new Map<string, Entity>();
  const ids = draft.mentions.map((m) => {
    const id = hashId(m.type, m.name);
    const entity = entities.get(id) ?? {
      id,
      type: m.type,
      name: m.name,
      aliases: [],
      group: m.group !== undefined,
      size: m.group?.size ?? null,
      attributes: {},
      mentions: [],
      rule: m.rule,
    };
    entity.mentions.push(span(m));
    entities.set(id, entity);
    return id;
  });
  const named = (type: Entity['type'], name: string): string => {
    const id = hashId(type, name);
    if (!entities.has(id)) {
      entities.set(id, {
        id,
        type,
        name,
        aliases: [],
        group: false,
        size: null,
        attributes: {},
        mentions: [],
        rule: 'header',
      });
    }
    return id;
  };
  const at = (ref: Ref): string =>
    typeof ref === 'number'
      ? (ids[ref] as string)
      : ref === 'division'
        ? named('AdminDivision', report.header.division?.name ?? '未知')
        : named('Agency', report.header.issuer ?? '未知');
  const rid = report.header.id;
  const observations = draft.observations.map((o) => {
    const s = report.sentences[o.sentence];
    return {
      id: hashId(rid, 'observation', o.evidence.start, o.evidence.end, o.indicator, o.measure),
      indicator: o.indicator,
      subject: at(o.subject),
      value: o.value,
      valueMax: o.valueMax,
      unit: o.unit,
      raw: report.text.slice(o.evidence.start, o.evidence.end),
      measure: o.measure,
      status: o.status,
      approx: o.approx,
      scope: o.scope,
      period: o.period,
      evidence: span(o.evidence),
      sentence: { start: s?.start ?? o.evidence.start, end: s?.end ?? o.evidence.end },
      rule: o.rule,
    };
  });
  const milestones = draft.milestones.map((m) => ({
    id: hashId(rid, 'milestone', at(m.entity), m.stage, m.evidence.start, m.evidence.end),
    entity: at(m.entity),
    stage: m.stage,
    status: m.status,
    date: m.date,
    evidence: span(m.evidence),
    rule: m.rule,
  }));
  const relations = draft.relations.map((r) => ({
    id: hashId(
      rid,
      'relation',
      r.type,
      at(r.source),
      at(r.target),
      r.evidence.start,
      r.evidence.end,
      r.role ?? '',
    ),
    type: r.type,
    source: at(r.source),
    target: at(r.target),
    role: r.role,
    basis: r.basis,
    status: r.status,
    evidence: span(r.evidence),
    rule: r.rule,
  }));
  return {
    report: report.header,
    entities: [...entities.values()],
    observations,
    milestones,
    relations,
    warnings: report.warnings,
  };
}
