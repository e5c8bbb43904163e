/** A query in a process of its own: the embedded database cannot stop a runaway query, but its process can be ended. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { GovGraphError } from '../errors.js';
import { queryTimeout } from './errors.js';
import type { Params, QueryResult } from './store.js';

/** What the child is asked. */
export interface QueryTask {
  folder: string;
  cypher: string;
  params: Params;
}

/** What the child answers. */
export type QueryReply =
  | { result: QueryResult }
  | { error: { code: string; message: string; where?: string; hint?: string; exitCode: number } };

/**
 * Asks a database folder in Cypher; when no answer comes in time the query is ended, whatever it is doing.
 * @param timeoutMs until the query is ended
 * @throws GovGraphError as `GraphStore.query` and `openStore`, and QUERY_FAILED when the database process dies
 */
export function queryKillable(task: QueryTask, timeoutMs: number): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    const worker = fileURLToPath(new URL('./query-worker.js', import.meta.url));
    const child = fork(worker, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const timer = setTimeout(() => {
      reject(queryTimeout(timeoutMs));
      child.kill('SIGKILL');
    }, timeoutMs);
    child.on('message', (reply: QueryReply) => {
      clearTimeout(timer);
      child.kill();
      if ('result' in reply) resolve(reply.result);
      else reject(new GovGraphError(reply.error.code, reply.error.message, reply.error));
    });
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      clearTimeout(timer);
      reject(
        new GovGraphError('QUERY_FAILED', `the database ended (${signal ?? status}) before it answered`, {
          hint: 'it may have run out of memory: narrow the query, or add LIMIT',
        }),
      );
    });
    child.send(task);
  });
}
