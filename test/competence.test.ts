/** Inferred links: the published table on examples, and what must hold of every link it gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractionSchema } from '../schema/extraction.js';
import { readMilestones } from '../src/extract/rules/milestone.js';
import { readRelations } from '../src/extract/rules/relation.js';
import { readLexicon } from '../src/lexicon.js';
import { addCompetence } from '../src/resolve/competence.js';
import { resolveReport } from '../src/resolve/resolve.js';
import { exampleOf, type LinkExample } from './linking.js';

const EXAMPLES = readFileSync(join(import.meta.dirname, 'corpus', 'competence.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LinkExample);

function inferred(line: LinkExample) {
  const { context, mentions } = exampleOf(line);
  const milestones = readMilestones(context, mentions);
  const relations = readRelations(context, mentions, milestones);
  const draft = { mentions, observations: [], milestones, relations, nonFacts: [] };
  const before = resolveReport(context.report, draft);
  return { report: context.report, before, after: addCompetence(context.report, before) };
}

/** `organ > thing row`, * behind an organ that the report does not name. */
function read(line: LinkExample): string[] {
  const { after } = inferred(line);
  const byId = new Map(after.entities.map((e) => [e.id, e]));
  return after.relations
    .filter((r) => r.basis === 'inferred')
    .map((r) => {
      const organ = byId.get(r.source);
      const unsaid = organ?.attributes['mentioned'] === 'no' ? '*' : '';
      return `${organ?.name}${unsaid} > ${byId.get(r.target)?.name} ${r.rule.replace('competence-', '')}`;
    });
}

describe('competence', () => {
  it.each(EXAMPLES)('$division: $text', (line) => {
    expect(read(line)).toEqual(line.expect);
  });

  it('has an example of most rows, and says on what each row rests', () => {
    const rows = readLexicon('competence', z.object({ id: z.string(), ground: z.string().min(6) }).loose());
    const shown = new Set(EXAMPLES.flatMap((line) => line.expect.map((e) => e.split(' ').at(-1))));
    expect(rows.filter((r) => shown.has(r.id)).length).toBeGreaterThanOrEqual(35);
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  });

  it('adds only inferred links, keeps what was there, and shows the thing as evidence', () => {
    for (const line of EXAMPLES) {
      const { report, before, after } = inferred(line);
      expect(extractionSchema.safeParse(after).error).toBeUndefined();
      expect(after.entities.slice(0, before.entities.length)).toEqual(before.entities);
      const added = after.relations.filter((r) => !before.relations.some((b) => b.id === r.id));
      expect(after.relations.length).toBe(before.relations.length + added.length);
      for (const r of added) {
        expect(r.basis).toBe('inferred');
        expect(report.text.slice(r.evidence.start, r.evidence.end)).toBe(r.evidence.text);
        expect(after.entities.find((e) => e.id === r.target)?.mentions).toContainEqual(r.evidence);
      }
    }
  });

  it('gives an organ the id that it has where a report names it', () => {
    const unsaid = inferred({
      text: '石桥中学封顶。',
      names: ['School:石桥中学'],
      division: '云岭县',
      expect: [],
    });
    const said = inferred({
      text: '县教育局部署工作。',
      names: ['Agency:县教育局'],
      division: '云岭县',
      expect: [],
    });
    const organ = unsaid.after.entities.find((e) => e.type === 'Agency');
    expect(said.after.entities.map((e) => e.id)).toContain(organ?.id);
  });
});
