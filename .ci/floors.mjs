// Reads `govgraph evaluate --json` on standard input and fails where a score lies below its floor (floors.json).
// `files`: floors of one file, a little below what it had when it came; `spread`: how far any other may lie below the average.
import { readFileSync } from 'node:fs';

const floors = JSON.parse(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));
const { total, files, skipped } = JSON.parse(readFileSync(0, 'utf8'));
const f1 = {
  entities: (s) => s.entities.f1,
  numbers: (s) => s.observations.f1,
  whole: (s) => s.observations.whole.f1,
  milestones: (s) => s.milestones.f1,
  relations: (s) => s.relations.f1,
};
const failures = skipped.map((doc) => `${doc}: no text`);
for (const [part, pick] of Object.entries(f1)) {
  const average = pick(total);
  const verdict = average >= floors[part] ? 'ok' : 'BELOW';
  console.log(`${part.padEnd(12)}${average.toFixed(4)}  floor ${floors[part]}  ${verdict}`);
  if (verdict !== 'ok') failures.push(`${part} ${average.toFixed(4)} is below ${floors[part]}`);
  const lowest = average - (floors.spread[part] ?? 1);
  for (const file of files) {
    const own = floors.files[file.doc]?.[part];
    if (own !== undefined) {
      if (pick(file) < own) failures.push(`${file.doc}: ${part} ${pick(file).toFixed(4)} is below ${own}`);
    } else if (pick(file) < lowest) failures.push(`${file.doc}: ${part} ${pick(file).toFixed(4)} lies too far below the average`);
  }
}
for (const failure of failures) console.error(`floor: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
