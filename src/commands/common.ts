/** What the commands share: their options, how they speak and how they fail. */
import { type Command, Option } from 'commander';
import { EXIT, formatError, GovGraphError } from '../errors.js';
import type { Place } from '../pipeline.js';
import { addressFromEnv, checkAddress } from '../store/address.js';
import { DEFAULT_FOLDER, openStore } from '../store/open.js';
import type { GraphStore, Params, QueryResult, Value } from '../store/store.js';
import { csv, table } from './table.js';

export interface CommonOptions {
  quiet?: boolean;
  json?: boolean;
}

export interface DatabaseOptions extends CommonOptions {
  db: string;
  /** True where `--store` stands without an address. */
  store?: string | true;
  passwordFile?: string;
}

/** Adds `--quiet` and `--json`, and the example that ends the help. */
export function withCommon(command: Command, example: string): Command {
  return command
    .option('-q, --quiet', 'print nothing but the answer and errors')
    .option('--json', 'print answer and errors as JSON')
    .addHelpText('after', `\nExample:\n  $ ${example}`);
}

/** Adds `--db`, `--store` and `--password-file`. */
export function withDatabase(command: Command): Command {
  return command
    .option('--db <folder>', 'folder of the database', DEFAULT_FOLDER)
    .option('--store [url]', 'a Neo4j server: neo4j://HOST:7687; NEO4J_URI unless told', checkAddress)
    .option('--password-file <file>', 'file that holds its password; NEO4J_PASSWORD unless told');
}

/** The address of `--store`; of one without a value, that in the environment. */
const storeOf = ({ store }: { store?: string | true }): string | undefined =>
  store === true ? addressFromEnv() : store;

/** Where a command keeps its graph. */
export function placeOf(options: DatabaseOptions): Place {
  const { db, passwordFile } = options;
  const store = storeOf(options);
  return { db, ...(store ? { store } : {}), ...(passwordFile ? { passwordFile } : {}) };
}

/** Opens the graph that a command asks: the server where one is named, else the folder. */
export function openGraph(options: DatabaseOptions): Promise<GraphStore> {
  const { db = DEFAULT_FOLDER, store, passwordFile } = placeOf(options);
  return openStore(store ?? db, passwordFile ? { passwordFile } : {});
}

/** Adds `--format table|json|csv` and `--param name=value`. */
export function withAnswer(command: Command): Command {
  const format = new Option('--format <format>', 'how to print the answer').choices(['table', 'json', 'csv']);
  return command
    .addOption(format.default('table'))
    .option('--param <name=value>', 'value of a parameter; one option each', parseParam);
}

/** A note for people on standard error, unless told to be quiet. */
export function note(options: CommonOptions, text: string): void {
  if (!options.quiet && !options.json) process.stderr.write(`${text}\n`);
}

/** Progress in one line of a terminal's standard error; nothing in a pipe. */
export function progress(options: CommonOptions, text: string): void {
  if (options.quiet || options.json || !process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[2K${text.slice(0, Math.max(20, (process.stderr.columns ?? 80) / 2))}`);
}

/** Clears the progress line. */
export function progressDone(options: CommonOptions): void {
  if (!options.quiet && !options.json && process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}

/** Prints an answer as asked. */
export function printAnswer(result: QueryResult, options: { format: string; json?: boolean }): void {
  const { columns, rows } = result;
  if (options.json || options.format === 'json') print(JSON.stringify(rows, null, 2));
  else if (options.format === 'csv') process.stdout.write(csv(columns, rows));
  else print(table(columns, rows, process.stdout.isTTY ? process.stdout.columns : 0));
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One error on standard error, as lines or as JSON; sets the exit status. */
export function reportError(error: unknown, json: boolean): void {
  process.stderr.write(`${json ? JSON.stringify({ error: errorRecord(error) }) : formatError(error)}\n`);
  process.exitCode = error instanceof GovGraphError ? error.exitCode : EXIT.internal;
}

function errorRecord(error: unknown): Record<string, unknown> {
  if (!(error instanceof GovGraphError)) return { code: 'INTERNAL', message: String(error) };
  const { code, message, where, hint } = error;
  return { code, message, where, hint };
}

/** Lists inputs that failed beside others that did not, and sets the exit status that says so. */
export function reportFailed(failed: { file: string; error: unknown }[], json: boolean): void {
  if (failed.length === 0) return;
  if (json) {
    const list = failed.map(({ file, error }) => ({ file, ...errorRecord(error) }));
    process.stderr.write(`${JSON.stringify({ failed: list })}\n`);
  } else {
    process.stderr.write(`${failed.length} input${failed.length > 1 ? 's' : ''} could not be read:\n`);
    for (const { file, error } of failed) {
      const lines = formatError(error)
        .split('\n')
        .filter((line) => line !== `  where: ${file}`);
      process.stderr.write(`${file}: ${lines.join('\n')}\n`);
    }
  }
  process.exitCode = EXIT.partial;
}

/** `name=value`: the value is JSON where it is such, else the text itself. */
function parseParam(text: string, given: Params = {}): Params {
  const at = text.indexOf('=');
  if (at < 1) {
    const hint = 'write --param name=value, e.g. --param stage=completed or --param \'names=["a","b"]\'';
    throw new GovGraphError('PARAM_FORM', `“${text}” is no name=value`, { hint });
  }
  const raw = text.slice(at + 1);
  let value: Value = raw;
  try {
    value = JSON.parse(raw) as Value;
  } catch {
    // A bare word is a string.
  }
  return { ...given, [text.slice(0, at)]: value };
}
