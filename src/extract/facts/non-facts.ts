/** Every numeral that gave no observation, with the reason: the other half of the coverage ledger. */
import type { DraftObservation, Mention, NonFact, Range } from '../../model.js';
import type { Context, DateAtom } from '../context.js';

const TIME_REASONS: Record<DateAtom['kind'], string> = {
  on: 'date or period',
  by: 'deadline',
  asOf: 'date or period',
  against: 'date or period',
};

/**
 * The numerals outside all observations.
 * @param context the reading context, with dates, quantities and masked numerals
 * @param observations the facts read; a numeral under one's evidence is no non-fact
 * @param mentions named things: a numeral inside one is part of a name
 * @returns non-facts in text order
 */
export function listNonFacts(
  context: Context,
  observations: DraftObservation[],
  mentions: Mention[] = [],
): NonFact[] {
  const digits = /[\d０-９一二三四五六七八九十百千万亿两]/;
  const dates = context.dates
    .filter((d) => digits.test(context.report.text.slice(d.start, d.end)))
    .map((d) => ({ start: d.start, end: d.end, reason: TIME_REASONS[d.kind] }));
  const quantities = context.quantities.map((q) => ({
    start: q.start,
    end: q.end,
    reason: 'nothing said that it measures',
  }));
  const used = cover(observations.map((o) => o.evidence));
  const named = cover(mentions);
  return [...dates, ...context.masked, ...quantities]
    .filter((n) => !used(n))
    .map((n) => (n.reason !== 'date or period' && named(n) ? { ...n, reason: 'number inside a name' } : n))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Tells whether a range overlaps any of the given ones, by binary search over their merged form. */
function cover(ranges: Range[]): (range: Range) => boolean {
  const merged: Range[] = [];
  for (const r of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && r.start <= last.end) last.end = Math.max(last.end, r.end);
    else merged.push({ start: r.start, end: r.end });
  }
  return (range) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle] as Range).end <= range.start) low = middle + 1;
      else high = middle;
    }
    const hit = merged[low];
    return hit !== undefined && hit.start < range.end;
  };
}
