/** What every graph store must do; run by store.test.ts against each. */
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../src/graph/build.js';
import { changeOf, type Graph } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import type { GraphStore, Row, Value } from '../src/store/store.js';
import { EAST, type ReadReport, WEST } from './fixtures/reports.js';

const statements = ({ report, extraction }: ReadReport) => toStatements(report, extraction);
const EMPTY: Graph = { nodes: [], edges: [] };
const east = buildGraph(statements(EAST));
const west = buildGraph(statements(WEST));
const both = buildGraph([...statements(EAST), ...statements(WEST)]);

/** Everything a store holds, in an order of its own. */
export async function dump(store: GraphStore): Promise<Row[]> {
  const nodes = await store.query('MATCH (n) RETURN n ORDER BY n.id');
  const edges = await store.query(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a.id, b.id, r.id',
  );
  return [...nodes.rows, ...edges.rows].sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
}

async function value(store: GraphStore, cypher: string, params = {}): Promise<Value | undefined> {
  const { columns, rows } = await store.query(cypher, params);
  return rows[0]?.[columns[0] ?? ''];
}

const many = (count: number): Graph => {
  const hub = { label: 'Entity', type: 'AdminDivision', id: 'hub', properties: { name: '中心区' } } as const;
  const leaves = Array.from({ length: count }, (_, i) => ({
    label: 'Sentence' as const,
    id: `s${i}`,
    properties: { text: `第${i}句`, start: i, end: i + 1 },
  }));
  const edges = leaves.map((leaf, i) => ({
    type: 'MENTIONED_IN' as const,
    id: `m${i}`,
    from: { label: 'Entity' as const, id: 'hub' },
    to: { label: 'Sentence' as const, id: leaf.id },
    properties: { start: i },
  }));
  return { nodes: [hub, ...leaves], edges };
};

/**
 * @param open gives an empty store; the suite closes it
 */
