/** Neo4j 5 over Bolt, for a graph that many use at once. */
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { CONSTRAINTS, GRAPH_VERSION } from '../../schema/graph.js';
import { GovGraphError } from '../errors.js';
import { checkChange } from '../graph/check.js';
import type { GraphChange } from '../graph/graph.js';
import { checkAddress, type Neo4jOptions } from './address.js';
import { neo4jQueryError, neo4jWriteError, unreachable } from './neo4j-errors.js';
import { propertiesToServer, toNeutral, toServer } from './neo4j-values.js';
import { edgeDeletesById, edgeWrites, nodeDeletes, nodeWrites, type Write } from './statements.js';
import type { GraphStore, Params, QueryResult, Row } from './store.js';

const BATCH = 5000;
/** Rows that one transaction can hold within the server's default memory. */
const TRANSACTION = 100_000;

/**
 * Connects to a Neo4j server.
 * @param url `bolt://`, `neo4j://` or their `+s` and `+ssc` forms
 * @param mode `write` also makes the constraints
 * @throws GovGraphError STORE_UNREACHABLE, STORE_UNAUTHORIZED, STORE_DATABASE_UNKNOWN, STORE_VERSION, STORE_OPEN
 */
export async function openNeo4j(
  url: string,
  options: Neo4jOptions,
  mode: 'read' | 'write',
): Promise<GraphStore> {
  const { user, password, database } = options;
  let driver: Driver | undefined;
  try {
    driver = neo4j.driver(checkAddress(url), neo4j.auth.basic(user, password), {
      connectionAcquisitionTimeout: 20_000,
      connectionTimeout: 10_000,
    });
    const store = new Neo4jStore(driver, database, mode);
    await store.prepare();
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

  /** Asks whether server and database answer; makes the constraints where it will be written. */
  async prepare(): Promise<void> {
    await this.#session(async (session) => {
      await session.run('RETURN 1');
      if (this.#mode === 'read') return;
      const { records } = await session.run('SHOW CONSTRAINTS YIELD name');
      const names = records.map((record) => String(record.get('name')));
      checkVersion(names);
      for (const constraint of CONSTRAINTS) await session.run(constraint);
      await session.run('CALL db.awaitIndexes(60)');
    });
  }

  /** Changes of more than 100,000 rows take several transactions; the same change run again completes one that broke off. */
  async apply(change: GraphChange): Promise<void> {
    checkChange(change);
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

/** The names of our constraints say which release made the graph. */
function checkVersion(constraints: string[]): void {
  const versions = constraints.flatMap((name) => /^govgraph(\d+)_/.exec(name)?.[1] ?? []);
  const other = versions.find((version) => Number(version) !== GRAPH_VERSION);
  if (other === undefined) return;
  const age = Number(other) < GRAPH_VERSION ? 'an earlier' : 'a later';
  throw new GovGraphError('STORE_VERSION', `the server holds a graph of ${age} release (version ${other})`, {
    hint: `delete its nodes and the constraints govgraph${other}_…, then load again: govgraph build --from-log --store …`,
  });
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
