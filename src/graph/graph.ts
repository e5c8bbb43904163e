/** The graph in its neutral form: what every store, export and picture is made from. Built from statements alone. */
import type { EdgeType, NodeLabel } from '../../schema/graph.js';
import type { EntityType } from '../../schema/ontology.js';

export { type EdgeType, NODE_LABELS, type NodeLabel, STRUCTURE } from '../../schema/graph.js';

/** No maps and no nulls: an absent value is an absent property. Dates are ISO strings. */
export type PropertyValue = string | number | boolean | string[];
export type Properties = Record<string, PropertyValue>;

export interface GraphNode {
  label: NodeLabel;
  /** Second label of an entity. */
  type?: EntityType;
  /** Unique within its label. */
  id: string;
  properties: Properties;
}

export interface NodeRef {
  label: NodeLabel;
  id: string;
}

export interface GraphEdge {
  type: EdgeType;
  /** Unique within its type; a relation's is its statement id. */
  id: string;
  from: NodeRef;
  to: NodeRef;
  properties: Properties;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** What turns one graph into another. */
export interface GraphChange {
  upsertNodes: GraphNode[];
  upsertEdges: GraphEdge[];
  deleteNodes: GraphNode[];
  deleteEdges: GraphEdge[];
}

export const nodeKey = (n: NodeRef): string => `${n.label} ${n.id}`;
const edgeKey = (e: GraphEdge): string => `${e.from.label} ${e.type} ${e.to.label} ${e.id}`;

/**
 * What must be written and deleted to turn `before` into `after`; without `before`, all of `after`.
 * An edge whose ends moved is deleted and written anew; edges of a deleted node go with it and are not listed.
 */
export function changeOf(after: Graph, before?: Graph): GraphChange {
  if (!before)
    return { upsertNodes: after.nodes, upsertEdges: after.edges, deleteNodes: [], deleteEdges: [] };
  const nodes = new Map(before.nodes.map((n) => [nodeKey(n), n]));
  const edges = new Map(before.edges.map((e) => [edgeKey(e), e]));
  const upsertNodes = after.nodes.filter((n) => JSON.stringify(nodes.get(nodeKey(n))) !== JSON.stringify(n));
  const upsertEdges = after.edges.filter((e) => JSON.stringify(edges.get(edgeKey(e))) !== JSON.stringify(e));
  const moved = new Set(
    upsertEdges.filter((e) => {
      const old = edges.get(edgeKey(e));
      return old && (old.from.id !== e.from.id || old.to.id !== e.to.id);
    }),
  );
  const kept = new Set([
    ...after.nodes.map(nodeKey),
    ...after.edges.filter((e) => !moved.has(e)).map(edgeKey),
  ]);
  const deleteNodes = before.nodes.filter((n) => !kept.has(nodeKey(n)));
  const gone = new Set(deleteNodes.map(nodeKey));
  const deleteEdges = before.edges.filter(
    (e) => !kept.has(edgeKey(e)) && !gone.has(nodeKey(e.from)) && !gone.has(nodeKey(e.to)),
  );
  return { upsertNodes, upsertEdges, deleteNodes, deleteEdges };
}
