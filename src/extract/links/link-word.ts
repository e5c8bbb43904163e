/** Verbs that state a relation (位于, 获批, 争取 …), the longest at each place. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range, RelationType } from '../../model.js';
import { AhoCorasick } from '../aho-corasick.js';
import { wordsIn } from '../ranges.js';

const RELATIONS = ['LOCATED_IN', 'RECEIVED', 'FUNDED_BY', 'PARTICIPATES_IN'] as const;

export interface LinkSense {
  relation: RelationType;
  /** target: the word itself says that the thing is only sought. */
  status: 'actual' | 'target';
}

export interface LinkHit extends Range {
  senses: LinkSense[];
}

const row = z.object({
  word: z.string().min(1),
  relation: z.enum(RELATIONS),
  status: z.enum(['actual', 'target']),
});

let lexicon: { machine: AhoCorasick; senses: LinkSense[][] } | undefined;

/** All relation verbs of a text, in order, none inside another; both ends are word edges. */
export function findLinkWords(text: string, edges: Uint8Array): LinkHit[] {
  lexicon ??= loadLexicon();
  const { machine, senses } = lexicon;
  return wordsIn(machine, text, edges).map(({ word, start, end }) => ({
    start,
    end,
    senses: senses[word] as LinkSense[],
  }));
}

function loadLexicon() {
  const senses = new Map<string, LinkSense[]>();
  for (const { word, ...rest } of readLexicon('link-verb', row))
    senses.set(word, [...(senses.get(word) ?? []), rest]);
  return { machine: new AhoCorasick([...senses.keys()]), senses: [...senses.values()] };
}
