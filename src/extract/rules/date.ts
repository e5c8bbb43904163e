/** Dates and periods as written, read into inclusive stretches of days. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Period, Range, Report } from '../../model.js';
import type { DateAtom } from '../context.js';
import { type Clock, clockOf } from './clock.js';
import { fold, parseChinese } from './numeral.js';

/** A year head, or a part of a year, read at an offset. */
interface Piece {
  end: number;
  from: string;
  to: string;
  rule: string;
  /** A stretch up to this day, so that stocks at its end fall into it (9月末). */
  upTo?: boolean;
}

const B = '[ \\u00a0\\u3000]?';
const YEAR = `(?:(?:19|20)\\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})`;
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?![\\d.])`;
const DAY = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?!\\d)`;
const TO = `${B}(?:—{1,2}|-{1,2}|–|~|～|－|−|至|到)${B}`;
const sticky = (source: string) => new RegExp(source, 'y');

const YEAR_HEAD = sticky(`(${YEAR})${B}年(?:度(?!假))?`);
const YEAR_RANGE = sticky(`(${YEAR})${B}(?:年(?:度)?)?${TO}(${YEAR})${B}年(?:度)?`);
const FULL_DATE = sticky(`(${YEAR})${B}年${B}(${MONTH})${B}月${B}(${DAY})${B}[日号]`);
const MONTH_DAY = sticky(`(${MONTH})${B}月${B}(${DAY})${B}(?:日|号(?!楼|线|院|地))`);
const MONTHS = sticky(`(${MONTH})${B}(?:月份?)?${TO}(${MONTH})${B}月(?:份|(底|末))?`);
const MONTH_ONLY = sticky(`(${MONTH})${B}月(?:份|(底|末|下旬)|(初|上旬)|(中旬))?`);
const QUARTERS = sticky(`(?:第)?([1-4一二三四])${TO}([1-4一二三四])${B}季度?|(?:第)?([1-4])${B}季度`);
const HALF_YEAR = sticky(`(?:([上下])半年|(底|末|终)|(初)|(内))(?!步|级|端|心|次)`);
const NUMERIC = sticky(
  `((?:19|20)\\d{2})([-/.])(0?[1-9]|1[0-2])\\2(3[01]|[12]\\d|0?[1-9])(?![\\d.])(?: {1,2}\\d{1,2}:\\d{2}(?::\\d{2})?)?`,
);
const DAY_TO = sticky(`${TO}(?:(${MONTH})${B}月${B})?(${DAY})${B}[日号]`);
const DAY_ONLY = sticky(`(${DAY})${B}日(?![均常用产报程夜])`);
const PLAN = sticky(
  `[“"‘]?(十[一二三四五六七八九]?|[一二三四五六七八九])五[”"’]?(时期|期间|以来|末期?|初期|前[一二三四]年|[一二三四]年)?`,
);
const SPAN = sticky(
  `(过去(?:的)?|近|最近|今后(?:的)?|未来(?:的)?|这|上个|前|此前|上一个|下一个)?([一二两三四五六七八九十]|\\d{1,2})${B}(?:个)?年(来|间|以来|里)?`,
);
const DEADLINE = /(?:之前|以前|前(?![列后景沿提往期述三两一二四五六七八九十0-9]))/y;
const SINCE = /(?:份)?(?:以来|至今|起)/y;
const AS_OF = /(?:截至|截止到?|截止|至)$/;
const AGAINST = /(?:比|较|与|同|相当于|相比|对比)$/;
const TIMES_OF = /同期|的[ \u00a0]?\d+(?:\.\d+)?[ \u00a0]?倍/y;

const ITEM = /(?:^|\n)[ \t\u3000]*\d{1,2}\.$/;