export function storeSuite(name: string, open: () => Promise<GraphStore>): void {
  const using = (work: (store: GraphStore) => Promise<void>) => async () => {
    const store = await open();
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };

  describe(`store: ${name}`, () => {
    it(
      'holds all nodes and edges of a graph with their properties',
      using(async (store) => {
        await store.apply(changeOf(both));
        expect(await value(store, 'MATCH (n) RETURN count(n)')).toBe(both.nodes.length);
        expect(await value(store, 'MATCH ()-[r]->() RETURN count(r)')).toBe(both.edges.length);
        for (const n of both.nodes) {
          const got = await value(store, `MATCH (n:${n.label} {id: $id}) RETURN n`, { id: n.id });
          const labels = [n.label, ...(n.type ? [n.type] : [])].sort();
          expect(got).toEqual({ labels, properties: { id: n.id, ...n.properties } });
        }
        for (const e of both.edges) {
          const cypher = `MATCH (a:${e.from.label} {id: $from})-[r:${e.type} {id: $id}]->(b:${e.to.label} {id: $to}) RETURN r`;
          const got = await value(store, cypher, { id: e.id, from: e.from.id, to: e.to.id });
          expect(got).toEqual({ type: e.type, properties: { id: e.id, ...e.properties } });
        }
      }),
    );

    it(
      'is unchanged by a second load',
      using(async (store) => {
        await store.apply(changeOf(both));
        const first = await dump(store);
        await store.apply(changeOf(both));
        expect(await dump(store)).toEqual(first);
      }),
    );

    it(
      'loses with a report exactly what it gave',
      using(async (store) => {
        await store.apply(changeOf(west));
        const alone = await dump(store);
        await store.apply(changeOf(both, west));
        expect(await value(store, 'MATCH (n) RETURN count(n)')).toBe(both.nodes.length);
        await store.apply(changeOf(west, both));
        expect(await dump(store)).toEqual(alone);
        await store.apply(changeOf(EMPTY, west));
        expect(await dump(store)).toEqual([]);
      }),
    );

    it(
      'drops properties that a node or edge no longer has',
      using(async (store) => {
        await store.apply(changeOf(east));
        const strip = <T extends { properties: object }>(item: T): T => ({ ...item, properties: {} });
        await store.apply(changeOf({ nodes: east.nodes.map(strip), edges: east.edges.map(strip) }, east));
        const rows = await store.query('MATCH (n) WHERE size(keys(n)) > 1 RETURN n');
        const edges = await store.query('MATCH ()-[r]->() WHERE size(keys(r)) > 1 RETURN r');
        expect([...rows.rows, ...edges.rows]).toEqual([]);
      }),
    );

    it(
      'writes all of a change or nothing',
      using(async (store) => {
        await store.apply(changeOf(west));
        const before = await dump(store);
        const bad = { ...west.nodes[0], id: 'bad', type: 'No Type (' } as unknown as Graph['nodes'][number];
        const write = store.apply({ ...changeOf(both, west), upsertNodes: [...both.nodes, bad] });
        await expect(write).rejects.toMatchObject({ code: 'DATABASE_WRITE' });
        expect(await dump(store)).toEqual(before);
        await store.apply(changeOf(both, west));
        expect(await value(store, 'MATCH (n) RETURN count(n)')).toBe(both.nodes.length);
      }),
    );

    it(
      'takes writes that come at once one after another',
      using(async (store) => {
        await Promise.all([
          store.apply(changeOf(east)),
          store.apply(changeOf(west)),
          store.apply(changeOf(both)),
        ]);
        expect(await value(store, 'MATCH (n) RETURN count(n)')).toBe(both.nodes.length);
      }),
    );

    it(
      'keeps odd texts as they are',
      using(async (store) => {
        const text = '“引号”\n\t\\ 𠮷\u{1f3d7} \' " ` $x {y} \u2028 é';
        const node = {
          label: 'Sentence' as const,
          id: 'odd`)',
          properties: { text, start: 2 ** 40, end: 0 },
        };
        await store.apply(changeOf({ nodes: [node], edges: [] }));
        expect(await value(store, 'MATCH (n:Sentence) RETURN n')).toEqual({
          labels: ['Sentence'],
          properties: { id: node.id, ...node.properties },
        });
      }),
    );

    it(
      'loads and reloads thousands of edges at one node in seconds',
      using(async (store) => {
        const graph = many(12_000);
        await store.apply(changeOf(graph));
        await store.apply(changeOf(graph));
        expect(await value(store, 'MATCH (:Entity {id: "hub"})-[r]->() RETURN count(r)')).toBe(12_000);
        await store.apply(changeOf(many(2_000), graph));
        expect(await value(store, 'MATCH (n:Sentence) RETURN count(n)')).toBe(2_000);
      }),
      60_000,
    );

    it(
      'gives nodes, edges, paths, lists, maps and missing values one shape',
      using(async (store) => {
        await store.apply(changeOf(both));
        const { columns, rows } = await store.query(
          'MATCH p = (a:Agency {name: $name})-[r:RESPONSIBLE_FOR]->(b:Project {name: $project}) ' +
            'RETURN a.name AS name, r, p, a.nothing AS nothing, [1, 2.5, "x"] AS list, {a: 1} AS map, true AS yes',
          { name: '东湾区城建局', project: '云江大桥' },
        );
        expect(columns).toEqual(['name', 'r', 'p', 'nothing', 'list', 'map', 'yes']);
        expect(rows).toHaveLength(1);
        expect(rows[0]).toMatchObject({
          name: '东湾区城建局',
          r: { type: 'RESPONSIBLE_FOR', properties: { basis: 'stated', role: '配合' } },
          p: { nodes: [{ labels: ['Agency', 'Entity'] }, { labels: ['Entity', 'Project'] }], edges: [{}] },
          nothing: null,
          list: [1, 2.5, 'x'],
          map: { a: 1 },
          yes: true,
        });
      }),
    );

    it.each([
      ['MATCH (n\nRETURN n', 'CYPHER_SYNTAX', 'line 2, column 1'],
      ['MATCH (n) WHERE n.name = "武昌区" RETRUN n', 'CYPHER_SYNTAX', 'line 1, column 32'],
      ['MATCH (n) RETURN m', /CYPHER_(INVALID|SYNTAX)/, undefined],
      ['MATCH (n) RETURN $missing', 'CYPHER_INVALID', undefined],
      ['RETURN nosuch(1)', /CYPHER_(INVALID|SYNTAX)/, undefined],
    ])('tells what is wrong with %s', async (cypher, code, where) => {
      await using(async (store) => {
        const error = await store.query(cypher).catch((e: unknown) => e);
        expect(error).toMatchObject({ code: expect.stringMatching(code), exitCode: 2 });
        if (where) expect(error).toMatchObject({ where });
      })();
    });

    it(
      'answers many questions at once, and closes twice',
      using(async (store) => {
        await store.apply(changeOf(both));
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, i) => value(store, 'RETURN $i + 1', { i })),
        );
        expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
        await store.close();
        await store.close();
      }),
    );
  });
}
