/** Dates and stretches of time as headers and headings write them. */
import type { Period } from '../model.js';

const DIGITS = '〇一二三四五六七八九';
const two = (n: number) => String(n).padStart(2, '0');

/** Number of days of a month, leap years included. */
function monthEnd(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${two(month)}-${two(day)}`;
}

/** ISO form of a date, or null when the calendar has no such day. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year <= 2099;
  return real ? `${year}-${two(month)}-${two(day)}` : null;
}

/** Chinese numerals up to 31 or a digit string (二〇二二, 十八), Arabic digits, full-width digits; NaN else. */
function smallNumber(words: string): number {
  const plain = words
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[○ＯO零]/g, '〇');
  if (/^\d+$/.test(plain)) return Number(plain);
  const ten = plain.indexOf('十');
  if (ten < 0) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const [tens, ones] = [plain.slice(0, ten), plain.slice(ten + 1)];
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const YEAR = '(?:19|20|１９|２０)[\\d０-９]{2}|[一二][〇○ＯO零一二三四五六七八九]{3}';
const NUMBER = '[\\d０-９]{1,2}|[一二三]?十?[一二三四五六七八九]|[一二三]?十';
/** A whole date: 2022年1月18日, 二〇二二年一月十八日, 2022-01-18. */
export const DATE = new RegExp(
  `(?<y>${YEAR})\\s*(?:年|[-/.](?=\\d))\\s*(?<m>${NUMBER})\\s*(?:月|[-/.](?=\\d))\\s*(?<d>${NUMBER})\\s*(?:日|(?![\\d年月]))`,
);

/** The first whole date in some words, with its place in them; null when there is none. */
export function findDate(words: string): { iso: string; start: number; end: number } | null {
  const m = DATE.exec(words);
  if (!m?.groups) return null;
  const { y = '', m: month = '', d = '' } = m.groups;
  const iso = isoDate(smallNumber(y), smallNumber(month), smallNumber(d));
  return iso === null ? null : { iso, start: m.index, end: m.index + m[0].length };
}

/** A stretch of time that words name, relative to the year and day of the report where they do not say. */
export interface Stretch extends Period {
  /** True for more than a year: 过去五年, “十四五”时期, 2019—2021年. */
  long: boolean;
  /** Place in the words. */
  at: number;
}

const RANGE = '[-—–―－~～至到]+';
const MONTHS = new RegExp(
  `(?<from>${NUMBER})(?:月份?)?${RANGE}(?<to>${NUMBER})月|(?<half>[上下]半年)|(?<quarters>前[二两三]|第?[一二三四]|[首1-4])季度|(?<one>${NUMBER})月份?(?!\\d|[一二三四五六七八九十]+日)`,
  'y',
);
const FORMS = new RegExp(
  [
    `(?<y1>${YEAR})年?${RANGE}(?<y2>${YEAR})年`,
    `(?<year>${YEAR})年度?`,
    `[“"‘「]?(?<plan>十[一二三四五六七八])五[”"’」]?`,
    '(?<five>(?:过去|前|这|近)(?:的)?五年|五年来|(?<!十)五年(?=工作|回顾|的?主要))',
    '(?<next>(?:今后|未来|下一?个?)(?:的)?五年)',
    '(?<last>(?:过去|这)(?:的)?一年|一年来)',
    '(?<before>去年)',
    '(?<this>今年|本年度?|全年)',
    '(?<coming>明年|下一?年)',
  ].join('|'),
  'g',
);

/** The first plan of a series of five years began in 1953; “十四五” is 2021-2025. */
function planYears(name: string): [number, number] {
  const ordinal = smallNumber(name);
  const start = 1953 + (ordinal - 1) * 5;
  // The third plan began three years late, in 1966.
  const shifted = ordinal >= 3 ? start + 3 : start;
  return [shifted, shifted + 4];
}

const whole = (from: number, to = from): Period => ({ start: `${from}-01-01`, end: `${to}-12-31` });

/**
 * All stretches of time that some words of a header or heading name.
 * @param words a title or heading
 * @param year what 今年 means: the year of the report, or null when unknown
 * @param lastYear last year under review, the end of 过去五年, or null
 */
export function findStretches(words: string, year: number | null, lastYear: number | null): Stretch[] {
  const found: Stretch[] = [];
  const add = (period: Period, at: number, long = false) => found.push({ ...period, at, long });
  let named: number | null = null;
  let end = 0;
  for (const m of words.matchAll(FORMS)) {
    const g = m.groups ?? {};
    if (m.index < end) continue;
    end = m.index + m[0].length;
    if (g['y1'] !== undefined) {
      const [a, b] = [smallNumber(g['y1']), smallNumber(g['y2'] as string)];
      if (a <= b) add(whole(a, b), m.index, b > a);
    } else if (g['plan'] !== undefined) add(whole(...planYears(g['plan'])), m.index, true);
    else if (g['five'] !== undefined) add({ start: '', end: '' }, m.index, true);
    else if (g['next'] !== undefined) {
      if (year !== null) add(whole(year, year + 4), m.index, true);
    } else {
      const y: number | null =
        g['year'] !== undefined
          ? smallNumber(g['year'])
          : g['coming'] !== undefined
            ? year && year + 1
            : g['before'] !== undefined
              ? year && year - 1
              : g['last'] !== undefined
                ? lastYear
                : year;
      if (y === null || Number.isNaN(y)) continue;
      named = y;
      const part = partOfYear(words, end, y);
      if (part) end = part.until;
      add(part?.period ?? whole(y), m.index);
    }
  }
  if (named === null && year !== null && found.length === 0) {
    for (let at = 0; at < words.length; at++) {
      const part = partOfYear(words, at, year);
      if (!part) continue;
      add(part.period, at);
      break;
    }
  }
  // 过去五年 ends with the last single year named beside it, else with the last year under review.
  const singles = found.filter((s) => !s.long && s.end !== '').map((s) => Number(s.end.slice(0, 4)));
  const last = singles.length > 0 ? Math.max(...singles) : lastYear;
  return found.flatMap((s) => {
    if (s.end !== '') return [s];
    return last === null ? [] : [{ ...s, ...whole(last - 4, last) }];
  });
}

/** 前三季度, 上半年, 1—10月 right behind a year (or at `at`). */
function partOfYear(words: string, at: number, year: number): { period: Period; until: number } | null {
  MONTHS.lastIndex = at;
  const m = MONTHS.exec(words);
  if (!m?.groups) return null;
  const { from, to, half, quarters, one } = m.groups;
  let months: [number, number];
  if (from !== undefined && to !== undefined) months = [smallNumber(from), smallNumber(to)];
  else if (half !== undefined) months = half.startsWith('上') ? [1, 6] : [7, 12];
  else if (quarters !== undefined) {
    const n = smallNumber(
      quarters
        .replace(/^前两/, '前二')
        .replace(/^首$/, '1')
        .replace(/[前第]/, ''),
    );
    months = quarters.startsWith('前') ? [1, n * 3] : [n * 3 - 2, n * 3];
  } else months = [smallNumber(one as string), smallNumber(one as string)];
  const [a, b] = months;
  if (!(a >= 1 && a <= b && b <= 12)) return null;
  return {
    period: { start: `${year}-${two(a)}-01`, end: monthEnd(year, b) },
    until: m.index + m[0].length,
  };
}
