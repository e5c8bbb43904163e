/** Stages of things: examples as a table, then what holds of every text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../schema/ontology.js';
import { readMilestones } from '../src/extract/rules/milestone.js';
import { exampleOf, type LinkExample } from './linking.js';

const EXAMPLES = readFileSync(join(import.meta.dirname, 'corpus', 'milestone.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LinkExample);

/** `name stage`, with ! for a target and the date where it is stated. */
function read(line: LinkExample): string[] {
  const { context, mentions } = exampleOf(line);
  const shown = readMilestones(context, mentions).map((m) => {
    const name = typeof m.entity === 'number' ? mentions[m.entity]?.name : m.entity;
    return `${name} ${m.stage}${m.status === 'target' ? '!' : ''}${m.date === null ? '' : ` ${m.date}`}`;
  });
  return [...new Set(shown)].sort();
}

describe('milestones', () => {
  it.each(EXAMPLES)('$text', (line) => {
    expect(read(line)).toEqual([...line.expect].sort());
  });

  it('has negatives and examples of every stage', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(40);
    expect(EXAMPLES.filter((line) => line.expect.length === 0).length).toBeGreaterThanOrEqual(8);
    const stages = new Set(
      EXAMPLES.flatMap((line) => line.expect.map((e) => e.split(' ')[1]?.replace('!', ''))),
    );
    expect([...stages].sort()).toEqual(Object.keys(STAGES).sort());
  });

  it('shows the stage word itself as evidence', () => {
    const { context, mentions } = exampleOf({
      text: '东湾大厦主体结构封顶。',
      names: ['Project:东湾大厦'],
      expect: [],
    });
    const [m] = readMilestones(context, mentions);
    expect(context.report.text.slice(m?.evidence.start, m?.evidence.end)).toBe('主体结构封顶');
  });

  it('reads any order of its words without failing, and points only at given names', () => {
    const piece = fc.constantFrom(
      '开工建设',
      '完成',
      '、',
      '，',
      '等',
      '东湾大厦',
      '推进',
      '征迁',
      '。',
      '未',
      '“',
      '\n',
      '（1）',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `${pieces.join('')}东湾大厦`;
        const { context, mentions } = exampleOf({ text, names: ['Project:东湾大厦'], expect: [] });
        for (const m of readMilestones(context, mentions)) {
          expect(mentions[m.entity as number]?.name).toBe('东湾大厦');
          expect(m.evidence.end).toBeGreaterThan(m.evidence.start);
        }
      }),
      { numRuns: 200 },
    );
  });
});
