/** Words for stretches of time (今年, 上半年, 近年来), from `date-word.tsv`. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';

const ROW = z.object({
  word: z.string().min(2),
  anchor: z.enum(['delivery', 'base', 'none']),
  years: z.coerce.number().int(),
  part: z.string().regex(/^(?:\d\d-\d\d\/\d\d-\d\d)?$/),
  notAfter: z.string(),
});
/** Before 年内 and the like a numeral counts years (三年内). */
const NUMERAL = /[\d一二两三四五六七八九十百千]/;
/** Behind a word for a year these make another word (年龄, 年级, 年代). */
const OTHER_WORD = /[龄级轻代货味画]/;
type Row = z.output<typeof ROW>;

let table: Map<string, Row[]> | undefined;

/** The longest time word that starts at an offset, or null. */
export function wordAt(text: string, at: number): Row | null {
  table ??= load();
  const row = table.get(text[at] ?? '')?.find((r) => text.startsWith(r.word, at));
  if (!row) return null;
  const before = text[at - 1] ?? '\n';
  if (row.notAfter.includes(before) || (row.word.startsWith('年') && NUMERAL.test(before))) return null;
  return row.word.endsWith('年') && OTHER_WORD.test(text[at + row.word.length] ?? '') ? null : row;
}

function load(): Map<string, Row[]> {
  const byFirst = new Map<string, Row[]>();
  for (const row of readLexicon('date-word', ROW).sort((a, b) => b.word.length - a.word.length)) {
    const first = row.word[0] as string;
    byFirst.set(first, [...(byFirst.get(first) ?? []), row]);
  }
  return byFirst;
}
