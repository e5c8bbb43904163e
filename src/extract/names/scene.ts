/** What every name rule reads: the context, the head nouns found in it, and where a name cannot reach further left. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range } from '../../model.js';
import { AhoCorasick } from '../aho-corasick.js';
import type { Candidate, Context } from '../context.js';

/** Tables of head nouns, `data/lexicon/FAMILY-head.tsv` with columns word, kind. */
export const HEAD_FAMILIES = [
  'agency',
  'facility',
  'project',
  'place',
  'policy',
  'programme',
  'event',
  'funding',
  'honour',
  'person',
] as const;
export type HeadFamily = (typeof HEAD_FAMILIES)[number];

/** An occurrence of a head noun, the longest at its place, ending at a word edge. */
export interface HeadHit extends Range {
  family: HeadFamily;
  kind: string;
}

export interface Scene extends Context {
  /** Head nouns by family, in text order, none inside another of its family. */
  heads: Record<HeadFamily, HeadHit[]>;
  /** floor[i]: the latest offset at or before i where something ends that no name crosses leftward. */
  floor: Int32Array;
  /** Words that are verbs when they lead and parts of a name when they follow (建设, 改造): start -> end. */
  soft: Map<number, number>;
}

/** One named rule that proposes names; its examples stand under test/corpus. */
export interface NameRule {
  name: string;
  propose: (scene: Scene) => Candidate[];
}

type Word =
  | { as: 'head'; family: HeadFamily; kind: string }
  | { as: 'stop'; kind: 'hard' | 'soft' | 'measure' };

let lexicon: { machine: AhoCorasick; meanings: Word[][] } | undefined;

function loadLexicon() {
  const meanings = new Map<string, Word[]>();
  const add = (word: string, meaning: Word) => meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
  for (const family of HEAD_FAMILIES) {
    const row = z.object({ word: z.string().min(1), kind: z.string() });
    for (const { word, kind } of readLexicon(`${family}-head`, row)) add(word, { as: 'head', family, kind });
  }
  const stop = z.object({ word: z.string().min(1), kind: z.enum(['hard', 'soft', 'measure']) });
  for (const { word, kind } of readLexicon('left-stop', stop)) add(word, { as: 'stop', kind });
  return { machine: new AhoCorasick([...meanings.keys()]), meanings: [...meanings.values()] };
}

/** Punctuation that no name crosses; quotes and round brackets are crossed as a whole by `leftEdge`. */
const WALL = /[，。；：！？、…—\s,;:!?《》〈〉【】[\]“”‘’"（）()]/;
const NUMERAL = /[\d０-９.．,%％‰〇零一二两三四五六七八九十百千万亿几数多余]/;

/** Scans a context once for head nouns and stop words of all families. */
export function readScene(context: Context): Scene {
  const { text } = context.report;
  const { edges } = context;
  lexicon ??= loadLexicon();
  const { machine, meanings } = lexicon;
  const heads = Object.fromEntries(HEAD_FAMILIES.map((f) => [f, [] as HeadHit[]])) as Scene['heads'];
  const barrier = new Uint8Array(text.length + 1);
  const soft = new Map<number, number>();
  machine.scan(text, (word, start, end) => {
    if (edges[end] !== 1) return;
    for (const meaning of meanings[word] as Word[]) {
      if (meaning.as === 'head') pushLongest(heads[meaning.family], { ...meaning, start, end });
      else if (meaning.kind === 'measure') {
        if (start > 0 && NUMERAL.test(text[start - 1] as string)) barrier[end] = 1;
      } else if (edges[start] === 1) {
        if (meaning.kind === 'hard') barrier[end] = 1;
        else if ((soft.get(start) ?? 0) < end) soft.set(start, end);
      }
    }
  });
  const floor = new Int32Array(text.length + 1);
  let last = 0;
  for (let i = 0; i <= text.length; i++) {
    if (barrier[i] === 1 || (i > 0 && WALL.test(text[i - 1] as string))) last = i;
    floor[i] = last;
  }
  return { ...context, heads, floor, soft };
}

function pushLongest(list: HeadHit[], hit: HeadHit): void {
  let last = list.at(-1);
  if (last && last.start <= hit.start && hit.end <= last.end) return;
  while (last && last.start >= hit.start) {
    list.pop();
    last = list.at(-1);
  }
  list.push(hit);
}
