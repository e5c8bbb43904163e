/** `govgraph build FILE|DIR...`: reports become a graph. */
import { relative } from 'node:path';
import type { Command } from 'commander';
import { GovGraphError } from '../errors.js';
import { build, rebuild } from '../pipeline.js';
import {
  type DatabaseOptions,
  note,
  placeOf,
  print,
  progress,
  progressDone,
  reportFailed,
  withCommon,
  withDatabase,
} from './common.js';
import { countsOf, summaryJson, summaryText } from './summary.js';

/** Adds the command to the program. */
export function addBuild(program: Command): void {
  const command = program
    .command('build')
    .description('read reports into the graph; reports that are there already are read anew')
    .argument('[input...]', 'report files, folders of .txt files, or - for standard input')
    .option('--from-log', 'make the database anew from its statement log, without the reports');
  withCommon(withDatabase(command), 'govgraph build reports/ extra.txt --db .govgraph').action(run);
}

async function run(inputs: string[], options: DatabaseOptions & { fromLog?: true }): Promise<void> {
  if (options.fromLog) return runFromLog(options);
  if (inputs.length === 0) {
    const hint = 'name a file or a folder: govgraph build reports/';
    throw new GovGraphError('INPUT_MISSING', 'there is nothing to build', { hint });
  }
  const started = performance.now();
  const result = await build(inputs, {
    ...placeOf(options),
    onFile: (file, i, total) => progress(options, `[${i + 1}/${total}] ${file}`),
  }).finally(() => progressDone(options));
  const seconds = (performance.now() - started) / 1000;
  const db = relative('.', options.db) || '.';
  if (options.json) print(JSON.stringify(summaryJson(result, db, seconds), null, 2));
  else if (!options.quiet) {
    print(summaryText(result, db, seconds, process.stdout.isTTY ? process.stdout.columns : 0));
  }
  reportFailed(result.failed, options.json === true);
}

async function runFromLog(options: DatabaseOptions): Promise<void> {
  const counts = countsOf(await rebuild(placeOf(options)));
  if (options.json) print(JSON.stringify({ ...placeOf(options), counts }, null, 2));
  else note(options, `made ${options.db} anew from its statement log`);
}
