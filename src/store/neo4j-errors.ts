/** Messages of a Neo4j server as errors of the program. No password stands in them: the driver names none. */
import { EXIT, GovGraphError } from '../errors.js';
import { queryTimeout } from './errors.js';

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Why a server cannot be used; null where the error is of another kind. */
function connection(error: unknown, url?: string): GovGraphError | null {
  const details = { cause: error, ...(url ? { where: url } : {}) };
  const code = codeOf(error);
  const message = messageOf(error).split('\n')[0] ?? '';
  if (/Security\.Forbidden|ReadOnly/.test(code)) {
    const hint = 'give a user that may write (NEO4J_USERNAME), and a database that is not read-only';
    return new GovGraphError('STORE_FORBIDDEN', message, { ...details, hint });
  }
  if (code.startsWith('Neo.ClientError.Security')) {
    // Never tried again: after a few wrong passwords the server refuses the right one as well.
    const hint = /RateLimit/.test(code)
      ? 'too many wrong passwords: wait some seconds, then give the right one'
      : 'check NEO4J_USERNAME and the password in NEO4J_PASSWORD or --password-file';
    return new GovGraphError('STORE_UNAUTHORIZED', message, { ...details, hint });
  }
  if (/Database\.DatabaseNotFound/.test(code)) {
    const hint = 'check NEO4J_DATABASE; Neo4j Community has one database, neo4j';
    return new GovGraphError('STORE_DATABASE_UNKNOWN', message, { ...details, hint });
  }
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || /responded HTTP/.test(message)) {
    return new GovGraphError('STORE_UNREACHABLE', message, {
      ...details,
      hint: unreachableHint(message, url),
    });
  }
  return null;
}

function unreachableHint(message: string, url = ''): string {
  if (/HTTP/.test(message)) return 'this is the port of the browser; Bolt has its own, mostly 7687';
  if (/routing/i.test(message)) return 'is the server up? Where it stands alone, bolt:// asks for no routing';
  if (/certificate|self.signed/i.test(message))
    return 'a self-signed certificate needs neo4j+ssc:// or bolt+ssc://';
  if (/\+s(sc)?:/.test(url))
    return 'is the server up, and does it speak TLS? Without +s and +ssc it is asked in the clear';
  if (/closed|reset|hang up|handshake/i.test(message))
    return 'the server may want TLS: neo4j+s:// or neo4j+ssc://';
  return 'is the server up (docker compose up --wait, or npm run neo4j:start), and are host and port right?';
}

export function unreachable(error: unknown, url: string): GovGraphError {
  if (error instanceof GovGraphError) return error;
  const known = connection(error, url);
  if (known) return known;
  if (/ConstraintCreationFailed|ConstraintValidation/.test(codeOf(error))) {
    const hint =
      'the database holds nodes that are not of govgraph under the same labels; give it one of its own';
    return new GovGraphError('STORE_FOREIGN', messageOf(error).split('\n')[0] ?? '', {
      where: url,
      hint,
      cause: error,
    });
  }
  return new GovGraphError('STORE_OPEN', messageOf(error), { where: url, cause: error });
}

export function neo4jWriteError(error: unknown): GovGraphError {
  const message = `the server took only a part, or nothing: ${messageOf(error)}`;
  const hint = 'run the same command again: what is there stays, the rest is added';
  return (
    connection(error) ??
    new GovGraphError('DATABASE_WRITE', message, { exitCode: EXIT.internal, hint, cause: error })
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
