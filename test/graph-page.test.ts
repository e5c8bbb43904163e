/** cypher/README.md names every label, edge and property that a graph has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODE_PROPERTIES } from '../schema/graph.js';
import { ENTITY_TYPES, RELATION_TYPES } from '../schema/ontology.js';
import { FIRST_QUERIES, styleFile } from '../schema/style.js';
import { buildGraph } from '../src/graph/build.js';
import { changeOf, NODE_LABELS, STRUCTURE } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import { openEmbedded } from '../src/store/embedded.js';
import { filesUnder, ROOT } from './files.js';
import { EAST, WEST } from './fixtures/reports.js';

const page = readFileSync(join(ROOT, 'cypher', 'README.md'), 'utf8');
const rows = new Map(
  [...page.matchAll(/^\| `(\w+)`.*$/gm)].map(([row, name]) => [
    name,
    new Set([...row.matchAll(/`(\w+)`/g)].map((m) => m[1])),
  ]),
);
const relations = new Set(
  [...(/^\| the ten relations.*$/m.exec(page)?.[0] ?? '').matchAll(/`(\w+)`/g)].map((m) => m[1]),
);
const graph = buildGraph([EAST, WEST].flatMap((r) => toStatements(r.report, r.extraction)));
const STATED = ['quote', 'start', 'end', 'report', 'rule', 'version', 'basis'];

describe('the page of the graph', () => {
  it('has a row for every label and edge of the structure', () => {
    for (const name of [...NODE_LABELS, ...STRUCTURE]) expect([...rows.keys()]).toContain(name);
  });

  it('names every property of nodes and edges', () => {
    for (const n of graph.nodes) {
      const told =
        n.label === 'Milestone'
          ? [...(rows.get('Milestone') ?? []), ...STATED]
          : [...(rows.get(n.label) ?? [])];
      expect(told, n.label).toEqual(expect.arrayContaining(Object.keys(n.properties)));
    }
    for (const e of graph.edges) {
      const told = e.type in RELATION_TYPES ? relations : rows.get(e.type);
      expect([...(told ?? []), 'report'], e.type).toEqual(expect.arrayContaining(Object.keys(e.properties)));
    }
  });

  it('names the ends of every edge', () => {
    const lines = page.split('\n');
    for (const e of graph.edges.filter((e) => !(e.type in RELATION_TYPES))) {
      const line = lines.find((l) => l.startsWith(`| \`${e.type}\``)) ?? '';
      expect(line, e.type).toMatch(new RegExp(`${e.from.label}[^>]*-> ${e.to.label}`));
    }
  });

  it('is followed by the saved questions: they name no other property', () => {
    const known = new Set(
      [...rows.values()].flatMap((names) => [...names]).concat([...relations], STATED, 'id'),
    );
    const used = filesUnder(join('cypher', 'questions'), '.cypher').flatMap((file) =>
      [
        ...readFileSync(join(ROOT, file), 'utf8')
          .replace(/^\/\/.*$/gm, '')
          .matchAll(/\b[a-z]\.(\w+)/g),
      ].map((m) => m[1]),
    );
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the reference page and the style', () => {
  it('know every property of every label', () => {
    for (const n of graph.nodes.filter((n) => n.label !== 'Entity')) {
      expect(NODE_PROPERTIES[n.label], n.label).toEqual(expect.arrayContaining(Object.keys(n.properties)));
    }
  });

  it('dress every label, with a caption that is a property of it', () => {
    const style = styleFile();
    for (const label of [...NODE_LABELS, ...Object.keys(ENTITY_TYPES)]) {
      const [, caption = ''] =
        new RegExp(`node\\.${label} \\{[^}]*caption: "\\{(\\w+)\\}"`).exec(style) ?? [];
      const known = NODE_PROPERTIES[NODE_LABELS.find((l) => l === label) ?? 'Entity'];
      expect(known, label).toContain(caption);
    }
  });

  it('propose queries that answer', async () => {
    const store = await openEmbedded(null, 'write');
    await store.apply(changeOf(graph));
    for (const [, cypher] of FIRST_QUERIES) {
      const { rows } = await store.query(cypher.replace('武昌区', '东湾区'));
      expect(rows.length, cypher).toBeGreaterThan(0);
    }
    await store.close();
  });
});
