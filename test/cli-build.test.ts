/** Commands that make and change a graph: build, remove, demo. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { built, CLI, folder, log, root, run, titles, WUCHANG } from './cli-run.js';
import { EAST } from './fixtures/reports.js';

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('build', () => {
  it('says what was read and writes into the current folder alone', () => {
    const dir = folder();
    const { stdout, stderr, status } = run(dir, ['build', '报 告']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('2 reports');
    expect(stdout).toMatch(/time: \d+\.\d\d s/);
    expect(readdirSync(join(dir, '.govgraph')).sort()).toEqual(['graph.db', 'statements.jsonl']);
    expect(run(dir, ['build', '报 告', '--quiet']).stdout).toBe('');
    expect(JSON.parse(run(dir, ['build', '报 告', '--json']).stdout).reports).toHaveLength(2);
  });

  it('gives the same log whatever the order, folder and number of builds', () => {
    const dir = folder();
    const [east, west] = [join('报 告', 'east.txt'), join('报 告', 'west.txt')];
    run(dir, ['build', west, east, '--db', 'one']);
    run(dir, ['build', east, '--db', 'two']);
    run(dir, ['build', join(dir, west), '--db', 'two']);
    run(dir, ['build', west, west, east, '--db', 'two']);
    expect(log(dir, 'two')).toEqual(log(dir, 'one'));
    expect(log(dir, 'one')).toEqual(log(built()));
  });

  it('reads the others when one input is bad, lists it, and says so by its status', () => {
    const dir = folder();
    const { stdout, stderr, status } = run(dir, ['build', 'photo.png', '报 告', 'missing.txt']);
    expect(status).toBe(3);
    expect(stdout).toContain('2 reports');
    expect(stderr).toMatch(/photo\.png: error INPUT_BINARY/);
    expect(stderr).toMatch(/missing\.txt: error INPUT_NOT_FOUND/);
    const json = run(dir, ['build', '报 告', 'missing.txt', '--json']);
    expect(JSON.parse(json.stderr).failed).toMatchObject([{ file: 'missing.txt', code: 'INPUT_NOT_FOUND' }]);
  });

  it('leaves the database as it was when nothing could be read', () => {
    const dir = built();
    const before = readFileSync(join(dir, '.govgraph', 'graph.db'));
    expect(run(dir, ['build', 'photo.png'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('INPUT_BINARY'),
    });
    expect(run(dir, ['build', 'photo.png', 'missing.txt']).status).toBe(2);
    expect(readFileSync(join(dir, '.govgraph', 'graph.db'))).toEqual(before);
    expect(readdirSync(join(dir, '.govgraph')).sort()).toEqual(['graph.db', 'statements.jsonl']);
  });

  it('takes the same bytes under two names for one report, whatever came first', () => {
    const dir = folder();
    const [one, two] = ['a.txt', 'b.txt'];
    for (const name of [one, two]) writeFileSync(join(dir, name), EAST.report.text);
    run(dir, ['build', one, two, '--db', 'one']);
    run(dir, ['build', two, one, '--db', 'two']);
    expect(log(dir, 'one')).toEqual(log(dir, 'two'));
    expect(log(dir, 'one').toString()).not.toContain('b.txt');
  });

  it('refuses a server address it does not know, and a server that is not there', () => {
    const dir = folder();
    expect(run(dir, ['ask', 'reports', '--store', 'http://localhost']).status).toBe(2);
    const build = run(dir, ['build', '报 告', '--store', 'bolt://127.0.0.1:9', '--json'], '', {
      NEO4J_PASSWORD: 'x',
    });
    expect(build.status).toBe(2);
    expect(JSON.parse(build.stderr).error.code).toBe('STORE_UNREACHABLE');
    expect(readdirSync(join(dir, '.govgraph'))).toEqual([]);
  });

  it('reads standard input', () => {
    const dir = folder();
    expect(run(dir, ['build', '-'], EAST.report.text).status).toBe(0);
    expect(titles(dir)).toEqual(['-']);
  });

  it('takes the place of an earlier edition of the same report', () => {
    const dir = folder();
    const file = join(dir, 'report.txt');
    const text = readFileSync(WUCHANG, 'utf8');
    writeFileSync(file, text);
    run(dir, ['build', 'report.txt', '报 告/west.txt']);
    writeFileSync(file, text.replace('1001.16亿元', '1002.17亿元'));
    expect(run(dir, ['build', 'report.txt']).stdout).toContain('replaced an earlier edition');
    expect(titles(dir)).toEqual(['report.txt', 'west.txt']);
    const values = run(dir, [
      'query',
      'MATCH (o:Observation) WHERE o.raw STARTS WITH "100" RETURN o.raw AS raw',
      '--json',
    ]).stdout;
    expect(values).toContain('1002.17亿元');
    expect(values).not.toContain('1001.16亿元');
  });

  it('refuses a folder it may not write, and one that is a file', () => {
    const dir = folder();
    const at = (db: string) => run(dir, ['build', '报 告', '--db', db]);
    expect(at('photo.png')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('OUTPUT_NOT_WRITABLE'),
    });
    if (process.platform === 'linux') expect(at('/proc/none/db').stderr).toContain('OUTPUT_NOT_WRITABLE');
    if (process.getuid?.() === 0) return;
    mkdirSync(join(dir, 'locked'));
    chmodSync(join(dir, 'locked'), 0o500);
    expect(at('locked/db')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('OUTPUT_NOT_WRITABLE'),
    });
  });

  it('makes a damaged database anew from the log', () => {
    const dir = built();
    const answer = run(dir, ['ask', 'reports', '--json']).stdout;
    writeFileSync(join(dir, '.govgraph', 'graph.db'), 'damaged');
    const { status, stderr } = run(dir, ['ask', 'reports']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/DATABASE_DAMAGED[\s\S]*--from-log/);
    expect(run(dir, ['build', '--from-log']).status).toBe(0);
    expect(run(dir, ['ask', 'reports', '--json']).stdout).toBe(answer);
    expect(run(folder(), ['build', '--from-log']).stderr).toContain('LOG_NOT_FOUND');
  });

  it('leaves all as it was when it is interrupted', async () => {
    const dir = built();
    const files = () => readdirSync(join(dir, '.govgraph')).sort();
    const before = [log(dir), readFileSync(join(dir, '.govgraph', 'graph.db'))];
    mkdirSync(join(dir, 'many'));
    const text = readFileSync(WUCHANG, 'utf8');
    for (let i = 0; i < 60; i++) writeFileSync(join(dir, 'many', `${i}.txt`), `${text}\n${i}`);
    const child = spawn(process.execPath, [CLI, 'build', 'many'], { cwd: dir, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', (status) => done(status)));
    while (!files().includes('graph.db.tmp')) await new Promise((soon) => setTimeout(soon, 20));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(files()).toEqual(['graph.db', 'statements.jsonl']);
    expect([log(dir), readFileSync(join(dir, '.govgraph', 'graph.db'))]).toEqual(before);
  });

  it('says when another process writes', () => {
    const dir = built();
    writeFileSync(join(dir, '.govgraph', 'lock'), `1 ${'elsewhere'}`);
    expect(run(dir, ['build', '报 告'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('DATABASE_IN_USE'),
    });
    expect(run(dir, ['ask', 'reports']).status).toBe(0);
  });
});

describe('remove', () => {
  it('takes a report out with exactly what it gave', () => {
    const dir = built();
    expect(run(dir, ['remove', 'east']).stderr).toMatch(/REPORT_UNKNOWN[\s\S]*east\.txt/);
    expect(run(dir, ['remove', 'east.txt']).status).toBe(0);
    expect(titles(dir)).toEqual(['west.txt']);
    const alone = folder();
    run(alone, ['build', '报 告/west.txt']);
    expect(log(dir)).toEqual(log(alone));
    const count = ['query', 'MATCH (n) RETURN count(n) AS n', '--json'];
    expect(run(dir, count).stdout).toBe(run(alone, count).stdout);
  });
});

describe('demo', () => {
  it('goes from text to answers, and leaves the graph of others alone', () => {
    const dir = join(root, 'demo');
    mkdirSync(dir);
    const { stdout, stderr, status } = run(dir, ['demo']);
    expect([stderr, status]).toEqual(['', 0]);
    for (const part of [
      '武昌区人民政府2020年前三季度工作情况报告',
      'nodes:',
      'warnings:',
      'time:',
      '有哪些项目',
      '武昌区人民政府',
      '医院',
      '1001.16亿元',
      'Try next:',
    ]) {
      expect(stdout).toContain(part);
    }
    expect(run(dir, ['demo']).status).toBe(0);
    expect(existsSync(join(dir, '.govgraph', 'graph.db'))).toBe(true);
    const other = join(root, 'other');
    cpSync(built(), other, { recursive: true });
    expect(run(other, ['demo'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('DATABASE_NOT_DEMO'),
    });
  });
});
