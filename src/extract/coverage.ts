/** The coverage ledger: every numeral of a text with the fact it gave, or the reason it gave none. */
import type { Draft, Range, Report } from '../model.js';

/** One entry of the ledger. */
export interface LedgerRow extends Range {
  text: string;
  /** What the numeral states; null where it states nothing. */
  fact: { indicator: string; value: number; unit: string } | null;
  /** Why it states nothing; null for a fact, and for a numeral that was overlooked. */
  reason: string | null;
}

const NUMERAL =
  /[0-9０-９](?:[0-9０-９]|[.,．](?=[0-9０-９]))*|[〇零一二三四五六七八九十百千万亿两]+|[\u2160-\u217f\u2460-\u249b]+/g;

/**
 * @param report the parsed document
 * @param draft what was read out of it
 * @returns rows in text order; a row with neither fact nor reason is a numeral overlooked
 */
export function ledger(report: Report, draft: Draft): LedgerRow[] {
  const { text } = report;
  const rows: LedgerRow[] = draft.observations.map((o) => ({
    ...span(o.evidence, text),
    fact: { indicator: o.indicator, value: o.value, unit: o.unit },
    reason: null,
  }));
  for (const n of draft.nonFacts) rows.push({ ...span(n, text), fact: null, reason: n.reason });
  rows.sort((a, b) => a.start - b.start || a.end - b.end);
  return [...rows, ...overlooked(text, rows)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const span = (r: Range, text: string) => ({ start: r.start, end: r.end, text: text.slice(r.start, r.end) });

/** Numerals, or parts of one, that no row covers. */
function overlooked(text: string, rows: LedgerRow[]): LedgerRow[] {
  const found: LedgerRow[] = [];
  let next = 0;
  for (const m of text.matchAll(NUMERAL)) {
    const end = m.index + m[0].length;
    let at = m.index;
    while (next < rows.length && (rows[next] as LedgerRow).end <= at) next++;
    for (let i = next; at < end && (rows[i]?.start ?? end) <= at; i++)
      at = Math.max(at, (rows[i] as LedgerRow).end);
    if (at < end) found.push({ ...span({ start: at, end }, text), fact: null, reason: null });
  }
  return found;
}
