/** What a heading or the start of a paragraph says of the text under it: review or plan, and of which time. */
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
    return { standing: 'plan', period: named && (ahead || clock.isPlan) ? bare(named) : comingPeriod(clock) };
  }
  if (past.length === 0 || clock.isPlan) return null;
  return reviewTense(past, clock);
}

/** A section on one year and on five counts for the year: the text itself says where it turns to the five. */
function reviewTense(past: Stretch[], clock: Clock): Tense {
  const single = past.find((s) => !s.long) ?? (past[0] as Stretch);
  // 2020年 in a report on three quarters of 2020 means those.
  const within = clock.period && single.start <= clock.period.start && clock.period.end < single.end;
  const inYear = clock.period && clock.period.start.slice(0, 4) === single.start.slice(0, 4);
  return {
    standing: single.long ? 'years' : 'year',
    period: within && inYear && !single.long ? clock.period : bare(single),
  };
}

const bare = ({ start, end }: Period): Period => ({ start, end });

/** `years` for a period of more than a year. */
export function lengthStanding(period: Period | null): Standing {
  if (period === null) return 'none';
  return Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) >= 2 ? 'years' : 'year';
}

const ADDRESS = /^(?:各位(?:代表|委员|同志)[！!，,]?)/;
const TURN =
  /^(?:刚刚|透过|站在|回顾|回望|回首|总结|纵观|在|即将)?(?<time>(?:过去|已经过去|刚过去)?的?(?:(?:19|20)\d\d年?|[“"]?十[一二三四五六七八]五[”"]?(?:时期|期间)?|(?:过去|这|前)的?(?:一年|五年)|[一五]年来|今年以来|去年))/;
/** 四季度，区政府将…; 下一步，我们将…: the text turns to what is to be done. */
const AHEAD =
  /^(?:下一?步|下一?阶段|今后|接下来|下半年|[二三四]季度|明年|未来|展望|新的一年)(?:[，,、]|[^。，,]{0,14}[，,])/;
const STATE =
  /^(?:同时，?|但|当然，?)?(?:我们)?(?:也|还)?(?:在)?(?:肯定|看到|总结|取得)?[^。，,]{0,12}(?:成绩|成绩和经验|经验|发展)?(?:的同时)?[，,]?(?:我们)?(?:也|还)?(?:要)?(?:应)?(?:清醒|深刻|充分)(?:地)?(?:认识|看到|意识)/;

/**
 * Reads how a paragraph begins: where the text itself turns from one year to five, to the problems, or to what comes.
 * @param paragraph its first words
 * @param clock what the header says about time
 * @returns null where it turns nowhere
 */
export function paragraphTense(paragraph: string, clock: Clock): Tense | null {
  const opening = paragraph
    .replace(ADDRESS, '')
    .replace(/^[—–―-]{1,3}/, '')
    .slice(0, 60);
  if (clock.isPlan) return null;
  if (AHEAD.test(opening)) {
    const [named] = findStretches(opening.slice(0, 12), clock.year, clock.lastYear);
    const ahead = named && clock.period && named.start > clock.period.end ? bare(named) : comingPeriod(clock);
    return { standing: 'plan', period: ahead };
  }
  if (STATE.test(opening)) return { standing: 'year', period: lastYearOf(clock) };
  const time = TURN.exec(opening)?.groups?.['time'];
  if (time === undefined) return null;
  const [named] = findStretches(time, clock.year, clock.lastYear);
  if (!named || clock.period === null || named.start > clock.period.end) return null;
  // A year before the period under review is only looked back at.
  if (named.end < clock.period.start) return null;
  return reviewTense([named], clock);
}

/** The last year under review, or the whole of a shorter period. */
function lastYearOf(clock: Clock): Period | null {
  if (clock.period === null || lengthStanding(clock.period) === 'year') return clock.period;
  const year = clock.period.end.slice(0, 4);
  return { start: `${year}-01-01`, end: clock.period.end };
}
