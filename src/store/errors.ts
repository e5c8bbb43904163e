/** Messages of the embedded database as errors of the program. */
import { EXIT, GovGraphError } from '../errors.js';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A write conflict that goes away when the transaction is run again. */
export const isConflict = (error: unknown): boolean => messageOf(error).includes('GRAFEO-T001');

/** Why a database file does not open. */
export function openError(error: unknown, file: string): GovGraphError {
  const message = messageOf(error);
  const details = { where: file, cause: error };
  if (/does not exist/.test(message)) {
    const hint = 'build one first: govgraph build FILE…';
    return new GovGraphError('DATABASE_NOT_FOUND', 'there is no database here', { ...details, hint });
  }
  if (/locked/.test(message)) return databaseInUse(file, 'another process has the database open');
  if (/GRAFEO-(X002|S\d+|C\d+)|damaged|corrupt|checksum/i.test(message)) {
    const hint = 'nothing is lost: govgraph build --from-log makes it anew from the statement log beside it';
    return new GovGraphError('DATABASE_DAMAGED', `the database cannot be read: ${firstLine(message)}`, {
      ...details,
      hint,
    });
  }
  return new GovGraphError('DATABASE_OPEN', `the database does not open: ${firstLine(message)}`, details);
}

export function databaseInUse(file: string, message: string, hint?: string): GovGraphError {
  return new GovGraphError('DATABASE_IN_USE', message, {
    where: file,
    hint: hint ?? 'wait until it is done, or give another folder with --db',
  });
}

/** Why a query gave no answer. Line and column count from 1, in characters of the query as given. */
export function queryError(error: unknown): GovGraphError {
  if (error instanceof GovGraphError) return error;
  const message = messageOf(error);
  const details = { cause: error };
  const what = firstLine(message)
    .replace(/^.*?GRAFEO-\w+:\s*/, '')
    .replace('[Cypher] ', '');
  const help = /help:\s*(.+)/.exec(message)?.[1];
  const place = /-->\s*query:(\d+):(\d+)/.exec(message);
  if (message.includes('GRAFEO-Q001')) {
    const where = place ? `line ${place[1]}, column ${place[2]}` : 'query';
    const line = /\n\s*\d+ \| (.*)/.exec(message)?.[1];
    const hint = help ?? (line && place ? pointed(line, Number(place[2])) : undefined);
    const expected = what
      .replace(/^syntax error:\s*/, '')
      .replace(/\b[LR][A-Z]\w+\b/g, (t) => TOKENS[t] ?? t);
    return new GovGraphError('CYPHER_SYNTAX', expected, {
      ...details,
      where,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  if (message.includes('GRAFEO-T003')) {
    const hint = 'the graph is made from the reports: change them and build again';
    return new GovGraphError('CYPHER_READ_ONLY', 'a query may only read', { ...details, hint });
  }
  if (/GRAFEO-(Q|V)\d+/.test(message)) {
    const hint = help ? { hint: help } : {};
    return new GovGraphError('CYPHER_INVALID', what.replace(/^semantic error:\s*/, ''), {
      ...details,
      ...hint,
    });
  }
  return new GovGraphError('DATABASE_QUERY', what, { ...details, exitCode: EXIT.internal });
}

/** Names of the database's parser for marks. */
const TOKENS: Record<string, string> = {
  LParen: '“(”',
  RParen: '“)”',
  LBracket: '“[”',
  RBracket: '“]”',
  LBrace: '“{”',
  RBrace: '“}”',
};

/** A line of the query with an arrow before the place where it stops making sense. */
function pointed(line: string, column: number): string {
  const characters = [...line];
  return `${characters.slice(0, column - 1).join('')} >>> ${characters.slice(column - 1).join('')}`.trim();
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

/** The error of a query that took longer than it was given. */
export function queryTimeout(timeoutMs: number): GovGraphError {
  return new GovGraphError('QUERY_TIMEOUT', `no answer within ${timeoutMs / 1000} s`, {
    hint: 'narrow the query (labels, a shorter path, LIMIT), or give it longer with --timeout',
  });
}
