/** Quantities: a numeral with its unit or measure word and its bound; every other numeral with the reason it is none. */
import type { NonFact, Range, Report } from '../../model.js';
import type { DateAtom, Quantity } from '../context.js';
import { labelPlace, type Place, placeQuantities, tablePlace } from '../table/places.js';
import type { Tables } from '../table/tables.js';
import { LOOSE, measured, unmeasured, type Verdict } from './judge.js';
import { maskZones, zoneReasons } from './mask.js';
import { fold, type Numeral, scanNumerals, times } from './numeral.js';
import { readPhrase, readRatio } from './phrase.js';
import { firstPlaces, readRank } from './rank.js';
import { bounded, none, one, type Reading } from './reading.js';
import { type Suffix, suffix } from './suffix.js';

/** Quantities of a report and its masked numerals, both in text order. */
export interface Numbers {
  quantities: Quantity[];
  /** Numerals outside dates that state no fact, whatever surrounds them. */
  masked: NonFact[];
}

/**
 * Reads every numeral outside the dates once.
 * @param report the parsed document
 * @param dates its dates, in text order
 * @param tables its tables: numbers alone in their cells take their units from there
 */
export function readNumbers(report: Report, dates: DateAtom[], tables: Tables): Numbers {
  const text = fold(report.text);
  const numerals = outside(scanNumerals(text), dates);
  const zones = zoneReasons(numerals, maskZones(report, text));
  const quantities: Quantity[] = [];
  const masked: NonFact[] = [];
  let nextDate = 0;
  for (let i = 0; i < numerals.length; i++) {
    const numeral = numerals[i] as Numeral;
    const zone = zones[i];
    if (zone) {
      masked.push({ start: numeral.start, end: numeral.end, reason: zone });
      continue;
    }
    while (nextDate < dates.length && (dates[nextDate] as DateAtom).end <= numeral.start) nextDate++;
    const verdict = before(dates[nextDate], numeral, read(text, numerals, i, tables));
    if ('reason' in verdict) masked.push(verdict);
    else quantities.push(...verdict.quantities);
    const end = 'reason' in verdict ? verdict.end : (verdict.quantities.at(-1)?.end ?? numeral.end);
    for (let next = numerals[i + 1]; next && next.start < end; next = numerals[i + 1]) {
      if (next.end > end) masked.push({ start: end, end: next.end, reason: 'no readable number' });
      i++;
    }
  }
  const shared = shareUnits(text, { quantities, masked });
  const signs = [...text.matchAll(SIGNS)].map((m) => none(span(m), 'grade or list number'));
  return {
    quantities: placeQuantities(
      [...shared.quantities, ...firstPlaces(text, numerals)].sort((a, b) => a.start - b.start),
      tables,
    ),
    masked: [...shared.masked, ...signs].sort((a, b) => a.start - b.start),
  };
}

const span = (m: RegExpExecArray): Range => ({ start: m.index, end: m.index + m[0].length });

/** A unit that runs into a date (2次年末) is none. */
function before(date: DateAtom | undefined, numeral: Numeral, reading: Reading): Reading {
  const end = 'reason' in reading ? reading.end : (reading.quantities.at(-1)?.end ?? 0);
  return date && date.start < end ? none(numeral, 'number without anything counted') : reading;
}

/** Roman and circled numerals: Ⅲ类, ①. */
const SIGNS = /[\u2160-\u217f\u2460-\u24ff\u3220-\u3229\u2776-\u2793]+/g;

/** Numerals outside the dates; what sticks out before one (the list number of 14.9月1日) stays, cut off. */
function outside(numerals: Numeral[], dates: Range[]): Numeral[] {
  let next = 0;
  return numerals.flatMap((n) => {
    while (next < dates.length && (dates[next] as Range).end <= n.start) next++;
    const date = dates[next];
    if (!date || n.end <= date.start) return [n];
    const rest = (start: number, end: number): Numeral => ({
      ...n,
      start,
      end,
      digitsEnd: end,
      value: Number.NaN,
    });
    return [
      ...(n.start < date.start ? [rest(n.start, date.start)] : []),
      ...(n.end > date.end ? [rest(date.end, n.end)] : []),
    ];
  });
}

