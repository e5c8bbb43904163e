/** The statement log on disk, and the reports in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readLog, sortStatements, writeLog } from '../src/graph/log.js';
import { findReport, supersede } from '../src/graph/reports.js';
import { toStatements } from '../src/graph/statements.js';
import { EAST, type ReadReport, WEST } from './fixtures/reports.js';

const statements = ({ report, extraction }: ReadReport) => toStatements(report, extraction);
const both = [...statements(EAST), ...statements(WEST)];
const root = mkdtempSync(join(tmpdir(), 'govgraph-log-'));
const folder = () => mkdtempSync(join(root, 'log-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('log', () => {
  it('gives back what was written, the same bytes whatever the order', async () => {
    const file = join(folder(), 'statements.jsonl');
    writeLog(file, both);
    const bytes = readFileSync(file, 'utf8');
    expect(await readLog(file)).toEqual(sortStatements(both));
    fc.assert(
      fc.property(fc.shuffledSubarray(both, { minLength: both.length }), (shuffled) => {
        writeLog(file, [...shuffled, ...shuffled.slice(0, 3)]);
        return readFileSync(file, 'utf8') === bytes;
      }),
      { numRuns: 20 },
    );
    expect(readdirSync(join(file, '..'))).toEqual(['statements.jsonl']);
  });

  it('keeps line separators and lone surrogates that a text holds', async () => {
    const file = join(folder(), 'log');
    const [first] = both;
    if (!first) throw new Error('no statement');
    const odd = { ...first, value: 'a\u2028b\u2029c\u0085d\ud800\u0000' };
    writeLog(file, [odd]);
    expect(await readLog(file)).toEqual([odd]);
  });

  it('tells the line that is no statement', async () => {
    const file = join(folder(), 'log');
    writeLog(file, both);
    const lines = readFileSync(file, 'utf8').split('\n');
    const damage = async (line: string) => {
      writeFileSync(file, [...lines.slice(0, 4), line, ...lines.slice(5)].join('\n'));
      return readLog(file);
    };
    await expect(damage((lines[4] ?? '').slice(0, -9))).rejects.toMatchObject({
      code: 'LOG_DAMAGED',
      where: `${file}:5`,
    });
    await expect(damage((lines[4] ?? '').replace('"stated"', '"certain"'))).rejects.toThrow(/basis/);
  });
});

describe('reports of a log', () => {
  it('are found by id, title and file, or the nearest are named', () => {
    const { header } = EAST.report;
    for (const asked of [header.id, header.title, 'east-2024.txt', 'some/folder/east-2024.txt']) {
      expect(findReport(both, asked).id).toBe(header.id);
    }
    expect(() => findReport(both, 'east-2023.txt')).toThrow(
      expect.objectContaining({ code: 'REPORT_UNKNOWN', hint: expect.stringContaining('east-2024.txt') }),
    );
  });

  it('give way to a later edition, and to nothing else', () => {
    const edited = statements(EAST).map((s) => ({ ...s, report: 'edited' }));
    expect(supersede(both, edited)).toEqual({ kept: statements(WEST), replaced: [EAST.report.header.title] });
    const otherYear = edited.map((s) =>
      s.property === 'report' ? { ...s, qualifiers: { ...s.qualifiers, periodStart: '2023-01-01' } } : s,
    );
    expect(supersede(both, otherYear).replaced).toEqual([]);
    expect(supersede(both, statements(EAST))).toEqual({ kept: statements(WEST), replaced: [] });
  });
});
