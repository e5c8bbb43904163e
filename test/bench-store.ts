/**
 * Loads a synthetic graph into both databases and, on the same server, with a bare driver loop:
 * `npm run bench:store -- NODES EDGES` (200,000 and 1,000,000 unless told; needs Java and Maven).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { changeOf, type Graph, type GraphEdge, type GraphNode } from '../src/graph/graph.js';
import { credentials } from '../src/store/address.js';
import { openEmbedded } from '../src/store/embedded.js';
import { openNeo4j } from '../src/store/neo4j.js';
import type { GraphStore } from '../src/store/store.js';

const [nodeCount = 200_000, edgeCount = 1_000_000] = process.argv.slice(2).map(Number);
const REPORTS = 1000;
const BATCH = 5000;
const ROUNDS = 3;
const url = process.env['GOVGRAPH_TEST_NEO4J'] ?? '';
const home = process.env['GOVGRAPH_TEST_NEO4J_HOME'] ?? '';

/** Sentences, facts and things of many reports, in the proportions of real ones; the same every time. */
function synthetic(skip = -1): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const third = Math.floor(nodeCount / 3);
  const kept = (i: number) => i % REPORTS !== skip;
  for (let i = 0; i < third; i++) {
    const report = `r${i % REPORTS}`;
    const name = `云江市第${i}号重点项目`;
    nodes.push({
      label: 'Entity',
      type: 'Project',
      id: `e${i}`,
      properties: { name, type: 'Project', aliases: [`${i}号项目`] },
    });
    if (!kept(i)) continue;
    const text = `加快建设云江市第${i}号重点项目，完成投资${i}万元，同比增长百分之七。`;
    nodes.push({
      label: 'Sentence',
      id: `s${i}`,
      properties: { text, start: i, end: i + text.length, report },
    });
    const fact = {
      indicator: '完成投资',
      value: i,
      unit: '元',
      raw: `${i}万元`,
      quote: `${i}万元`,
      report,
      start: i,
    };
    nodes.push({ label: 'Observation', id: `o${i}`, properties: fact });
  }
  const ref = (label: 'Entity' | 'Sentence' | 'Observation', i: number) => ({
    label,
    id: `${label[0]?.toLowerCase()}${i % third}`,
  });
  for (let i = 0; i < edgeCount; i++) {
    const at = i % third;
    if (!kept(at)) continue;
    const properties = { report: `r${at % REPORTS}`, start: i };
    const other = (at * 7919 + Math.floor(i / third) * 104_729) % third;
    const edge = { id: `x${i}`, properties };
    const kind = Math.floor(i / third) % 4;
    if (kind === 0)
      edges.push({ ...edge, type: 'MENTIONED_IN', from: ref('Entity', other), to: ref('Sentence', at) });
    else if (kind === 1)
      edges.push({ ...edge, type: 'IN_SENTENCE', from: ref('Observation', at), to: ref('Sentence', at) });
    else if (kind === 2)
      edges.push({ ...edge, type: 'ABOUT', from: ref('Observation', at), to: ref('Entity', other) });
    else edges.push({ ...edge, type: 'PART_OF', from: ref('Entity', at), to: ref('Entity', other) });
  }
  return { nodes, edges };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

/** Most memory the server has held; Linux tells. */
function serverPeak(): string {
  try {
    const status = readFileSync(`/proc/${readFileSync(join(home, 'pid'), 'utf8')}/status`, 'utf8');
    return mb(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024);
  } catch {
    return 'unknown';
  }
}

const counts = async (store: GraphStore): Promise<string> => {
  const { rows } = await store.query('MATCH (n) RETURN count(n) AS n', {}, { timeoutMs: 300_000 });
  const edges = await store.query('MATCH ()-[r]->() RETURN count(r) AS n', {}, { timeoutMs: 300_000 });
  return `${rows[0]?.['n']} nodes, ${edges.rows[0]?.['n']} edges`;
};

async function measure(name: string, store: GraphStore, graph: Graph): Promise<void> {
  const rows = graph.nodes.length + graph.edges.length;
  const load = await timed(() => store.apply(changeOf(graph)));
  const before = await counts(store);
  const again = await timed(() => store.apply(changeOf(graph)));
  if ((await counts(store)) !== before) throw new Error('a second load changed the graph');
  const without = await timed(() => store.apply(changeOf(synthetic(7), graph)));
  const per = (seconds: number) => `${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s)`;
  console.log(
    `${name}: load ${per(load)}, again ${per(again)}, one report of ${REPORTS} removed ${without.toFixed(2)} s`,
  );
  console.log(`  ${before}, then ${await counts(store)}`);
}

/** The best known batch statements, and nothing else. */
async function bareLoop(driver: Driver, graph: Graph): Promise<void> {
  const session = driver.session();
  const whole = (properties: object) =>
    Object.fromEntries(
      Object.entries(properties).map(([k, v]) => [k, k === 'start' || k === 'end' ? neo4j.int(v) : v]),
    );
  const write = async (cypher: string, rows: unknown[]): Promise<void> => {
    for (let i = 0; i < rows.length; i += BATCH) {
      await session.executeWrite((tx) => tx.run(cypher, { rows: rows.slice(i, i + BATCH) }));
    }
  };
  const groups = <T>(items: T[], key: (item: T) => string) => {
    const found = new Map<string, T[]>();
    for (const item of items) {
      const group = found.get(key(item));
      if (group) group.push(item);
      else found.set(key(item), [item]);
    }
    return [...found.values()];
  };
  for (const group of groups(graph.nodes, (n) => n.label)) {
    const { label, type } = group[0] as GraphNode;
    const cypher = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row${type ? ` SET n:${type}` : ''}`;
    await write(
      cypher,
      group.map((n) => ({ id: n.id, ...whole(n.properties) })),
    );
  }
  for (const group of groups(graph.edges, (e) => e.type)) {
    const { type, from, to } = group[0] as GraphEdge;
    const cypher =
      `UNWIND $rows AS row MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to}) ` +
      `MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.properties`;
    const rows = group.map((e) => ({
      id: e.id,
      from: e.from.id,
      to: e.to.id,
      properties: whole(e.properties),
    }));
    await write(cypher, rows);
  }
  await session.close();
}

const clear = (store: GraphStore) =>
  store.query(
    'MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS',
    {},
    { timeoutMs: 3_600_000 },
  );

const graph = synthetic();
console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);
const embedded = await openEmbedded(null, 'write');
await measure('embedded', embedded, graph);
await embedded.close();
console.log(`  memory of this process, graph and database: ${mb(process.resourceUsage().maxRSS * 1024)}`);

const server = await openNeo4j(url, credentials(), 'write');
const { user, password } = credentials();
const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
// The first load warms the server; it counts for neither.
await bareLoop(driver, synthetic());
await clear(server);
await measure('neo4j', server, graph);
// In turn, for a busy machine slows now the one and now the other; the best of each counts.
const ours: number[] = [];
const bare: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  await clear(server);
  bare.push(await timed(() => bareLoop(driver, graph)));
  await clear(server);
  ours.push(await timed(() => server.apply(changeOf(graph))));
}
const shown = (all: number[]): string => all.map((seconds) => seconds.toFixed(1)).join(', ');
const ratio = Math.min(...ours) / Math.min(...bare);
console.log(
  `  bare driver loop ${shown(bare)} s, ours ${shown(ours)} s: ${ratio.toFixed(2)} times (goal 1.15)`,
);
console.log(`  memory of the server: ${serverPeak()}`);
await driver.close();
await server.close();
