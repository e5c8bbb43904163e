/** Reads a line of a number or date table as a document of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/document/document.js';
import type { Context } from '../src/extract/context.js';
import { prepare } from '../src/extract/prepare.js';
import type { Period } from '../src/model.js';
import { ROOT } from './files.js';

/** Rows of `test/corpus/NAME.jsonl`. */
export function corpus<T>(name: string): T[] {
  const file = join(ROOT, 'test', 'corpus', `${name}.jsonl`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The dates, quantities and masked numerals of a text without header, in a report on the given period. */
export function atoms(text: string, period: Period | null = null, date: string | null = null): Context {
  const report = parseDocument({ file: 'test', sha256: 'test', encoding: 'utf-8', text });
  report.header = { ...report.header, period, date };
  for (const section of report.sections) section.period = null;
  return prepare({ ...report, furniture: [] });
}
