/** Draft facts become facts between entities: ends by id, spans checked, a fact said twice at one place kept once. */
import { RELATION_TYPES } from '../../schema/ontology.js';
import type { Draft, Entity, Milestone, Observation, Range, Ref, Relation, Report, Span } from '../model.js';
import { hashId } from './identity.js';

interface Ends {
  report: Report;
  draft: Draft;
  /** Entity id of what a draft fact hangs on. */
  at: (ref: Ref) => string;
  span: (range: Range) => Span;
}

/** Rows by id, so that a fact of the same type, ends and evidence stands once; in text order. */
function once<T extends { id: string; evidence: Span }>(rows: T[]): T[] {
  const byId = new Map<string, T>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()].sort(
    (a, b) =>
      a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end || (a.id < b.id ? -1 : 1),
  );
}

/** Numbers. */
export function buildObservations({ report, draft, at, span }: Ends): Observation[] {
  return once(
    draft.observations.map((o) => {
      const sentence = report.sentences[o.sentence] ?? o.evidence;
      const evidence = span(o.evidence);
      const subject = at(o.subject);
      return {
        id: hashId(
          report.header.id,
          'observation',
          evidence.start,
          evidence.end,
          o.indicator,
          o.measure,
          subject,
        ),
        indicator: o.indicator,
        subject,
        value: o.value,
        valueMax: o.valueMax,
        unit: o.unit,
        raw: evidence.text,
        measure: o.measure,
        status: o.status,
        approx: o.approx,
        scope: o.scope,
        period: o.period,
        evidence,
        sentence: { start: sentence.start, end: sentence.end },
        rule: o.rule,
      };
    }),
  );
}

/** Stages. */
export function buildMilestones({ report, draft, at, span }: Ends): Milestone[] {
  return once(
    draft.milestones.map((m) => {
      const evidence = span(m.evidence);
      const entity = at(m.entity);
      const { stage, status, date, rule } = m;
      const id = hashId(report.header.id, 'milestone', entity, stage, evidence.start, evidence.end);
      return { id, entity, stage, status, date, evidence, rule };
    }),
  );
}

/** Relations; one whose ends turned out to be the same thing, or of types that the relation does not join, is no fact. */
export function buildRelations({ report, draft, at, span }: Ends, entities: readonly Entity[]): Relation[] {
  const typeOf = new Map(entities.map((e) => [e.id, e.type]));
  const fits = (r: Relation) => {
    const [from, to] = [typeOf.get(r.source), typeOf.get(r.target)];
    const { from: sources, to: targets } = RELATION_TYPES[r.type];
    return r.source !== r.target && from && to && sources.includes(from) && targets.includes(to);
  };
  return once(
    draft.relations.map((r) => {
      const evidence = span(r.evidence);
      const [source, target] = [at(r.source), at(r.target)];
      const { type, role, basis, status, rule } = r;
      const id = hashId(report.header.id, 'relation', type, source, target, evidence.start, evidence.end);
      return { id, type, source, target, role, basis, status, evidence, rule };
    }),
  ).filter(fits);
}
