/** One writer a database: a lock file with the writer's process id. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { databaseInUse } from './errors.js';

/** What takes a process longer than this, it has not lived to finish: writing its id, taking over a lock. */
const PATIENCE_MS = 10_000;

/**
 * Takes the lock of a database folder. The lock of a process that has died is taken over.
 * @param file path of the lock file
 * @returns a function that gives the lock back; the end of the process does so too
 * @throws GovGraphError DATABASE_IN_USE with the process that holds it
 */
export function takeLock(file: string): () => void {
  if (!create(file)) {
    const holder = readHolder(file);
    if (isAlive(holder, file) || !takeOver(file)) {
      const where = holder.host || 'this machine';
      throw databaseInUse(
        file,
        `process ${holder.pid} on ${where} is writing this database`,
        'wait until it is done; if no govgraph runs there, delete the lock file',
      );
    }
  }
  const release = (): void => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** Makes a file that must not be there yet, in one step. */
function create(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts this process in the place of a dead one. One at a time: else a second would throw out the first. */
function takeOver(file: string): boolean {
  const turn = `${file}.takeover`;
  const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
  if (since !== undefined && Date.now() - since > PATIENCE_MS) rmSync(turn, { force: true });
  if (!create(turn)) return false;
  try {
    if (isAlive(readHolder(file), file)) return false;
    rmSync(file, { force: true });
    return create(file);
  } finally {
    rmSync(turn, { force: true });
  }
}

interface Holder {
  pid: number;
  host: string;
}

function readHolder(file: string): Holder {
  try {
    const [pid, host] = readFileSync(file, 'utf8').split(' ');
    return { pid: Number(pid), host: host ?? '' };
  } catch {
    return { pid: 0, host: '' };
  }
}

/** A holder on another machine cannot be asked and counts as alive, and so does one that has yet to write its id. */
function isAlive({ pid, host }: Holder, file: string): boolean {
  if (host && host !== hostname()) return true;
  if (!Number.isInteger(pid) || pid <= 0) {
    const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    return since !== undefined && Date.now() - since < PATIENCE_MS;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
