/** When a stage is reached: done or hoped for, and its day. */
import type { Range } from '../../model.js';
import type { Context, DateAtom } from '../context.js';
import { firstFrom } from '../ranges.js';
import { statusAt } from '../standing.js';

/** A word of intent right before the stage word or its date. */
const MEANT =
  /(?:计划|拟|预计|有望|力争|确保|争取)(?:于|在|到)?(?:[0-9０-９一二三四五六七八九十]+[年月日]|[年月]?[底末前中初上下旬内]|、)*$/;

/**
 * Status and date of a stage word.
 * @param hit the stage word
 * @param clause the clause it stands in
 * @param dealt the day dealt out to the thing (分别于6月、9月), else the nearest is taken
 * @returns date: the stated day, or the last day of a stated month, quarter, year or deadline, ISO; null where none is stated
 */
export function stageTime(
  context: Context,
  hit: Range,
  clause: Range,
  dealt?: DateAtom,
): { status: 'actual' | 'target'; date: string | null } {
  const atom = dealt ?? nearest(context.report.text, context.dates, hit, clause);
  const date = atom?.period?.end ?? null;
  const told = context.report.header.date;
  const { period = null, kind } = atom ?? {};
  // A day past that of the report is hoped for, whatever the section speaks of; so is 计划6月竣工.
  const ahead = told !== null && period !== null && (kind === 'on' ? period.start : period.end) > told;
  const meant = MEANT.test(context.report.text.slice(Math.max(clause.start, hit.start - 40), hit.start));
  const status = ahead || meant || statusAt(context, hit.start) !== 'actual' ? 'target' : 'actual';
  return { status, date };
}

/** The last date before the word in its clause, else the first behind it. */
function nearest(text: string, dates: DateAtom[], hit: Range, clause: Range): DateAtom | undefined {
  const next = firstFrom(dates, hit.end);
  for (let k = next - 1; k >= 0 && next - k <= MOST; k--) {
    const atom = dates[k] as DateAtom;
    if (atom.start < clause.start) break;
    // 截至8月底 tells how far the report looks, 8月底 when the thing was reached.
    if (atom.end <= clause.end && text.charAt(atom.start) !== '截') return atom;
  }
  const after = dates[next];
  return after && after.end <= clause.end ? after : undefined;
}

/** Dates looked at before a word. */
const MOST = 8;
