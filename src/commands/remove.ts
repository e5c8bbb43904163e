/** `govgraph remove REPORT`: a report leaves the graph with everything it gave. */
import type { Command } from 'commander';
import { remove } from '../pipeline.js';
import { type DatabaseOptions, note, placeOf, print, withCommon, withDatabase } from './common.js';

/** Adds the command to the program. */
export function addRemove(program: Command): void {
  const command = program
    .command('remove')
    .description('take a report out of the graph; what other reports say stays')
    .argument('<report>', 'its id, file name or title');
  withCommon(withDatabase(command), 'govgraph remove wuchang-2020q3.txt').action(
    async (report: string, options: DatabaseOptions) => {
      const removed = await remove(report, placeOf(options));
      if (options.json) print(JSON.stringify({ removed }));
      else note(options, `removed: ${removed}`);
    },
  );
}
