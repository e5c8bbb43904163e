/** Extraction -> statements -> graph: nothing lost, nothing that depends on order, exact removal. */
import { describe, expect, it } from 'vitest';
import { statementSchema } from '../schema/statement.js';
import { buildGraph } from '../src/graph/build.js';
import { changeOf, type Graph } from '../src/graph/graph.js';
import { sortStatements } from '../src/graph/log.js';
import { findReport } from '../src/graph/reports.js';
import { toStatements } from '../src/graph/statements.js';
import { EAST, type ReadReport, WEST } from './fixtures/reports.js';

const statements = ({ report, extraction }: ReadReport) => toStatements(report, extraction);
const both = [...statements(EAST), ...statements(WEST)];
const node = (graph: Graph, id: string) => graph.nodes.find((n) => n.id === id);

describe('statements', () => {
  it('fit their schema and carry checked spans', () => {
    for (const s of both) {
      expect(statementSchema.parse(s)).toEqual(s);
      const { text } = s.report === EAST.report.header.id ? EAST.report : WEST.report;
      if (s.span) expect(text.slice(s.span.start, s.span.end)).toBe(s.span.text);
    }
  });

  it('refuse a span that does not hold its words', () => {
    const [first, ...rest] = EAST.extraction.milestones;
    if (!first) throw new Error('the fixture has milestones');
    const evidence = { ...first.evidence, text: '别的' };
    const extraction = { ...EAST.extraction, milestones: [{ ...first, evidence }, ...rest] };
    expect(() => toStatements(EAST.report, extraction)).toThrow('别的');
  });

  it('keep two facts apart that came with one id', () => {
    const [first] = EAST.extraction.relations;
    if (!first) throw new Error('the fixture has relations');
    const other = { ...first, basis: 'inferred' as const, role: '责任' };
    const relations = [...EAST.extraction.relations, other];
    const made = toStatements(EAST.report, { ...EAST.extraction, relations });
    const ids = made.filter((s) => s.property === first.type && s.entity === first.source).map((s) => s.id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(first.id);
  });

  it('state how an entity is known that no sentence names', () => {
    const issuer = both.find((s) => s.property === 'name' && s.value === '东湾区人民政府');
    expect(issuer?.basis).toBe('implied');
    expect(both.find((s) => s.value === '云江大桥')?.basis).toBe('stated');
  });
});

describe('graph', () => {
  const graph = buildGraph(both);

  it('is the same whatever the order of statements', () => {
    expect(buildGraph([...both].reverse())).toEqual(graph);
  });

  it('has every entity, fact and relation of the extractions', () => {
    for (const { extraction } of [EAST, WEST]) {
      for (const e of extraction.entities) {
        expect(node(graph, e.id)).toMatchObject({
          label: 'Entity',
          type: e.type,
          properties: { name: e.name },
        });
        for (const m of e.mentions) {
          const edge = { type: 'MENTIONED_IN', from: { label: 'Entity', id: e.id }, properties: m };
          expect(graph.edges).toContainEqual(
            expect.objectContaining({ ...edge, properties: expect.objectContaining(m) }),
          );
        }
      }
      for (const o of extraction.observations) {
        const { value, unit, raw, measure, status } = o;
        expect(node(graph, o.id)?.properties).toMatchObject({
          value,
          unit,
          raw,
          measure,
          status,
          quote: raw,
        });
        const about = graph.edges.find((e) => e.type === 'ABOUT' && e.id === o.id);
        expect(about?.to).toEqual({ label: 'Entity', id: o.subject });
      }
      for (const m of extraction.milestones) {
        const { stage, status } = m;
        expect(node(graph, m.id)?.properties).toMatchObject({ stage, status, start: m.evidence.start });
      }
      for (const r of extraction.relations) {
        const { type, basis, evidence } = r;
        const properties = expect.objectContaining({ basis, quote: evidence.text, start: evidence.start });
        const ends = { from: { label: 'Entity', id: r.source }, to: { label: 'Entity', id: r.target } };
        expect(graph.edges).toContainEqual({ type, id: r.id, ...ends, properties });
      }
    }
  });

  it('leads from every fact and mention to sentence, section and report', () => {
    const step = (type: string, label: string, id: string) =>
      graph.edges.find((e) => e.type === type && e.from.label === label && e.from.id === id)?.to;
    for (const n of graph.nodes.filter((n) => ['Observation', 'Milestone'].includes(n.label))) {
      const sentence = step('IN_SENTENCE', n.label, n.id);
      const section = step('IN_SECTION', 'Sentence', sentence?.id ?? '');
      const report = step('OF', 'Section', section?.id ?? '');
      expect(node(graph, report?.id ?? '')?.label).toBe('Report');
      const text = String(node(graph, sentence?.id ?? '')?.properties['text']);
      expect(text).toContain(n.properties['quote']);
    }
  });

  it('has both ends of every edge, each node and edge once, and no map or null', () => {
    const keys = graph.nodes.map((n) => `${n.label} ${n.id}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const e of graph.edges)
      for (const end of [e.from, e.to]) expect(keys).toContain(`${end.label} ${end.id}`);
    const values = [...graph.nodes, ...graph.edges].flatMap((x) => Object.values(x.properties));
    for (const v of values)
      expect(Array.isArray(v) ? 'array' : typeof v).toMatch(/string|number|boolean|array/);
  });

  it('joins what two reports name alike, and keeps counted collectives apart', () => {
    const bureau = graph.nodes.filter((n) => n.properties['name'] === '云江市交通运输局');
    expect(bureau).toHaveLength(1);
    expect(bureau[0]?.properties['reports']).toHaveLength(2);
    expect(graph.nodes.filter((n) => n.properties['name'] === '3家社区医院')).toHaveLength(2);
  });

  it('loses exactly what a removed report gave', () => {
    const { id } = findReport(both, '东湾区2024年政府工作报告');
    const rest = both.filter((s) => s.report !== id);
    expect(sortStatements(rest)).toEqual(sortStatements(statements(WEST)));
    expect(buildGraph(rest)).toEqual(buildGraph(statements(WEST)));
  });
});

describe('change', () => {
  const east = buildGraph(statements(EAST));
  const all = buildGraph(both);

  /** What a store would hold after a change, by the text of its nodes and edges. */
  function changed(before: Graph, target: Graph): { nodes: Set<string>; edges: Set<string> } {
    const change = changeOf(target, before);
    const nodeKey = (n: { label: string; id: string }) => `${n.label} ${n.id}`;
    const nodes = new Map(before.nodes.map((n) => [nodeKey(n), n]));
    const edges = new Map(before.edges.map((e) => [`${e.type} ${e.id}`, e]));
    for (const e of change.deleteEdges) expect(edges.delete(`${e.type} ${e.id}`)).toBe(true);
    for (const n of change.deleteNodes) {
      expect(nodes.delete(nodeKey(n))).toBe(true);
      const ends = [...edges].filter(([, e]) => [e.from, e.to].some((end) => nodeKey(end) === nodeKey(n)));
      for (const [key] of ends) edges.delete(key);
    }
    for (const n of change.upsertNodes) nodes.set(nodeKey(n), n);
    for (const e of change.upsertEdges) edges.set(`${e.type} ${e.id}`, e);
    return texts({ nodes: [...nodes.values()], edges: [...edges.values()] });
  }

  const texts = ({ nodes, edges }: Graph) => ({
    nodes: new Set(nodes.map((n) => JSON.stringify(n))),
    edges: new Set(edges.map((e) => JSON.stringify(e))),
  });

  it('is empty between equal graphs', () => {
    const { upsertNodes, upsertEdges, deleteNodes, deleteEdges } = changeOf(all, structuredClone(all));
    expect([upsertNodes, upsertEdges, deleteNodes, deleteEdges].flat()).toEqual([]);
  });

  it('turns one graph into the other, both ways', () => {
    expect(changed(east, all)).toEqual(texts(all));
    expect(changed(all, east)).toEqual(texts(east));
  });

  it('moves an edge whose end changed', () => {
    const [first] = all.edges.filter((e) => e.type === 'LOCATED_IN');
    if (!first) throw new Error('the fixture has a place');
    const moved = { ...first, to: first.from };
    const target = { ...all, edges: all.edges.map((e) => (e === first ? moved : e)) };
    expect(changeOf(target, all)).toMatchObject({ deleteEdges: [first], upsertEdges: [moved] });
    expect(changed(all, target)).toEqual(texts(target));
  });
});
