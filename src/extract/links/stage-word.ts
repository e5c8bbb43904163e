/** Finds the words that state a stage (开工, 封顶, 投用 …), the longest at each place. */
import { z } from 'zod';
import { STAGES } from '../../../schema/ontology.js';
import { readLexicon } from '../../lexicon.js';
import type { EntityType, Range, Stage } from '../../model.js';
import { AhoCorasick } from '../aho-corasick.js';

/** What a stage word can be said of. */
const KINDS: Record<string, readonly EntityType[]> = {
  built: ['Project', 'Place', 'Hospital', 'School', 'Organization'],
  site: ['Project', 'Place', 'Hospital', 'School', 'Organization', 'Company'],
  work: ['Project', 'Place', 'Hospital', 'School', 'Organization', 'Programme', 'Policy'],
  facility: ['Hospital', 'School', 'Place', 'Project'],
  campaign: ['Programme', 'Policy', 'Project'],
  programme: ['Programme'],
  system: ['Project'],
  body: ['Agency', 'Organization', 'Company', 'Hospital', 'School'],
  unveiled: ['Agency', 'Organization', 'Company', 'Hospital', 'School', 'Place', 'Project'],
  event: ['Event'],
  document: ['Policy'],
};

const SIDES = ['after', 'before', 'both', 'govern', 'done', 'finish', 'into'] as const;
export type Side = (typeof SIDES)[number];

/** One meaning of a stage word. */
export interface StageSense {
  stages: Stage[];
  /** Where the thing stands: after the word, before it, both; the others as in the table's head. */
  side: Side;
  types: readonly EntityType[];
}

/** An occurrence; a word may have a sense as verb and one as the noun that 完成 takes. */
export interface StageHit extends Range {
  senses: StageSense[];
}

const row = z.object({
  word: z.string().min(1),
  stages: z.string().transform((s) => s.split(',').map((stage) => z.enum(Object.keys(STAGES)).parse(stage))),
  side: z.enum(SIDES),
  kinds: z.enum(Object.keys(KINDS)),
});

let lexicon: { machine: AhoCorasick; senses: StageSense[][] } | undefined;

function loadLexicon() {
  const senses = new Map<string, StageSense[]>();
  for (const { word, stages, side, kinds } of readLexicon('stage-verb', row)) {
    const sense = { stages: stages as Stage[], side, types: KINDS[kinds] as readonly EntityType[] };
    senses.set(word, [...(senses.get(word) ?? []), sense]);
  }
  return { machine: new AhoCorasick([...senses.keys()]), senses: [...senses.values()] };
}

/**
 * All stage words of a text, in order, none overlapping (the longest, then the earliest, wins).
 * @param edges word edges: a word that starts or ends inside another word is no stage word
 */
export function findStageWords(text: string, edges: Uint8Array): StageHit[] {
  lexicon ??= loadLexicon();
  const { machine, senses } = lexicon;
  const hits: StageHit[] = [];
  machine.scan(text, (word, start, end) => {
    if (edges[start] === 0 || edges[end] === 0) return;
    let last = hits.at(-1);
    if (last && last.start <= start && end <= last.end) return;
    while (last && last.start >= start) {
      hits.pop();
      last = hits.at(-1);
    }
    if (last && last.end > start) return;
    hits.push({ start, end, senses: senses[word] as StageSense[] });
  });
  return hits;
}
