/** The word tables of the fact rules, and longest matches of their words at either end of a stretch. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range } from '../../model.js';
import type { Context } from '../context.js';

const SENSES = ['rise', 'fall', 'level', 'gap', 'rank'] as const;
export type Sense = (typeof SENSES)[number];
const VERB_KINDS = ['keep', 'light', 'adverb', 'stop'] as const;
export type VerbKind = (typeof VERB_KINDS)[number];
const METRIC_KINDS = ['own', 'same', 'rate', 'share', 'end'] as const;
export interface Metric {
  kind: (typeof METRIC_KINDS)[number];
  flow: 'flow' | 'stock' | 'none';
}

/** Words with what they mean, and by their first and last character the length of the longest. */
export interface Table<T> {
  words: Map<string, T>;
  byFirst: Uint8Array;
  byLast: Uint8Array;
}

export interface FactWords {
  tail: Table<Sense>;
  lead: Table<string>;
  verb: Table<VerbKind>;
  metric: Table<Metric>;
  unmeasured: Table<string>;
  attribute: Table<string>;
}

let loaded: FactWords | undefined;

/** All word tables of the fact rules, read once. */
export function factWords(): FactWords {
  loaded ??= {
    tail: table('change-verb', z.object({ word: z.string(), sense: z.enum(SENSES) }), (r) => r.sense),
    lead: table('indicator-lead', z.object({ word: z.string(), kind: z.string() }), (r) => r.kind),
    verb: withNew(
      table('indicator-verb', z.object({ word: z.string(), kind: z.enum(VERB_KINDS) }), (r) => r.kind),
    ),
    metric: table(
      'indicator-metric',
      z.object({
        word: z.string(),
        kind: z.enum(METRIC_KINDS),
        flow: z.enum(['flow', 'stock', 'none']),
      }),
      (r) => ({ kind: r.kind, flow: r.flow }),
    ),
    attribute: table('thing-attribute', z.object({ word: z.string(), kind: z.string() }), (r) => r.kind),
    unmeasured: table('indicator-empty', z.object({ word: z.string(), kind: z.string() }), (r) => r.kind),
  };
  return loaded;
}

function table<R extends { word: string }, T>(name: string, row: z.ZodType<R>, value: (r: R) => T): Table<T> {
  const words = new Map<string, T>();
  for (const r of readLexicon(name, row)) if (!words.has(r.word)) words.set(r.word, value(r));
  return indexed(words);
}

function indexed<T>(words: Map<string, T>): Table<T> {
  const byFirst = new Uint8Array(65536);
  const byLast = new Uint8Array(65536);
  for (const word of words.keys()) {
    for (const [index, at] of [
      [byFirst, 0],
      [byLast, word.length - 1],
    ] as const) {
      const code = word.charCodeAt(at);
      index[code] = Math.max(index[code] as number, word.length);
    }
  }
  return { words, byFirst, byLast };
}

/** Every verb that may be counted also with 新 before it (新实施, 新引进). */
function withNew(verbs: Table<VerbKind>): Table<VerbKind> {
  for (const [word, kind] of [...verbs.words])
    if (kind === 'keep' && word.length === 2 && !verbs.words.has(`新${word}`))
      verbs.words.set(`新${word}`, kind);
  return indexed(verbs.words);
}

/** The longest word of a table that ends at `range.end` and starts at a word edge inside the range. */
export function wordBefore<T>(
  context: Context,
  { words, byLast }: Table<T>,
  range: Range,
): { start: number; value: T } | null {
  const { text } = context.report;
  const longest = byLast[text.charCodeAt(range.end - 1)] as number;
  for (let n = Math.min(longest, range.end - range.start); n > 0; n--) {
    const start = range.end - n;
    if (context.edges[start] === 0) continue;
    const value = words.get(text.slice(start, range.end));
    if (value !== undefined) return { start, value };
  }
  return null;
}

/** The longest word of a table that starts at `range.start` and ends at a word edge inside the range. */
export function wordAfter<T>(
  context: Context,
  { words, byFirst }: Table<T>,
  range: Range,
): { end: number; value: T } | null {
  const { text } = context.report;
  const longest = byFirst[text.charCodeAt(range.start)] as number;
  for (let n = Math.min(longest, range.end - range.start); n > 0; n--) {
    const end = range.start + n;
    if (context.edges[end] === 0) continue;
    const value = words.get(text.slice(range.start, end));
    if (value !== undefined) return { end, value };
  }
  return null;
}

/** The last word of a table inside a range, at word edges, that passes a test. */
export function lastWordIn<T>(
  context: Context,
  table: Table<T>,
  range: Range,
  passes: (value: T) => boolean,
): { start: number; end: number } | null {
  for (let end = range.end; end > range.start; end--) {
    if (context.edges[end] === 0) continue;
    const hit = wordBefore(context, table, { start: range.start, end });
    if (hit && passes(hit.value)) return { start: hit.start, end };
  }
  return null;
}

/** The longest word of a table that ends a string, or null. */
export function endWord<T>({ words, byLast }: Table<T>, s: string): { word: string; value: T } | null {
  if (s === '') return null;
  const longest = byLast[s.charCodeAt(s.length - 1)] as number;
  for (let n = Math.min(longest, s.length); n > 0; n--) {
    const word = s.slice(-n);
    const value = words.get(word);
    if (value !== undefined) return { word, value };
  }
  return null;
}
