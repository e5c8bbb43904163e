/** What a heading says of the text under it: review or plan, and of which time. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Period, Standing } from '../model.js';
import { findStretches, type Stretch } from './dates.js';

/** What the header says about time; headings are read against it. */
export interface Clock {
  /** The period under review, or of a plan the period that it plans. */
  period: Period | null;
  /** Year of the report's day: what 今年 means. */
  year: number | null;
  /** Last year under review: where 过去五年 ends. */
  lastYear: number | null;
  /** True for a document that sets tasks throughout. */
  isPlan: boolean;
}

export interface Tense {
  standing: Standing;
  period: Period | null;
}

type Word = 'review' | 'plan' | 'state';

let words: { pattern: RegExp; kinds: Map<string, Word> } | undefined;

function load() {
  if (words) return words;
  const rows = readLexicon(
    'section-standing',
    z.object({ word: z.string().min(1), standing: z.enum(['review', 'plan', 'state']) }),
  );
  const all = rows.map((row) => row.word).sort((a, b) => b.length - a.length);
  words = {
    pattern: new RegExp(all.join('|'), 'g'),
    kinds: new Map(rows.map((row) => [row.word, row.standing])),
  };
  return words;
}

const dayAfter = (iso: string) => new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);

/** The rest of the year behind the period under review; the next year when that one is over. */
export function comingPeriod(clock: Clock): Period | null {
  if (clock.isPlan) return clock.period;
  if (clock.period === null)
    return clock.year === null ? null : { start: `${clock.year}-01-01`, end: `${clock.year}-12-31` };
  const start = dayAfter(clock.period.end);
  return { start, end: `${start.slice(0, 4)}-12-31` };
}

/**
 * Reads a heading.
 * @param heading its words
 * @param clock what the header says about time
 * @returns null where the heading says nothing of time or standing
 */
export function headingTense(heading: string, clock: Clock): Tense | null {
  const stretches = findStretches(heading, clock.year, clock.lastYear);
  const kinds = new Set<Word>();
  const { pattern, kinds: table } = load();
  for (const m of heading.matchAll(pattern)) kinds.add(table.get(m[0]) as Word);
  const reviewEnd = clock.isPlan ? null : (clock.period?.end ?? null);
  const ahead = stretches.find((s) => reviewEnd !== null && s.start > reviewEnd);
  const past = stretches.filter((s) => reviewEnd === null || s.start <= reviewEnd);
  if (kinds.has('review') && past.length > 0 && !(ahead && ahead.at < (past[0] as Stretch).at))
    return reviewTense(past, clock);
  if (ahead && !kinds.has('review')) return { standing: 'plan', period: bare(ahead) };
  if (kinds.has('review') || (kinds.has('state') && !kinds.has('plan'))) {
    if (clock.isPlan && stretches.length === 0) return null;
    return past.length > 0
      ? reviewTense(past, clock)
      : { standing: lengthStanding(clock.period), period: clock.period };
  }
  if (kinds.has('plan')) {
    const named = stretches.find((s) => !clock.isPlan || s.long || stretches.length === 1);
    // 2024年重点工作 under a title of 2024 plans 2024.
    const same = named && named.start === clock.period?.start && named.end === clock.period.end;
    const own = named && (ahead || clock.isPlan || same);
    return { standing: 'plan', period: own ? bare(named) : comingPeriod(clock) };
  }
  if (past.length === 0 || clock.isPlan) return null;
  return reviewTense(past, clock);
}

/** The tense of past stretches. A section on one year and on five counts for the year: the text itself says where it turns to the five. */
export function reviewTense(past: Stretch[], clock: Clock): Tense {
  const single = past.find((s) => !s.long) ?? (past[0] as Stretch);
  // 2020年 in a report on three quarters of 2020 means those.
  const within = clock.period && single.start <= clock.period.start && clock.period.end < single.end;
  const inYear = clock.period && clock.period.start.slice(0, 4) === single.start.slice(0, 4);
  return {
    standing: single.long ? 'years' : 'year',
    period: within && inYear && !single.long ? clock.period : bare(single),
  };
}

export const bare = ({ start, end }: Period): Period => ({ start, end });

/** `years` for a period of more than a year. */
export function lengthStanding(period: Period | null): Standing {
  if (period === null) return 'none';
  return Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) >= 2 ? 'years' : 'year';
}
