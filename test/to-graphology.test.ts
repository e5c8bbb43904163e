import { describe, expect, it } from 'vitest';
import { toGraphology } from '../src/analyse/to-graphology.js';
import { toStatements } from '../src/graph/statements.js';
import { EAST, WEST } from './fixtures/reports.js';

const reports = [EAST, WEST];
const statements = reports.flatMap((r) => toStatements(r.report, r.extraction));

describe('toGraphology', () => {
  const graph = toGraphology(statements);

  it('has every entity once and every relation statement', () => {
    const ids = reports.flatMap((r) => r.extraction.entities.map((e) => e.id));
    expect(graph.nodes().sort()).toEqual([...new Set(ids)].sort());
    const relations = reports.flatMap((r) => r.extraction.relations);
    expect(graph.size).toBe(relations.length);
    for (const r of relations) {
      expect(graph.extremities(r.id)).toEqual([r.source, r.target]);
      expect(graph.getEdgeAttributes(r.id)).toMatchObject({
        type: r.type,
        basis: r.basis,
        quote: r.evidence.text,
      });
    }
  });

  it('joins two reports in the entity both name', () => {
    const bureau = graph.findNode((_, node) => node['name'] === '云江市交通运输局');
    expect(
      graph
        .outNeighbors(bureau)
        .map((id) => graph.getNodeAttribute(id, 'name'))
        .sort(),
    ).toEqual(['云江大桥', '云江大桥西山段']);
  });

  it('keeps to the types and bases asked for', () => {
    const small = toGraphology(statements, { types: ['Agency', 'Project'], basis: ['stated'] });
    expect(new Set(small.mapNodes((_, node) => node['type']))).toEqual(new Set(['Agency', 'Project']));
    expect(small.size).toBe(3);
    expect(new Set(small.mapEdges((_, edge) => edge['basis']))).toEqual(new Set(['stated']));
    expect(toGraphology(statements, { types: [] }).order).toBe(0);
  });
});
