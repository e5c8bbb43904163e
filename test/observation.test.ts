/** Numbers of single sentences, each in a section of the standing that its line names, against test/corpus/observation.jsonl. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/document/document.js';
import { extractDraft } from '../src/extract/extract.js';
import { ROOT } from './files.js';

interface Fact {
  raw: string;
  subject?: string;
  period?: [string, string] | null;
}
interface Example {
  section: keyof typeof SECTIONS;
  text: string;
  facts: Fact[];
}

const TITLE = '松岭县2024年政府工作报告\n——2024年1月16日在松岭县第十八届人民代表大会第三次会议上\n\n';
const SECTIONS = {
  review: `${TITLE}一、2023年工作回顾\n`,
  years: `${TITLE}一、过去五年工作回顾\n2019年至2023年，我们主要做了以下工作：\n`,
  notice: '松岭县2024年上半年重点项目建设情况通报\n（2024年7月12日）\n\n各乡镇、县直各单位：\n',
  plan: `${TITLE}一、2023年工作回顾\n一年来，全县上下团结奋斗。\n二、2024年重点工作\n`,
};

/** The facts of one example, in the form its line states them. */
function read({ section, text }: Example): Record<string, unknown>[] {
  const start = SECTIONS[section].length;
  const source = { file: 'x.txt', sha256: '0', encoding: 'utf-8', text: `${SECTIONS[section]}${text}\n` };
  const draft = extractDraft(parseDocument(source));
  return draft.observations
    .filter((o) => o.evidence.start >= start)
    .map((o) => ({
      ...o,
      raw: source.text.slice(o.evidence.start, o.evidence.end),
      period: o.period ? [o.period.start, o.period.end] : null,
      subject: typeof o.subject === 'number' ? draft.mentions[o.subject]?.name : o.subject,
    }));
}

const examples = readFileSync(join(ROOT, 'test', 'corpus', 'observation.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

describe('observations', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(40);
  });

  it.each(examples)('$section: $text', (example) => {
    const facts = read(example);
    expect(facts.map((f) => f['raw'])).toEqual(example.facts.map((f) => f.raw));
    for (const [i, fact] of example.facts.entries()) expect(facts[i]).toMatchObject(fact);
  });
});
