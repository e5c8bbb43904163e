/** `govgraph evaluate [GOLD_DIR]`: what the rules get on texts that were read by hand. */
import type { Command } from 'commander';
import { EXIT, GovGraphError } from '../errors.js';
import { evaluate, type FileScores, total } from '../evaluate/evaluate.js';
import { readGoldFolder } from '../evaluate/gold.js';
import { scoreTable } from '../evaluate/table.js';
import { extractSource } from '../pipeline.js';
import { readSource } from '../read/read.js';

function run(folder: string | undefined, options: { json?: true; misses?: true }): void {
  const files: FileScores[] = [];
  const skipped: string[] = [];
  for (const { gold, textFile } of readGoldFolder(folder)) {
    if (textFile === null) {
      skipped.push(gold.doc);
      continue;
    }
    const source = readSource(textFile);
    files.push(evaluate(gold, extractSource(source), source.text));
  }
  if (files.length === 0) {
    throw new GovGraphError('GOLD_TEXT_NOT_FOUND', `no text for ${skipped.join(', ')}`, {
      hint: 'put the texts beside the gold folder in ../texts, or into it',
    });
  }
  const sum = total(files);
  if (options.json) console.log(JSON.stringify({ total: sum, files, skipped }));
  else {
    if (options.misses) for (const f of files) console.log([f.doc, ...f.misses, ''].join('\n'));
    console.log(scoreTable(files, sum));
    if (skipped.length > 0) console.log(`\nskipped, no text: ${skipped.join(', ')}`);
  }
  if (skipped.length > 0) process.exitCode = EXIT.partial;
}

/** Adds the command to the program. */
export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('score the rules against gold files')
    .argument('[gold-dir]', 'folder of gold files (default: the Wuchang report read by hand)')
    .option('--json', 'print scores and misses as one JSON object')
    .option('--misses', 'print every miss before the scores')
    .addHelpText('after', '\nExample:\n  $ govgraph evaluate --misses')
    .action(run);
}
