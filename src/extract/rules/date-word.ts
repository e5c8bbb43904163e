/** Words for stretches of time (今年, 上半年, 近年来), from `date-word.tsv`. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';

const ROW = z.object({
  word: z.string().min(2),
  anchor: z.enum(['delivery', 'base', 'none']),
  years: z.coerce.number().int(),
  part: z.string().regex(/^(?:\d\d-\d\d\/\d\d-\d\d)?$/),
});
type Row = z.output<typeof ROW>;

let table: Map<string, Row[]> | undefined;

/** The longest time word that starts at an offset, or null. */
export function wordAt(text: string, at: number): Row | null {
  table ??= load();
  return table.get(text[at] ?? '')?.find((row) => text.startsWith(row.word, at)) ?? null;
}

function load(): Map<string, Row[]> {
  const byFirst = new Map<string, Row[]>();
  for (const row of readLexicon('date-word', ROW).sort((a, b) => b.word.length - a.word.length)) {
    const first = row.word[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), row]);
  }
  return byFirst;
}
