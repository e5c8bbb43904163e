/** Loads into a real server that are disturbed: it dies in the middle, holds data of others, or an older graph. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { changeOf, type Graph } from '../src/graph/graph.js';
import { credentials } from '../src/store/address.js';
import { openEmbedded } from '../src/store/embedded.js';
import { openNeo4j } from '../src/store/neo4j.js';
import type { GraphStore } from '../src/store/store.js';
import { ROOT } from './files.js';
import { expected, history } from './store-fuzz.js';
import { dump } from './store-suite.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const url = process.env['GOVGRAPH_TEST_NEO4J'] ?? '';
const home = process.env['GOVGRAPH_TEST_NEO4J_HOME'] ?? '';
const connect = () => openNeo4j(url, credentials(), 'write');

/** Sentences in sections, every one with its edge. */
function sentences(count: number): Graph {
  const section = { label: 'Section' as const, id: 'x', properties: { heading: '一、项目' } };
  const nodes = Array.from({ length: count }, (_, i) => ({
    label: 'Sentence' as const,
    id: `s${i}`,
    properties: { text: `第${i}句：建成云江大桥。`, start: i, end: i + 10 },
  }));
  const edges = nodes.map(({ id }) => ({
    type: 'IN_SECTION' as const,
    id: `in${id}`,
    from: { label: 'Sentence' as const, id },
    to: { label: 'Section' as const, id: 'x' },
    properties: { report: 'r' },
  }));
  return { nodes: [section, ...nodes], edges };
}

describe.runIf(url)('a load into neo4j', () => {
  let server: GraphStore;
  beforeAll(async () => {
    server = await connect();
    await server.query('MATCH (n) DETACH DELETE n');
  });
  afterAll(async () => {
    await server.query('MATCH (n) DETACH DELETE n');
    await server.close();
  });

  it('cut off anywhere and run again ends as one clean load', async () => {
    const [last] = [...history(9)].slice(-1);
    const { nodes, edges } = (last as { after: Graph }).after;
    for (const [n, e] of [
      [3, 0],
      [nodes.length, 0],
      [nodes.length, 7],
    ]) {
      await server.query('MATCH (n) DETACH DELETE n');
      await server.apply(changeOf({ nodes: nodes.slice(0, n), edges: edges.slice(0, e) }));
      await server.apply(changeOf({ nodes, edges }));
      expect(await dump(server)).toEqual(expected({ nodes, edges }));
    }
  });

  it('ends as it does in the embedded database', async () => {
    const embedded = await openEmbedded(null, 'write');
    await server.query('MATCH (n) DETACH DELETE n');
    for (const { change } of history(4)) {
      await server.apply(change);
      await embedded.apply(change);
    }
    expect(await dump(server)).toEqual(await dump(embedded));
    await embedded.close();
  });

  it('leaves data of others under other labels alone, and refuses those under its own', async () => {
    await server.query('MATCH (n) DETACH DELETE n');
    await server.query('CREATE (:Wine {id: "a"})-[:FROM]->(:Region {id: "b"})');
    const graph = sentences(50);
    await server.apply(changeOf(graph));
    await server.apply(changeOf({ nodes: [], edges: [] }, graph));
    expect(await dump(server)).toMatchObject([
      { a: 'a', b: 'b' },
      { n: { labels: ['Region'] } },
      { n: { labels: ['Wine'] } },
    ]);
    await server.query('DROP CONSTRAINT govgraph1_report_id');
    await server.query('UNWIND [1, 2] AS i CREATE (:Report {id: "mine"})');
    await expect(connect()).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    await server.query('MATCH (n) DETACH DELETE n');
    await (await connect()).close();
  });

  it('refuses a graph of another release', async () => {
    await server.query('CREATE CONSTRAINT govgraph0_old_id FOR (n:Old) REQUIRE n.id IS UNIQUE');
    await expect(connect()).rejects.toMatchObject({
      code: 'STORE_VERSION',
      hint: expect.stringContaining('govgraph0_'),
    });
    await server.query('DROP CONSTRAINT govgraph0_old_id');
    await (await connect()).close();
  });

  it('outlives the death of the server: run again, it ends as a clean one', async () => {
    await server.query('MATCH (n) DETACH DELETE n');
    const graph = sentences(30_000);
    // Over by itself when the server is back in time, else an error that says what to do.
    const load = server.apply(changeOf(graph)).then(
      () => null,
      (error: unknown) => error,
    );
    await sleep(600);
    process.kill(Number(readFileSync(join(home, 'pid'), 'utf8')), 'SIGKILL');
    const tool = join(ROOT, '.ci', 'neo4j.mjs');
    await promisify(execFile)(process.execPath, [
      tool,
      'again',
      home,
      new URL(url.replace('bolt', 'http')).port,
    ]);
    const error = await load;
    if (error) expect(error).toMatchObject({ code: 'STORE_UNREACHABLE' });
    const fresh = await connect();
    await fresh.apply(changeOf(graph));
    const { rows } = await fresh.query(
      'MATCH (s:Sentence)-[r:IN_SECTION]->(:Section {id: "x"}) ' +
        'RETURN count(r) AS edges, count(DISTINCT s.text) AS texts, sum(s.start) AS sum',
    );
    expect(rows).toEqual([{ edges: 30_000, texts: 30_000, sum: (30_000 * 29_999) / 2 }]);
    expect((await fresh.query('MATCH (n) RETURN count(n) AS n')).rows).toEqual([{ n: 30_001 }]);
    await fresh.close();
  });
});
