/** Our word edges are jieba's own, over real text and over texts made of its pieces. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordEdges } from '../src/extract/segment.js';
import { ROOT } from './files.js';

const jieba = Jieba.withDict(dict);

function edgesOfJieba(text: string): Uint8Array {
  const edges = new Uint8Array(text.length + 1);
  let at = 0;
  edges[0] = 1;
  for (const word of jieba.cut(text, false)) {
    at += word.length;
    edges[at] = 1;
  }
  return edges;
}

/** The words of a text, as the edges cut them. */
function words(text: string): string {
  const edges = wordEdges(text);
  return [...text].map((c, i) => (i > 0 && edges[i] === 1 ? `/${c}` : c)).join('');
}

const report = readFileSync(join(ROOT, 'data', 'reports', 'wuchang-2020q3.txt'), 'utf8');

describe('word edges', () => {
  it('are those of jieba on a whole report', () => {
    expect(wordEdges(report)).toEqual(edgesOfJieba(report));
  });

  it('are those of jieba on any mixture of its characters, letters and marks', () => {
    const unit = fc.constantFrom(...new Set(report), ...'aZ9+#&._%- \t，㐀\u{f900}é');
    const text = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(text, (t) => {
        expect(wordEdges(t)).toEqual(edgesOfJieba(t));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['市七医院迁建项目', '市/七/医院/迁建/项目'],
    ['新增5G基站120个', '新增/5G/基站/120/个'],
    ['完成投资16.5亿元', '完成/投资/16/./5/亿元'],
    ['', ''],
  ])('%s', (text, cut) => {
    expect(words(text)).toBe(cut);
  });
});
