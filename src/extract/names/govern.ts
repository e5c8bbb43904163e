/** Where a campaign, document, event or title begins: after the word that governs it, for such names hold verbs of their own. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Scene } from './scene.js';

export type GovernorKind =
  | 'do'
  | 'hold'
  | 'issue'
  | 'confer'
  | 'win'
  | 'seek'
  | 'weak'
  | 'adverb'
  | 'subject'
  | 'mood';

export interface Governed {
  /** First character of the name. */
  start: number;
  /** The word that governs it, nearest first; null at the head of a clause. */
  governor: { word: string; kind: GovernorKind; start: number; end: number } | null;
}

const STRONG: ReadonlySet<GovernorKind> = new Set(['do', 'hold', 'issue', 'confer', 'win', 'seek', 'mood']);
/** Ends a name to its left; quotes and short brackets are crossed whole. */
const WALL = /["，。；：！？、…—．\n\t,;:!?《》【】[\]“（(]/;
/** （一） opens a line; it is no part of a name. */
const LIST_NUMBER = /^[\d一二三四五六七八九十]+$/;
const BOUNDARY = /[的在等将把由向于着]/;
const JOINER = /[和及与]/;
const CLOSE = new Map([
  ['”', '“'],
  ['）', '（'],
  [')', '('],
]);
/** Longest quoted part that a name crosses, with its marks. */
const QUOTE = 22;
/** A list number, blanks, or a count that stands before a name: 5．, 五届, 20余场. */
const LEAD =
  /^[\s　]*(?:\d{1,3}[.．])?[\s　]*(?:其中|首次|历次|历届|本次|左右|以上|此次|好|了|过|其)?(?:[\d一二三四五六七八九十百两多余几近约各]+(?:余|多)?(?:届|场|次|个|项|轮|批|家|件|条))?/;
const COUNT = /\d+(?:余|多)?(?:个|项|家|条|类|座|所)/g;
const MAX_WORD = 4;

let table: Map<string, GovernorKind> | undefined;
/** 1 for the code units that a governor begins with: most places are passed by one look. */
const first = new Uint8Array(65536);

function load(): Map<string, GovernorKind> {
  const kind = z.enum(['do', 'hold', 'issue', 'confer', 'win', 'seek', 'weak', 'adverb', 'subject', 'mood']);
  const rows = readLexicon('governor', z.object({ word: z.string().min(1).max(MAX_WORD), kind }));
  for (const { word } of rows) first[word.charCodeAt(0)] = 1;
  return new Map(rows.map((r) => [r.word, r.kind]));
}

/**
 * The governor that starts at an offset, the longest; null where none does.
 * @param chained whether another governor ends here: the segmenter joins 深入开展 into one word
 */
function governorAt(scene: Scene, at: number, end: number, chained = false): Governed['governor'] {
  table ??= load();
  if (first[scene.report.text.charCodeAt(at)] !== 1) return null;
  if (scene.edges[at] !== 1 && !chained) return null;
  for (let length = Math.min(MAX_WORD, end - at); length > 0; length--) {
    if (scene.edges[at + length] !== 1 && length < 2) continue;
    const word = scene.report.text.slice(at, at + length);
    const kind = table.get(word);
    if (kind) return { word, kind, start: at, end: at + length };
  }
  return null;
}

/** Start of the stretch before `at` that one name could fill, with the quoted parts that it crosses. */
function stretch(scene: Scene, at: number, max: number): { from: number; quotes: [number, number][] } {
  const { text } = scene.report;
  const quotes: [number, number][] = [];
  const limit = Math.max(0, at - max);
  let from = at;
  while (from > limit) {
    const c = text[from - 1] as string;
    const opening = CLOSE.get(c);
    if (opening !== undefined) {
      const window = Math.max(0, from - QUOTE);
      const found = text.slice(window, from - 1).lastIndexOf(opening);
      const open = window + found;
      if (found < 0 || open < limit - 12) break;
      const inner = text.slice(open + 1, from - 1);
      if (inner.includes('\n') || (c !== '”' && LIST_NUMBER.test(inner))) break;
      quotes.push([open, from]);
      from = open;
    } else if (WALL.test(c) || (c === '.' && !/\d/.test(text[from] ?? ''))) break;
    else from--;
  }
  return { from, quotes };
}

/**
 * @param headStart where the head noun starts
 * @param options max: longest name before the head, in characters (28); split: whether 和 and 与 part names, true unless
 * told (不正之风和腐败问题集中整治 is one name, two titles joined by 和 are two); strict: no governor may stand inside the
 * name, not even a weak one
 * @returns the name's first character, and what governs it
 */
export function governed(
  scene: Scene,
  headStart: number,
  options: { max?: number; split?: boolean; strict?: boolean } = {},
): Governed {
  const { text } = scene.report;
  const { max = 28, split = true, strict = false } = options;
  const { from, quotes } = stretch(scene, headStart, max);
  let start = from;
  let governor: Governed['governor'] = null;
  /** At the head of the clause any governor leads; after a strong one or a particle what follows is the name. */
  let leading: 'any' | 'chain' | 'no' = 'any';
  for (let i = from; i < headStart; ) {
    const quote = quotes.find(([a, b]) => a <= i && i < b);
    if (quote) {
      leading = 'no';
      i = quote[1];
      continue;
    }
    const hit = governorAt(scene, i, headStart, leading !== 'no' && i > from);
    if (hit && (strict || governs(hit, leading, headStart))) {
      // An adverb goes only with the verb that it leads: 高质量 may open a name.
      if (hit.kind !== 'adverb') {
        start = hit.end;
        if (hit.kind !== 'subject') governor = hit;
        if (STRONG.has(hit.kind)) leading = 'chain';
      }
      i = hit.end;
    } else if (scene.edges[i] === 1 && scene.edges[i + 1] === 1 && parts(scene, i, start, split)) {
      start = i + 1;
      leading = 'any';
      i++;
    } else {
      leading = 'no';
      i++;
    }
  }
  for (const m of text.slice(start, headStart).matchAll(COUNT)) {
    if (!quotes.some(([a, b]) => a <= start + m.index && start + m.index < b)) start += m.index + m[0].length;
    break;
  }
  start += LEAD.exec(text.slice(start, headStart))?.[0].length ?? 0;
  return { start, governor };
}

function governs(
  hit: NonNullable<Governed['governor']>,
  leading: 'any' | 'chain' | 'no',
  headStart: number,
): boolean {
  if (leading === 'any') return true;
  if (hit.kind === 'adverb') return leading === 'chain';
  // A verb right before the head belongs to the name: …推进机制, 文明城市创建行动.
  const inside = hit.end === headStart && (hit.kind === 'do' || hit.kind === 'seek' || hit.kind === 'issue');
  return STRONG.has(hit.kind) && (leading === 'chain' || !inside);
}

const ends = new WeakMap<Scene, Uint8Array>();

/** 1 where a head noun of these families ends: what stands before 和 there is a name of its own. */
function headEnds(scene: Scene): Uint8Array {
  let at = ends.get(scene);
  if (!at) {
    at = new Uint8Array(scene.report.text.length + 1);
    for (const family of ['programme', 'event', 'honour', 'policy'] as const) {
      for (const head of scene.heads[family]) if (head.kind !== 'quoted') at[head.end] = 1;
    }
    ends.set(scene, at);
  }
  return at;
}

/** Whether the character at `i` ends what stands before a name. */
function parts(scene: Scene, i: number, start: number, split: boolean): boolean {
  const { text } = scene.report;
  const c = text[i] as string;
  if (BOUNDARY.test(c)) return true;
  if (!JOINER.test(c)) return false;
  return (
    split || i === start || i - start > 14 || text.slice(start, i).includes('”') || headEnds(scene)[i] === 1
  );
}

/** The governor that ends right before an offset, adverbs aside; for quoted names that carry no head. */
export function governorBefore(scene: Scene, at: number): Governed['governor'] {
  for (let length = Math.min(MAX_WORD, at); length > 0; length--) {
    const hit = governorAt(scene, at - length, at, true);
    if (hit?.end === at) return hit;
  }
  return null;
}
