/** Names that scraping broke by a blank or a line end are read whole, and quoted as they stand. */
import { describe, expect, it } from 'vitest';
import { extractSource } from '../src/pipeline.js';
import { sourceFromBytes } from '../src/read/read.js';

const read = (text: string) => extractSource(sourceFromBytes(Buffer.from(text), 'broken.txt'));
const HEAD = '浦江县人民政府2022年工作报告\n\n一、2021年工作回顾\n\n';

describe('broken names', () => {
  it.each([
    ['东塘中学扩 建工程去年竣工,投资3000万元。', '东塘中学扩建工程', '东塘中学扩 建工程'],
    ['全年平稳。白马水库除险加 固工程完工，蓄水正常。', '白马水库除险加固工程', '白马水库除险加 固工程'],
  ])('%s', (sentence, name, mention) => {
    const { entities, milestones } = read(HEAD + sentence);
    const work = entities.find((e) => e.name.endsWith(name));
    expect(work?.mentions.map((m) => m.text)).toEqual([mention]);
    expect(milestones.some((m) => m.entity === work?.id && m.stage === 'completed')).toBe(true);
  });

  it('leaves titles and names apart', () => {
    const { entities } = read(`${HEAD}省长 李炳军\n组长：王清宪 省长，负责全面工作。`);
    expect(entities.some((e) => e.name.includes('长李') || e.name.includes('宪省'))).toBe(false);
  });

  it('keeps every span on the text as it stands', () => {
    const text = `${HEAD}东塘中学扩 建工程完成投资1. 2亿元,其 中财政资金3000万元,占25%。`;
    const { entities, observations } = read(text);
    for (const span of [...entities.flatMap((e) => e.mentions), ...observations.map((o) => o.evidence)])
      expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(observations.map((o) => o.value)).toEqual([120_000_000, 30_000_000, 25]);
  });
});
