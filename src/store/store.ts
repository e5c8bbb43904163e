/** What every graph database behind GovGraph can do. */
import type { GraphChange } from '../graph/graph.js';

/** A value of an answer. Nodes, edges and paths have one shape whatever the database; dates are ISO strings. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Value[]
  | ResultNode
  | ResultEdge
  | ResultPath
  | { [key: string]: Value };

export interface ResultNode {
  labels: string[];
  properties: Record<string, Value>;
}
export interface ResultEdge {
  type: string;
  properties: Record<string, Value>;
}
export interface ResultPath {
  nodes: ResultNode[];
  edges: ResultEdge[];
}

export type Row = Record<string, Value>;
export type Params = Record<string, Value>;

export interface QueryResult {
  columns: string[];
  rows: Row[];
}

export interface GraphStore {
  /**
   * Writes a change as one transaction: all of it, or nothing. Writing the same twice changes nothing more.
   * @throws GovGraphError GRAPH_INVALID before anything is written, DATABASE_WRITE
   */
  apply(change: GraphChange): Promise<void>;
  /**
   * Asks in Cypher.
   * @param params values for `$name`
   * @param options `timeoutMs` until the answer is given up (30,000 unless told)
   * @throws GovGraphError CYPHER_SYNTAX (with line and column), CYPHER_INVALID, QUERY_TIMEOUT
   */
  query(cypher: string, params?: Params, options?: { timeoutMs?: number }): Promise<QueryResult>;
  /** Writes what is pending and lets the database go. Closing twice is fine. */
  close(): Promise<void>;
}
