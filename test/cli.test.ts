/** Commands that read a graph or a text: help, query, ask, show, extract. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, CLI, folder, root, run, WUCHANG } from './cli-run.js';

let shared: string;
beforeAll(() => {
  shared = built();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('help', () => {
  it.each(['build', 'extract', 'ask', 'query', 'show', 'remove', 'coverage', 'evaluate', 'demo'])(
    '%s ends with an example',
    (command) => {
      const { stdout, status } = run(root, [command, '--help']);
      expect(status).toBe(0);
      expect(stdout.trimEnd().split('\n').at(-1)).toContain(`govgraph ${command}`);
    },
  );

  it.each([
    [['nosuch']],
    [['build']],
    [['ask', 'a', '--format', 'xml']],
    [['query']],
    [['query', 'RETURN 1', '--timeout', '-1']],
    [[]],
  ])('usage error: %j', (args) => {
    const { status, stderr } = run(root, args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });
});

describe('query', () => {
  it('prints a table whose columns align, JSON and CSV', () => {
    const cypher =
      'MATCH (r:Report) RETURN r.file AS file, "武昌，x" AS 名称, 1.5 AS n, null AS none ORDER BY file';
    const lines = run(shared, ['query', cypher]).stdout.trimEnd().split('\n');
    expect(lines).toEqual([
      'file      名称       n  none',
      '────────  ───────  ───  ────',
      'east.txt  武昌，x  1.5',
      'west.txt  武昌，x  1.5',
    ]);
    expect(JSON.parse(run(shared, ['query', cypher, '--format', 'json']).stdout)[0]).toEqual({
      file: 'east.txt',
      名称: '武昌，x',
      n: 1.5,
      none: null,
    });
    const csv = run(shared, [
      'query',
      'RETURN $a AS a, $b AS b',
      '--param',
      'a=say "hi", 你',
      '--param',
      'b=[1,2]',
      '--format',
      'csv',
    ]);
    expect(csv.stdout).toBe('a,b\r\n"say ""hi"", 你",1、2\r\n');
  });

  it('shows line and column of a syntax error, also as JSON', () => {
    const { status, stderr } = run(shared, ['query', 'MATCH (n)\nWHERE n.name = "东湾区" RETRUN n']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/CYPHER_SYNTAX[\s\S]*line 2, column 22[\s\S]*>>> RETRUN n/);
    const json = run(shared, ['query', 'MATCH (n RETURN n', '--json']);
    expect(JSON.parse(json.stderr).error).toMatchObject({
      code: 'CYPHER_SYNTAX',
      where: 'line 1, column 10',
    });
  });

  it('ends a query that runs away, and refuses to write', () => {
    const started = performance.now();
    const runaway = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)';
    expect(run(shared, ['query', runaway, '--timeout', '0.5'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('QUERY_TIMEOUT'),
    });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(run(shared, ['query', 'CREATE (n:X)']).stderr).toContain('CYPHER_READ_ONLY');
  });

  it('says where no database is', () => {
    expect(run(root, ['query', 'RETURN 1'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('DATABASE_NOT_FOUND'),
    });
  });
});

describe('ask', () => {
  it('lists the questions, and answers one', () => {
    expect(run(shared, ['ask']).stdout).toContain('有哪些项目');
    expect(JSON.parse(run(shared, ['ask', '--json']).stdout).length).toBeGreaterThanOrEqual(12);
    expect(
      JSON.parse(run(shared, ['ask', 'reports', '--json']).stdout)
        .map((r: { file: string }) => r.file)
        .sort(),
    ).toEqual(['east.txt', 'west.txt']);
  });

  it('proposes the nearest of an unknown name', () => {
    expect(run(shared, ['ask', 'hopsitals'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/QUESTION_UNKNOWN[\s\S]*hospitals/),
    });
    expect(run(shared, ['ask', 'projects', '--param', 'nmae=x']).stderr).toMatch(/PARAM_UNKNOWN[\s\S]*name/);
    expect(run(shared, ['ask', 'projects', '--param', 'nmae']).stderr).toContain('PARAM_FORM');
  });
});

describe('show', () => {
  it('gives an entity with its facts, each in its sentence with the evidence marked', () => {
    const dir = folder();
    run(dir, ['build', WUCHANG]);
    const { stdout, status } = run(dir, ['show', '武昌区']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^武昌区 {2}AdminDivision {2}[0-9a-f]{16}\n/);
    expect(stdout).toMatch(/地区生产总值 1001\.16亿元.*\n.*【1001\.16亿元】/);
    const [card] = JSON.parse(run(dir, ['show', '武昌区', '--json']).stdout);
    for (const f of card.observations) expect(f.fact).toContain(f.sentence.slice(f.start, f.end));
    expect(JSON.parse(run(dir, ['show', card.id, '--json']).stdout)).toEqual([card]);
    expect(run(dir, ['show', '武昌曲'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/ENTITY_UNKNOWN[\s\S]*武昌区/),
    });
  });
});

describe('extract', () => {
  it('prints one object a line for several files, and lists bad ones', () => {
    const { stdout, stderr, status } = run(shared, ['extract', '报 告', 'photo.png']);
    expect(status).toBe(3);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).report.source.file),
    ).toEqual(['报 告/east.txt', '报 告/west.txt']);
    expect(stderr).toContain('photo.png');
    expect(run(shared, ['extract', 'photo.png']).status).toBe(2);
    expect(run(shared, ['extract', WUCHANG, '--format', 'table']).stdout).toMatch(
      /地区生产总值.+1001\.16亿元/,
    );
  });

  it('stops in silence when its reader has seen enough', () => {
    const script = `"${process.execPath}" "${CLI}" extract "${WUCHANG}" "${WUCHANG}" '报 告' | head -c 10`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: shared, encoding: 'utf8' });
    expect([stdout.length, stderr]).toEqual([10, '']);
  });
});
