/** `govgraph search WORDS`: names, aliases and sentences that hold some words. */
import { type Command, InvalidArgumentError } from 'commander';
import { searchGraph } from '../store/search.js';
import {
  type DatabaseOptions,
  note,
  openGraph,
  print,
  printAnswer,
  withCommon,
  withDatabase,
} from './common.js';

/** Characters shown on either side of the words. */
const AROUND = 20;

/** Adds the command to the program. */
export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description('find names, aliases and sentences that hold some words, from one character on')
    .argument('<words>', 'what to look for, exactly')
    .option('--limit <count>', 'hits at most', parseCount, 50);
  withCommon(withDatabase(command), 'govgraph search 市七医院').action(run);
}

async function run(words: string, options: DatabaseOptions & { limit: number }): Promise<void> {
  const store = await openGraph(options);
  try {
    const hits = await searchGraph(store, words, options.limit);
    if (options.json) print(JSON.stringify(hits, null, 2));
    else if (hits.length > 0) {
      const rows = hits.map((hit) => ({ ...hit, text: around(hit.text, words) }));
      printAnswer({ columns: ['kind', 'of', 'id', 'text'], rows }, { format: 'table' });
    }
    if (hits.length === 0) note(options, `nothing holds “${words}”`);
    if (hits.length === options.limit) note(options, 'there may be more: --limit');
  } finally {
    await store.close();
  }
}

/** A long sentence, cut around the words. */
function around(text: string, words: string): string {
  const at = text.indexOf(words);
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + words.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('give a whole number above 0.');
  return count;
}
