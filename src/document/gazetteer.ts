/** Divisions of the country by code and name. Levels 1-3 are read at first use, streets and villages a prefecture at a time. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { assetPath } from '../assets.js';
import type { Division } from '../model.js';

/** The whole country, as reporting division of the State Council. */
export const STATE: Division = { code: '000000', name: '中华人民共和国', level: 0 };

interface Top {
  all: Division[];
  byCode: Map<string, Division>;
  byName: Map<string, Division[]>;
}

let top: Top | undefined;
let blocks: Map<string, { offset: number; length: number }> | undefined;
const below = new Map<string, Division[]>();
const subtrees = new Map<string, Division[]>();

const lines = (file: string) =>
  readFileSync(assetPath('data', 'gazetteer', file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string, string]);

function loadTop(): Top {
  if (top) return top;
  top = { all: [], byCode: new Map(), byName: new Map() };
  for (const [code, level, name] of lines('top.tsv')) {
    const division: Division = { code, name, level: Number(level) as 1 | 2 | 3 };
    top.all.push(division);
    top.byCode.set(code, division);
    const same = top.byName.get(name);
    if (same) same.push(division);
    else top.byName.set(name, [division]);
  }
  return top;
}

/** Where each prefecture's compressed block lies in `below.bin`. */
function loadBlocks() {
  blocks ??= new Map(
    lines('below.tsv').map(([key, o, l]) => [key, { offset: Number(o), length: Number(l) }]),
  );
  return blocks;
}

/** Streets and villages of one prefecture (first four digits of the code), in order of code; kept after the first call. */
function loadBelow(prefecture: string): Division[] {
  const known = below.get(prefecture);
  if (known) return known;
  const block = loadBlocks().get(prefecture);
  const divisions: Division[] = [];
  below.set(prefecture, divisions);
  if (!block) return divisions;
  const bytes = Buffer.alloc(block.length);
  const file = openSync(assetPath('data', 'gazetteer', 'below.bin'), 'r');
  try {
    readSync(file, bytes, 0, block.length, block.offset);
  } finally {
    closeSync(file);
  }
  for (const line of brotliDecompressSync(bytes).toString('utf8').split('\n')) {
    const [code = '', name = '', villages = ''] = line.split('\t');
    if (name !== '') divisions.push({ code, name, level: 4 });
    if (villages === '') continue;
    for (const village of villages.split(',')) {
      divisions.push({ code: code + village.slice(0, 3), name: village.slice(3), level: 5 });
    }
  }
  return divisions;
}

/** Digits of a code that all its children share: 42 of 420000, 4201 of 420100, 420106 of 420106. */
function stem(division: Division): string {
  return division.code.slice(0, [0, 2, 4, 6, 9, 12][division.level]);
}

/** All provinces, prefectures and counties, in order of code. */
export function topDivisions(): Division[] {
  return loadTop().all;
}

/**
 * Provinces, prefectures and counties of exactly this name (鼓楼区 gives several).
 * @param name full name with its suffix, as the list of GB/T 2260 has it
 */
export function divisionsByName(name: string): Division[] {
  return loadTop().byName.get(name) ?? [];
}

/**
 * The division of this code and its ancestors, nearest first; empty when the code is unknown.
 * @param code 6 digits for levels 1-3 (000000 is the state), 9 for a street or town, 12 for a village
 */
export function lineageOf(code: string): Division[] {
  if (code === STATE.code) return [STATE];
  const { byCode } = loadTop();
  const lineage: Division[] = [];
  for (const length of [12, 9]) {
    if (code.length < length) continue;
    const part = code.slice(0, length);
    const found = loadBelow(code.slice(0, 4)).find((division) => division.code === part);
    if (found) lineage.push(found);
  }
  const county = code.slice(0, 6);
  for (const part of new Set([county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`])) {
    const found = byCode.get(part);
    if (found) lineage.push(found);
  }
  return lineage;
}

/**
 * Divisions below this one, in order of code.
 * @param code code of a division of any level
 * @param deepest lowest level wanted; unset: counties for the state, streets for a province, else villages
 */
export function subtreeOf(code: string, deepest?: Division['level']): Division[] {
  const key = `${code} ${deepest ?? ''}`;
  const known = subtrees.get(key);
  if (known) return known;
  const found = findSubtree(code, deepest);
  subtrees.set(key, found);
  return found;
}

function findSubtree(code: string, deepest: Division['level'] | undefined): Division[] {
  const root = lineageOf(code)[0];
  if (!root || root.code !== code) return [];
  const limit = deepest ?? (root.level === 0 ? 3 : root.level === 1 ? 4 : 5);
  const prefix = stem(root);
  const inside = (division: Division) =>
    division.level > root.level && division.level <= limit && division.code.startsWith(prefix);
  const found = loadTop().all.filter(inside);
  if (limit < 4) return found;
  for (const key of loadBlocks().keys()) {
    if (key.startsWith(prefix.slice(0, 4))) for (const d of loadBelow(key)) if (inside(d)) found.push(d);
  }
  return found;
}
