/** The statement log on disk: sorted JSON lines, one statement a line, the same bytes whatever the order of inputs. */
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { RELATION_TYPES } from '../../schema/ontology.js';
import { STATEMENT_KINDS, type Statement, statementSchema } from '../../schema/statement.js';
import { GovGraphError } from '../errors.js';

const ORDER = new Map<string, number>(
  [...STATEMENT_KINDS, ...Object.keys(RELATION_TYPES)].map((p, i) => [p, i]),
);

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By report, then kind, then place in the text, then id; duplicates dropped. */
export function sortStatements(statements: Iterable<Statement>): Statement[] {
  const byId = new Map<string, Statement>();
  for (const s of statements) byId.set(`${s.report} ${s.id}`, s);
  return [...byId.values()].sort(
    (a, b) =>
      compare(a.report, b.report) ||
      compare(ORDER.get(a.property) ?? 0, ORDER.get(b.property) ?? 0) ||
      compare(a.span?.start ?? -1, b.span?.start ?? -1) ||
      compare(a.id, b.id),
  );
}

/**
 * Writes the log as a whole or not at all: to a file beside it, synced to the disk, then renamed over the old one.
 */
export function writeLog(file: string, statements: Iterable<Statement>): void {
  const draft = `${file}.tmp`;
  try {
    const handle = openSync(draft, 'w');
    try {
      let block = '';
      for (const s of sortStatements(statements)) {
        block += `${JSON.stringify(s)}\n`;
        if (block.length < 1 << 20) continue;
        writeFileSync(handle, block);
        block = '';
      }
      writeFileSync(handle, block);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Makes a rename in this folder last through a power cut, where the system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Some systems have no folder handles; the rename itself is done.
  }
}

/**
 * Reads a statement log; a log that is not there yet is empty.
 * @throws GovGraphError LOG_DAMAGED with the line that is no statement
 */
export async function readLog(file: string): Promise<Statement[]> {
  if (!existsSync(file)) return [];
  const statements: Statement[] = [];
  let line = 0;
  for await (const text of linesOf(file)) statements.push(parseLine(text, `${file}:${++line}`));
  return statements;
}

/** Lines by \n alone: node:readline also breaks at U+2028, which a JSON string may hold as it is. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function parseLine(text: string, where: string): Statement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below, as any other line that is no statement.
  }
  const parsed = statementSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GovGraphError(
    'LOG_DAMAGED',
    `not a statement: ${issue?.path.join('.') || 'line'}: ${issue?.message}`,
    { where, hint: 'restore the log from a copy, or delete its folder and build the reports again' },
  );
}
