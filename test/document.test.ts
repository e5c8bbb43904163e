import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/document/document.js';
import { divisionsByName, lineageOf, subtreeOf, topDivisions } from '../src/document/gazetteer.js';
import type { Report } from '../src/model.js';
import { sourceFromBytes } from '../src/read/read.js';
import { ROOT } from './files.js';

interface Example {
  name: string;
  text: string;
  expect: Record<string, unknown>;
}

const examples: Example[] = readFileSync(join(ROOT, 'test/corpus/document.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

const parse = (text: string) => parseDocument(sourceFromBytes(Buffer.from(text), 'example.txt'));

/** What an example may state, read off a report in the same short form. */
function view(report: Report): Record<string, unknown> {
  const { header, text } = report;
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    title: header.title,
    issuer: header.issuer,
    division: header.division && [header.division.name, header.division.code],
    date: header.date,
    period: header.period && [header.period.start, header.period.end],
    furniture: report.furniture.map(words),
    sections: report.sections
      .slice(1)
      .map((s) => [s.heading && words(s.heading), s.level, s.standing, s.period?.start, s.period?.end]),
    sentences: report.sentences.map(words),
    damages: report.damages.map((d) => [words(d), d.kind, d.readings]),
    warnings: report.warnings.map(({ code }) => code),
  };
}

/** Sections are compared as far as the example goes: heading, level, standing, period. */
function cut(actual: unknown, wanted: unknown): unknown {
  if (!Array.isArray(wanted) || !Array.isArray(actual)) return actual;
  return actual.map((row, i) =>
    Array.isArray(row) && Array.isArray(wanted[i]) ? row.slice(0, wanted[i].length) : row,
  );
}

/** What holds for every report, whatever the text. */
function checkReport(report: Report): void {
  const { sections, sentences, furniture, text } = report;
  for (const [i, s] of sections.entries()) {
    expect(s.index).toBe(i);
    expect(s.end).toBeLessThanOrEqual(text.length);
    const parent = s.parent === null ? null : sections[s.parent];
    if (i === 0) expect(parent).toBeNull();
    else {
      expect(s.level).toBe((parent as { level: number }).level + 1);
      expect(s.start).toBeGreaterThanOrEqual((parent as { start: number }).start);
      expect(s.end).toBeLessThanOrEqual((parent as { end: number }).end);
    }
  }
  let last = 0;
  for (const [i, s] of sentences.entries()) {
    expect(s.index).toBe(i);
    expect(s.start).toBeGreaterThanOrEqual(last);
    expect(s.end).toBeGreaterThan(s.start);
    expect(text.slice(s.start, s.end).trim()).toBe(text.slice(s.start, s.end));
    expect(furniture.some((f) => f.start < s.end && s.start < f.end)).toBe(false);
    const section = sections[s.section] as { start: number; end: number };
    expect(section.start <= s.start && s.start < section.end).toBe(true);
    last = s.end;
  }
}

describe('document', () => {
  it('has examples enough', () => expect(examples.length).toBeGreaterThanOrEqual(25));

  it.each(examples)('$name', ({ text, expect: wanted }) => {
    const report = parse(text);
    const actual = view(report);
    for (const [key, value] of Object.entries(wanted)) {
      expect(cut(actual[key], key === 'sections' ? value : null), key).toEqual(value);
    }
    checkReport(report);
  });

  it('reads the Wuchang report as its gold file has it', () => {
    const file = join(ROOT, 'data/reports/wuchang-2020q3.txt');
    const report = parseDocument(sourceFromBytes(readFileSync(file), file));
    expect(view(report)).toMatchObject({
      title: '武昌区人民政府2020年前三季度工作情况报告',
      issuer: '武昌区人民政府',
      division: ['武昌区', '420106'],
      date: '2020-11-26',
      period: ['2020-01-01', '2020-09-30'],
      warnings: ['lostCharacters', 'lostCharacters', 'lostUnit', 'lostUnit'],
    });
    expect(report.lineage.map(({ name }) => name)).toEqual(['武昌区', '武汉市', '湖北省']);
    expect(report.subtree.map(({ name }) => name)).toContain('积玉桥街道');
    checkReport(report);
  });

  it('gives the same report for the same bytes, whatever the line ends', () => {
    const text = examples[0]?.text as string;
    expect(parse(text)).toEqual(parse(text));
    const crlf = parse(text.replaceAll('\n', '\r\n'));
    expect(crlf.header).toMatchObject({
      ...parse(text).header,
      id: crlf.header.id,
      source: crlf.header.source,
    });
  });
});

describe('hostile text', () => {
  it.each([
    ['a numeral of 10,000 digits', `全县有${'9'.repeat(10_000)}人。`],
    ['100,000 nested brackets', `全县${'（'.repeat(100_000)}${'）'.repeat(100_000)}人。`],
    ['a line of a million words', `全县${'建成道路3公里，'.repeat(150_000)}`],
    ['a million line ends', `全县\n${'\n'.repeat(1_000_000)}`],
    ['100,000 short lines', '建成3座，\n'.repeat(100_000)],
    ['100,000 markers', '一、\n（一）\n1.\n'.repeat(33_000)],
    ['100,000 broken characters', `全县${'县\uFFFD'.repeat(100_000)}`],
    ['100,000 lost dates', `全县${'112日，'.repeat(100_000)}`],
    ['NUL bytes and lone surrogates', `全县\u0000新增\uD800人\uDC00。`],
    ['only digits', '1234567890'],
    ['only dashes', `县${'—'.repeat(100_000)}`],
    ['blanks without end', `县${'\u3000'.repeat(500_000)}人`],
  ])('%s ends soon', (_, text) => {
    const start = performance.now();
    const source = { file: 'x', sha256: '0', encoding: 'utf-8', text };
    const report = parseDocument(source);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(report.warnings.length).toBeLessThan(400);
    expect(report.header.division).toBeNull();
  });
});

describe('gazetteer', () => {
  it('knows divisions by name and code, namesakes too', () => {
    expect(topDivisions().length).toBeGreaterThan(3200);
    expect(divisionsByName('武昌区')).toEqual([{ code: '420106', name: '武昌区', level: 3 }]);
    expect(divisionsByName('鼓楼区').map(({ code }) => code)).toEqual([
      '320106',
      '320302',
      '350102',
      '410204',
    ]);
    expect(divisionsByName('市辖区')).toEqual([]);
    expect(divisionsByName('香港特别行政区')).toHaveLength(1);
  });

  it("gives lineages without the lists' makeshift rows", () => {
    const names = (code: string) => lineageOf(code).map(({ name }) => name);
    expect(names('420106001')).toEqual(['积玉桥街道', '武昌区', '武汉市', '湖北省']);
    expect(names('429004')).toEqual(['仙桃市', '湖北省']);
    expect(names('500101')).toEqual(['万州区', '重庆市']);
    expect(names('441900')).toEqual(['东莞市', '广东省']);
    expect(names('000000')).toEqual(['中华人民共和国']);
    expect(names('999999')).toEqual([]);
  });

  it('has whole files: every block is indexed and opens, and every street has its county', () => {
    const rows = readFileSync(join(ROOT, 'data/gazetteer/below.tsv'), 'utf8').trim().split('\n').slice(1);
    const { size } = statSync(join(ROOT, 'data/gazetteer/below.bin'));
    const length = rows.reduce((sum, row) => sum + Number(row.split('\t')[2]), 0);
    expect(length).toBe(size);
    let streets = 0;
    for (const province of topDivisions().filter(({ level }) => level === 1)) {
      for (const { code, level } of subtreeOf(province.code)) {
        if (level !== 4) continue;
        streets++;
        expect(lineageOf(code.slice(0, 6)).length, code).toBeGreaterThan(1);
      }
    }
    expect(streets).toBeGreaterThan(40_000);
  });

  it('gives what lies below a division, down to villages', () => {
    const wuchang = subtreeOf('420106');
    expect(wuchang.filter(({ level }) => level === 4).map(({ name }) => name)).toContain('中华路街道');
    expect(wuchang.every(({ code }) => code.startsWith('420106'))).toBe(true);
    expect(wuchang.some(({ name }) => /委会/.test(name))).toBe(false);
    expect(subtreeOf('420000', 3).map(({ name }) => name)).toContain('仙桃市');
    expect(subtreeOf('441900').length).toBeGreaterThan(100);
    expect(subtreeOf('12345')).toEqual([]);
  });
});
