/** Messages of a Neo4j server as errors of the program. */
import { EXIT, GovGraphError } from '../errors.js';
import { queryTimeout } from './errors.js';

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a server cannot be used; null where the error is of another kind. */
function connection(error: unknown, where?: string): GovGraphError | null {
  const details = { cause: error, ...(where ? { where } : {}) };
  const code = codeOf(error);
  if (code.startsWith('Neo.ClientError.Security')) {
    // Never tried again: after a few wrong passwords the server refuses the right one as well.
    const hint = 'check NEO4J_USER and NEO4J_PASSWORD';
    return new GovGraphError('STORE_UNAUTHORIZED', messageOf(error), { ...details, hint });
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired') {
    const hint =
      'is the server up (docker compose up --wait), and the address right? bolt+s:// and bolt+ssc:// for TLS';
    return new GovGraphError('STORE_UNREACHABLE', messageOf(error), { ...details, hint });
  }
  return null;
}

export function unreachable(error: unknown, url: string): GovGraphError {
  if (error instanceof GovGraphError) return error;
  return (
    connection(error, url) ?? new GovGraphError('STORE_OPEN', messageOf(error), { where: url, cause: error })
  );
}

export function neo4jWriteError(error: unknown): GovGraphError {
  const message = `the server took only a part, or nothing: ${messageOf(error)}`;
  return (
    connection(error) ??
    new GovGraphError('DATABASE_WRITE', message, { exitCode: EXIT.internal, cause: error })
  );
}

/** Why a query gave no answer. */
export function neo4jQueryError(error: unknown, timeoutMs: number): GovGraphError {
  const code = codeOf(error);
  const [what = '', ...rest] = messageOf(error).split('\n');
  const details = { cause: error };
  if (code === 'Neo.ClientError.Statement.SyntaxError') {
    const place = /\s*\(line (\d+), column (\d+)[^)]*\)/.exec(what);
    const where = place ? { where: `line ${place[1]}, column ${place[2]}` } : {};
    const near = rest[0]?.trim().replace(/^"|"$/g, '');
    const hint = near ? { hint: `near: ${near}` } : {};
    return new GovGraphError('CYPHER_SYNTAX', what.replace(place?.[0] ?? '', ''), {
      ...details,
      ...where,
      ...hint,
    });
  }
  if (code === 'Neo.ClientError.Statement.AccessMode') {
    const hint = 'the graph is made from the reports: change them and build again';
    return new GovGraphError('CYPHER_READ_ONLY', 'a query may only read', { ...details, hint });
  }
  if (/TransactionTimedOut|Terminated/.test(code)) return queryTimeout(timeoutMs);
  if (code.startsWith('Neo.ClientError.Statement')) return new GovGraphError('CYPHER_INVALID', what, details);
  return (
    connection(error) ?? new GovGraphError('DATABASE_QUERY', what, { ...details, exitCode: EXIT.internal })
  );
}
