/** `govgraph demo`, which is `npm start`: the report that ships with the package, from text to answers. */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import type { Command } from 'commander';
import { assetPath } from '../assets.js';
import { GovGraphError } from '../errors.js';
import { readLog } from '../graph/log.js';
import { reportsOf } from '../graph/reports.js';
import { build } from '../pipeline.js';
import { DEFAULT_FOLDER, filesOf, openStore } from '../store/open.js';
import { findQuestion, questionParams } from '../store/questions.js';
import {
  type DatabaseOptions,
  placeOf,
  print,
  progress,
  progressDone,
  withCommon,
  withDatabase,
} from './common.js';
import { summaryJson, summaryText } from './summary.js';
import { table } from './table.js';

const QUESTIONS = ['projects', 'hospitals', 'headline-figures'];
const ROWS = 15;

/** Adds the command to the program. */
export function addDemo(program: Command): void {
  const command = program
    .command('demo')
    .description('build the graph of the report that ships with govgraph and ask it three questions');
  withCommon(withDatabase(command), 'govgraph demo').action(run);
}

async function run(options: DatabaseOptions): Promise<void> {
  const started = performance.now();
  const folder = assetPath('data', 'reports');
  await refuseForeign(options.db, folder);
  const result = await build([folder], {
    ...placeOf(options),
    onFile: (file, i, total) => progress(options, `[${i + 1}/${total}] ${file}`),
  }).finally(() => progressDone(options));
  const seconds = (performance.now() - started) / 1000;
  const db = relative('.', options.db) || '.';
  const store = await openStore(options.db);
  try {
    const answers = [];
    for (const name of QUESTIONS) {
      const question = findQuestion(name);
      answers.push({ question, ...(await store.query(question.cypher, questionParams(question, {}))) });
    }
    if (options.json) {
      const asked = answers.map(({ question, rows }) => ({ question: question.name, rows }));
      print(JSON.stringify({ ...summaryJson(result, db, seconds), answers: asked }, null, 2));
      return;
    }
    const columns = process.stdout.isTTY ? process.stdout.columns : 0;
    print(summaryText(result, db, seconds, columns));
    for (const { question, columns: names, rows } of answers) {
      print(`\n${question.en}\n${question.zh}\n`);
      print(table(names, rows.slice(0, ROWS), columns));
      if (rows.length > ROWS) print(`… ${rows.length - ROWS} more: ask ${question.name}`);
    }
    print(['', 'Try next:', ...next(db).map((line) => `  ${line}`)].join('\n'));
  } finally {
    await store.close();
  }
}

/** The demo leaves a folder that holds reports of the user alone. */
async function refuseForeign(db: string, folder: string): Promise<void> {
  const own = new Set(readdirSync(folder));
  const foreign = reportsOf(await readLog(filesOf(db).log)).find((r) => !own.has(r.file));
  if (!foreign) return;
  throw new GovGraphError(
    'DATABASE_NOT_DEMO',
    `this folder holds a graph of other reports (${foreign.file})`,
    {
      where: db,
      hint: 'give the demo a folder of its own: --db demo',
    },
  );
}

/** Commands to go on with, as they work in the current folder. */
function next(db: string): string[] {
  const own = relative('.', assetPath('dist', 'src', 'cli.js'));
  const program = own.startsWith('..') ? 'npx govgraph' : `node ${own}`;
  const at = db === DEFAULT_FOLDER ? '' : ` --db ${db}`;
  return ['ask', 'show 武昌区', 'query "MATCH (p:Project) RETURN p.name LIMIT 10"'].map(
    (command) => `${program} ${command}${at}`,
  );
}
