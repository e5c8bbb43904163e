/** Values on their way to a Neo4j server and back. The driver sends every JavaScript number as a float. */
import neo4j from 'neo4j-driver';
import { INTEGER_PROPERTIES } from '../../schema/graph.js';
import type { ResultEdge, ResultNode, Value } from './store.js';

/** Values of a query: whole numbers become integers, as LIMIT and SKIP demand. */
export function toServer(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toServer);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, toServer(v as Value)]));
}

/** A row of a write: what the ontology says is whole becomes an integer, every other number stays a float, also 2. */
export function propertiesToServer(row: Record<string, unknown>): Record<string, unknown> {
  const sent = Object.entries(row).map(([key, value]) => {
    if (key === 'properties') return [key, propertiesToServer(value as Record<string, unknown>)];
    const whole = typeof value === 'number' && INTEGER_PROPERTIES.has(key);
    return [key, whole ? neo4j.int(value) : value];
  });
  return Object.fromEntries(sent);
}

/** One value of an answer, in the shape that every store answers with. */
export function toNeutral(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (neo4j.isInt(value)) return neo4j.integer.inSafeRange(value) ? value.toNumber() : value.toString();
  if (typeof value !== 'object') return typeof value === 'bigint' ? String(value) : (value as Value);
  if (Array.isArray(value)) return value.map(toNeutral);
  if (neo4j.isNode(value)) return nodeOf(value);
  if (neo4j.isRelationship(value)) return edgeOf(value);
  if (neo4j.isPath(value)) {
    const [first] = value.segments;
    const nodes = [first?.start ?? value.start, ...value.segments.map((segment) => segment.end)];
    return { nodes: nodes.map(nodeOf), edges: value.segments.map((segment) => edgeOf(segment.relationship)) };
  }
  // Dates, times, durations and points print themselves as ISO 8601 and WKT-like text.
  if (value.constructor !== Object) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, toNeutral(v)]));
}

function propertiesOf(properties: Record<string, unknown>): Record<string, Value> {
  return Object.fromEntries(
    Object.keys(properties)
      .sort()
      .map((key) => [key, toNeutral(properties[key])]),
  );
}

const nodeOf = (n: { labels: string[]; properties: Record<string, unknown> }): ResultNode => ({
  labels: [...n.labels].sort(),
  properties: propertiesOf(n.properties),
});

const edgeOf = (r: { type: string; properties: Record<string, unknown> }): ResultEdge => ({
  type: r.type,
  properties: propertiesOf(r.properties),
});
