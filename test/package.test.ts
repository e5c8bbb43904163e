/** What is published, what is installed, and what lies at the top of the repository. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder, ROOT } from './files.js';

const strings = z.record(z.string(), z.string()).default({});
const manifest = z
  .object({
    bin: strings,
    exports: z.record(z.string(), z.union([z.string(), strings])),
    dependencies: strings,
    devDependencies: strings,
  })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string(),
        optionalDependencies: strings,
        hasInstallScript: z.boolean().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(lockText));

describe('dependencies', () => {
  it('are pinned to exact versions', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('run no install script', () => {
    const scripts = Object.entries(lock.packages).filter(([, p]) => p.hasInstallScript && !p.optional);
    expect(scripts.map(([path]) => path)).toEqual([]);
  });

  it('have lock entries for every platform, so that npm ci works on each', () => {
    const names = Object.values(lock.packages).flatMap((p) => Object.keys(p.optionalDependencies));
    expect(names).toContain('@grafeo-db/js-darwin-arm64');
    expect(names.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
  });

  it('are locked without the address of a registry', () => {
    expect(lockText).not.toMatch(/"resolved"|https?:\/\/(?!.*(fund|sponsor|opencollective|tidelift))/);
  });
});

describe('package', () => {
  const pack = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const listing = z
    .array(
      z.object({
        unpackedSize: z.number(),
        size: z.number(),
        files: z.array(z.object({ path: z.string() })),
      }),
    )
    .or(
      z.record(
        z.string(),
        z.object({
          unpackedSize: z.number(),
          size: z.number(),
          files: z.array(z.object({ path: z.string() })),
        }),
      ),
    )
    .parse(JSON.parse(pack));
  const [tarball] = Object.values(listing);
  const paths = tarball?.files.map((f) => f.path) ?? [];

  it('holds the program, its data and its pages', () => {
    for (const path of [
      'dist/src/cli.js',
      'dist/src/index.d.ts',
      'schema/extraction.schema.json',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
    ]) {
      expect(paths).toContain(path);
    }
    for (const folder of ['data/lexicon', 'data/gold', 'data/reports']) {
      const files = filesUnder(folder, '').filter((path) => statSync(join(ROOT, path)).isFile());
      for (const path of files) expect(paths).toContain(path);
    }
  });

  it('holds nothing else', () => {
    const known =
      /^(dist\/(src|schema)\/.+\.(js|d\.ts)|schema\/[^/]+\.(json|md)|data\/.+|cypher\/.+|[A-Z]+(\.md)?|package\.json)$/;
    expect(paths.filter((path) => !known.test(path) || /\.mjs$|\.test\.|dist\/test/.test(path))).toEqual([]);
  });

  it('is small', () => {
    expect(tarball?.size).toBeLessThan(5_000_000);
  });

  it('points its entries at files that exist', () => {
    const targets = [
      ...Object.values(manifest.exports).flatMap((e) => (typeof e === 'string' ? [e] : Object.values(e))),
      ...Object.values(manifest.bin),
    ];
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
    expect(readFileSync(join(ROOT, Object.values(manifest.bin)[0] ?? ''), 'utf8')).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
  });
});

describe('reports', () => {
  it('are listed in the manifest with the hash of their bytes', () => {
    const lines = readFileSync(join(ROOT, 'data', 'reports', 'manifest.tsv'), 'utf8')
      .trimEnd()
      .split('\n');
    const [header = [], ...rows] = lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.split('\t'));
    expect(header).toEqual(['file', 'title', 'issuer', 'division', 'published', 'sha256', 'licence']);
    const files = readdirSync(join(ROOT, 'data', 'reports')).filter((name) => name.endsWith('.txt'));
    expect(rows.map(([file]) => file)).toEqual(files.sort());
    for (const [file = '', , , , , sha256] of rows) {
      const bytes = readFileSync(join(ROOT, 'data', 'reports', file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });
});

describe('repository', () => {
  it('keeps its top level short', () => {
    const folders = ['src', 'schema', 'data', 'cypher', 'test', '.ci'];
    const files = ['docker-compose.yml', 'package.json', 'tsconfig.json', 'README.md'];
    const tools = ['package-lock.json', 'biome.json', 'LICENSE', 'CHANGELOG.md', '.gitignore'];
    const made = ['.git', 'node_modules', 'dist', '.govgraph', '.DS_Store'];
    const known = [...folders, ...files, ...tools, ...made];
    expect(readdirSync(ROOT).filter((name) => !known.includes(name))).toEqual([]);
    expect([...folders, ...files].filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    expect(statSync(join(ROOT, '.ci', 'run')).mode & 0o111).not.toBe(0);
  });
});
