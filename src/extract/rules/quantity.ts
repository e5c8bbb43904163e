/** Quantities: a numeral with its unit or measure word and its bound; every other numeral with the reason it is none. */
import type { NonFact, Range, Report } from '../../model.js';
import type { DateAtom, Quantity } from '../context.js';
import { chineseCount, measured, unmeasured, type Verdict } from './judge.js';
import { maskZones, zoneReasons } from './mask.js';
import { fold, type Numeral, scanNumerals, times } from './numeral.js';
import { firstPlaces, readRank } from './rank.js';
import { boundAfter, boundBefore, type Unit, unitAt } from './unit.js';

/** Quantities of a report and its masked numerals, both in text order. */
export interface Numbers {
  quantities: Quantity[];
  /** Numerals outside dates that state no fact, whatever surrounds them. */
  masked: NonFact[];
}

/** All numerals with unit and bound, in text order, none overlapping each other or a date. */
export function readQuantities(report: Report, dates: DateAtom[]): Quantity[] {
  return readNumbers(report, dates).quantities;
}

/**
 * Reads every numeral outside the dates once.
 * @param report the parsed document
 * @param dates its dates, in text order
 */
export function readNumbers(report: Report, dates: DateAtom[]): Numbers {
  const text = fold(report.text);
  const numerals = outside(scanNumerals(text), dates);
  const zones = zoneReasons(numerals, maskZones(report, text));
  const quantities: Quantity[] = [];
  const masked: NonFact[] = [];
  for (let i = 0; i < numerals.length; i++) {
    const numeral = numerals[i] as Numeral;
    const zone = zones[i];
    if (zone) {
      masked.push({ start: numeral.start, end: numeral.end, reason: zone });
      continue;
    }
    const verdict = read(text, numerals, i);
    if ('reason' in verdict) masked.push(verdict);
    else quantities.push(...verdict.quantities);
    const end = 'reason' in verdict ? verdict.end : (verdict.quantities.at(-1)?.end ?? numeral.end);
    while (numerals[i + 1] && (numerals[i + 1] as Numeral).start < end) i++;
  }
  const firsts = firstPlaces(text);
  if (firsts.length > 0) quantities.push(...firsts);
  return {
    quantities: quantities.sort((a, b) => a.start - b.start),
    masked: masked.sort((a, b) => a.start - b.start),
  };
}

/** Numerals outside the dates; what sticks out before one (the list number of 14.9月1日) stays, cut off. */
function outside(numerals: Numeral[], dates: Range[]): Numeral[] {
  let next = 0;
  return numerals.flatMap((n) => {
    while (next < dates.length && (dates[next] as Range).end <= n.start) next++;
    const date = dates[next];
    if (!date || n.end <= date.start) return [n];
    return n.start < date.start ? [{ ...n, value: Number.NaN, end: date.start, digitsEnd: date.start }] : [];
  });
}

type Reading = { quantities: Quantity[] } | NonFact;

/** One numeral: rank, fraction, ratio, range or plain amount, whichever fits first. */
function read(text: string, numerals: Numeral[], i: number): Reading {
  const n = numerals[i] as Numeral;
  if (text[n.start - 1] === '第') return readRank(text, n);
  return readRatio(text, numerals, i) ?? readPhrase(text, n) ?? readAmount(text, n, numerals[i + 1]);
}

const one = (quantity: Omit<Quantity, 'valueMax' | 'approx'> & Partial<Quantity>): Reading => ({
  quantities: [{ valueMax: null, approx: 'exact', ...quantity }],
});
const none = (range: Range, reason: string): NonFact => ({ start: range.start, end: range.end, reason });

const COLON = /[ \u00a0]?[:：∶][ \u00a0]?/y;
const RATIO_WORD = /[比例构](?:为|是|由|达到|调整为|优化为|升级为|至|到|达)?$|为$|∶/;

