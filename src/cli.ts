#!/usr/bin/env node
/** The command line: one file a verb under `commands/`. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { assetPath } from './assets.js';
import { addAsk } from './commands/ask.js';
import { addBuild } from './commands/build.js';
import { reportError } from './commands/common.js';
import { addCoverage } from './commands/coverage.js';
import { addDemo } from './commands/demo.js';
import { addEvaluate } from './commands/evaluate.js';
import { addExtract } from './commands/extract.js';
import { addQuery } from './commands/query.js';
import { addRemove } from './commands/remove.js';
import { addSearch } from './commands/search.js';
import { addShow } from './commands/show.js';
import { EXIT } from './errors.js';

const program = new Command('govgraph')
  .description('Chinese government reports as a knowledge graph')
  .version(String(JSON.parse(readFileSync(assetPath('package.json'), 'utf8')).version))
  .showHelpAfterError('(add --help for the options)')
  .addHelpText('after', '\nExample:\n  $ govgraph build reports/ && govgraph ask projects')
  .exitOverride();
for (const add of [
  addBuild,
  addExtract,
  addAsk,
  addQuery,
  addSearch,
  addShow,
  addRemove,
  addCoverage,
  addEvaluate,
  addDemo,
]) {
  add(program);
}

// A reader that has seen enough (| head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.ok);
});
// Ends by way of `exit`, which gives locks back.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(EXIT.interrupted));
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has written its own message.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else reportError(error, process.argv.includes('--json'));
}
