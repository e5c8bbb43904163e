// Looks in the word tables and the code for full names of things from development gold files that only one development
// text knows. In the code none may stand. A table of a whole class (national prizes, rivers) meets a few by chance; one
// that was copied from the answers meets many: it fails above a tenth of its rows. Usage: node .ci/overfit.mjs EVAL_DIR
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
let failed = false;
for (const file of sources.filter((name) => /\.(tsv|ts)$/.test(name) && !name.startsWith(join('src', 'commands')))) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => !/^\s*(\*|\/\/|\/\*\*|#)|^$/.test(line));
  const copied = (line) => line.match(/[\u4e00-\u9fffA-Za-z0-9·“”]{3,}/g)?.filter((word) => names.has(word) && inOneText(word));
  const met = lines.flatMap((line) => copied(line) ?? []);
  if (met.length === 0) continue;
  const bad = file.endsWith('.ts') || met.length > Math.max(2, lines.length / 10);
  failed ||= bad;
  console.log(`${bad ? 'TOO MANY' : 'by chance'}: ${file}: ${met.length} of ${lines.length} rows: ${met.join(' ')}`);
}
console.log(`${names.size} names of gold files looked for`);
process.exitCode = failed ? 1 : 0;
