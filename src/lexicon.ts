/** Reads the word tables under `data/lexicon`: TSV with a header row, `#` comment lines, checked by zod. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { assetPath } from './assets.js';
import { GovGraphError } from './errors.js';

/**
 * Rows of one table, as objects by the header's column names.
 * @param name file name without `.tsv`, e.g. `unit`
 * @param row zod schema of one row; every column arrives as a string ('' when empty)
 * @throws GovGraphError LEXICON_ROW with file, line and value when a row does not fit
 */
export function readLexicon<T extends z.ZodType>(name: string, row: T): z.output<T>[] {
  const file = assetPath('data', 'lexicon', `${name}.tsv`);
  const rows: z.output<T>[] = [];
  let header: string[] | undefined;
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (!header) {
      header = cells;
      continue;
    }
    const parsed = row.safeParse(Object.fromEntries(header.map((key, k) => [key, cells[k] ?? ''])));
    if (!parsed.success) {
      throw new GovGraphError(
        'LEXICON_ROW',
        `row does not fit: ${line}: ${parsed.error.issues[0]?.message}`,
        {
          where: `data/lexicon/${name}.tsv:${i + 1}`,
        },
      );
    }
    rows.push(parsed.data);
  }
  return rows;
}
