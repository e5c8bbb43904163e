/** The words of the name lexicons: head nouns, stop words, common words, verbs of building, divisions. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import { AhoCorasick } from '../aho-corasick.js';
import { type DivisionForm, divisionForms } from './divisions.js';

/** Tables of head nouns, `data/lexicon/FAMILY-head.tsv` with columns word, kind. */
export const HEAD_FAMILIES = [
  'division',
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

const STOP_KINDS = ['hard', 'soft', 'class', 'measure', 'unit'] as const;
type StopKind = (typeof STOP_KINDS)[number];

/** What one spelling may mean to the name rules. */
export type Meaning =
  | { as: 'head'; family: HeadFamily; kind: string; vague: boolean }
  /** compound: two verbs in one word, each of which a name may hold (投资建设). */
  | { as: 'stop'; kind: StopKind; compound: boolean }
  | { as: 'plain' }
  | { as: 'region' }
  | { as: 'build'; side: 'before' | 'after'; sure: boolean }
  | { as: 'division'; found: DivisionForm };

let lexicon: { machine: AhoCorasick; meanings: Meaning[][] } | undefined;

/** All words of the name lexicons with what they mean, in one machine; built at first use. */
export function nameLexicon(): { machine: AhoCorasick; meanings: Meaning[][] } {
  if (lexicon) return lexicon;
  const meanings = new Map<string, Meaning[]>();
  const add = (word: string, meaning: Meaning) => {
    const known = meanings.get(word);
    if (known) known.push(meaning);
    else meanings.set(word, [meaning]);
  };
  const word = z.string().min(1);
  const vague = new Set(readLexicon('vague-head', z.object({ word })).map((r) => r.word));
  for (const family of HEAD_FAMILIES) {
    const row = z.object({ word, kind: z.string() });
    for (const r of readLexicon(`${family}-head`, row))
      add(r.word, { as: 'head', family, kind: r.kind, vague: vague.has(r.word) });
  }
  const stop = z.object({ word, kind: z.enum(STOP_KINDS) });
  const stops = readLexicon('left-stop', stop);
  const soft = new Set(stops.filter((r) => r.kind === 'soft').map((r) => r.word));
  const isCompound = (w: string) => soft.has(w.slice(0, 2)) && soft.has(w.slice(2));
  for (const r of stops) add(r.word, { as: 'stop', kind: r.kind, compound: isCompound(r.word) });
  for (const r of readLexicon('generic', z.object({ word }))) add(r.word, { as: 'plain' });
  for (const r of readLexicon('region', z.object({ word }))) add(r.word, { as: 'region' });
  const build = z.object({ word, side: z.enum(['before', 'after']), sure: z.enum(['yes', '']) });
  for (const r of readLexicon('build-verb', build))
    add(r.word, { as: 'build', side: r.side, sure: r.sure === 'yes' });
  for (const [spelling, found] of divisionForms()) add(spelling, { as: 'division', found });
  lexicon = { machine: new AhoCorasick([...meanings.keys()]), meanings: [...meanings.values()] };
  return lexicon;
}
