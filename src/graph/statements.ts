/** One report's extraction as statements. */
import { basename } from 'node:path';
import type { Statement } from '../../schema/statement.js';
import type { Basis, Extraction, Period, Range, Report, Span } from '../model.js';
import { collector, hash } from './collect.js';

/**
 * Everything one report gave, as statements from which it can be rebuilt: header, sections, the sentences that hold
 * something, entities with aliases, mentions and the judgements that merged them, observations, milestones, relations, warnings.
 * @param report the parsed document
 * @param extraction what was read out of it
 * @returns statements without duplicates, in no order; the log sorts them
 */
export function toStatements(report: Report, extraction: Extraction): Statement[] {
  const { id } = report.header;
  const { add, statements } = collector(report);
  const span = (r: Range): Span => ({ start: r.start, end: r.end, text: report.text.slice(r.start, r.end) });
  const sectionId = (index: number): string => hash(id, 'section', index);
  const sentenceAt = sentenceFinder(report);

  /** Adds the sentence a span starts in; gives its id. */
  function sentence(range: Range): string {
    const found = sentenceAt(range.start);
    const sid = hash(id, 'sentence', found.start, found.end);
    const qualifiers = { section: sectionId(found.section) };
    return add({ id: sid, entity: sid, property: 'sentence', value: null, span: span(found), qualifiers });
  }
  const fact = (f: { id: string; evidence: Span; rule: string }) => ({
    id: f.id,
    original: f.evidence.text,
    span: f.evidence,
    rule: f.rule,
  });

  const { division, period, source } = report.header;
  add({
    entity: id,
    property: 'report',
    value: report.header.title,
    span: report.titleRange && span(report.titleRange),
    qualifiers: {
      issuer: report.header.issuer,
      division: division?.name ?? null,
      divisionCode: division?.code ?? null,
      date: report.header.date,
      ...flat(period),
      // The folder a file lay in is no part of what it says: the log is the same wherever it was built.
      file: basename(source.file),
      sha256: source.sha256,
      encoding: source.encoding,
    },
  });
  for (const s of report.sections) {
    const { index, level, standing, start, end } = s;
    const parent = s.parent === null ? null : sectionId(s.parent);
    const heading = s.heading && span(s.heading);
    const qualifiers = { index, level, parent, standing, ...flat(s.period), start, end };
    const sid = sectionId(index);
    add({
      id: sid,
      entity: sid,
      property: 'section',
      value: heading?.text ?? null,
      span: heading,
      qualifiers,
    });
  }
  for (const w of extraction.warnings) {
    const qualifiers = { message: w.message, sentence: w.span && sentence(w.span) };
    add({ entity: id, property: 'warning', value: w.code, span: w.span, qualifiers });
  }

  const bases = basisOfUnnamed(extraction);
  for (const e of extraction.entities) {
    const about = {
      entity: e.id,
      rule: e.rule,
      basis: e.mentions.length > 0 ? 'stated' : bases(e.id),
    } as const;
    const { type, group, size } = e;
    add({ ...about, property: 'name', value: e.name, qualifiers: { type, group, size } });
    for (const value of e.aliases) add({ ...about, property: 'alias', value });
    for (const [key, value] of Object.entries(e.attributes)) {
      add({ ...about, property: 'attribute', value, qualifiers: { key } });
    }
    for (const m of e.mentions) {
      const qualifiers = { sentence: sentence(m) };
      add({ ...about, property: 'mention', value: m.text, original: m.text, span: m, qualifiers });
    }
  }
  for (const j of extraction.judgements ?? []) {
    const qualifiers = { type: j.type, name: j.name, reasons: j.reasons.join(' ') };
    add({ id: j.id, entity: j.entity, property: 'judgement', value: j.form, rule: 'resolve', qualifiers });
  }
  for (const o of extraction.observations) {
    const { indicator, valueMax, unit, measure, status, approx, scope } = o;
    const numbers = { valueMax, unit, measure, status, approx, scope, ...flat(o.period) };
    const qualifiers = { indicator, ...numbers, sentence: sentence(o.evidence) };
    add({
      ...fact(o),
      entity: o.subject,
      property: 'observation',
      value: o.value,
      original: o.raw,
      qualifiers,
    });
  }
  for (const m of extraction.milestones) {
    const qualifiers = { status: m.status, date: m.date, sentence: sentence(m.evidence) };
    add({ ...fact(m), entity: m.entity, property: 'milestone', value: m.stage, qualifiers });
  }
  for (const r of extraction.relations) {
    const qualifiers = { role: r.role, status: r.status, sentence: sentence(r.evidence) };
    add({ ...fact(r), entity: r.source, property: r.type, value: r.target, basis: r.basis, qualifiers });
  }
  return statements();
}

const flat = (period: Period | null) => ({
  periodStart: period?.start ?? null,
  periodEnd: period?.end ?? null,
});

/** Tells how an entity that no sentence names is known: by the report's form, or only by a rule outside the text. */
function basisOfUnnamed(extraction: Extraction): (entity: string) => Basis {
  const linked = new Set<string>();
  const inText = new Set([...extraction.observations.map((o) => o.subject)]);
  for (const m of extraction.milestones) inText.add(m.entity);
  for (const r of extraction.relations) {
    for (const end of [r.source, r.target]) (r.basis === 'inferred' ? linked : inText).add(end);
  }
  return (entity) => (linked.has(entity) && !inText.has(entity) ? 'inferred' : 'implied');
}

/** Finds the sentence at an offset; a place outside every sentence (a title, page furniture) gets its whole line. */
function sentenceFinder({ text, sentences }: Report): (at: number) => Range & { section: number } {
  return (at) => {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const found = sentences[low];
    if (found && found.start <= at) return found;
    const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const end = text.indexOf('\n', at);
    return { start, end: end < 0 ? text.length : end, section: 0 };
  };
}
