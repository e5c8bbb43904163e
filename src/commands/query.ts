/** `govgraph query 'CYPHER'`: any question, ended when it runs away. */
import { type Command, InvalidArgumentError } from 'commander';
import { type Difference, silentDifferences } from '../../schema/portable.js';
import { queryKillable } from '../store/killable.js';
import type { Params, QueryResult } from '../store/store.js';
import {
  type DatabaseOptions,
  note,
  openGraph,
  printAnswer,
  withAnswer,
  withCommon,
  withDatabase,
} from './common.js';

interface QueryOptions extends DatabaseOptions {
  format: string;
  param?: Params;
  timeout: number;
}

/** Adds the command to the program. */
export function addQuery(program: Command): void {
  const command = program
    .command('query')
    .description('ask the graph in Cypher (read only)')
    .argument('<cypher>', 'the query')
    .option('--timeout <seconds>', 'end the query after so many seconds', parseSeconds, 30);
  withCommon(
    withAnswer(withDatabase(command)),
    "govgraph query 'MATCH (p:Project) WHERE p.name CONTAINS $word RETURN p.name' --param word=小区",
  ).action(run);
}

async function run(cypher: string, options: QueryOptions): Promise<void> {
  const params = options.param ?? {};
  if (!options.store) for (const d of silentDifferences(cypher)) note(options, warning(d));
  const timeoutMs = options.timeout * 1000;
  const result = options.store
    ? await queryServer(options, cypher, params, timeoutMs)
    : await queryKillable({ folder: options.db, cypher, params }, timeoutMs);
  printAnswer(result, options);
}

const warning = ({ construct, portable }: Difference): string =>
  `note: Neo4j answers ${construct} otherwise; alike on both: ${portable}`;

/** A server ends its own queries. */
async function queryServer(
  options: QueryOptions,
  cypher: string,
  params: Params,
  timeoutMs: number,
): Promise<QueryResult> {
  const server = await openGraph(options);
  try {
    return await server.query(cypher, params, { timeoutMs });
  } finally {
    await server.close();
  }
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400)) throw new InvalidArgumentError('give seconds, above 0.');
  return seconds;
}
