// Fails where a word table or the code holds the full name of a thing from a development gold file that only one
// development text knows: such a row was copied from its answer. Usage: node .ci/overfit.mjs EVAL_DIR
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [evalDir] = process.argv.slice(2);
const texts = readdirSync(join(evalDir, 'texts')).map((name) => readFileSync(join(evalDir, 'texts', name), 'utf8'));
const names = new Set();
for (const folder of ['gold', 'readings']) {
  for (const file of readdirSync(join(evalDir, folder)).filter((name) => name.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(evalDir, folder, file), 'utf8'));
    for (const { names: full, surfaces } of gold.entities) for (const name of [full, surfaces].flat()) names.add(name);
  }
}
const inOneText = (word) => texts.filter((text) => text.includes(word)).length === 1;

const sources = ['data/lexicon', 'src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const found = [];
for (const file of sources.filter((name) => /\.(tsv|ts)$/.test(name))) {
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (/^\s*(\*|\/\/|\/\*\*|#)/.test(line)) continue;
    for (const [word] of line.matchAll(/[\u4e00-\u9fffA-Za-z0-9·“”]{3,}/g)) {
      if (names.has(word) && inOneText(word)) found.push(`${file}:${i + 1}: ${word}`);
    }
  }
}
for (const line of found) console.error(`overfit: ${line}`);
console.log(`${names.size} names of gold files, ${found.length} of them held as such`);
process.exitCode = found.length > 0 ? 1 : 0;
