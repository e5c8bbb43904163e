/**
 * Neo4j: the common suite and the saved questions, against the server that GOVGRAPH_TEST_NEO4J names
 * (its password in NEO4J_PASSWORD; the tests empty its database). Without one, only what needs no server runs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { REFUSED, SILENT } from '../schema/portable.js';
import { FIRST_QUERIES } from '../schema/style.js';
import { assetPath } from '../src/assets.js';
import { buildGraph } from '../src/graph/build.js';
import { changeOf } from '../src/graph/graph.js';
import { readLog } from '../src/graph/log.js';
import { toStatements } from '../src/graph/statements.js';
import { build, rebuild, remove } from '../src/pipeline.js';
import { credentials } from '../src/store/address.js';
import { openEmbedded } from '../src/store/embedded.js';
import { openNeo4j } from '../src/store/neo4j.js';
import { propertiesToServer, toServer } from '../src/store/neo4j-values.js';
import { filesOf, openStore } from '../src/store/open.js';
import { questionParams, readQuestions } from '../src/store/questions.js';
import { searchGraph } from '../src/store/search.js';
import type { GraphStore } from '../src/store/store.js';
import { EAST, WEST } from './fixtures/reports.js';
import { TWO_YEARS } from './fixtures/two-years.js';
import { answer } from './portable-answer.js';
import { storeSuite } from './store-suite.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const url = process.env['GOVGRAPH_TEST_NEO4J'] ?? '';

/** An empty database on the server. */
async function open(): Promise<GraphStore> {
  const store = await openNeo4j(url, credentials(), 'write');
  await store.query('MATCH (n) DETACH DELETE n');
  return store;
}

describe('values sent to a server', () => {
  it('are integers where the ontology says so, floats elsewhere', () => {
    const row = propertiesToServer({
      id: 'a',
      start: 3,
      value: 2,
      properties: { level: 1, value: 1e11, text: 'x' },
    });
    expect(JSON.parse(JSON.stringify(row))).toEqual({
      id: 'a',
      start: { low: 3, high: 0 },
      value: 2,
      properties: { level: { low: 1, high: 0 }, value: 1e11, text: 'x' },
    });
    expect(
      JSON.parse(JSON.stringify(toServer({ limit: 5, share: 0.5, names: ['a', 7], none: null }))),
    ).toEqual({
      limit: { low: 5, high: 0 },
      share: 0.5,
      names: ['a', { low: 7, high: 0 }],
      none: null,
    });
  });
});

describe('a server that cannot be used', () => {
  it('is told from a wrong password', async () => {
    await expect(
      openNeo4j('bolt://127.0.0.1:9', { user: 'neo4j', password: 'x' }, 'read'),
    ).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      exitCode: 2,
    });
    if (!url) return;
    const wrong = openNeo4j(url, { user: 'neo4j', password: 'wrong' }, 'read');
    await expect(wrong).rejects.toMatchObject({ code: 'STORE_UNAUTHORIZED' });
    const nowhere = openNeo4j(url, { ...credentials(), database: 'nowhere' }, 'read');
    await expect(nowhere).rejects.toMatchObject({ code: 'STORE_DATABASE_UNKNOWN' });
    const tls = openNeo4j(url.replace('bolt:', 'bolt+s:'), credentials(), 'read');
    await expect(tls).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      hint: expect.stringContaining('TLS'),
    });
  });
});

if (url) {
  storeSuite('neo4j', open, {
    refused: () => ({ a: 'map' }),
    reopen: async (store) => {
      await store.close();
      return openNeo4j(url, credentials(), 'write');
    },
  });
}

