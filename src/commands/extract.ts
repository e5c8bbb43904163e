import type { Command } from 'commander';
import { extract } from '../pipeline.js';

/** `govgraph extract FILE... --format json|jsonl|table` */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('read reports and print their facts')
    .argument('<file...>', 'report files, or - for standard input')
    .option('--format <format>', 'json, jsonl or table', 'json')
    .action((files: string[]) => {
      for (const file of files) console.log(JSON.stringify(extract(file)));
    });
}
