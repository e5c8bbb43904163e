/** No numeral is passed over in silence: each is a fact, or listed with the reason that it is none. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../src/extract/coverage.js';
import { ledger } from '../src/extract/coverage.js';
import { coverSource } from '../src/pipeline.js';
import { readSource } from '../src/read/read.js';
import { ROOT } from './files.js';
import { atoms } from './reading.js';

/** Report folders: the package's own, and any more that the environment names. */
const folders = [
  join(ROOT, 'data', 'reports'),
  ...(process.env['GOVGRAPH_TEXTS'] ?? '').split(':').filter(Boolean),
];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
);
const unexplained = (rows: LedgerRow[]) => rows.filter((r) => r.fact === null && r.reason === null);

describe('coverage', () => {
  it.each(files)('accounts for every numeral of %s', (file) => {
    const source = readSource(file);
    const rows = coverSource(source);
    expect(rows.length).toBeGreaterThan(100);
    expect(unexplained(rows)).toEqual([]);
    for (const row of rows) expect(source.text.slice(row.start, row.end)).toBe(row.text);
  });

  it('shows a numeral that nobody accounted for, whole or in part', () => {
    const text = '新建公园38个，改造老旧小区两处，占12,345户的Ⅲ类。';
    const { report } = atoms(text);
    const nothing = { mentions: [], observations: [], milestones: [], relations: [] };
    const rows = ledger(report, { ...nothing, nonFacts: [{ start: 4, end: 5, reason: 'test' }] });
    expect(unexplained(rows).map((r) => r.text)).toEqual(['8', '两', '12,345', 'Ⅲ']);
  });
});
