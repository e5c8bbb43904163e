/** The entities of a log and their relations as a graphology graph, for graph measures and layouts. */
import { MultiDirectedGraph } from 'graphology';
import { type Basis, type EntityType, RELATION_TYPES } from '../../schema/ontology.js';
import type { Statement } from '../../schema/statement.js';
import { buildGraph } from '../graph/build.js';
import type { Properties } from '../graph/graph.js';

export interface GraphologyOptions {
  /** Only entities of these types, and the relations between them; all unless told. */
  types?: readonly EntityType[];
  /** Only relations known in these ways; all unless told. */
  basis?: readonly Basis[];
}

/**
 * One node an entity, one edge a relation statement, so that two reports that say the same leave two edges. Nodes and
 * edges bear the properties they have in the database, edges also their `type`; keys are entity and statement ids.
 * @param statements of one report or many, as `readLog` gives them
 */
export function toGraphology(
  statements: Statement[],
  { types, basis }: GraphologyOptions = {},
): MultiDirectedGraph<Properties, Properties> {
  const { nodes, edges } = buildGraph(statements);
  const graph = new MultiDirectedGraph<Properties, Properties>();
  for (const node of nodes) {
    if (node.type && (types?.includes(node.type) ?? true)) graph.addNode(node.id, node.properties);
  }
  for (const { id, type, from, to, properties } of edges) {
    if (!(type in RELATION_TYPES) || !graph.hasNode(from.id) || !graph.hasNode(to.id)) continue;
    if (basis && !basis.includes(properties['basis'] as Basis)) continue;
    graph.addEdgeWithKey(id, from.id, to.id, { type, ...properties });
  }
  return graph;
}
