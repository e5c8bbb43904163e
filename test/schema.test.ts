/** The ontology is data, and checked: labels, ends, the contract's closed lists, and the files made from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractionSchema } from '../schema/extraction.js';
import { ENTITY_TYPES, RELATION_TYPES, STAGES } from '../schema/ontology.js';
import { jsonSchema, referencePage } from '../schema/reference.js';
import { extract } from '../src/pipeline.js';
import { ROOT } from './files.js';

const report = join(ROOT, 'data', 'reports', 'wuchang-2020q3.txt');

describe('schema', () => {
  it.each(Object.entries({ ...ENTITY_TYPES, ...RELATION_TYPES, ...STAGES }))(
    '%s has a Chinese and an English label',
    (_, { zh, en }) => {
      expect(zh).toMatch(/^[\u4e00-\u9fff]+$/);
      expect(en).toMatch(/^[a-z ]+$/);
    },
  );

  it('labels no two types of one kind alike', () => {
    for (const table of [ENTITY_TYPES, RELATION_TYPES, STAGES]) {
      const labels = Object.values(table).flatMap(({ zh, en }) => [zh, en]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it.each(Object.entries(RELATION_TYPES))('%s joins known types', (_, { from, to }) => {
    expect(from.length * to.length).toBeGreaterThan(0);
    for (const type of [...from, ...to]) expect(Object.keys(ENTITY_TYPES)).toContain(type);
  });

  it('has fresh generated files (npm run generate)', () => {
    expect(readFileSync(join(ROOT, 'schema', 'extraction.schema.json'), 'utf8')).toBe(jsonSchema());
    expect(readFileSync(join(ROOT, 'schema', 'README.md'), 'utf8')).toBe(referencePage());
  });

  it('names every type, relation and stage on the reference page', () => {
    const page = referencePage();
    for (const name of Object.keys({ ...ENTITY_TYPES, ...RELATION_TYPES, ...STAGES })) {
      expect(page).toContain(`| \`${name}\` |`);
    }
  });

  it('accepts a real extraction and refuses a field that is not in it', () => {
    const extraction = extract(report);
    expect(extractionSchema.safeParse(extraction).error?.issues ?? []).toEqual([]);
    expect(extractionSchema.safeParse({ ...extraction, extra: 1 }).success).toBe(false);
  });

  it('joins only the types that its relations allow', () => {
    const { entities, relations } = extract(report);
    const types = new Map(entities.map((e) => [e.id, e.type]));
    const strays = relations.filter(({ type, source, target }) => {
      const ends = RELATION_TYPES[type];
      const has = (list: readonly string[], id: string) => list.includes(types.get(id) ?? 'none');
      return !has(ends.from, source) || !has(ends.to, target);
    });
    expect(strays.map((r) => `${r.type} by ${r.rule} @${r.evidence.start}`)).toEqual([]);
  });

  it('slices to its own words at every span', () => {
    const extraction = extract(report);
    const text = readFileSync(report, 'utf8').replace(/^\uFEFF/, '');
    const { observations, milestones, relations, entities, warnings } = extraction;
    const spans = [
      ...[...observations, ...milestones, ...relations].map((fact) => fact.evidence),
      ...entities.flatMap((e) => e.mentions),
      ...warnings.flatMap((w) => w.span ?? []),
    ];
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});