describe.runIf(url)('neo4j', () => {
  let server: GraphStore;
  let embedded: GraphStore;
  beforeAll(async () => {
    const db = mkdtempSync(join(tmpdir(), 'govgraph-neo4j-'));
    await build([assetPath('data', 'reports'), assetPath('data', 'gold', 'texts')], { db });
    const read = await readLog(filesOf(db).log);
    rmSync(db, { recursive: true });
    const statements = [EAST, WEST].flatMap((r) => toStatements(r.report, r.extraction)).concat(read);
    const { nodes, edges } = buildGraph(statements);
    const change = changeOf({ nodes: [...nodes, ...TWO_YEARS.nodes], edges: [...edges, ...TWO_YEARS.edges] });
    server = await open();
    embedded = await openEmbedded(null, 'write');
    for (const store of [server, embedded]) await store.apply(change);
  });
  afterAll(async () => {
    await server.close();
    await embedded.close();
  });

  it.each(readQuestions())('answers $name as the embedded database does', async (question) => {
    const own = { path: { from: '东湾区城建局', to: '云江大桥西山段' }, neighbours: { name: '云江大桥' } }[
      question.name
    ];
    for (const given of [{}, ...(own ? [own] : [])]) {
      const params = questionParams(question, given);
      expect(await server.query(question.cypher, params)).toEqual(
        await embedded.query(question.cypher, params),
      );
    }
  });

  it.each([...SILENT, ...REFUSED])('neo4j: $construct', async ({ example, neo4j, portable, same }) => {
    expect(await answer(server, portable)).toBe(same);
    if (neo4j !== 'any order') expect(await answer(server, example)).toBe(neo4j);
  });

  it.each(['桥', '市七医院', '5', '床位', '卫生院扩建项目', '亿元', '。'])(
    'finds %s as the embedded database does',
    async (words) => {
      const hits = await searchGraph(server, words, 300);
      expect(hits.length).toBeGreaterThan(0);
      expect(hits).toEqual(await searchGraph(embedded, words, 300));
    },
  );

  it('answers the queries to type first', async () => {
    for (const [, cypher] of FIRST_QUERIES)
      expect((await server.query(cypher)).rows.length, cypher).toBeGreaterThan(0);
  });

  it('halves a whole number as the fraction it is', async () => {
    const cypher = 'MATCH (o:Observation {id: "o4"}) RETURN o.value / 2 AS half, o.value AS value';
    expect((await server.query(cypher)).rows).toEqual([{ half: 49.5, value: 99 }]);
  });

  it('refuses to write for a reader and ends a query that runs away', async () => {
    const reader = await openNeo4j(url, credentials(), 'read');
    await expect(reader.query('CREATE (n:X)')).rejects.toMatchObject({ code: 'CYPHER_READ_ONLY' });
    const runaway = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)';
    await expect(reader.query(runaway, {}, { timeoutMs: 500 })).rejects.toMatchObject({
      code: 'QUERY_TIMEOUT',
    });
    await reader.close();
  });

  it('keeps whole numbers and floats apart', async () => {
    const { rows } = await server.query(
      'MATCH (o:Observation) WHERE o.value = 120 RETURN DISTINCT valueType(o.value) AS value, valueType(o.start) AS start',
    );
    expect(rows).toEqual([{ value: 'FLOAT NOT NULL', start: 'INTEGER NOT NULL' }]);
  });

  it('gets what build and remove change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govgraph-neo4j-'));
    const [east, west] = [EAST, WEST].map(({ report }, i) => {
      const file = join(folder, `${i}.txt`);
      writeFileSync(file, report.text);
      return file;
    }) as [string, string];
    const place = { db: join(folder, 'db'), store: url };
    const all = 'MATCH (n) RETURN count(n) AS n UNION ALL MATCH ()-[r]->() RETURN count(r) AS n';
    const counts = async (at: string) => {
      const store = await openStore(at);
      return store.query(all).finally(() => store.close());
    };
    await server.query('MATCH (n) DETACH DELETE n');
    await build([east, west], place);
    expect(await counts(url)).toEqual(await counts(place.db));
    await remove('0.txt', place);
    expect(await counts(url)).toEqual(await counts(place.db));
    await server.query('MATCH (n:Entity) DETACH DELETE n');
    await rebuild(place);
    expect(await counts(url)).toEqual(await counts(place.db));
    rmSync(folder, { recursive: true });
  });
});
