/** A database folder: the database file, the statement log beside it, and the writer's lock. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GovGraphError } from '../errors.js';
import { changeOf, type Graph } from '../graph/graph.js';
import { checkAddress, credentials, isAddress } from './address.js';
import { openEmbedded } from './embedded.js';
import { takeLock } from './lock.js';
import type { GraphStore } from './store.js';

/** Folder that holds the database unless told otherwise, in the current one. */
export const DEFAULT_FOLDER = '.govgraph';

/** Files of a database folder. */
export const filesOf = (folder: string) => ({
  database: join(folder, 'graph.db'),
  log: join(folder, 'statements.jsonl'),
  lock: join(folder, 'lock'),
});

/**
 * Opens a graph that `build` has made.
 * @param place the folder given to `build` as `db`, or the address of a Neo4j server given as `store`, whose user,
 *   password and database stand in NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE
 * @param options `mode: 'write'` opens for `apply` too; of a folder there is then one writer and no reader;
 *   `passwordFile` holds the password of a server in place of NEO4J_PASSWORD
 * @throws GovGraphError DATABASE_NOT_FOUND, DATABASE_IN_USE, DATABASE_DAMAGED; of a server STORE_ADDRESS,
 *   STORE_UNREACHABLE, STORE_UNAUTHORIZED, STORE_DATABASE_UNKNOWN, STORE_VERSION, STORE_PASSWORD_MISSING
 */
export async function openStore(
  place: string = DEFAULT_FOLDER,
  { mode = 'read', passwordFile }: { mode?: 'read' | 'write'; passwordFile?: string } = {},
): Promise<GraphStore> {
  if (isAddress(place)) {
    checkAddress(place);
    const options = credentials(passwordFile);
    // The driver takes longer to load than the embedded database.
    const { openNeo4j } = await import('./neo4j.js');
    return openNeo4j(place, options, mode);
  }
  const { database } = filesOf(place);
  if (mode === 'read') return openEmbedded(database, 'read');
  const unlock = lockFolder(place);
  try {
    const store = await openEmbedded(database, 'write');
    const close = store.close.bind(store);
    store.close = () => close().finally(unlock);
    return store;
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Makes the folder when absent and takes its lock.
 * @returns a function that gives the lock back
 * @throws GovGraphError DATABASE_IN_USE, OUTPUT_NOT_WRITABLE
 */
export function lockFolder(folder: string): () => void {
  try {
    makeFolder(folder);
    return takeLock(filesOf(folder).lock);
  } catch (error) {
    if (error instanceof GovGraphError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new GovGraphError('OUTPUT_NOT_WRITABLE', `cannot write into this folder: ${code ?? message}`, {
      where: folder,
      hint: 'give a folder that you may write with --db',
      cause: error,
    });
  }
}

/** Makes a folder and those above it. Node's own recursive way never ends under /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(resolve(folder));
  if (above !== resolve(folder)) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * Makes a new database file of a graph beside the folder's own, which stays as it is until `commit`.
 * The caller holds the folder's lock.
 */
export async function draftDatabase(
  folder: string,
  graph: Graph,
): Promise<{ commit: () => void; abort: () => void }> {
  const { database } = filesOf(folder);
  const draft = `${database}.tmp`;
  const clear = (): void => {
    process.off('exit', clear);
    for (const path of [draft, `${draft}.wal`]) rmSync(path, { recursive: true, force: true });
  };
  clear();
  process.on('exit', clear);
  try {
    const store = await openEmbedded(draft, 'write');
    try {
      await store.apply(changeOf(graph));
    } finally {
      await store.close();
    }
    const handle = openSync(draft, 'r+');
    fsyncSync(handle);
    closeSync(handle);
  } catch (error) {
    clear();
    throw error;
  }
  return {
    commit: () => {
      // A log of changes to the old file must not be replayed on the new one.
      rmSync(`${database}.wal`, { recursive: true, force: true });
      renameSync(draft, database);
      clear();
    },
    abort: clear,
  };
}
