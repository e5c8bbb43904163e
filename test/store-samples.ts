/** Graphs and texts that strain a store. */
import type { Graph } from '../src/graph/graph.js';
import type { GraphStore } from '../src/store/store.js';

export const many = (count: number): Graph => {
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
 * A node that passes every check and then fails within the transaction.
 * @param then what its alias is when read again: a value that the database refuses, or a fault
 */
export function turnsBad(then: () => unknown): Graph['nodes'][number] {
  const aliases = ['桥'];
  let reads = 0;
  Object.defineProperty(aliases, 0, { get: () => (reads++ === 0 ? '桥' : then()), enumerable: true });
  return { label: 'Warning', id: 'bad', properties: { aliases } };
}

/** Texts that break what is pasted together instead of passed along. */
export const HOSTILE = [
  `'"\`\\ \\u0060 \\' \\"`,
  "x'}) DETACH DELETE n //",
  '`) MATCH (n) DETACH DELETE n //',
  '$id {id: row.id} $x /* -- */ ;',
  '\u{1f3d7}\ufe0f👩‍👩‍👧‍👦 𠮷 ﷽ \u202e \u0301 \ufeff',
  '\r\n\t\u0001\u2028',
  `桥${'长'.repeat(350_000)}`,
];

/** What the suite must know of a store. */
export interface Backend {
  /** Closes a store and opens it again, where it lasts. */
  reopen?: (store: GraphStore) => Promise<GraphStore>;
  /** Gives a value that the database refuses, or throws as it is read. */
  refused: () => unknown;
}
