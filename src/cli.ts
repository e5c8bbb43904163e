#!/usr/bin/env node
import { Command } from 'commander';
import { addCoverage } from './commands/coverage.js';
import { addEvaluate } from './commands/evaluate.js';
import { addExtract } from './commands/extract.js';
import { formatError, GovGraphError } from './errors.js';

const program = new Command('govgraph').description('Chinese government reports as a knowledge graph');
addExtract(program);
addCoverage(program);
addEvaluate(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(formatError(error));
  process.exitCode = error instanceof GovGraphError ? error.exitCode : 1;
}
