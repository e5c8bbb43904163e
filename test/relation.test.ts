/** Relations: examples as a table, then what holds of all of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RELATION_TYPES } from '../schema/ontology.js';
import { readMilestones } from '../src/extract/rules/milestone.js';
import { readRelations } from '../src/extract/rules/relation.js';
import { exampleOf, type LinkExample } from './linking.js';

interface RelationExample extends LinkExample {
  /** Only relations of these types are compared; all, unless told. */
  only?: string[];
}

const EXAMPLES = readFileSync(join(import.meta.dirname, 'corpus', 'relation.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as RelationExample);

function relations(line: RelationExample) {
  const { context, mentions } = exampleOf(line);
  return { context, mentions, found: readRelations(context, mentions, readMilestones(context, mentions)) };
}

/** `TYPE source > target`, then the role in brackets, ~ for implied and ! for sought. */
function read(line: RelationExample): string[] {
  const { mentions, found } = relations(line);
  const name = (ref: number | string) =>
    typeof ref === 'number' ? mentions[ref]?.name : ref === 'division' ? line.division : line.issuer;
  const shown = found
    .filter((r) => line.only === undefined || line.only.includes(r.type))
    .map((r) => {
      const marks = `${r.role === null ? '' : `(${r.role})`}${r.basis === 'implied' ? '~' : ''}${r.status === 'target' ? '!' : ''}`;
      return `${r.type} ${name(r.source)} > ${name(r.target)}${marks && ` ${marks}`}`;
    });
  return [...new Set(shown)].sort();
}

describe('relations', () => {
  it.each(EXAMPLES)('$text', (line) => {
    expect(read(line)).toEqual([...line.expect].sort());
  });

  it('has negatives and examples of every type', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(40);
    expect(EXAMPLES.filter((line) => line.expect.length === 0).length).toBeGreaterThanOrEqual(8);
    const types = new Set(EXAMPLES.flatMap((line) => line.expect.map((e) => e.split(' ')[0])));
    expect([...types].sort()).toEqual(Object.keys(RELATION_TYPES).sort());
  });

  it('never infers, never links a thing with itself, and shows real text as evidence', () => {
    for (const line of EXAMPLES) {
      for (const r of relations(line).found) {
        expect(r.basis).not.toBe('inferred');
        expect(r.source).not.toBe(r.target);
        expect(r.evidence.end).toBeGreaterThan(r.evidence.start);
        expect(r.evidence.end).toBeLessThanOrEqual(line.text.length);
      }
    }
  });
});
