/** Reading gold files, and when two wordings of them count as the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGoldFolder } from '../src/evaluate/gold.js';
import { alike, plain } from '../src/evaluate/wording.js';
import { ROOT } from './files.js';

describe('wording', () => {
  it.each([
    ['新增城镇就业', '城镇新增就业', true],
    ['新增城镇就业', '新增城镇就业人数', true],
    ['社会消费品零售总额', '消费品零售总额', true],
    ['地区生产总值', '生产总值', true],
    ['地区生产总值', '增速', false],
    ['一般公共预算收入', '公共收入', false],
    ['地方一般公共预算收入', '一般公共预算总收入', true],
    ['', '增速', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(alike(a, b)).toBe(same);
    expect(alike(b, a)).toBe(same);
  });

  it('compares forms without quotes, brackets, width and case', () => {
    expect(plain('“武昌·模式”（Ｋ３）')).toBe('武昌模式k3');
  });
});

describe('gold files', () => {
  it('carries the Wuchang report read by hand, with its text', () => {
    const file = readGoldFolder().find(({ gold }) => gold.doc === 'wuchang-2020q3');
    expect(file?.textFile).toContain('wuchang-2020q3.txt');
    expect(file?.gold.observations.length).toBeGreaterThan(100);
  });

  it('finds the text of every file it carries, and each number at its place', () => {
    const files = readGoldFolder();
    expect(files.length).toBeGreaterThan(1);
    for (const { gold, textFile } of files) {
      const text = readFileSync(textFile ?? gold.text, 'utf8').replace(/^\uFEFF/, '');
      const moved = gold.observations.filter(({ at, raw }) => text.slice(at, at + raw.length) !== raw);
      expect([gold.doc, moved]).toEqual([gold.doc, []]);
    }
  });

  it('says where no gold file lies', () => {
    expect(() => readGoldFolder(join(ROOT, 'src'))).toThrow(
      expect.objectContaining({ code: 'GOLD_NOT_FOUND' }),
    );
    expect(() => readGoldFolder(join(ROOT, 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'GOLD_NOT_FOUND' }),
    );
  });

  it('says which field of a file is wrong', () => {
    expect(() => readGoldFolder(ROOT)).toThrow(expect.objectContaining({ code: 'GOLD_INVALID' }));
  });
});
