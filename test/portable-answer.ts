/** The one value a query gives, as JSON, or `error`. */
import type { GraphStore } from '../src/store/store.js';

export async function answer(store: GraphStore, cypher: string): Promise<string> {
  try {
    const { columns, rows } = await store.query(cypher);
    return JSON.stringify(rows[0]?.[columns[0] ?? ''] ?? null);
  } catch {
    return 'error';
  }
}