/** 13.9:43.2:42.9 gives its parts, 1.72∶1 the part that is not 1; 17:01 is a time. */
function readRatio(text: string, numerals: Numeral[], i: number): Reading | null {
  const chain = [numerals[i] as Numeral];
  for (let n = numerals[i + 1]; n && n.form === 'arabic'; n = numerals[i + chain.length]) {
    COLON.lastIndex = (chain.at(-1) as Numeral).end;
    if (!COLON.test(text) || COLON.lastIndex !== n.start) break;
    chain.push(n);
  }
  const [a, b] = chain as [Numeral, Numeral | undefined];
  const last = chain.at(-1) as Numeral;
  if (!b || a.form !== 'arabic') return null;
  const whole = { start: a.start, end: last.end };
  const clock =
    a.value < 25 &&
    /^\d{1,2}$/.test(text.slice(a.start, a.end)) &&
    /^[0-5]\d$/.test(text.slice(b.start, b.end));
  if (clock && !RATIO_WORD.test(text.slice(Math.max(0, a.start - 6), a.start)))
    return none(whole, 'time of day');
  if (chain.length > 2) {
    const part = (n: Numeral): Quantity => ({
      start: n.start,
      end: n.end,
      value: n.value,
      valueMax: null,
      unit: '',
      approx: 'exact',
      measure: 'share',
      rule: 'structureRatio',
    });
    return { quantities: chain.map(part) };
  }
  const value = a.value === 1 ? b.value : a.value;
  return one({ ...whole, value, unit: '', measure: 'ratio', rule: 'ratio' });
}

const PARTS_OF = /分之([〇零一二三四五六七八九十百点两]+|\d+(?:\.\d+)?)/y;
const TENTHS = /成(?![立为果员本功效交套品型都])/y;
const HALF = /半(?![年月天日数径导成小个途程岛夜价])/y;
const DOUBLING = /翻(?:了|上)?$/;

/** Amounts in words: 三分之一, 百分之八, 七成, 一半, 翻两番. */
function readPhrase(text: string, n: Numeral): Reading | null {
  PARTS_OF.lastIndex = n.end;
  const parts = PARTS_OF.exec(text);
  if (parts && n.value > 1) {
    const end = n.end + parts[0].length;
    const [whole, point] = (parts[1] as string).split('点') as [string, string | undefined];
    const top = /^\d/.test(whole) ? Number(whole) : decimal(whole, point);
    const [unit, value] = n.value === 100 ? ['%', top] : n.value === 1000 ? ['‰', top] : ['', top / n.value];
    return one({ ...bounded(text, n.start, end), value, unit, measure: null, rule: 'fraction' });
  }
  TENTHS.lastIndex = n.end;
  if (n.value > 0 && n.value <= 10 && n.factor === 1 && TENTHS.test(text)) {
    const max = n.valueMax === null ? null : n.valueMax * 10;
    const value = times(n.value, 10);
    const over = n.over ? { approx: 'over' as const } : {};
    return one({
      ...bounded(text, n.start, n.end + 1),
      ...over,
      value,
      valueMax: max,
      unit: '%',
      measure: null,
      rule: 'tenths',
    });
  }
  HALF.lastIndex = n.end;
  if (n.form === 'chinese' && n.value === 1 && HALF.test(text)) {
    return one({
      ...bounded(text, n.start, n.end + 1),
      value: 0.5,
      unit: '',
      measure: 'share',
      rule: 'half',
    });
  }
  if (text[n.end] === '番' && DOUBLING.test(text.slice(Math.max(0, n.start - 2), n.start))) {
    const start = text.lastIndexOf('翻', n.start);
    return one({
      start,
      end: n.end + 1,
      value: 2 ** n.value,
      unit: '倍',
      measure: 'ratio',
      rule: 'doubling',
    });
  }
  return null;
}

function decimal(whole: string, point: string | undefined): number {
  const scale = '〇零一二三四五六七八九';
  const read = (s: string) => [...s].map((c) => Math.max(0, scale.indexOf(c) - 1));
  const value = chineseCount(whole);
  return point === undefined ? value : Number(`${value}.${read(point).join('')}`);
}

const SEPARATOR = /[ \u00a0]?(?:[—–\-~～－−至到]|——|--)[ \u00a0]?/y;

