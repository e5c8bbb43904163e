/** What one numeral turned out to be, and how such readings are written down. */
import type { NonFact, Range } from '../../model.js';
import type { Quantity } from '../context.js';
import { boundAfter, boundBefore } from './unit.js';

/** Quantities of one numeral (several for a structure a:b:c), or the reason that it is none. */
export type Reading = { quantities: Quantity[] } | NonFact;

/** A reading of one quantity; no upper end and no bound unless told. */
export const one = (quantity: Omit<Quantity, 'valueMax' | 'approx'> & Partial<Quantity>): Reading => ({
  quantities: [{ valueMax: null, approx: 'exact', ...quantity }],
});
/** A numeral that states no fact. */
export const none = (range: Range, reason: string): NonFact => ({
  start: range.start,
  end: range.end,
  reason,
});

/** The bound from either side of a stretch; the stretch itself stays number and unit. */
export function bounded(
  text: string,
  start: number,
  end: number,
): Pick<Quantity, 'start' | 'end' | 'approx'> {
  const approx = boundAfter(text, end)?.approx ?? boundBefore(text, start) ?? 'exact';
  return { start, end, approx };
}
