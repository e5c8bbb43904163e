/** Units, measure words and bounds beside a numeral, from the word tables. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Approx } from '../../model.js';

const text = z.string().min(1);
const APPROX = z.enum(['about', 'over', 'under', 'atLeast', 'atMost']);

/** A unit of measure or a measure word found behind a numeral. */
export interface Unit {
  word: string;
  /** Kind of `unit.tsv`, or `count` for a measure word. */
  kind: string;
  /** May stand behind a single Chinese digit (两座). */
  chinese: boolean;
  notBefore: string[];
}

interface Bound {
  approx: Approx;
  notAfter: string;
}

interface Tables {
  units: Map<string, Unit[]>;
  before: Map<string, Bound>;
  after: Map<string, Bound>;
  /** Last characters of the words before, first ones of those after: most numerals are done with one look. */
  lasts: Set<string>;
  firsts: Set<string>;
}

let tables: Tables | undefined;

function load(): Tables {
  const units = new Map<string, Unit[]>();
  const add = (unit: Unit) => {
    const first = unit.word[0] as string;
    units.set(first, [...(units.get(first) ?? []), unit]);
  };
  for (const row of readLexicon('unit', z.object({ unit: text, kind: text }))) {
    // A unit of one character after one Chinese digit is mostly a name (三元, 五里).
    add({
      word: row.unit,
      kind: row.kind,
      chinese: row.unit.length > 1 || /[天倍亩%‰]/.test(row.unit),
      notBefore: [],
    });
  }
  const measure = z.object({ word: text, chinese: z.enum(['yes', 'no']), notBefore: z.string() });
  for (const row of readLexicon('measure-word', measure)) {
    const notBefore = row.notBefore === '' ? [] : row.notBefore.split(' ');
    add({ word: row.word, kind: 'count', chinese: row.chinese === 'yes', notBefore });
  }
  for (const list of units.values()) list.sort((a, b) => b.word.length - a.word.length);
  const qualifier = z.object({
    word: text,
    side: z.enum(['before', 'after']),
    approx: APPROX,
    notAfter: z.string(),
  });
  const before = new Map<string, Bound>();
  const after = new Map<string, Bound>();
  for (const row of readLexicon('qualifier', qualifier)) {
    (row.side === 'before' ? before : after).set(row.word, { approx: row.approx, notAfter: row.notAfter });
  }
  const lasts = new Set([...before.keys()].map((w) => w.at(-1) as string));
  const firsts = new Set([...after.keys()].map((w) => w[0] as string));
  return { units, before, after, lasts, firsts };
}

/** The longest unit or measure word at an offset, or null. */
export function unitAt(source: string, at: number): Unit | null {
  tables ??= load();
  for (const unit of tables.units.get(source[at] ?? '') ?? []) {
    if (!source.startsWith(unit.word, at)) continue;
    const end = at + unit.word.length;
    if (/[A-Za-z]$/.test(unit.word) && /[A-Za-z]/.test(source[end] ?? '')) continue;
    if (unit.notBefore.some((next) => source.startsWith(next, end))) return null;
    return unit;
  }
  return null;
}

const LONGEST_BOUND = 5;

/**
 * The bound that ends right before an offset (约, 不低于), or null.
 * @param shortest least length of the bound's word
 */
export function boundBefore(source: string, at: number, shortest = 1): Approx | null {
  tables ??= load();
  const end = /[ \u00a0\u3000了]/.test(source[at - 1] ?? '') ? at - 1 : at;
  if (!tables.lasts.has(source[end - 1] ?? '')) return null;
  for (let n = LONGEST_BOUND; n >= shortest; n--) {
    const bound = tables.before.get(source.slice(Math.max(0, end - n), end));
    if (!bound) continue;
    return bound.notAfter.includes(source[end - n - 1] ?? '\n') ? null : bound.approx;
  }
  return null;
}

/** The bound that starts at an offset (以上, 左右) with its end, or null. */
export function boundAfter(source: string, at: number): { approx: Approx; word: string; end: number } | null {
  tables ??= load();
  const start = source[at] === '的' ? at + 1 : at;
  if (!tables.firsts.has(source[start] ?? '')) return null;
  for (let n = LONGEST_BOUND; n > 0; n--) {
    const word = source.slice(start, start + n);
    const bound = tables.after.get(word);
    if (bound) return { approx: bound.approx, word, end: start + n };
  }
  return null;
}