const START = /[\d〇一二三四五六七八九十今去明前后来本当全上下次首近多几历同月季年岁过最未这此“"‘第]/g;
const LAST_DAY = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** All dates and periods of the report, in text order, none overlapping. */
export function readDates(report: Report): DateAtom[] {
  const text = fold(report.text);
  const clock = clockOf(report);
  const taken = [...report.furniture, ...report.damages].sort((a, b) => a.start - b.start);
  const atoms: DateAtom[] = damaged(report);
  let next = 0;
  START.lastIndex = 0;
  for (let m = START.exec(text); m; m = START.exec(text)) {
    while (next < taken.length && (taken[next] as Range).end <= m.index) next++;
    const blocked = taken[next];
    if (blocked && blocked.start <= m.index) {
      START.lastIndex = blocked.end;
      continue;
    }
    const atom = readAt(text, m.index, clock);
    if (!atom) continue;
    atoms.push(atom);
    START.lastIndex = atom.end;
  }
  return atoms.sort((a, b) => a.start - b.start);
}

/** Dates with lost characters, which the document stage found with their valid readings. */
function damaged(report: Report): DateAtom[] {
  return report.damages
    .filter((d) => d.kind === 'date')
    .map(({ start, end, readings }) => {
      const day = readings.length === 1 ? (readings[0] as string) : null;
      return { start, end, period: day ? { start: day, end: day } : null, kind: 'on', rule: 'damagedDate' };
    });
}

function readAt(text: string, at: number, clock: Clock): DateAtom | null {
  const previous = text[at - 1] ?? '';
  // Inside a longer number; but 14.9月1日 at a line's start is item 14.
  if (/\d/.test(text[at] as string) && /[\d.,A-Za-z]/.test(previous)) {
    if (previous !== '.' || !ITEM.test(text.slice(Math.max(0, at - 5), at))) return null;
  }
  const piece =
    fullDate(text, at) ?? span(text, at, clock) ?? withYear(text, at, clock) ?? partial(text, at, clock);
  return piece ? finish(text, at, piece, clock) : null;
}

const exec = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
const number = (s: string): number => (/\d/.test(s) ? Number(s) : parseChinese(s));
const pad = (n: number): string => String(n).padStart(2, '0');
const iso = (y: number, m: number, d: number): string => `${y}-${pad(m)}-${pad(d)}`;
const lastDay = (y: number, m: number): number =>
  m === 2 && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : (LAST_DAY[m - 1] as number);
const valid = (y: number, m: number, d: number): boolean => d <= lastDay(y, m);

/** 2022年1月18日, 2021-02-04 17:01, and a day to a day. */
function fullDate(text: string, at: number): Piece | null {
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

/** A year with or without a part of it; a range of years. */
function withYear(text: string, at: number, clock: Clock): Piece | null {
  const years = exec(YEAR_RANGE, text, at);
  if (years) {
    const [a, b] = [number(years[1] as string), number(years[2] as string)];
    if (a <= b)
      return { end: at + years[0].length, from: iso(a, 1, 1), to: iso(b, 12, 31), rule: 'yearRange' };
  }
  const head = exec(YEAR_HEAD, text, at);
  if (head) {
    const y = number(head[1] as string);
    const end = at + head[0].length;
    return part(text, end, y) ?? { end, from: iso(y, 1, 1), to: iso(y, 12, 31), rule: 'year' };
  }
  return word(text, at, clock);
}

/** Month, months, half or quarter of a given year, right behind it. */
function part(text: string, from: number, y: number): Piece | null {
  let at = from;
  while (/[ \u00a0的]/.test(text[at] ?? '')) at++;
  const day = exec(MONTH_DAY, text, at);
  if (day) {
    const [mo, d] = [number(day[1] as string), number(day[2] as string)];
    if (valid(y, mo, d)) return dayRange(text, y, mo, d, at + day[0].length);
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
    const first = month[2] ? 21 : month[4] ? 11 : 1;
    const last = month[3] ? 10 : month[4] ? 20 : lastDay(y, mo);
    return { end, from: iso(y, mo, first), to: iso(y, mo, last), rule: 'month' };
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

/** Month or day without a year: the base year's. */
function partial(text: string, at: number, clock: Clock): Piece | null {
  const y = clock.base(at);
  const piece = part(text, at, y ?? 2000);
  if (piece && !/^(?:half|yearStart|yearEnd)$/.test(piece.rule))
    return y === null ? unknown(piece.end, piece.rule) : piece;
  const day = exec(DAY_ONLY, text, at);
  if (day && /\d/.test(day[0])) return unknown(at + day[0].length, 'dayOfMonth');
  return null;
}

const unknown = (end: number, rule: string): Piece => ({ end, from: '', to: '', rule });

const ROW = z.object({
  word: z.string().min(2),
  anchor: z.enum(['delivery', 'base', 'none']),
  years: z.coerce.number().int(),
  part: z.string().regex(/^(?:\d\d-\d\d\/\d\d-\d\d)?$/),
});
let wordTable: Map<string, z.output<typeof ROW>[]> | undefined;

function wordAt(text: string, at: number): z.output<typeof ROW> | null {
  if (!wordTable) {
    wordTable = new Map();
    for (const row of readLexicon('date-word', ROW)) {
      const first = row.word[0] as string;
      wordTable.set(first, [...(wordTable.get(first) ?? []), row]);
    }
    for (const rows of wordTable.values()) rows.sort((a, b) => b.word.length - a.word.length);
  }
  return wordTable.get(text[at] ?? '')?.find((row) => text.startsWith(row.word, at)) ?? null;
}

/** 今年, 去年四季度, 全年, 年底, 近年来. */
function word(text: string, at: number, clock: Clock): Piece | null {
  const row = wordAt(text, at);
  if (!row) return null;
  const end = at + row.word.length;
  if (row.word === '全年' && /^(?:任务|目标|计划|预[期算]|进度)/.test(text.slice(end, end + 2)))
    return unknown(end, 'yearGoal');
  if (row.anchor === 'none') return unknown(end, 'vagueTime');
  const anchor = row.anchor === 'delivery' ? clock.delivery(at) : clock.base(at);
  if (anchor === null) return unknown(end, 'relativeYear');
  const y = anchor + row.years;
  if (row.part) {
    const [a, b] = row.part.split('/') as [string, string];
    return { end, from: `${y}-${a}`, to: `${y}-${b}`, rule: 'partOfYear', upTo: /[末底终]$/.test(row.word) };
  }
  const inner = /^(?:全|当|同)/.test(row.word) ? null : part(text, end, y);
  return inner ?? { end, from: iso(y, 1, 1), to: iso(y, 12, 31), rule: 'relativeYear' };
}

/** Five-year plans (“十四五”时期) and stretches of years (过去五年, 五年来, 今后三年). */
function span(text: string, at: number, clock: Clock): Piece | null {
  const plan = exec(PLAN, text, at);
  if (plan && (plan[2] || /^[“"‘]/.test(plan[0]))) {
    const n = number(plan[1] as string);
    const end = at + plan[0].length;
    if (n >= 6 && n <= 20) {
      const first = 1971 + 5 * (n - 4);
      if (!plan[2] && /^(?:规划|重大|发展|专项|纲要|国家)/.test(text.slice(end, end + 2)))
        return unknown(end, 'planName');
      return { end, from: iso(first, 1, 1), to: iso(first + 4, 12, 31), rule: 'fiveYearPlan' };
    }
  }
  const m = exec(SPAN, text, at);
  if (
    !m ||
    !(m[1] || m[3] || /[一二两三四五六七八九十]/.test(m[2] as string)) ||
    /^[以级龄薪均轮期年检历]/.test(text[at + m[0].length] ?? '')
  ) {
    return null;
  }
  if (!m[1] && !m[3] && !/(?:^|[\n，。；、的“个])$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  const years = number(m[2] as string);
  const end = at + m[0].length;
  const base = clock.base(at);
  if (base === null || (!m[1] && !m[3] && years === 1)) return unknown(end, 'years');
  if (/^(?:今后|未来|下)/.test(m[1] ?? '')) {
    const first = (clock.delivery(at) ?? base) as number;
    return { end, from: iso(first, 1, 1), to: iso(first + years - 1, 12, 31), rule: 'comingYears' };
  }
  const period = clock.period(at);
  const length = period ? Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) + 1 : 0;
  const last = length === years && period ? Number(period.end.slice(0, 4)) : base;
  return { end, from: iso(last - years + 1, 1, 1), to: iso(last, 12, 31), rule: 'pastYears' };
}

/** What stands around a date decides how it is meant: deadline, state at its end, comparison. */
function finish(text: string, start: number, piece: Piece, clock: Clock): DateAtom {
  const left = text.slice(Math.max(0, start - 4), start);
  const asOf = AS_OF.exec(left);
  const deadline = exec(DEADLINE, text, piece.end);
  const since = exec(SINCE, text, piece.end);
  const end = piece.end + (deadline?.[0].length ?? since?.[0].length ?? 0);
  const atom = (period: Period | null, kind: DateAtom['kind']): DateAtom => ({
    start: asOf ? start - asOf[0].length : start,
    end,
    period,
    kind,
    rule: piece.rule,
  });
  if (piece.from === '') return atom(null, AGAINST.test(left) ? 'against' : 'on');
  const yearStart = `${piece.to.slice(0, 4)}-01-01`;
  if (deadline) return atom({ start: piece.from < yearStart ? piece.from : yearStart, end: piece.to }, 'by');
  if (since) {
    const until = clock.until(start);
    return atom({ start: piece.from, end: until && until > piece.to ? until : piece.to }, 'on');
  }
  if (AGAINST.test(left) || exec(TIMES_OF, text, piece.end))
    return atom({ start: piece.from, end: piece.to }, 'against');
  if (asOf || piece.upTo)
    return atom({ start: piece.from < yearStart ? piece.from : yearStart, end: piece.to }, 'asOf');
  return atom({ start: piece.from, end: piece.to }, 'on');
}
