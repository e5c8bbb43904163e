/** Where a campaign, document, event or title begins: after the word that governs it, for such names hold verbs of their own. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Scene } from './scene.js';

export type GovernorKind = 'do' | 'hold' | 'issue' | 'win' | 'seek' | 'weak' | 'adverb' | 'subject' | 'mood';

export interface Governed {
  /** First character of the name. */
  start: number;
  /** The word that governs it, nearest first; null at the head of a clause. */
  governor: { word: string; kind: GovernorKind; start: number; end: number } | null;
}

const STRONG: ReadonlySet<GovernorKind> = new Set(['do', 'hold', 'issue', 'win', 'seek', 'mood']);
/** Ends a name to its left; quotes and short brackets are crossed whole. */
const WALL = /[，。；：！？、…—\n\t,;:!?《》【】[\]“（(]/;
const PARTICLE = /[的和及与]/;
const CLOSE: Record<string, string> = { '”': '“', '）': '（', ')': '(' };
/** 五届, 20余场, 3个 before a name count it. */
const COUNT = /^[\d一二三四五六七八九十百两多余几近约各]+(?:余|多)?(?:届|场|次|个|项|轮|批|家|件|条)(?!五年)/;
const MAX_WORD = 4;

let table: Map<string, GovernorKind> | undefined;

/** The governor that starts at an offset, the longest; null where none does. */
function governorAt(scene: Scene, at: number, end: number): Governed['governor'] {
  table ??= new Map(
    readLexicon(
      'governor',
      z.object({
        word: z.string().min(1).max(MAX_WORD),
        kind: z.enum(['do', 'hold', 'issue', 'win', 'seek', 'weak', 'adverb', 'subject', 'mood']),
      }),
    ).map((r) => [r.word, r.kind]),
  );
  if (scene.edges[at] !== 1) return null;
  for (let length = Math.min(MAX_WORD, end - at); length > 0; length--) {
    if (scene.edges[at + length] !== 1) continue;
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
    const opening = CLOSE[c];
    if (opening !== undefined) {
      const open = text.lastIndexOf(opening, from - 2);
      if (open < limit - 12 || open < 0 || from - open > 22 || text.slice(open, from).includes('\n')) break;
      quotes.push([open, from]);
      from = open;
    } else if (WALL.test(c)) break;
    else from--;
  }
  return { from, quotes };
}

/**
 * @param headStart where the head noun starts
 * @param max longest name before the head, in characters (28)
 * @returns the name's first character, and what governs it
 */
export function governed(scene: Scene, headStart: number, max = 28): Governed {
  const { text } = scene.report;
  const { from, quotes } = stretch(scene, headStart, max);
  const quoteAt = (i: number) => quotes.find(([a, b]) => a <= i && i < b);
  let start = from;
  let governor: Governed['governor'] = null;
  let leading = true;
  for (let i = from; i < headStart; ) {
    const quote = quoteAt(i);
    if (quote) {
      leading = false;
      i = quote[1];
      continue;
    }
    const hit = governorAt(scene, i, headStart);
    // A verb right before the head belongs to the name: …推进机制, …提升行动.
    const strong = hit !== null && STRONG.has(hit.kind) && (hit.end < headStart || leading);
    if (hit && (strong || leading)) {
      start = hit.end;
      if (hit.kind !== 'adverb' && hit.kind !== 'subject') governor = hit;
      leading = true;
      i = hit.end;
    } else if (PARTICLE.test(text[i] as string) && scene.edges[i] === 1 && scene.edges[i + 1] === 1) {
      start = i + 1;
      leading = true;
      i++;
    } else {
      leading = false;
      i++;
    }
  }
  const count = COUNT.exec(text.slice(start, headStart));
  if (count) start += count[0].length;
  while (start < headStart && /[\s　]/.test(text[start] as string)) start++;
  return { start, governor };
}

/** The governor that ends right before an offset, adverbs aside; for quoted names that carry no head. */
export function governorBefore(scene: Scene, at: number): Governed['governor'] {
  for (let length = Math.min(MAX_WORD, at); length > 0; length--) {
    const hit = governorAt(scene, at - length, at);
    if (hit?.end === at) return hit;
  }
  return null;
}
