/** The built program in a process of its own, in folders elsewhere: what the tests of the command line share. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { ROOT } from './files.js';
import { EAST, WEST } from './fixtures/reports.js';

// A busy machine starts processes slowly.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export const CLI = join(ROOT, 'dist', 'src', 'cli.js');
export const WUCHANG = join(ROOT, 'data', 'reports', 'wuchang-2020q3.txt');
/** All folders of one test file; it removes them. */
export const root = mkdtempSync(join(tmpdir(), 'govgraph 命令-'));
let made = 0;

/** A fresh folder with the two invented reports. */
export function folder(): string {
  const dir = join(root, String(made++));
  mkdirSync(join(dir, '报 告'), { recursive: true });
  writeFileSync(join(dir, '报 告', 'east.txt'), EAST.report.text);
  writeFileSync(join(dir, '报 告', 'west.txt'), WEST.report.text);
  writeFileSync(join(dir, 'photo.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  return dir;
}

export function run(
  cwd: string,
  args: string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
}

/** A folder in which both reports are built. */
export function built(): string {
  const dir = folder();
  const result = run(dir, ['build', '报 告']);
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
  return dir;
}

/** File names of the reports in the graph of a folder. */
export const titles = (cwd: string): string[] => {
  const rows = JSON.parse(
    run(cwd, ['query', 'MATCH (r:Report) RETURN r.file AS f ORDER BY f', '--json']).stdout,
  );
  return rows.map((row: { f: string }) => row.f);
};

/** The statement log of a database folder. */
export const log = (dir: string, db = '.govgraph'): Buffer => readFileSync(join(dir, db, 'statements.jsonl'));
