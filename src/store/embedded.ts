/** The embedded database: `@grafeo-db/js` 0.6.0 in this process, with the workarounds its behaviour asks for. */
import grafeo, { type GrafeoDB, type Transaction } from '@grafeo-db/js';
import { GovGraphError } from '../errors.js';
import { checkChange } from '../graph/check.js';
import type { GraphChange } from '../graph/graph.js';
import { isConflict, openError, queryError, queryTimeout } from './errors.js';
import { edgeDeletes, edgeWrites, nodeDeletes, nodeWrites, SCHEMA } from './statements.js';
import type { GraphStore, Params, QueryResult, Row } from './store.js';
import { neutral } from './values.js';

/** A statement over more rows may pass the 30 s the database gives it. */
const BATCH = 5000;
const ATTEMPTS = 4;

/**
 * Opens a database file.
 * @param file path of the file; null for a database in memory
 * @param mode `read` (any number of readers), `write` (one writer, no reader; made when absent)
 * @throws GovGraphError DATABASE_NOT_FOUND, DATABASE_IN_USE, DATABASE_DAMAGED, DATABASE_OPEN
 */
export async function openEmbedded(file: string | null, mode: 'read' | 'write'): Promise<GraphStore> {
  let db: GrafeoDB;
  try {
    db = file !== null && mode === 'read' ? grafeo.GrafeoDB.openReadOnly(file) : grafeo.GrafeoDB.create(file);
  } catch (error) {
    throw openError(error, file ?? 'memory');
  }
  if (mode === 'write') for (const statement of SCHEMA) await db.executeCypher(statement);
  return new EmbeddedStore(db, file !== null && mode === 'write');
}

class EmbeddedStore implements GraphStore {
  readonly #db: GrafeoDB;
  readonly #durable: boolean;
  #open = true;
  /** The write under way: writes wait for each other, for two at a time conflict. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(db: GrafeoDB, durable: boolean) {
    this.#db = db;
    this.#durable = durable;
  }

  async apply(change: GraphChange): Promise<void> {
    checkChange(change);
    const write = this.#writing.then(() => this.#apply(change));
    this.#writing = write.catch(() => undefined);
    await write;
  }

  async #apply(change: GraphChange): Promise<void> {
    const writes = [
      ...edgeDeletes(change.deleteEdges),
      ...nodeDeletes(change.deleteNodes),
      ...nodeWrites(change.upsertNodes),
      ...edgeWrites(change.upsertEdges),
    ];
    await this.#transaction(async (tx) => {
      for (const { cypher, rows } of writes) {
        for (let i = 0; i < rows.length; i += BATCH) {
          await tx.executeCypher(cypher, { rows: rows.slice(i, i + BATCH) });
        }
      }
    });
    if (this.#durable) this.#db.walCheckpoint();
  }

  /** Runs all of `work` or nothing: after an error the database would keep the transaction open and commit the rest. */
  async #transaction(work: (tx: Transaction) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const tx = this.#db.beginTransaction();
      try {
        await work(tx);
        tx.commit();
        return;
      } catch (error) {
        if (tx.isActive) tx.rollback();
        if (isConflict(error) && attempt < ATTEMPTS) continue;
        throw new GovGraphError('DATABASE_WRITE', `nothing was written: ${(error as Error).message}`, {
          exitCode: 1,
          cause: error,
        });
      }
    }
  }

  async query(
    cypher: string,
    params: Params = {},
    { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
  ): Promise<QueryResult> {
    const answer = this.#db.executeCypher(cypher, params);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(queryTimeout(timeoutMs)), timeoutMs);
    });
    try {
      const result = await Promise.race([answer, late]);
      const { columns } = result;
      const rows = result.rows().map((cells) => {
        return Object.fromEntries(columns.map((column, i) => [column, neutral(cells[i])])) as Row;
      });
      return { columns, rows };
    } catch (error) {
      throw queryError(error);
    } finally {
      clearTimeout(timer);
      answer.catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#writing;
    if (this.#durable) this.#db.walCheckpoint();
    this.#db.close();
  }
}
