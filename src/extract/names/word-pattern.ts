/** A word table as part of a pattern. */
import { z } from 'zod';

/** A row of a table that holds words alone. */
export const WORD = z.object({ word: z.string().min(1) });

/** The words of a table as the alternatives of a regular expression, the longest first. */
export function alternatives(rows: readonly z.output<typeof WORD>[]): string {
  const words = rows.map((r) => r.word);
  return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}
