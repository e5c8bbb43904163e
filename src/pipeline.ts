/** The stages in order. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Statement } from '../schema/statement.js';
import { parseDocument } from './document/document.js';
import { GovGraphError } from './errors.js';
import { type LedgerRow, ledger } from './extract/coverage.js';
import { extractDraft } from './extract/extract.js';
import { buildGraph } from './graph/build.js';
import { changeOf, type Graph } from './graph/graph.js';
import { readLog, writeLog } from './graph/log.js';
import { findReport, supersede } from './graph/reports.js';
import { toStatements } from './graph/statements.js';
import type { Extraction, Report, Source } from './model.js';
import { expandInputs } from './read/inputs.js';
import { readSource } from './read/read.js';
import { addCompetence } from './resolve/competence.js';
import { resolveReport } from './resolve/resolve.js';
import { DEFAULT_FOLDER, draftDatabase, filesOf, lockFolder, openStore } from './store/open.js';

/** Reads one decoded document into facts. Pure: same text, same facts. */
export function extractSource(source: Source): Extraction {
  return readReport(source).extraction;
}

/** What became of every numeral of one decoded document. */
export function coverSource(source: Source): LedgerRow[] {
  const report = parseDocument(source);
  return ledger(report, extractDraft(report));
}

/** Reads one file (`-` for standard input) into facts. */
export function extract(file: string): Extraction {
  return extractSource(readSource(file));
}

interface ReadReport {
  report: Report;
  extraction: Extraction;
}

function readReport(source: Source): ReadReport {
  const report = parseDocument(source);
  return { report, extraction: addCompetence(report, resolveReport(report, extractDraft(report))) };
}

/** Where a graph is kept. */
export interface Place {
  /** Folder of the database and the statement log; `.govgraph` unless told. */
  db?: string;
  /** Address of a Neo4j server (`neo4j://…`, password in NEO4J_PASSWORD) that gets the graph as well. */
  store?: string;
  /** File that holds the server's password, in place of NEO4J_PASSWORD. */
  passwordFile?: string;
}

export interface BuildOptions extends Place {
  /** Called before each file is read. */
  onFile?: (file: string, index: number, total: number) => void;
}

export interface BuildResult {
  /** What was read, in the order of the inputs. */
  extractions: Extraction[];
  /** Inputs that gave no report; the others were built. */
  failed: { file: string; error: unknown }[];
  /** Titles of earlier editions whose place these reports took. */
  replaced: string[];
  /** The whole graph of the folder, with the reports that were there before. */
  graph: Graph;
}

/**
 * Reads reports and adds them to the graph of a folder. A report that is there already is read anew; an earlier edition
 * of it (same file name, title, division and period, other text) is replaced. When the build fails, the database and
 * its log stay as they were; inputs that cannot be read stop none of the others.
 * @param inputs files, folders (every .txt below) and `-` for standard input
 * @throws GovGraphError BUILD_NOTHING when no input could be read (of a single one its own error), DATABASE_IN_USE,
 *   LOG_DAMAGED, OUTPUT_NOT_WRITABLE
 */
export async function build(inputs: string[], options: BuildOptions = {}): Promise<BuildResult> {
  const failed: BuildResult['failed'] = [];
  const attempt = <T>(file: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      failed.push({ file, error });
      return undefined;
    }
  };
  const files = [...new Set(inputs.flatMap((input) => attempt(input, () => expandInputs([input])) ?? []))];
  const read: ReadReport[] = [];
  for (const [i, file] of files.entries()) {
    options.onFile?.(file, i, files.length);
    // Lets signals through.
    await setImmediate();
    read.push(...(attempt(file, () => [readReport(readSource(file))]) ?? []));
  }
  const reports = distinct(read);
  if (reports.length === 0) throw nothingRead(failed);

  const fresh = reports.flatMap(({ report, extraction }) => toStatements(report, extraction));
  const { graph, result } = await rewrite(options, (log) => {
    const { kept, replaced } = supersede(log, fresh);
    return { statements: [...kept, ...fresh], result: replaced };
  });
  return { extractions: reports.map((r) => r.extraction), failed, replaced: result, graph };
}

/**
 * Takes a report out of the graph of a folder, with exactly what it gave: entities that other reports name stay.
 * @param report id, file name or title
 * @returns the title of the report that is gone
 * @throws GovGraphError REPORT_UNKNOWN with the reports that are there, REPORT_AMBIGUOUS
 */
export async function remove(report: string, options: Place = {}): Promise<string> {
  const { result } = await rewrite(options, (log) => {
    const { id, title } = findReport(log, report);
    return { statements: log.filter((s) => s.report !== id), result: title };
  });
  return result;
}

/** Makes the database of a folder anew from its statement log alone. */
export async function rebuild(options: Place = {}): Promise<Graph> {
  const { log } = filesOf(options.db ?? DEFAULT_FOLDER);
  if (!existsSync(log)) {
    const hint = 'build the reports: govgraph build FILE…';
    throw new GovGraphError('LOG_NOT_FOUND', 'there is no statement log here', { where: log, hint });
  }
  return (await rewrite(options, (statements) => ({ statements, result: null }))).graph;
}

/** Changes log and database of a folder together: both are made beside the old ones and put in place at the end. */
async function rewrite<T>(
  place: Place,
  edit: (log: Statement[]) => { statements: Statement[]; result: T },
): Promise<{ graph: Graph; result: T }> {
  const folder = place.db ?? DEFAULT_FOLDER;
  const unlock = lockFolder(folder);
  try {
    const old = await readLog(filesOf(folder).log);
    const { statements, result } = edit(old);
    const graph = buildGraph(statements);
    const database = await draftDatabase(folder, graph);
    try {
      if (place.store) await updateServer(place.store, place.passwordFile, graph, buildGraph(old));
      // The log before the database, which can be made from it.
      writeLog(filesOf(folder).log, statements);
    } catch (error) {
      database.abort();
      throw error;
    }
    database.commit();
    return { graph, result };
  } finally {
    unlock();
  }
}

/** Writes all of a graph, for the server may have lost or never had what was before, and deletes what went. */
async function updateServer(
  url: string,
  passwordFile: string | undefined,
  graph: Graph,
  before: Graph,
): Promise<void> {
  const server = await openStore(url, { mode: 'write', ...(passwordFile ? { passwordFile } : {}) });
  try {
    const { deleteNodes, deleteEdges } = changeOf(graph, before);
    await server.apply({ ...changeOf(graph), deleteNodes, deleteEdges });
  } finally {
    await server.close();
  }
}

/** The same bytes under two names are one report; it takes the smaller name, whatever came first. */
function distinct(read: ReadReport[]): ReadReport[] {
  const byId = new Map<string, ReadReport>();
  const name = (r: ReadReport) => basename(r.report.header.source.file);
  for (const r of read) {
    const twin = byId.get(r.report.header.id);
    if (!twin || name(r) < name(twin)) byId.set(r.report.header.id, r);
  }
  return [...byId.values()];
}

function nothingRead(failed: BuildResult['failed']): unknown {
  if (failed.length === 1) return failed[0]?.error;
  const what = failed.map(({ file, error }) => `${file}: ${(error as { code?: string }).code ?? error}`);
  return new GovGraphError('BUILD_NOTHING', `none of ${failed.length} inputs could be read`, {
    where: what.join('; '),
  });
}
