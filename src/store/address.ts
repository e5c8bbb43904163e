/** Where a Neo4j server is and who asks it. A password comes from the environment or a file, never from an argument. */
import { readFileSync } from 'node:fs';
import { GovGraphError } from '../errors.js';

const SCHEME = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//;

export interface Neo4jOptions {
  user: string;
  password: string;
  /** Name of the database on the server; its default unless told. */
  database?: string;
}

/** Tells the address of a server from a folder. */
export const isAddress = (place: string): boolean => /^[a-z][a-z0-9+]*:\/\//i.test(place);

/**
 * Checks the address of a server. What it refuses is not repeated: a password may stand in it.
 * @throws GovGraphError STORE_ADDRESS
 */
export function checkAddress(text: string): string {
  const fault = faultOf(text);
  if (fault === null) return text;
  throw new GovGraphError('STORE_ADDRESS', `this is no address of a Neo4j server: ${fault}`, {
    hint: 'give neo4j://HOST:7687 or bolt://HOST:7687, with +s for TLS or +ssc for a self-signed certificate',
  });
}

function faultOf(text: string): string | null {
  if (!SCHEME.test(text)) return 'it must begin with neo4j:// or bolt://';
  let url: URL;
  try {
    url = new URL(text.replace(SCHEME, 'http://'));
  } catch {
    return 'host or port cannot be read';
  }
  if (url.username || url.password) return 'user and password belong in NEO4J_USERNAME and NEO4J_PASSWORD';
  if (url.search && !text.startsWith('neo4j')) return 'bolt:// takes nothing after the port';
  if (url.port === '7474' || url.port === '7473') return `port ${url.port} speaks HTTP; Bolt has 7687`;
  return url.pathname.length > 1 ? 'the name of the database belongs in NEO4J_DATABASE' : null;
}

/** Address in NEO4J_URI, for a command that asks for the server without naming it. */
export function addressFromEnv(env: NodeJS.ProcessEnv = process.env): string {
  const { NEO4J_URI: url } = env;
  if (url) return checkAddress(url);
  throw new GovGraphError('STORE_ADDRESS_MISSING', 'no server is named', {
    hint: 'give --store neo4j://HOST:7687, or set NEO4J_URI',
  });
}

/**
 * User, password and database from NEO4J_USERNAME (neo4j unless set), NEO4J_PASSWORD and NEO4J_DATABASE.
 * @param passwordFile a file that holds the password, in place of NEO4J_PASSWORD
 * @throws GovGraphError STORE_PASSWORD_MISSING, STORE_PASSWORD_FILE
 */
export function credentials(passwordFile?: string, env: NodeJS.ProcessEnv = process.env): Neo4jOptions {
  const { NEO4J_USERNAME: user = 'neo4j', NEO4J_DATABASE: database } = env;
  const password = passwordFile === undefined ? env['NEO4J_PASSWORD'] : readPassword(passwordFile);
  if (!password) {
    throw new GovGraphError('STORE_PASSWORD_MISSING', 'there is no password for the server', {
      ...(passwordFile === undefined ? {} : { where: passwordFile }),
      hint: 'set NEO4J_PASSWORD in the environment, or give --password-file FILE',
    });
  }
  return { user, password, ...(database ? { database } : {}) };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new GovGraphError('STORE_PASSWORD_FILE', `the password cannot be read: ${code}`, {
      where: file,
      cause: error,
    });
  }
}
