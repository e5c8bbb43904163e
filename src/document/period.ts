/** The stretch of time that a document reports on, or plans. */
import type { Period } from '../model.js';
import { findStretches, type Stretch } from './dates.js';
import type { Clock } from './standing.js';
import type { Title } from './title.js';

export interface PeriodEvidence {
  title: Title | null;
  /** Words of the main headings, in order. */
  headings: string[];
  /** First words of the body, for reports whose title names no time. */
  opening: string;
  date: string | null;
  /** True for a report given to a congress (各位代表). */
  isSpeech: boolean;
}

const bare = ({ start, end }: Period): Period => ({ start, end });
const days = ({ start, end }: Period) => Date.parse(end) - Date.parse(start);
const longest = (stretches: Stretch[]) =>
  stretches.reduce<Stretch | null>((best, s) => (best === null || days(s) > days(best) ? s : best), null);

/**
 * Decides the period of a document.
 * A yearly report given early in a year is on the year before, and on five years where title or first heading names them
 * beside it; other reports are on what the title names first; plans cover what they plan.
 */
export function findPeriod(evidence: PeriodEvidence): Clock {
  const { title, headings, opening, date, isSpeech } = evidence;
  const words = title?.words ?? '';
  const titleYear = /(?:19|20)\d\d(?=年)/.exec(words)?.[0];
  const year = date !== null ? Number(date.slice(0, 4)) : titleYear !== undefined ? Number(titleYear) : null;
  const early = date === null || Number(date.slice(5, 7)) <= 6;
  const lastYear = year === null ? null : early && (isSpeech || date !== null) ? year - 1 : year;
  const isPlan = title?.kind === 'plan' || title?.kind === 'act';
  const named = findStretches(words, year, lastYear);
  const clock = (period: Period | null): Clock => ({
    period: period && bare(period),
    year,
    lastYear,
    isPlan,
  });

  if (isSpeech && !isPlan && isYearly(named, year)) {
    const first = findStretches(headings[0] ?? '', year, lastYear).filter(
      (s) => lastYear === null || Number(s.end.slice(0, 4)) <= Math.max(lastYear, year ?? 0),
    );
    const found = longest(first);
    if (found) return { ...clock(found), lastYear: Number(found.end.slice(0, 4)) };
    return clock(lastYear === null ? null : { start: `${lastYear}-01-01`, end: `${lastYear}-12-31` });
  }
  const [first] = named;
  if (first) return { ...clock(first), lastYear: Number(first.end.slice(0, 4)) };
  if (title?.kind === 'act' || title?.kind === 'notice') return clock(null);
  const inHeading = findStretches(headings[0] ?? '', year, lastYear)[0];
  if (inHeading) return { ...clock(inHeading), lastYear: Number(inHeading.end.slice(0, 4)) };
  if (isPlan) return clock(year === null ? null : { start: `${year}-01-01`, end: `${year}-12-31` });
  const inOpening = findStretches(opening, year, lastYear).find((s) => date === null || s.start <= date);
  if (!inOpening) return clock(null);
  // 今年以来 reaches up to the day of the report.
  const period = date !== null && inOpening.end > date ? { start: inOpening.start, end: date } : inOpening;
  return clock(period);
}

/** A title without a time, or with the year in which the report is given (2026年某省政府工作报告). */
function isYearly(named: Stretch[], year: number | null): boolean {
  const [first] = named;
  return (
    first === undefined ||
    (named.length === 1 && first.start === `${year}-01-01` && first.end === `${year}-12-31`)
  );
}