/** A number with its unit; of a range the lower end, with the upper as valueMax. */
function readAmount(text: string, n: Numeral, next: Numeral | undefined): Reading {
  const own = suffix(text, n);
  const upper = next && rangeUpper(text, n, own, next);
  if (upper) {
    const sameUnit = own.unit === null;
    const factor = sameUnit && n.factor === 1 ? upper.numeral.factor : 1;
    const value = times(n.value, factor);
    const verdict = measured(text, upper.numeral, upper.suffix);
    if ('reason' in verdict) return none({ start: n.start, end: upper.suffix.end }, verdict.reason);
    const range = bounded(text, n.start, upper.suffix.end);
    return one({
      ...range,
      value,
      valueMax: upper.numeral.value,
      unit: verdict.unit,
      measure: verdict.measure,
      rule: 'range',
    });
  }
  const verdict: Verdict = own.unit ? measured(text, n, own) : unmeasured(text, n, own);
  if ('reason' in verdict) return none({ start: n.start, end: n.end }, verdict.reason);
  const start = signStart(text, n.start);
  const range = bounded(text, start, own.end);
  const approx = range.approx === 'exact' && (n.over || own.over) ? 'over' : range.approx;
  const value = start < n.start ? -n.value : n.value;
  return one({
    ...range,
    approx,
    value,
    valueMax: n.valueMax,
    unit: verdict.unit,
    measure: verdict.measure,
    rule: own.unit ? 'amount' : 'bareAmount',
  });
}

/** What stands behind a numeral: 余, unit, a second unit after a slash. */
export interface Suffix {
  unit: Unit | null;
  /** Unit as written, with its denominator. */
  word: string;
  end: number;
  over: boolean;
}

const INNER = /[ \u00a0\u3000]?(?:([余多几])|(?=.))[ \u00a0\u3000]?/y;
const PER =
  /\/(?:\d+|[十百千万亿])*(?:[a-zA-Z³²]+|平方米|立方米|平方公里|公里|公顷|千瓦时|吨|公斤|亩|人|户|年|月|日|天|小时|分钟|秒|家|件|头|辆|套|台|次|升|米)?(?:[·/](?:人|年|月|日|天|小时|次))?/y;
const MONTHS = /个(?:[多半])?(?:月|小时|星期|百分点)/y;

function suffix(text: string, n: Numeral): Suffix {
  INNER.lastIndex = n.end;
  const inner = INNER.exec(text);
  let over = inner?.[1] !== undefined;
  const at = inner ? n.end + inner[0].length : n.end;
  MONTHS.lastIndex = at;
  const months = MONTHS.exec(text)?.[0];
  if (months && months[1] === '多') {
    const kind = 'time';
    const word = `个${months.slice(2)}`;
    return { unit: { word, kind, chinese: true, notBefore: [] }, word, end: at + months.length, over: true };
  }
  const unit = unitAt(text, at);
  let word = unit?.word ?? '';
  if (!unit && inner?.[1] !== '余') over = false;
  let end = unit ? at + word.length : over ? n.end + (inner?.[0].trimEnd().length ?? 0) : n.end;
  PER.lastIndex = end;
  const per = PER.exec(text)?.[0];
  if (per && per.length > 1 && (unit ? !/^\/\d/.test(per) : /[万千]/.test(per))) {
    word += per;
    end += per.length;
    return { unit: unit ?? { word, kind: 'ratio', chinese: false, notBefore: [] }, word, end, over };
  }
  return { unit, word, end, over };
}

function rangeUpper(
  text: string,
  n: Numeral,
  own: Suffix,
  next: Numeral,
): { numeral: Numeral; suffix: Suffix } | null {
  SEPARATOR.lastIndex = own.end;
  const m = SEPARATOR.exec(text);
  if (!m || SEPARATOR.lastIndex !== next.start || next.form !== n.form || !(n.value < next.value))
    return null;
  // 由5个到10个 is a change with two figures, no range.
  if (/[至到]/.test(m[0]) && /[由从][^，。；,;]{0,12}$/.test(text.slice(Math.max(0, n.start - 13), n.start)))
    return null;
  const other = suffix(text, next);
  if (!other.unit || (own.unit && own.unit.word !== other.unit.word)) return null;
  return { numeral: next, suffix: other };
}

/** The bound from either side of a stretch; the stretch itself stays number and unit. */
function bounded(text: string, start: number, end: number): Pick<Quantity, 'start' | 'end' | 'approx'> {
  const approx = boundAfter(text, end)?.approx ?? boundBefore(text, start) ?? 'exact';
  return { start, end, approx };
}

/** Start with a minus sign, where one belongs to the number. */
function signStart(text: string, start: number): number {
  const before = text[start - 1] ?? '';
  if (before === '负') return start - 1;
  if (!'-−－'.includes(before) || before === '') return start;
  return /[\u4e00-\u9fff：:，,、（( \t]/.test(text[start - 2] ?? '\n') ? start - 1 : start;
}
