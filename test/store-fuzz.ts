/** Random histories of a graph with the model that tells how each must end. */
import {
  changeOf,
  type Graph,
  type GraphChange,
  type GraphEdge,
  type GraphNode,
} from '../src/graph/graph.js';
import type { Row } from '../src/store/store.js';

const ROUNDS = 40;
const WORDS = ['桥', "'", '"', '`', '\\u0060', '🏗️', '𠮷', '', '\n', '$x', '{', '约2.0', '2024'];
const TYPES = ['Project', 'Agency', 'Hospital'] as const;
const RELATIONS = ['CONCERNS', 'RESPONSIBLE_FOR', 'PART_OF'] as const;

/** Numbers in [0, 1) that a seed fixes (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Change after change of one graph: things come, change, move and go. */
export function* history(seed: number): Generator<{ round: number; change: GraphChange; after: Graph }> {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const text = () => Array.from({ length: below(5) }, () => pick(WORDS)).join('');
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  let before: Graph = { nodes: [], edges: [] };

  const properties = () => ({
    ...(next() < 0.7 ? { name: text() } : {}),
    ...(next() < 0.5 ? { aliases: Array.from({ length: below(3) }, text) } : {}),
    ...(next() < 0.5 ? { start: below(2 ** 40) } : {}),
    ...(next() < 0.5 ? { value: next() < 0.5 ? below(100) : (next() - 0.5) * 1e12 } : {}),
    ...(next() < 0.3 ? { group: next() < 0.5 } : {}),
    ...(next() < 0.3 ? { date: `20${10 + below(20)}-0${1 + below(9)}-1${below(10)}` } : {}),
  });
  function putNode(): void {
    const id = `n${below(40)}`;
    // An entity keeps its type: another type is another id.
    const type = TYPES[Number(id.slice(1)) % TYPES.length] as (typeof TYPES)[number];
    nodes.set(id, { label: 'Entity', type, id, properties: properties() });
  }
  function putEdge(): void {
    const ids = [...nodes.keys()];
    if (ids.length === 0) return;
    const type = pick(RELATIONS);
    const id = `e${below(60)}`;
    const ref = () => ({ label: 'Entity' as const, id: pick(ids) });
    edges.set(`${type} ${id}`, { type, id, from: ref(), to: ref(), properties: properties() });
  }
  function dropNode(): void {
    const id = `n${below(40)}`;
    nodes.delete(id);
    for (const [key, e] of edges) if (e.from.id === id || e.to.id === id) edges.delete(key);
  }
  for (let round = 1; round <= ROUNDS; round++) {
    for (let i = below(25); i >= 0; i--) pick([putNode, putNode, putEdge, putEdge, putEdge, dropNode])();
    if (edges.size > 0) edges.delete(pick([...edges.keys()]));
    const after: Graph = { nodes: [...nodes.values()], edges: [...edges.values()] };
    yield { round, change: changeOf(after, before), after };
    before = after;
  }
}

/** What a store must hold, as `dump` of the suite gives it. */
export function expected({ nodes, edges }: Graph): Row[] {
  const sorted = (p: object) => Object.fromEntries(Object.entries(p).sort(([a], [b]) => (a < b ? -1 : 1)));
  const rows: Row[] = [
    ...nodes.map((n) => ({
      n: {
        labels: [n.label, ...(n.type ? [n.type] : [])].sort(),
        properties: sorted({ id: n.id, ...n.properties }),
      },
    })),
    ...edges.map((e) => ({
      a: e.from.id,
      r: { type: e.type, properties: sorted({ id: e.id, ...e.properties }) },
      b: e.to.id,
    })),
  ];
  return rows.sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1));
}
