/** Scores as a table for people: a row a file, the total, then its types and fields. */
import type { FileScores, Scores } from './evaluate.js';
import { FIELDS } from './observations.js';
import type { Score } from './tally.js';

const PARTS: [string, (s: Scores) => Score][] = [
  ['entities', (s) => s.entities],
  ['numbers', (s) => s.observations],
  ['whole', (s) => s.observations.whole],
  ['milestones', (s) => s.milestones],
  ['relations', (s) => s.relations],
];

const percent = (share: number) => (100 * share).toFixed(1);

function partRow(name: string, { precision, recall, f1, right, extra, missed }: Score): string {
  const measures = [precision, recall, f1].map((share) => percent(share).padStart(6)).join('');
  return `${name.padEnd(14)}${measures}${[right, extra, missed].map((n) => String(n).padStart(7)).join('')}`;
}

/**
 * @param files scores of each gold file
 * @param sum their micro-averaged total
 * @returns lines of F1 by file, and precision, recall and counts of the total, all in percent
 */
export function scoreTable(files: FileScores[], sum: Scores): string {
  const width = Math.max(12, ...files.map((f) => f.doc.length)) + 2;
  const row = (name: string, s: Scores) =>
    name.padEnd(width) + PARTS.map(([, pick]) => percent(pick(s).f1).padStart(11)).join('');
  const found = sum.observations.right || 1;
  return [
    `${'F1'.padEnd(width)}${PARTS.map(([name]) => name.padStart(11)).join('')}`,
    ...files.map((f) => row(f.doc, f)),
    row('all (micro)', sum),
    '',
    `${'all'.padEnd(14)}     P     R    F1  right  extra missed`,
    ...PARTS.map(([name, pick]) => partRow(name, pick(sum))),
    '',
    'entities by type',
    ...Object.entries(sum.entities.types).map(([type, s]) => partRow(type, s)),
    '',
    'right of the numbers found, and names of the entities found',
    ...FIELDS.map((f) => `${f.padEnd(14)}${percent(sum.observations.fields[f] / found).padStart(6)}`),
    `${'canonical name'.padEnd(14)}${percent(sum.entities.named / (sum.entities.right || 1)).padStart(6)}`,
  ].join('\n');
}
