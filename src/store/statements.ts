/** The fixed write statements: one a label, type and pair of ends; names come from the ontology, never from a text. */
import { type GraphEdge, type GraphNode, NODE_LABELS, type Properties } from '../graph/graph.js';

/** One parametrised statement with the rows to run it over. */
export interface Write {
  cypher: string;
  rows: Record<string, unknown>[];
}

/** Keys of every label, and an index: a constraint alone makes no index in the embedded database. */
export const SCHEMA: readonly string[] = NODE_LABELS.flatMap((label) => [
  `CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  `CREATE INDEX ${label.toLowerCase()}_id_index IF NOT EXISTS FOR (n:${label}) ON (n.id)`,
]);

/** Numbers of a fact are floats, whatever their value. */
const FLOATS = ' SET n.value = toFloat(row.value), n.valueMax = toFloat(row.valueMax)';

export function nodeWrites(nodes: GraphNode[]): Write[] {
  return groupBy(nodes, (n) => `${n.label} ${n.type ?? ''}`).map((group) => {
    const { label, type } = group[0] as GraphNode;
    const labelled = type ? ` SET n:${type}` : '';
    // The embedded database would keep 3 as a whole number, and halve it to 1.
    const floats = label === 'Observation' ? FLOATS : '';
    return {
      cypher: `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row${floats}${labelled}`,
      rows: group.map((n) => ({ id: n.id, ...n.properties })),
    };
  });
}

export function edgeWrites(edges: GraphEdge[]): Write[] {
  return edgeGroups(edges, (pattern) => `MERGE ${pattern} SET r = row.properties`);
}

export function edgeDeletes(edges: GraphEdge[]): Write[] {
  return edgeGroups(edges, (pattern) => `MATCH ${pattern} DELETE r`);
}

/** For a database that has an index of the ids of edges: it finds them without their ends. */
export function edgeDeletesById(edges: GraphEdge[]): Write[] {
  return groupBy(edges, (e) => e.type).map((group) => ({
    cypher: `UNWIND $rows AS row MATCH ()-[r:${group[0]?.type} {id: row.id}]->() DELETE r`,
    rows: group.map(({ id }) => ({ id })),
  }));
}

export function nodeDeletes(nodes: GraphNode[]): Write[] {
  return groupBy(nodes, (n) => n.label).map((group) => ({
    cypher: `UNWIND $rows AS row MATCH (n:${group[0]?.label} {id: row.id}) DETACH DELETE n`,
    rows: group.map(({ id }) => ({ id })),
  }));
}

/** Finding an edge costs the number of edges at the end it is looked for from, so the pattern starts where they are few. */
function edgeGroups(edges: GraphEdge[], clause: (pattern: string) => string): Write[] {
  return groupBy(edges, (e) => `${e.type} ${e.from.label} ${e.to.label}`).map((group) => {
    const { type, from, to } = group[0] as GraphEdge;
    const fromHub = busiest(group.map((e) => e.from.id)) > busiest(group.map((e) => e.to.id));
    const edge = `[r:${type} {id: row.id}]`;
    const pattern = fromHub ? `(b)<-${edge}-(a)` : `(a)-${edge}->(b)`;
    return {
      cypher:
        `UNWIND $rows AS row MATCH (a:${from.label} {id: row.from}) MATCH (b:${to.label} {id: row.to}) ` +
        clause(pattern),
      rows: group.map((e) => ({
        id: e.id,
        from: e.from.id,
        to: e.to.id,
        properties: { id: e.id, ...e.properties } satisfies Properties,
      })),
    };
  });
}

function busiest(ids: string[]): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const id of ids) {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    most = Math.max(most, count);
  }
  return most;
}

function groupBy<T>(items: T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
