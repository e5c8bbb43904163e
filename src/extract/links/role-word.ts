/** Labels (牵头单位：) and verbs (由A牵头) that say who answers for a thing. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range, RelationType } from '../../model.js';
import { AhoCorasick } from '../aho-corasick.js';
import { wordsIn } from '../ranges.js';

const FORMS = ['label', 'verb', 'by', 'to'] as const;
type Form = (typeof FORMS)[number];

export interface RoleWord {
  role: string;
  relation: RelationType;
  form: Form;
}

export interface RoleHit extends Range {
  words: RoleWord[];
}

const row = z.object({
  word: z.string().min(1),
  role: z.string().min(1),
  relation: z
    .enum(['R', 'P'])
    .transform((c): RelationType => (c === 'R' ? 'RESPONSIBLE_FOR' : 'PARTICIPATES_IN')),
  form: z.enum(FORMS),
});

let lexicon: { machine: AhoCorasick; words: RoleWord[][] } | undefined;

/** All role words of a text, in order, none inside another. */
export function findRoleWords(text: string): RoleHit[] {
  lexicon ??= loadLexicon();
  const { machine, words } = lexicon;
  return wordsIn(machine, text, null).map(({ word, start, end }) => ({
    start,
    end,
    words: words[word] as RoleWord[],
  }));
}

function loadLexicon() {
  const words = new Map<string, RoleWord[]>();
  for (const { word, ...rest } of readLexicon('role-label', row))
    words.set(word, [...(words.get(word) ?? []), rest]);
  return { machine: new AhoCorasick([...words.keys()]), words: [...words.values()] };
}
