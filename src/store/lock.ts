/** One writer a database: a lock file with the writer's process id. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { databaseInUse } from './errors.js';

/**
 * Takes the lock of a database folder. The lock of a process that has died is taken over.
 * @param file path of the lock file
 * @returns a function that gives the lock back
 * @throws GovGraphError DATABASE_IN_USE with the process that holds it
 */
export function takeLock(file: string): () => void {
  const own = `${process.pid} ${hostname()}`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, own, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (attempt > 2 || isAlive(holder)) {
      throw databaseInUse(
        file,
        `process ${holder.pid} on ${holder.host || 'this machine'} is writing this database`,
        `wait until it is done; if no govgraph runs there, delete the lock file`,
      );
    }
    rmSync(file, { force: true });
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

/** A holder on another machine cannot be asked and counts as alive; one that wrote no id yet is dead. */
function isAlive({ pid, host }: Holder): boolean {
  if (host && host !== hostname()) return true;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
