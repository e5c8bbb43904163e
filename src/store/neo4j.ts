/** Neo4j 5 over Bolt, for a graph that many use at once. */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { RELATION_TYPES } from '../../schema/ontology.js';
import { GovGraphError } from '../errors.js';
import { type GraphChange, NODE_LABELS, STRUCTURE } from '../graph/graph.js';
import { neo4jQueryError, neo4jWriteError, unreachable } from './neo4j-errors.js';
import { propertiesToServer, toNeutral, toServer } from './neo4j-values.js';
import { edgeDeletesById, edgeWrites, nodeDeletes, nodeWrites, type Write } from './statements.js';
import type { GraphStore, Params, QueryResult, Row } from './store.js';

const BATCH = 5000;
/** Rows that one transaction can hold within the server's default memory. */
const TRANSACTION = 100_000;

/**
 * A key for every label and relation: the server makes an index of each, and without one loading is quadratic.
 */
const CONSTRAINTS: readonly string[] = [
  ...NODE_LABELS.map(
    (l) => `CREATE CONSTRAINT ${l.toLowerCase()}_id IF NOT EXISTS FOR (n:${l}) REQUIRE n.id IS UNIQUE`,
  ),
  ...[...STRUCTURE, ...Object.keys(RELATION_TYPES)].map(
    (t) => `CREATE CONSTRAINT ${t.toLowerCase()}_id IF NOT EXISTS FOR ()-[r:${t}]-() REQUIRE r.id IS UNIQUE`,
  ),
];

export interface Neo4jOptions {
  user: string;
  password: string;
  /** Name of the database on the server; its default unless told. */
  database?: string;
}

/** User, password and database from NEO4J_USER (neo4j unless set), NEO4J_PASSWORD and NEO4J_DATABASE. */
export function neo4jOptionsFromEnv(env: NodeJS.ProcessEnv = process.env): Neo4jOptions {
  const { NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  if (!password) {
    throw new GovGraphError('STORE_PASSWORD_MISSING', 'NEO4J_PASSWORD is not set', {
      hint: 'set it in the environment: NEO4J_PASSWORD=… govgraph … --store bolt://localhost:7687',
    });
  }
  return { user, password, ...(database ? { database } : {}) };
}

/**
 * Connects to a Neo4j server.
 * @param url `bolt://`, `neo4j://` or their `+s` and `+ssc` forms
 * @param mode `write` also makes the constraints
 * @throws GovGraphError STORE_UNREACHABLE, STORE_UNAUTHORIZED
 */
export async function openNeo4j(
  url: string,
  options: Neo4jOptions,
  mode: 'read' | 'write',
): Promise<GraphStore> {
  const { user, password, database } = options;
  let driver: Driver | undefined;
  try {
    driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
      connectionAcquisitionTimeout: 20_000,
      connectionTimeout: 10_000,
    });
    await driver.getServerInfo(database ? { database } : {});
    const store = new Neo4jStore(driver, database, mode);
    if (mode === 'write') await store.prepare();
    return store;
  } catch (error) {
    await driver?.close();
    throw unreachable(error, url);
  }
}

class Neo4jStore implements GraphStore {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #mode: 'read' | 'write';

  constructor(driver: Driver, database: string | undefined, mode: 'read' | 'write') {
    this.#driver = driver;
    this.#database = database;
    this.#mode = mode;
  }

  async #session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      ...(this.#database ? { database: this.#database } : {}),
      defaultAccessMode: this.#mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
    });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  async prepare(): Promise<void> {
    await this.#session(async (session) => {
      for (const constraint of CONSTRAINTS) await session.run(constraint);
      await session.run('CALL db.awaitIndexes(60)');
    });
  }

  /** Changes of more than 100,000 rows take several transactions; the same change run again completes one that broke off. */
  async apply(change: GraphChange): Promise<void> {
    const writes = [
      ...edgeDeletesById(change.deleteEdges),
      ...nodeDeletes(change.deleteNodes),
      ...nodeWrites(change.upsertNodes),
      ...edgeWrites(change.upsertEdges),
    ];
    try {
      await this.#session(async (session) => {
        for (const part of transactions(writes)) {
          await session.executeWrite(async (tx) => {
            for (const write of part) await runBatches(tx, write);
          });
        }
      });
    } catch (error) {
      throw neo4jWriteError(error);
    }
  }

  async query(
    cypher: string,
    params: Params = {},
    { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
  ): Promise<QueryResult> {
    try {
      return await this.#session(async (session) => {
        const result = session.run(cypher, toServer(params) as Params, { timeout: timeoutMs });
        const columns = await result.keys();
        const rows = (await result).records.map((record) => {
          return Object.fromEntries(columns.map((key) => [key, toNeutral(record.get(key))])) as Row;
        });
        return { columns, rows };
      });
    } catch (error) {
      throw neo4jQueryError(error, timeoutMs);
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }
}

async function runBatches(tx: ManagedTransaction, { cypher, rows }: Write): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) {
    await tx.run(cypher, { rows: rows.slice(i, i + BATCH).map((row) => propertiesToServer(row)) });
  }
}

/** Splits writes into transactions, in their order; the most changes are one. */
function* transactions(writes: Write[]): Generator<Write[]> {
  let part: Write[] = [];
  let room = TRANSACTION;
  for (const { cypher, rows } of writes) {
    for (let i = 0; i < rows.length; ) {
      const take = rows.slice(i, i + room);
      part.push({ cypher, rows: take });
      i += take.length;
      room -= take.length;
      if (room > 0) continue;
      yield part;
      part = [];
      room = TRANSACTION;
    }
  }
  if (part.length > 0) yield part;
}
