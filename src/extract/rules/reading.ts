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

/**
 * The bound from either side of a stretch; the stretch itself stays number and unit.
 * @param part the number is a part of something, whose name may stand between bound and number
 *   (超过全球一半, 不超过投资额30%)
 */
export function bounded(
  text: string,
  start: number,
  end: number,
  part: 'none' | 'percent' | 'fraction' = 'none',
): Pick<Quantity, 'start' | 'end' | 'approx'> {
  const near = boundAfter(text, end)?.approx ?? boundBefore(text, start);
  return { start, end, approx: near ?? (part === 'none' ? null : farBound(text, start, part)) ?? 'exact' };
}

const FARTHEST = 8;

function farBound(text: string, start: number, part: 'percent' | 'fraction'): Quantity['approx'] | null {
  for (let at = start; at > start - FARTHEST && /[\u4e00-\u9fff]/.test(text[at - 1] ?? ''); ) {
    const bound = boundBefore(text, --at, 2);
    if (bound) return part === 'fraction' || bound === 'atMost' || bound === 'atLeast' ? bound : null;
  }
  return null;
}
