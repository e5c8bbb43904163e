/** The child process of `queryKillable`: answers one query and waits to be ended. */
import { EXIT, GovGraphError } from '../errors.js';
import type { QueryReply, QueryTask } from './killable.js';
import { openStore } from './open.js';

/** Longer than any timeout of the parent, which ends this process. */
const FOREVER_MS = 2 ** 31 - 1;

async function answer({ folder, cypher, params }: QueryTask): Promise<QueryReply> {
  try {
    const store = await openStore(folder);
    return { result: await store.query(cypher, params, { timeoutMs: FOREVER_MS }) };
  } catch (error) {
    if (!(error instanceof GovGraphError)) {
      return { error: { code: 'INTERNAL', message: String(error), exitCode: EXIT.internal } };
    }
    const { code, message, exitCode, where, hint } = error;
    return {
      error: { code, message, exitCode, ...(where ? { where } : {}), ...(hint ? { hint } : {}) },
    };
  }
}

process.on('message', async (task: QueryTask) => {
  process.send?.(await answer(task));
});
// Whoever asked is gone: a query under way would keep this process alive.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
