/** Days, months, quarters and years as written, one grammar rule each. */
import { wordAt } from './date-word.js';
import { parseChinese } from './numeral.js';

/** A year head, or a part of a year, read at an offset. */
export interface Piece {
  end: number;
  from: string;
  to: string;
  rule: string;
  /** A stretch up to this day, so that stocks at its end fall into it (9月末). */
  upTo?: boolean;
}

export const B = '[ \\u00a0\\u3000]?';
const YEAR = `(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})`;
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?![\\d.])`;
const DAY = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?!\\d)`;
const TO = `${B}(?:—{1,2}|-{1,2}|–|~|～|－|−|至|到)${B}`;
export const sticky = (source: string) => new RegExp(source, 'y');
export const YEAR_HEAD = sticky(`(${YEAR})${B}年(?:度(?!假))?`);
export const YEAR_RANGE = sticky(`(${YEAR})${B}(?:年(?:度)?)?${TO}(${YEAR})${B}年(?:度)?`);
const FULL_DATE = sticky(`(${YEAR})${B}年${B}(${MONTH})${B}月${B}(${DAY})${B}[日号]`);
const MONTH_DAY = sticky(`(${MONTH})${B}月${B}(${DAY})${B}(?:日|号(?!楼|线|院|地))`);
const MONTHS = sticky(`(${MONTH})${B}(?:月份?)?${TO}(${MONTH})${B}月(?:份|(底|末))?`);
const FIRST_MONTHS = sticky(`[前头](${MONTH})${B}(?:个月|月(?!${B}\\d))|[前头]([1-4一二两三四])${B}个?季度`);
const MONTH_ONLY = sticky(`(${MONTH})${B}月(?:份|(底|末|下旬)|(初|上旬)|(中旬))?`);
const QUARTERS = sticky(`(?:第)?([1-4一二三四])(?:${TO}|、)([1-4一二三四])${B}季度?|(?:第)?([1-4])${B}季度`);
const HALF_YEAR = sticky(`(?:([上下])半年|(底|末|终)|(初)|(内))(?!步|级|端|心|次)`);
const NUMERIC = sticky(
  `((?:19|20)\\d{2})([-/.])(0?[1-9]|1[0-2])\\2(3[01]|[12]\\d|0?[1-9])(?![\\d.])(?: {1,2}\\d{1,2}:\\d{2}(?::\\d{2})?)?`,
);
const DAY_TO = sticky(`${TO}(?:(${MONTH})${B}月${B})?(${DAY})${B}[日号]`);
export const DAY_ONLY = sticky(`(${DAY})${B}日(?![均常用产报程夜])`);
const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const exec = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
export const number = (s: string): number => (/\d/.test(s) ? Number(s) : parseChinese(s));
const pad = (n: number): string => String(n).padStart(2, '0');
export const iso = (y: number, m: number, d: number): string => `${y}-${pad(m)}-${pad(d)}`;
const lastDay = (y: number, m: number): number =>
  m === 2 && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : (LAST_DAY[m - 1] as number);
const valid = (y: number, m: number, d: number): boolean => d <= lastDay(y, m);

/** 2022年1月18日, 2021-02-04 17:01, and a day to a day. */
export function fullDate(text: string, at: number): Piece | null {
  const m = exec(FULL_DATE, text, at);
  if (m) {
    const [y, mo, d] = [number(m[1] as string), number(m[2] as string), number(m[3] as string)];
    if (!valid(y, mo, d)) return null;
    return dayRange(text, y, mo, d, at + m[0].length);
  }
  const n = exec(NUMERIC, text, at);
  if (!n) return null;
  const [y, mo, d] = [Number(n[1]), Number(n[3]), Number(n[4])];
  if (!valid(y, mo, d)) return null;
  const day = iso(y, mo, d);
  return { end: at + n[0].length, from: day, to: day, rule: 'numericDate' };
}

function dayRange(text: string, y: number, mo: number, d: number, end: number): Piece {
  const from = iso(y, mo, d);
  const to = exec(DAY_TO, text, end);
  if (!to) return { end, from, to: from, rule: 'day' };
  const month = to[1] ? number(to[1]) : mo;
  const day = number(to[2] as string);
  const last = iso(month < mo ? y + 1 : y, month, day);
  if (!valid(y, month, day) || last < from) return { end, from, to: from, rule: 'day' };
  return { end: end + to[0].length, from, to: last, rule: 'dayRange' };
}

/** Month, months, half or quarter of a given year, right behind it. */
export function part(text: string, from: number, y: number): Piece | null {
  let at = from;
  while (/[ \u00a0的]/.test(text[at] ?? '')) at++;
  const day = exec(MONTH_DAY, text, at);
  if (day) {
    const [mo, d] = [number(day[1] as string), number(day[2] as string)];
    if (valid(y, mo, d)) return dayRange(text, y, mo, d, at + day[0].length);
  }
  const first = exec(FIRST_MONTHS, text, at);
  if (first) {
    const last = first[1] ? number(first[1]) : 3 * number(first[2] as string);
    return {
      end: at + first[0].length,
      from: iso(y, 1, 1),
      to: iso(y, last, lastDay(y, last)),
      rule: 'months',
    };
  }
  const months = exec(MONTHS, text, at);
  if (months) {
    const [a, b] = [number(months[1] as string), number(months[2] as string)];
    if (a < b) {
      return { end: at + months[0].length, from: iso(y, a, 1), to: iso(y, b, lastDay(y, b)), rule: 'months' };
    }
  }
  const month = exec(MONTH_ONLY, text, at);
  if (month) {
    const mo = number(month[1] as string);
    const end = at + month[0].length;
    if (month[2] === '底' || month[2] === '末') {
      return { end, from: iso(y, mo, 1), to: iso(y, mo, lastDay(y, mo)), rule: 'monthEnd', upTo: true };
    }
    const start = month[2] ? 21 : month[4] ? 11 : 1;
    const last = month[3] ? 10 : month[4] ? 20 : lastDay(y, mo);
    return { end, from: iso(y, mo, start), to: iso(y, mo, last), rule: 'month' };
  }
  const quarters = exec(QUARTERS, text, at);
  if (quarters) {
    const a = number((quarters[1] ?? quarters[3]) as string);
    const b = number((quarters[2] ?? quarters[3]) as string);
    const last = 3 * b;
    return {
      end: at + quarters[0].length,
      from: iso(y, 3 * a - 2, 1),
      to: iso(y, last, lastDay(y, last)),
      rule: 'quarter',
    };
  }
  const half = exec(HALF_YEAR, text, at);
  if (half && at === from) {
    const end = at + half[0].length;
    if (half[1]) {
      return half[1] === '上'
        ? { end, from: iso(y, 1, 1), to: iso(y, 6, 30), rule: 'half' }
        : { end, from: iso(y, 7, 1), to: iso(y, 12, 31), rule: 'half' };
    }
    if (half[3]) return { end, from: iso(y, 1, 1), to: iso(y, 1, 31), rule: 'yearStart' };
    return { end, from: iso(y, 1, 1), to: iso(y, 12, 31), rule: 'yearEnd', upTo: half[4] === undefined };
  }
  const named = wordAt(text, at);
  if (named?.part && named.anchor === 'base' && named.years === 0 && !/^[年岁]/.test(named.word)) {
    const [a, b] = named.part.split('/') as [string, string];
    return { end: at + named.word.length, from: `${y}-${a}`, to: `${y}-${b}`, rule: 'half' };
  }
  return null;
}

/** A date whose days cannot be told. */
export const unknown = (end: number, rule: string): Piece => ({ end, from: '', to: '', rule });
