/** Where the running text itself turns to another time: from one year to five, to the problems, to what comes. */
import type { Period } from '../model.js';
import { findStretches } from './dates.js';
import { bare, type Clock, comingPeriod, lengthStanding, reviewTense, type Tense } from './standing.js';

export interface Turn {
  /** Offset in the paragraph of the sentence that turns. */
  at: number;
  tense: Tense;
  /** True where only the rest of the paragraph is meant (下一步，… inside an item). */
  within: boolean;
}

/** Sentences of a paragraph that are looked at for a turn to several years. */
const SENTENCES = 6;
const LEAD = /^(?:各位(?:代表|委员|同志)[！!，,]?|[—–―-]{1,3})/;
const PLAN_NAME = '[“"]?十[一二三四五六七八]五[”"]?';
/** 五年来, 回望“十四五”, “十四五”时期: a stretch of years opens the sentence. */
const LONG = new RegExp(
  `^(?:[^。，,]{0,12}(?:回顾|回望|回首|纵观))?(?<time>${PLAN_NAME}(?:时期|期间|以来)|(?<=[顾望首观])${PLAN_NAME}|${PLAN_NAME}(?=[，,])|(?:过去|这|前)的?五年|五年来)`,
);
const YEAR =
  /^(?:刚刚过去的|过去的|回顾|回望)?(?<time>(?:过去|这)的?一年|一年来|今年以来|(?:19|20)\d\d年(?=是|来|，|,|我|全|极))/;
/** 四季度，区政府将…; 下一步，我们将…: the text turns to what is to be done. */
const AHEAD =
  /^(?:下一?步|下一?阶段|接下来|今后(?=[，,一几五三的])|展望(?=未来|明年|今后|下|[“"\d])|未来(?=[，,一几五三])|新的一年|(?<dated>下半年|第?[二三四]季度|明年|来年))[^。，,]{0,14}[，,]/;
/** 在肯定成绩的同时，我们也清醒地认识到: the state of things now. */
const STATE =
  /^[^。，,]{0,24}(?:的同时)?[，,]?(?:我们)?(?:[也还更要应该必须]{0,3})(?:清醒|深刻|充分|客观|冷静)地?(?:认识|看到|意识)/;

/**
 * Reads where a paragraph turns.
 * @param paragraph its words
 * @param clock what the header says about time
 * @param item true for a numbered item, which turns only within itself
 */
export function findTurns(paragraph: string, clock: Clock, item: boolean): Turn[] {
  if (clock.isPlan || clock.period === null) return [];
  const turns: Turn[] = [];
  let at = 0;
  for (let n = 0; n < SENTENCES && at < paragraph.length; n++) {
    const rest = paragraph.slice(at, at + 80);
    const skip = LEAD.exec(rest)?.[0].length ?? 0;
    const words = rest.slice(skip);
    const ahead = aheadTense(words, clock);
    if (ahead) turns.push({ at, tense: ahead, within: item || n > 0 });
    else if (!item) {
      const tense = pastTense(words, clock, n === 0);
      if (tense) turns.push({ at, tense, within: false });
    }
    const stop = paragraph.indexOf('。', at);
    if (stop < 0) break;
    at = stop + 1;
  }
  return turns;
}

function aheadTense(words: string, clock: Clock): Tense | null {
  const m = AHEAD.exec(words);
  if (!m || clock.period === null) return null;
  const [named] = findStretches(m[0], clock.year, clock.lastYear);
  const later = named !== undefined && named.start > clock.period.end;
  if (m.groups?.['dated'] !== undefined && !later) return null;
  return { standing: 'plan', period: later ? bare(named) : comingPeriod(clock) };
}

function pastTense(words: string, clock: Clock, first: boolean): Tense | null {
  if (first && STATE.test(words)) return { standing: 'year', period: lastYearOf(clock) };
  const long = LONG.exec(words)?.groups?.['time'];
  const time = long ?? (first ? YEAR.exec(words)?.groups?.['time'] : undefined);
  if (time === undefined || clock.period === null) return null;
  const [named] = findStretches(time, clock.year, clock.lastYear);
  if (!named || named.start > clock.period.end) return null;
  // Of single years only the one under review is told about at length; others are looked back at.
  if (!named.long && named.end < (lastYearOf(clock) as Period).start) return null;
  return reviewTense([named], clock);
}

/** The last year under review, or the whole of a shorter period. */
function lastYearOf(clock: Clock): Period | null {
  if (clock.period === null || lengthStanding(clock.period) === 'year') return clock.period;
  const year = clock.period.end.slice(0, 4);
  return { start: `${year}-01-01`, end: clock.period.end };
}
