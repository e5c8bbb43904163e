/** The embedded store: the common suite, then what its file and process can meet. */
import { fork, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { buildGraph } from '../src/graph/build.js';
import { changeOf } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import { openEmbedded } from '../src/store/embedded.js';
import { draftDatabase, filesOf, lockFolder, openStore } from '../src/store/open.js';
import type { GraphStore } from '../src/store/store.js';
import { EAST, WEST } from './fixtures/reports.js';
import { turnsBad } from './store-samples.js';
import { dump, storeSuite } from './store-suite.js';

// A busy disk syncs slowly.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'govgraph-store-'));
let made = 0;
const folder = () => join(root, String(made++));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const goneBad = (): never => {
  throw new Error('gone bad');
};
const places = new WeakMap<GraphStore, string>();
async function openAt(db: string): Promise<GraphStore> {
  const store = await openStore(db, { mode: 'write' });
  places.set(store, db);
  return store;
}
storeSuite('embedded, on disk', () => openAt(folder()), {
  refused: goneBad,
  reopen: async (store) => {
    await store.close();
    return openAt(places.get(store) as string);
  },
});
storeSuite('embedded, in memory', () => openEmbedded(null, 'write'), { refused: goneBad });

const graphOf = (read: typeof EAST) => buildGraph(toStatements(read.report, read.extraction));
const east = graphOf(EAST);
const west = graphOf(WEST);

/** A folder with the graph of the eastern report. */
async function filled(): Promise<string> {
  const db = folder();
  const unlock = lockFolder(db);
  (await draftDatabase(db, east)).commit();
  unlock();
  return db;
}

describe('embedded store on disk', () => {
  it('keeps what was written when opened again, also while others read', async () => {
    const db = folder();
    const writer = await openStore(db, { mode: 'write' });
    await writer.apply(changeOf(east));
    const written = await dump(writer);
    await writer.close();
    const readers = await Promise.all([openStore(db), openStore(db)]);
    for (const reader of readers) expect(await dump(reader)).toEqual(written);
    for (const reader of readers) await reader.close();
  });

  it('refuses to write for a reader', async () => {
    const reader = await openStore(await filled());
    await expect(reader.query('CREATE (n:Entity {id: "x"})')).rejects.toMatchObject({
      code: 'CYPHER_READ_ONLY',
    });
    await expect(reader.apply(changeOf(west))).rejects.toMatchObject({ code: 'DATABASE_WRITE' });
    await reader.close();
  });

  it('says so when there is no database', async () => {
    await expect(openStore(folder())).rejects.toMatchObject({ code: 'DATABASE_NOT_FOUND', exitCode: 2 });
  });

  it('lets one writer in at a time and names it', async () => {
    const db = folder();
    const writer = await openStore(db, { mode: 'write' });
    const second = openStore(db, { mode: 'write' });
    await expect(second).rejects.toMatchObject({
      code: 'DATABASE_IN_USE',
      message: expect.stringContaining(`${process.pid}`),
    });
    await expect(openStore(db)).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await writer.close();
    await (await openStore(db, { mode: 'write' })).close();
  });

  it('takes over the lock of a process that died, not of one elsewhere', async () => {
    const db = await filled();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(filesOf(db).lock, `${gone} ${hostname()}`);
    await (await openStore(db, { mode: 'write' })).close();
    expect(existsSync(filesOf(db).lock)).toBe(false);
    writeFileSync(filesOf(db).lock, '');
    await expect(openStore(db, { mode: 'write' })).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    writeFileSync(filesOf(db).lock, `${gone} another-machine`);
    await expect(openStore(db, { mode: 'write' })).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
  });

  it('gives the lock of a dead process to one of many that want it', async () => {
    const db = await filled();
    writeFileSync(filesOf(db).lock, `${spawnSync(process.execPath, ['-e', '']).pid} ${hostname()}`);
    const script = join(root, 'taker.mjs');
    const built = join(import.meta.dirname, '..', 'dist', 'src', 'store', 'lock.js');
    writeFileSync(
      script,
      `import { takeLock } from ${JSON.stringify(built)};
       process.on('message', () => {
         try { takeLock(${JSON.stringify(filesOf(db).lock)}); process.send('mine'); } catch (e) { process.send(e.code); }
       });
       process.send('ready');`,
    );
    const children = Array.from({ length: 6 }, () => fork(script));
    const hear = () => Promise.all(children.map((c) => new Promise((heard) => c.once('message', heard))));
    await hear();
    const answers = hear();
    for (const child of children) child.send('go');
    expect((await answers).sort()).toEqual([...Array(5).fill('DATABASE_IN_USE'), 'mine']);
    for (const child of children) child.kill('SIGKILL');
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('no database')],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 3)],
    ['overwritten', (bytes: Buffer) => bytes.fill(0x55, 0, 20_000)],
  ])('tells a damaged file: %s', async (_, damage) => {
    const db = await filled();
    const { database } = filesOf(db);
    writeFileSync(database, damage(readFileSync(database)));
    const error = await openStore(db).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'DATABASE_DAMAGED', hint: expect.stringContaining('--from-log') });
  });

  it('leaves the old database as it was until the new one is whole', async () => {
    const db = await filled();
    const { database } = filesOf(db);
    const old = readFileSync(database);
    const draft = await draftDatabase(db, west);
    expect(readFileSync(database)).toEqual(old);
    draft.abort();
    expect(existsSync(`${database}.tmp`)).toBe(false);
    const broken = { ...west, nodes: [...west.nodes, turnsBad(goneBad)] };
    await expect(draftDatabase(db, broken)).rejects.toMatchObject({ code: 'DATABASE_WRITE' });
    expect(readFileSync(database)).toEqual(old);
    expect(existsSync(`${database}.tmp`)).toBe(false);
  });

  it('puts a new database under readers of the old, and no old changes on top of it', async () => {
    const db = await filled();
    const { database } = filesOf(db);
    const reader = await openStore(db);
    const before = await dump(reader);
    // What a killed writer leaves: changes to the old file that were not yet folded in.
    const copy = folder();
    cpSync(db, copy, { recursive: true });
    const writer = await openStore(copy, { mode: 'write' });
    await writer.query('CREATE (n:Entity {id: "late"})');
    cpSync(`${filesOf(copy).database}.wal`, `${database}.wal`, { recursive: true });
    await writer.close();
    (await draftDatabase(db, west)).commit();
    expect(await dump(reader)).toEqual(before);
    await reader.close();
    const fresh = await openStore(db);
    const { rows } = await fresh.query('MATCH (r:Report) RETURN r.title AS title');
    expect(rows).toEqual([{ title: WEST.report.header.title }]);
    expect((await fresh.query('MATCH (n {id: "late"}) RETURN n')).rows).toEqual([]);
    await fresh.close();
  });

  it('gives up an answer that takes too long', async () => {
    const store = await openStore(await filled());
    const runaway = 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN sum(a * b)';
    await expect(store.query(runaway, {}, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'QUERY_TIMEOUT',
    });
    expect((await store.query('RETURN 1 AS one')).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  it('loses nothing that was written when the writer is killed', async () => {
    const db = folder();
    const script = join(root, 'writer.mjs');
    const built = join(import.meta.dirname, '..', 'dist', 'src', 'store', 'open.js');
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(built)};
       const store = await openStore(${JSON.stringify(db)}, { mode: 'write' });
       for (let i = 0; ; i++) {
         const node = { label: 'Sentence', id: 's' + i, properties: { text: '句'.repeat(3000) } };
         await store.apply({ upsertNodes: [node], upsertEdges: [], deleteNodes: [], deleteEdges: [] });
         process.send(i);
       }`,
    );
    for (let round = 0; round < 3; round++) {
      let last = -1;
      const child = fork(script, { stdio: 'inherit' });
      await new Promise((done) => {
        child.on('message', (i: number) => {
          last = i;
          if (i > 20 + 7 * round) child.kill('SIGKILL');
        });
        child.on('exit', done);
      });
      const store = await openStore(db, { mode: 'write' });
      const { rows } = await store.query('MATCH (n:Sentence) RETURN count(n) AS n');
      await store.close();
      expect(rows[0]?.['n']).toBeGreaterThanOrEqual(last + 1);
      expect(last).toBeGreaterThan(20);
    }
  }, 60_000);
});
