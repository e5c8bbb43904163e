/** What no database is given. */
import { describe, expect, it } from 'vitest';
import { checkChange } from '../src/graph/check.js';
import type { GraphChange, GraphEdge, GraphNode } from '../src/graph/graph.js';

const node = (properties: object, over: object = {}): GraphNode =>
  ({ label: 'Entity', type: 'Project', id: 'a', properties, ...over }) as GraphNode;
const edge = (over: object): GraphEdge =>
  ({
    type: 'OF',
    id: 'e',
    from: { label: 'Entity', id: 'a' },
    to: { label: 'Entity', id: 'b' },
    properties: {},
    ...over,
  }) as GraphEdge;
const change = (over: Partial<GraphChange>): GraphChange => ({
  upsertNodes: [],
  upsertEdges: [],
  deleteNodes: [],
  deleteEdges: [],
  ...over,
});

describe('a change', () => {
  it.each([
    ['no id', node({}, { id: '' })],
    ['no id', node({}, { id: null })],
    ['no label', node({}, { label: 'Entity`) DETACH DELETE n //' })],
    ['no type of entity', node({}, { type: 'Project:Admin' })],
    ['no type of entity', node({}, { type: 'constructor' })],
    ['missing value', node({ name: null })],
    ['missing value', node({ name: undefined })],
    ['a map', node({ name: { zh: '桥' } })],
    ['a list', node({ aliases: ['桥', null] })],
    ['a list', node({ aliases: ['桥', 1] })],
    ['a list', node({ aliases: [['桥']] })],
    ['finite', node({ value: Number.NaN })],
    ['finite', node({ value: Number.POSITIVE_INFINITY })],
    ['whole', node({ start: 1.5 })],
    ['whole', node({ size: 2 ** 60 })],
    ['no date', node({ date: '2024-02-30' })],
    ['no date', node({ date: '2023-02-29' })],
    ['no date', node({ periodStart: '2024-13' })],
    ['no date', node({ periodEnd: '2024-00-01' })],
    ['no date', node({ date: '去年' })],
  ])('with %s is refused', (fault, bad) => {
    expect(() => checkChange(change({ upsertNodes: [bad] }))).toThrow(
      expect.objectContaining({ code: 'GRAPH_INVALID', message: expect.stringContaining(fault) }),
    );
  });

  it('is refused with an edge that does not fit the schema', () => {
    for (const bad of [edge({ type: 'OWNS' }), edge({ id: '' }), edge({ to: { label: 'X', id: 'b' } })]) {
      expect(() => checkChange(change({ upsertEdges: [bad] }))).toThrow(/may not hold/);
      expect(() => checkChange(change({ deleteEdges: [bad] }))).toThrow(/may not hold/);
    }
    const twice = [edge({}), edge({ to: { label: 'Entity', id: 'c' } })];
    expect(() => checkChange(change({ upsertEdges: twice }))).toThrow(/one id for two edges/);
    expect(() => checkChange(change({ upsertEdges: [edge({}), edge({})] }))).not.toThrow();
  });

  it('may hold dates and their beginnings, whole numbers, floats, texts and lists of texts', () => {
    const properties = {
      date: '2024-02-29',
      periodStart: '2024-02',
      periodEnd: '2024',
      start: 0,
      value: -2.5,
    };
    const more = { aliases: [], name: '', approx: '约', group: false };
    expect(() => checkChange(change({ upsertNodes: [node({ ...properties, ...more })] }))).not.toThrow();
  });
});
