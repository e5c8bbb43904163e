/** What every graph store must do; run by store.test.ts against each. */
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../src/graph/build.js';
import { changeOf, type Graph } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import type { GraphStore, Row, Value } from '../src/store/store.js';
import { EAST, type ReadReport, WEST } from './fixtures/reports.js';
import { expected, history } from './store-fuzz.js';
import { type Backend, HOSTILE, many, turnsBad } from './store-samples.js';

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

/**
 * @param open gives an empty store; the suite closes it
 */
export function storeSuite(
  name: string,
  open: () => Promise<GraphStore>,
  { reopen, refused }: Backend,
): void {
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
        expect(await dump(store)).toEqual(expected(both));
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
        const invalid = store.apply({ ...changeOf(both, west), upsertNodes: [...both.nodes, bad] });
        await expect(invalid).rejects.toMatchObject({ code: 'GRAPH_INVALID' });
        expect(await dump(store)).toEqual(before);
        const write = store.apply({
          ...changeOf(both, west),
          upsertNodes: [...both.nodes, turnsBad(refused)],
        });
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
      'keeps hostile names, properties and a megabyte of text as they are',
      using(async (store) => {
        const nodes = HOSTILE.map((text, i) => ({
          label: 'Entity' as const,
          type: 'Project' as const,
          id: `${i}${text.slice(0, 40)}`,
          properties: { aliases: [text, ''], name: text, [text.slice(0, 40)]: 'key' },
        }));
        const edges = nodes.map(({ id }) => ({
          type: 'CONCERNS' as const,
          id: `e${id}`,
          from: { label: 'Entity' as const, id },
          to: { label: 'Entity' as const, id },
          properties: { quote: id },
        }));
        await store.apply(changeOf({ nodes, edges }));
        for (const [i, { id, properties }] of nodes.entries()) {
          const cypher =
            'MATCH (n:Entity {id: $id})-[r:CONCERNS {id: $edge}]->(n) WHERE n.name = $name RETURN n, r';
          const { rows } = await store.query(cypher, { id, edge: `e${id}`, name: properties.name });
          expect(rows, `text ${i}`).toEqual([
            {
              n: { labels: ['Entity', 'Project'], properties: { id, ...properties } },
              r: { type: 'CONCERNS', properties: { id: `e${id}`, quote: id } },
            },
          ]);
        }
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

    it.each([1, 2, 3])('ends as a model does after random changes, seed %i', async (seed) => {
      let store = await open();
      try {
        for (const { change, after, round } of history(seed)) {
          await store.apply(change);
          // A load that was cut off and is run again.
          if (round % 5 === 0) await store.apply(changeOf(after));
          if (round % 8 === 0 && reopen) store = await reopen(store);
          if (round % 10 === 0) expect(await dump(store), `round ${round}`).toEqual(expected(after));
        }
      } finally {
        await store.close();
      }
    });

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
