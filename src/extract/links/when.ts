/** When a stage is reached: done or hoped for, and its day. */
import type { Range } from '../../model.js';
import type { Context, DateAtom } from '../context.js';
import { statusAt } from '../standing.js';

/**
 * Status and date of a stage word.
 * @param hit the stage word
 * @param clause the clause it stands in
 * @returns date: the stated day, or the last day of a stated month, quarter, year or deadline, ISO; null where none is stated
 */
export function stageTime(
  context: Context,
  hit: Range,
  clause: Range,
): { status: 'actual' | 'target'; date: string | null } {
  const atom = nearest(context.dates, hit, clause);
  const date = atom?.period?.end ?? null;
  const told = context.report.header.date;
  // A deadline past the day of the report is hoped for, whatever the section speaks of.
  const ahead = told !== null && atom?.period != null && atom.kind === 'by' && atom.period.end > told;
  const status = ahead || statusAt(context, hit.start) !== 'actual' ? 'target' : 'actual';
  return { status, date };
}

/** The last date before the word in its clause, else the first behind it. */
function nearest(dates: DateAtom[], hit: Range, clause: Range): DateAtom | undefined {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DateAtom).start < clause.start) low = middle + 1;
    else high = middle;
  }
  let before: DateAtom | undefined;
  for (let k = low; k < dates.length; k++) {
    const atom = dates[k] as DateAtom;
    if (atom.end > clause.end) break;
    if (atom.start >= hit.end) return before ?? atom;
    if (atom.kind !== 'asOf') before = atom;
  }
  return before;
}
