/** Search on the embedded database; neo4j.test.ts holds the same hits against the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../src/graph/build.js';
import { changeOf } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import { openEmbedded } from '../src/store/embedded.js';
import { searchGraph } from '../src/store/search.js';
import type { GraphStore } from '../src/store/store.js';
import { built, run } from './cli-run.js';
import { EAST, WEST } from './fixtures/reports.js';

const graph = buildGraph([EAST, WEST].flatMap((r) => toStatements(r.report, r.extraction)));
let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(null, 'write');
  await store.apply(changeOf(graph));
});
afterAll(() => store.close());

describe('search', () => {
  it.each(['桥', '云江', '云江大桥', '120张', '5', '.', '6.1%', '“', ' ', '2024年', '人民医院', '龘'])(
    'gives for %s every text that holds it, and no other',
    async (words) => {
      const hits = await searchGraph(store, words, 10_000);
      const found = (kind: string) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
      const holders = (label: string, texts: (p: Record<string, unknown>) => unknown[]) =>
        graph.nodes
          .filter((n) => n.label === label)
          .filter((n) => texts(n.properties).some((text) => String(text).includes(words)))
          .map((n) => n.id);
      expect([...found('name'), ...found('alias')].sort()).toEqual(
        holders('Entity', (p) => [p['name'], ...((p['aliases'] ?? []) as string[])]).sort(),
      );
      expect(found('sentence').sort()).toEqual(holders('Sentence', (p) => [p['text']]).sort());
    },
  );

  it('puts names first and stops at the limit', async () => {
    const hits = await searchGraph(store, '云江大桥');
    expect(hits[0]).toMatchObject({ kind: 'name', text: '云江大桥', of: 'Project' });
    expect(hits.at(-1)?.kind).toBe('sentence');
    expect(await searchGraph(store, '云江大桥', 1)).toEqual(hits.slice(0, 1));
    await expect(searchGraph(store, '')).rejects.toMatchObject({ code: 'SEARCH_EMPTY' });
  });

  it('is a command', () => {
    const dir = built();
    const { stdout, status } = run(dir, ['search', '云江大桥', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0]).toMatchObject({ kind: 'name', text: expect.stringContaining('云江大桥') });
    expect(run(dir, ['search', '龘']).stderr).toContain('nothing holds');
    expect(run(dir, ['search', '']).stderr).toContain('SEARCH_EMPTY');
    expect(run(dir, ['search', '桥', '--limit', '0']).status).toBe(2);
  });
});
