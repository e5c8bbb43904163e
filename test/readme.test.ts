/**
 * The README is run: commands give the output it shows, the library example prints what it says, tables match the code.
 * UPDATE_README=1 writes the outputs of this run into it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../src/errors.js';
import { filesUnder, ROOT } from './files.js';
import { agrees, blocks, likeClone, refreshed, run, type Step, steady, steps } from './readme.js';

/** Set to write outputs instead of comparing them. */
const UPDATE = process.env['UPDATE_README'] === '1';
const file = join(ROOT, 'README.md');
const page = readFileSync(file, 'utf8');
const shown: Step[] = blocks(page, 'console').flatMap(steps);
let folder = '';
let updated = page;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govgraph-readme-'));
  likeClone(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (UPDATE) writeFileSync(file, updated);
});

describe('README commands', () => {
  it('opens with the two commands', () => {
    const firstScreen = page.split('\n').slice(0, 40).join('\n');
    expect(firstScreen).toContain('npm install && npm start');
    expect(firstScreen).toContain('npm install && npm test');
  });

  it.each(shown.map((step): [string, Step] => [step.command, step]))(
    '%s',
    (_, { command, shown: expected }) => {
      const given = run(command, folder);
      if (UPDATE) {
        const line = `$ ${command}\n`;
        const fresh = /^…$/m.test(expected) ? refreshed(expected, given) : given;
        updated = updated.replace(expected === '' ? line : `${line}${expected}\n`, () => `${line}${fresh}\n`);
        return;
      }
      if (!agrees(expected, given)) expect(steady(given)).toBe(steady(expected));
    },
    60_000,
  );

  it('shows every command of the program', () => {
    const help = run('npx govgraph --help', folder);
    const list = help.slice(help.indexOf('Commands:'));
    const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map((m) => m[1] as string);
    expect(commands.length).toBeGreaterThan(3);
    const missing = commands.filter((name) => name !== 'help' && !page.includes(`govgraph ${name}`));
    expect(missing).toEqual([]);
  });

  it('ends every help with an example', () => {
    const help = run('npx govgraph --help', folder);
    const list = help.slice(help.indexOf('Commands:'));
    for (const [, name] of list.matchAll(/^ {2}([a-z]+)/gm)) {
      if (name !== 'help')
        expect(run(`npx govgraph ${name} --help`, folder)).toMatch(/Examples?:\n {2}\$ govgraph .+$/);
    }
  }, 60_000);
});

describe('README library example', () => {
  const [code = ''] = blocks(page, 'ts');
  const [output = ''] = blocks(page, 'text');

  it('has the types it uses', () => {
    const path = join(ROOT, 'dist', 'readme-example.mts');
    writeFileSync(path, code);
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2023',
    ];
    expect(() => execFileSync(tsc, [...options, '--types', 'node', path], { cwd: ROOT })).not.toThrow();
    rmSync(path);
  }, 60_000);

  it('prints what the README says', () => {
    const path = join(ROOT, 'dist', 'readme-example.mjs');
    writeFileSync(path, code);
    const given = run(`'${process.execPath}' '${path}'`, folder);
    rmSync(path);
    if (UPDATE) {
      updated = updated.replace(`\`\`\`text\n${output}\`\`\``, () => `\`\`\`text\n${given}\n\`\`\``);
      return;
    }
    expect(given).toBe(output.trimEnd());
  }, 60_000);
});

describe('README tables', () => {
  const code = filesUnder('src', '.ts')
    .map((name) => readFileSync(join(ROOT, name), 'utf8'))
    .join('\n');
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)];

  it('list the error codes of the code with their statuses, and no other', () => {
    // An error that came from another process is passed on with its own code.
    const all = code.match(/new GovGraphError\((?!reply\.error\.code)/g)?.length;
    const raised = [...code.matchAll(/new GovGraphError\(\s*'([A-Z_]+)'([\s\S]*?);\n/g)];
    expect(raised.length, 'every error names its code in its first argument').toBe(all);
    const statuses = raised.map(
      ([, name, rest]) => `${name} ${rest?.includes('exitCode') ? EXIT.internal : EXIT.usage}`,
    );
    expect(rows.map(([, name, status]) => `${name} ${status}`).sort()).toEqual([...new Set(statuses)].sort());
  });

  it('list the exit statuses of the code', () => {
    const statuses = [...page.matchAll(/^\| (\d+) \| /gm)].map((m) => Number(m[1]));
    expect(statuses.sort((a, b) => a - b)).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });
});
