/** Word tables are data, and checked: read by the code, well formed, no row twice, like rows together. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLexicon } from '../src/lexicon.js';
import { filesUnder, ROOT } from './files.js';

const tables = filesUnder(join('data', 'lexicon'), '.tsv').map((file) => basename(file, '.tsv'));
const sources = filesUnder('src', '.ts').map((file) => readFileSync(join(ROOT, file), 'utf8'));
const linesOf = (name: string) =>
  readFileSync(join(ROOT, 'data', 'lexicon', `${name}.tsv`), 'utf8')
    .replace(/\n$/, '')
    .split('\n');
const rowsOf = (name: string) =>
  linesOf(name)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

/** The code names the table whole, or builds its name from a stem and an ending (`${family}-head`). */
function isRead(name: string): boolean {
  return sources.some((code) => {
    if (!code.includes('readLexicon')) return false;
    if (code.includes(`'${name}'`)) return true;
    const endings = [...code.matchAll(/readLexicon\(\s*`\$\{\w+\}([^`$]+)`/g)].map((m) => m[1] as string);
    return endings.some((e) => name.endsWith(e) && code.includes(`'${name.slice(0, -e.length)}'`));
  });
}

/** Equal values of a column stand together. */
function grouped(column: string[]): boolean {
  const starts = column.filter((value, i) => i === 0 || value !== column[i - 1]);
  return new Set(starts).size === starts.length;
}

describe.each(tables)('lexicon %s', (name) => {
  const [header = [], ...rows] = rowsOf(name);

  it('is read by the code', () => {
    expect(isRead(name)).toBe(true);
  });

  it('says in a comment what it holds, and names its columns', () => {
    expect(linesOf(name).slice(0, 2).join('\n')).toMatch(/^# \S/m);
    expect(header.every((column) => /^[a-z][a-zA-Z]*$/.test(column))).toBe(true);
    expect(new Set(header).size).toBe(header.length);
  });

  it('has rows of the header’s width, without stray blanks', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.length > header.length || row[0] === '')).toEqual([]);
    expect(rows.flat().filter((cell) => cell !== cell.trim() || cell.includes('\r'))).toEqual([]);
  });

  it('holds no row twice', () => {
    const seen = rows.map((row) => row.join('\t'));
    expect(seen.filter((row, i) => seen.indexOf(row) !== i)).toEqual([]);
  });

  it('keeps rows of one kind together, or under headings', () => {
    const kinds = header.findIndex(
      (column, k) => k > 0 && /^(kind|side|type|sense|form|standing)$/.test(column),
    );
    const sections = linesOf(name).filter((line) => line.startsWith('#')).length;
    if (kinds < 0 || rows.length < 40) return;
    expect(sections > 2 || grouped(rows.map((row) => row[kinds] ?? ''))).toBe(true);
  });
});

describe('readLexicon', () => {
  it('has tables to read', () => {
    expect(tables.length).toBeGreaterThan(10);
  });

  it('says which row of which file does not fit', () => {
    const [name] = tables as [string];
    expect(() => readLexicon(name, z.object({ noSuchColumn: z.string() }))).toThrow(
      expect.objectContaining({
        code: 'LEXICON_ROW',
        where: expect.stringMatching(/^data\/lexicon\/.+\.tsv:\d+$/),
      }),
    );
  });
});
