/** Values of the embedded database in the shapes that every store answers with. */
import type { ResultEdge, ResultNode, Value } from './store.js';

/** One value of an answer, neutral: node and edge ids of the database itself are dropped, they mean nothing outside. */
export function neutral(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(neutral);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  const record = value as Record<string, unknown>;
  if ('_labels' in record) return nodeOf(record);
  if ('_type' in record && '_source' in record) return edgeOf(record);
  if (Array.isArray(record['nodes']) && Array.isArray(record['edges'])) {
    return { nodes: record['nodes'].map(nodeOf), edges: record['edges'].map(edgeOf) };
  }
  const keys = Object.keys(record);
  // Tagged values such as {"$date": "2020-01-01"}.
  if (keys.length === 1 && keys[0]?.startsWith('$')) return neutral(record[keys[0]]);
  return Object.fromEntries(keys.map((key) => [key, neutral(record[key])]));
}

function propertiesOf(record: Record<string, unknown>): Record<string, Value> {
  const own = Object.keys(record).filter((key) => !key.startsWith('_'));
  return Object.fromEntries(own.sort().map((key) => [key, neutral(record[key])]));
}

const nodeOf = (record: Record<string, unknown>): ResultNode => ({
  labels: [...(record['_labels'] as string[])].sort(),
  properties: propertiesOf(record),
});

const edgeOf = (record: Record<string, unknown>): ResultEdge => ({
  type: String(record['_type']),
  properties: propertiesOf(record),
});
