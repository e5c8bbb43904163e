/** `govgraph coverage FILE`: what became of every numeral. */
import type { Command } from 'commander';
import type { LedgerRow } from '../extract/coverage.js';
import { coverSource } from '../pipeline.js';
import { readSource } from '../read/read.js';

/** Characters of the text shown to the left of a numeral. */
const LEFT = 10;
const RIGHT = 6;

function run(file: string, options: { json?: true }): void {
  const source = readSource(file);
  const rows = coverSource(source);
  if (options.json) {
    console.log(JSON.stringify({ file, ...sum(rows), numerals: rows }));
    return;
  }
  for (const row of rows) {
    const around = `${source.text.slice(Math.max(0, row.start - LEFT), row.start)}[${row.text}]${source.text.slice(row.end, row.end + RIGHT)}`;
    console.log(`${row.start}\t${around.replace(/\s+/g, ' ')}\t${fate(row)}`);
  }
  const { facts, reasons, overlooked } = sum(rows);
  console.log(
    `\n${rows.length} numerals: ${facts} facts, ${rows.length - facts - overlooked} no facts, ${overlooked} overlooked`,
  );
  for (const [reason, count] of Object.entries(reasons))
    console.log(`${String(count).padStart(6)}  ${reason}`);
}

function fate({ fact, reason }: LedgerRow): string {
  if (fact) return `${fact.indicator} = ${fact.value} ${fact.unit}`.trimEnd();
  return reason === null ? '! overlooked' : `- ${reason}`;
}

/** Facts, reasons by frequency, and numerals with neither. */
function sum(rows: LedgerRow[]): { facts: number; overlooked: number; reasons: Record<string, number> } {
  const counts = new Map<string, number>();
  let facts = 0;
  let overlooked = 0;
  for (const { fact, reason } of rows) {
    if (fact) facts++;
    else if (reason === null) overlooked++;
    else counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return { facts, overlooked, reasons: Object.fromEntries([...counts].sort((a, b) => b[1] - a[1])) };
}

/** Adds the command to the program. */
export function addCoverage(program: Command): void {
  program
    .command('coverage')
    .description('list every numeral of a report with the fact it gave, or the reason it gave none')
    .argument('<file>', 'report file, or - for standard input')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ govgraph coverage data/reports/wuchang-2020q3.txt')
    .action(run);
}
