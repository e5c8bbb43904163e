/** Imports run forward along the line of the stages, and each outside library has one home. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, ROOT } from './files.js';

/** Stages by rank; those of one rank are siblings and do not know each other. */
const RANKS = [
  ['read'],
  ['document'],
  ['extract'],
  ['resolve'],
  ['graph'],
  ['store', 'export', 'analyse', 'view', 'evaluate'],
];
/** Files that see everything; no stage may import them. */
const TOP = ['pipeline', 'index', 'cli', 'commands'];
const HOMES: Record<string, string> = {
  commander: 'src/c(li|ommands)',
  '@grafeo-db/js': 'src/store',
  '@node-rs/jieba': 'src/extract/dictionary',
  'neo4j-driver': 'src/store',
  parse5: 'src/read',
};

interface Import {
  from: string;
  to: string;
}

const files = [...filesUnder('src', '.ts'), ...filesUnder('schema', '.ts')];
const all: Import[] = files.flatMap((from) => {
  const code = readFileSync(join(ROOT, from), 'utf8');
  const names = [...code.matchAll(/(?:\bfrom|\bimport\(?)\s*'([^']+)'/g)].map((m) => m[1] as string);
  return names.map((to) => ({
    from,
    to: to.startsWith('.') ? relative(ROOT, join(ROOT, dirname(from), to)) : to,
  }));
});
const inside = all.filter(({ to }) => /^(src|schema)\//.test(to));
const outside = all.filter(({ to }) => !/^(src|schema)\//.test(to) && !to.startsWith('node:'));

/** `src/read/read.ts` -> read, `src/model.ts` -> model, `schema/…` -> schema. */
const room = (file: string) =>
  file.split('/')[file.startsWith('src/') ? 1 : 0]?.replace(/\.[jt]s$/, '') ?? '';
const rank = (name: string) => RANKS.findIndex((stages) => stages.includes(name));

/** Why an import breaks the order, or null. */
function breach({ from, to }: Import): string | null {
  const [a, b] = [room(from), room(to)];
  if (a === b || TOP.includes(a)) return null;
  if (TOP.includes(b)) return `${from} reaches up to ${to}`;
  if (rank(b) < 0) return null;
  if (rank(a) < 0) return `${from} is shared by all stages but imports ${to}`;
  return rank(b) < rank(a) ? null : `${from} imports a later stage or a sibling: ${to}`;
}

describe('architecture', () => {
  it('reads the imports of the code', () => {
    expect(inside.length).toBeGreaterThan(30);
    expect(outside.map(({ to }) => to)).toContain('commander');
  });

  it('knows every folder of src', () => {
    const folders = new Set(files.filter((f) => /^src\/.+\//.test(f)).map(room));
    expect([...folders].filter((f) => rank(f) < 0 && !TOP.includes(f))).toEqual([]);
  });

  it('imports only forward along the stages', () => {
    expect(inside.map(breach).filter(Boolean)).toEqual([]);
  });

  it('tells an import that runs backward, sideways or up', () => {
    expect(breach({ from: 'src/read/read.ts', to: 'src/extract/extract.js' })).toContain('later stage');
    expect(breach({ from: 'src/store/store.ts', to: 'src/evaluate/gold.js' })).toContain('sibling');
    expect(breach({ from: 'src/graph/build.ts', to: 'src/pipeline.js' })).toContain('reaches up');
    expect(breach({ from: 'src/lexicon.ts', to: 'src/read/read.js' })).toContain('shared');
    expect(breach({ from: 'src/graph/build.ts', to: 'src/resolve/resolve.js' })).toBeNull();
  });

  it('keeps outside libraries in their homes', () => {
    const strays = outside.filter(({ from, to }) => {
      const library = Object.keys(HOMES).find((name) => to === name || to.startsWith(`${name}/`));
      return library !== undefined && !new RegExp(`^${HOMES[library]}`).test(from);
    });
    expect(strays).toEqual([]);
  });

  it('keeps source files under 250 lines', () => {
    const long = files.filter((f) => readFileSync(join(ROOT, f), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
