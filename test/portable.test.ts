/** The list of what the two databases answer otherwise: its rows on the embedded one, and how it finds them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSED, SILENT, silentDifferences } from '../schema/portable.js';
import { openEmbedded } from '../src/store/embedded.js';
import { questionParams, readQuestions } from '../src/store/questions.js';
import type { GraphStore } from '../src/store/store.js';
import { built, run } from './cli-run.js';
import { answer } from './portable-answer.js';

let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(null, 'write');
});
afterAll(() => store.close());

describe('portable Cypher', () => {
  it.each([...SILENT, ...REFUSED])(
    'embedded: $construct',
    async ({ example, embedded, neo4j, portable, same }) => {
      expect(await answer(store, portable)).toBe(same);
      if (embedded === 'any order') return;
      expect(await answer(store, example)).toBe(embedded);
      expect(embedded, 'a row that is no difference').not.toBe(neo4j);
    },
  );

  it.each(SILENT.map((d) => [d.construct, d] as const))('finds %s, and not its other spelling', (_, d) => {
    expect(silentDifferences(d.example)).toContain(d);
    expect(silentDifferences(d.portable)).not.toContain(d);
  });

  it('is silent about texts, comments and paths', () => {
    for (const cypher of [
      "MATCH (n) WHERE n.name = 'sum(x) of round(1)' RETURN n // toString(1.5)",
      'MATCH p = (a)-[:PART_OF*1..3]-(b) RETURN p /* l[1..-1] */',
      'MATCH (a)-[:OF*..2]->(b) WHERE "A" IN labels(a) RETURN size(keys(a)) AS n, a.`sum(x)` AS odd',
      'UNWIND $rows AS row RETURN coalesce(sum(row.value), 0) AS total',
    ]) {
      expect(silentDifferences(cypher)).toEqual([]);
    }
  });

  it.each(readQuestions())('is what $name is written in', async (question) => {
    const { cypher } = question;
    expect(silentDifferences(cypher)).toEqual([]);
    // Refuses what the embedded database cannot read, also without rows.
    await store.query(`EXPLAIN ${cypher.replace(/^\/\/.*\n/gm, '').trim()}`, questionParams(question, {}));
  });

  it('is asked for on standard error by query, unless told to be quiet', () => {
    const dir = built();
    const cypher = 'MATCH (o:Observation {unit: "x"}) RETURN sum(o.value) AS total';
    const { status, stdout, stderr } = run(dir, ['query', cypher]);
    expect(status).toBe(0);
    expect(stderr).toContain('coalesce(sum(x), 0)');
    expect(stdout).not.toContain('coalesce');
    expect(run(dir, ['query', cypher, '--quiet']).stderr).toBe('');
    expect(run(dir, ['query', 'MATCH (r:Report) RETURN count(r) AS n']).stderr).toBe('');
  });
});
