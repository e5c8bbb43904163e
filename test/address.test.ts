/** Addresses and passwords of a server: what is taken, what is refused, and that no password is repeated. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addressFromEnv, checkAddress, credentials } from '../src/store/address.js';
import { openNeo4j } from '../src/store/neo4j.js';
import { neo4jQueryError, neo4jWriteError, unreachable } from '../src/store/neo4j-errors.js';
import { openStore } from '../src/store/open.js';
import { run } from './cli-run.js';

const folder = mkdtempSync(join(tmpdir(), 'govgraph-address-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('address of a server', () => {
  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])('may begin with %s', (scheme) => {
    expect(checkAddress(`${scheme}://localhost:7687`)).toBe(`${scheme}://localhost:7687`);
    expect(checkAddress(`${scheme}://[::1]`)).toBe(`${scheme}://[::1]`);
  });

  it.each([
    ['http://localhost:7474', 'neo4j://'],
    ['localhost:7687', 'neo4j://'],
    ['bolt://', 'host'],
    ['bolt://localhost:port', 'host or port'],
    ['bolt://localhost:7474', '7687'],
    ['bolt://localhost:7687/reports', 'NEO4J_DATABASE'],
    ['bolt://localhost?policy=x', 'after the port'],
    ['neo4j://neo4j:geheim@localhost', 'NEO4J_PASSWORD'],
  ])('is not %s', (text, words) => {
    const error = expect.objectContaining({ code: 'STORE_ADDRESS', message: expect.stringContaining(words) });
    expect(() => checkAddress(text)).toThrow(error);
  });

  it('comes from NEO4J_URI where --store names none', () => {
    expect(addressFromEnv({ NEO4J_URI: 'neo4j://db' })).toBe('neo4j://db');
    expect(() => addressFromEnv({})).toThrow(expect.objectContaining({ code: 'STORE_ADDRESS_MISSING' }));
  });

  it('is told from a folder', async () => {
    await expect(openStore('http://localhost:7474')).rejects.toMatchObject({ code: 'STORE_ADDRESS' });
  });
});

describe('credentials', () => {
  it('come from the environment or a file', () => {
    expect(credentials(undefined, { NEO4J_PASSWORD: 'p' })).toEqual({ user: 'neo4j', password: 'p' });
    const env = { NEO4J_USERNAME: 'ana', NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'reports' };
    expect(credentials(undefined, env)).toEqual({ user: 'ana', password: 'p', database: 'reports' });
    const file = join(folder, 'password');
    writeFileSync(file, 'ge heim\n');
    expect(credentials(file, env)).toMatchObject({ password: 'ge heim' });
    writeFileSync(file, '\n');
    for (const missing of [() => credentials(undefined, {}), () => credentials(file, env)]) {
      expect(missing).toThrow(expect.objectContaining({ code: 'STORE_PASSWORD_MISSING' }));
    }
    expect(() => credentials(join(folder, 'none'), env)).toThrow(
      expect.objectContaining({ code: 'STORE_PASSWORD_FILE', where: join(folder, 'none') }),
    );
  });

  it('are never printed', () => {
    const secret = 'sehr-geheim-7';
    const file = join(folder, 'secret');
    writeFileSync(file, secret);
    const runs = [
      run(folder, ['ask', 'projects', '--store', `bolt://neo4j:${secret}@127.0.0.1:9`]),
      run(folder, ['ask', 'projects', '--store', 'bolt://127.0.0.1:9', '--password-file', file, '--json']),
      run(folder, ['query', 'RETURN 1', '--store'], '', {
        NEO4J_URI: 'bolt://127.0.0.1:9',
        NEO4J_PASSWORD: secret,
      }),
      run(folder, ['show', 'x', '--store'], '', { NEO4J_URI: '', NEO4J_PASSWORD: secret }),
    ];
    const codes = ['STORE_ADDRESS', 'STORE_UNREACHABLE', 'STORE_UNREACHABLE', 'STORE_ADDRESS_MISSING'];
    for (const [i, { status, stdout, stderr }] of runs.entries()) {
      expect(stderr).toContain(codes[i]);
      expect(stdout + stderr).not.toContain(secret);
      expect(status).toBe(2);
    }
  });
});

describe('errors of a server', () => {
  const fault = (code: string, message = 'no') => Object.assign(new Error(message), { code });
  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'STORE_UNAUTHORIZED', 'NEO4J_USERNAME'],
    ['Neo.ClientError.Security.AuthenticationRateLimit', 'STORE_UNAUTHORIZED', 'wait'],
    ['Neo.ClientError.Security.Forbidden', 'STORE_FORBIDDEN', 'may write'],
    ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'STORE_FORBIDDEN', 'read-only'],
    ['Neo.ClientError.Database.DatabaseNotFound', 'STORE_DATABASE_UNKNOWN', 'NEO4J_DATABASE'],
    ['ServiceUnavailable', 'STORE_UNREACHABLE', 'neo4j:start'],
    ['Neo.DatabaseError.Schema.ConstraintCreationFailed', 'STORE_FOREIGN', 'of its own'],
    ['Neo.TransientError.General.OutOfMemory', 'STORE_OPEN', undefined],
  ])('%s is %s', (code, ours, hint) => {
    const error = unreachable(fault(code), 'bolt://h');
    expect(error).toMatchObject({ code: ours, where: 'bolt://h', exitCode: 2 });
    if (hint) expect(error.hint).toContain(hint);
    if (ours !== 'STORE_FOREIGN' && ours !== 'STORE_OPEN') {
      expect(neo4jWriteError(fault(code)).code).toBe(ours);
      expect(neo4jQueryError(fault(code), 1).code).toBe(ours);
    }
  });

  it('hint at the scheme and the port', async () => {
    const of = (message: string, url: string) => unreachable(fault('ServiceUnavailable', message), url).hint;
    expect(of('Could not perform discovery. No routing servers available.', 'neo4j://h')).toContain(
      'bolt://',
    );
    expect(of('self-signed certificate', 'bolt+s://h')).toContain('+ssc');
    expect(of('Connection was closed by server', 'bolt+s://h')).toContain('TLS');
    expect(of('Connection was closed by server', 'bolt://h')).toContain('+s');
    const web = createServer((_, answer) => answer.end('hello')).listen(0, '127.0.0.1');
    await new Promise((resolve) => web.once('listening', resolve));
    const { port } = web.address() as { port: number };
    const open = openNeo4j(`bolt://127.0.0.1:${port}`, { user: 'neo4j', password: 'x' }, 'read');
    await expect(open).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      hint: expect.stringContaining('browser'),
    });
    web.close();
  });
});
