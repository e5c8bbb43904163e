/** Places where scraping lost characters: dates without 年 or 月, numbers without a unit, broken encoding. Nothing is mended. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Damage, Range } from '../model.js';

/** Dates that lost 年, 月 or both: 20201126日, 2020年1126日, 1126日, 323日, 20218月24日. */
const LOST_DATE =
  /(?<![\d年月:：/-])(?<!\d[.,，])(?:(?<year>(?:19|20)\d\d)(?<gap>年)?)?(?:(?<days>\d{2,4})日|(?<month>1[0-2]|[1-9])月(?<day>3[01]|[12]\d|[1-9])日)/g;
/** 58日 may be a stretch of 58 days: after these words, or before these, nothing is said about a date. */
const DURATION_BEFORE =
  /(?:[历时为余近约达超满共第隔每前后]|连续|工期|期限|周期|[〇零一二三四五六七八九十百千万多余几])$/;
const DURATION_AFTER =
  /^(?:均|报(?![告送经到请])|产|处理|游|夜|内|以|期|间|常|子|程|供|耗|照|[〇零一二三四五六七八九十])/;
const NUMBER = /\d[\d,]*(?:\.\d+)?[万亿]?/g;
/** What may stand right before a number that has lost its unit: no digit, ratio, range, sign, letter or ordinal. */
const NO_UNIT_BEFORE = /(?:\d[.,，]|[\d:：∶/／\-—~～+×÷=％%A-Za-z[［〔第])$/;
const COUNTED_BEFORE = /(?:共计|累计|合计|总计)$/;
/** The end of a clause. */
const CLAUSE_END = /^(?:[,，。；;、](?!\d)|\s*$)/;
/** U+FFFD, private use, lone surrogates, control characters other than blanks. */
const BROKEN = /(?:[\uFFFD\p{Co}\p{Cs}]|(?![\t\n\v\f\r])\p{Cc})+/gu;
/** How far back a word may stand that lets a number go without unit. */
const REACH = 24;

let unitless: RegExp | undefined;

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');

/** All ways to read digits as month and day: 323 -> 3-23; 112 -> 1-12 and 11-2. */
function monthDays(digits: string): [number, number][] {
  const found: [number, number][] = [];
  for (const cut of [1, 2]) {
    const [m, d] = [digits.slice(0, cut), digits.slice(cut)];
    if (
      d === '' ||
      d.length > 2 ||
      m.startsWith('0') !== (m.length === 2 && digits.length === 4 && m[0] === '0')
    )
      continue;
    const [month, day] = [Number(m), Number(d)];
    if (d.startsWith('0') && digits.length !== 4) continue;
    if (month >= 1 && month <= 12 && day >= 1 && day <= (days[month - 1] as number)) found.push([month, day]);
  }
  return found;
}

function readLostDate(m: RegExpExecArray | RegExpMatchArray, year: number | null): string[] | null {
  const { year: own, gap, days: digits, month, day } = m.groups ?? {};
  const y = own ?? (year === null ? null : String(year));
  const iso = (mm: number, dd: number) => `${y === null ? '-' : y}-${two(mm)}-${two(dd)}`;
  if (month !== undefined) {
    // With a year and its 年 this is a whole date; without a year it is one too.
    return own !== undefined && gap === undefined ? [iso(Number(month), Number(day))] : null;
  }
  if (digits === undefined) return null;
  if (own === undefined && digits.length === 2 && Number(digits) <= 31) return null;
  const readings = monthDays(digits).map(([mm, dd]) => iso(mm, dd));
  return readings;
}

/**
 * Finds damaged places in a stretch of text.
 * @param text the whole text
 * @param lines ranges to look in (lines that are no furniture), in order
 * @param year year to give dates that state none, or null
 * @returns damages in order; `readings` holds all valid ones: ISO dates (`--03-23` when no year is known), none for units
 */
export function findDamages(text: string, lines: Range[], year: number | null): Damage[] {
  unitless ??= new RegExp(
    readLexicon('unitless', z.object({ word: z.string().min(1), meaning: z.string().min(1) }))
      .map((row) => row.word)
      .join('|'),
  );
  const damages: Damage[] = [];
  const anyBroken = text.search(BROKEN) >= 0;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const found = [lostDates(words, line.start, year), lostUnits(words, line.start)];
    if (anyBroken) found.push(broken(words, line.start));
    // One by one: a line may hold more damages than a call takes arguments.
    for (const kind of found) for (const damage of kind) damages.push(damage);
  }
  return damages.sort((a, b) => a.start - b.start);
}

function lostDates(words: string, offset: number, year: number | null): Damage[] {
  if (!words.includes('日')) return [];
  const found: Damage[] = [];
  for (const m of words.matchAll(LOST_DATE)) {
    const end = m.index + m[0].length;
    const bare = m.groups?.['year'] === undefined;
    if (bare && DURATION_BEFORE.test(words.slice(Math.max(0, m.index - 4), m.index))) continue;
    if (DURATION_AFTER.test(words.slice(end, end + 2))) continue;
    const readings = readLostDate(m, year);
    if (readings === null) continue;
    const options = readings.length === 0 ? 'no valid date' : readings.join(' or ');
    found.push({
      start: offset + m.index,
      end: offset + end,
      kind: 'date',
      readings,
      message: `characters of a date are lost: ${m[0]} can be ${options}`,
    });
  }
  return found;
}

/** A decimal number that ends its clause bare; 16.5万 that ends it has lost the unit behind 万; whole numbers only after 共计. */
function lostUnits(words: string, offset: number): Damage[] {
  const found: Damage[] = [];
  for (const m of words.matchAll(NUMBER)) {
    const end = m.index + m[0].length;
    if (!CLAUSE_END.test(words.slice(end, end + 2))) continue;
    const before = words.slice(Math.max(0, m.index - REACH), m.index);
    if (!m[0].includes('.') && !(COUNTED_BEFORE.test(before) && /^\d+$/.test(m[0]))) continue;
    if (!/[\u4e00-\u9fff]/.test(before) || NO_UNIT_BEFORE.test(before) || unitless?.test(before)) continue;
    found.push({
      start: offset + m.index,
      end: offset + end,
      kind: 'unit',
      readings: [],
      message: `the unit of ${m[0]} is lost`,
    });
  }
  return found;
}

function broken(words: string, offset: number): Damage[] {
  return [...words.matchAll(BROKEN)].map((m) => ({
    start: offset + m.index,
    end: offset + m.index + m[0].length,
    kind: 'encoding',
    readings: [],
    message: `${m[0].length} character(s) are broken`,
  }));
}