const AND = /^(?:、|和|及|与|以及)$/;

/** 2.4万、1.8万和0.6万亩: what the last one counts, the others count too. */
function shareUnits(text: string, { quantities, masked }: Numbers): Numbers {
  const freed = new Set<NonFact>();
  const all = [...quantities, ...masked].sort((a, b) => a.start - b.start);
  for (let i = all.length - 2; i >= 0; i--) {
    const [here, next] = [all[i], all[i + 1]] as [Quantity | NonFact, Quantity | NonFact];
    if ('reason' in next || next.unit === '' || !AND.test(text.slice(here.end, next.start))) continue;
    if (!('reason' in here)) {
      // 0.4个和0.6个百分点: both are points.
      const points = here.unit === '个' && next.unit === '个百分点';
      if (here.rule === 'bareAmount' || points) here.unit = next.unit;
    } else if (here.reason === LOOSE) {
      freed.add(here);
      const { start, end } = here;
      const value = Number(text.slice(start, end));
      const quantity: Quantity = { ...next, start, end, value, valueMax: null, rule: 'bareAmount' };
      quantities.push(quantity);
      all[i] = quantity;
    }
  }
  return { quantities, masked: masked.filter((m) => !freed.has(m)) };
}

/** One numeral: rank, fraction, ratio, range or plain amount, whichever fits first. */
function read(text: string, numerals: Numeral[], i: number, tables: Tables): Reading {
  const n = numerals[i] as Numeral;
  const sign = signStart(text, n.start);
  const inCell = tables.empty ? null : tablePlace(tables, sign);
  if (inCell === 'ordinal') return none(n, 'number of a row or day');
  const place = inCell ?? labelPlace(text, n.start);
  if (place && Number.isFinite(n.value)) return placed(text, n, place);
  if (text[n.start - 1] === '第') return readRank(text, n);
  return readRatio(text, numerals, i) ?? readPhrase(text, n) ?? readAmount(text, n, numerals[i + 1]);
}

/** A number alone in its cell or behind its label, with the unit that stands there. */
function placed(text: string, n: Numeral, { unit, factor, cell, falls }: Place): Reading {
  const start = signStart(text, n.start);
  const value = times(start < n.start || falls ? -n.value : n.value, factor);
  const quantity = { start, end: n.end, value, unit, measure: null, rule: cell ? 'tableCell' : 'labelled' };
  return one(cell ? { ...quantity, cell, ...bounded(text, start, n.end) } : quantity);
}

const SEPARATOR = /[ \u00a0]?(?:[—–\-~～－−至到]|——|--)[ \u00a0]?/y;

/** A number with its unit; of a range the lower end, with the upper as valueMax. */
function readAmount(text: string, n: Numeral, next: Numeral | undefined): Reading {
  const own = suffix(text, n);
  const upper = next && rangeUpper(text, n, own, next);
  if (upper) {
    // 3—5万 shares the multiplier; 5000—1万 does not.
    const shared =
      own.unit === null && n.factor === 1 && times(n.value, upper.numeral.factor) < upper.numeral.value;
    const factor = shared ? upper.numeral.factor : 1;
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
  const { approx } = bounded(text, start, own.end, own.word === '%' ? 'percent' : 'none');
  const quantity: Quantity = {
    start,
    end: own.end,
    value: start < n.start ? -n.value : n.value,
    valueMax: n.valueMax,
    unit: verdict.unit,
    approx: approx === 'exact' && (n.over || own.over) ? 'over' : approx,
    measure: verdict.measure,
    rule: own.unit ? 'amount' : 'bareAmount',
  };
  return { quantities: [quantity] };
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

/** Start with a minus sign, where one belongs to the number. */
function signStart(text: string, start: number): number {
  const before = text[start - 1] ?? '';
  // 减负, 肩负: part of a verb.
  if (before === '负') return /[减增肩担]/.test(text[start - 2] ?? '') ? start : start - 1;
  if (!'-−－'.includes(before) || before === '') return start;
  return /[\u4e00-\u9fff：:，,、（( \t]/.test(text[start - 2] ?? '\n') ? start - 1 : start;
}
