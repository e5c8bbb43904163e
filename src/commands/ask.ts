/** `govgraph ask NAME`: a saved question. */
import type { Command } from 'commander';
import { findQuestion, type Question, questionParams, readQuestions } from '../store/questions.js';
import type { Params } from '../store/store.js';
import {
  type DatabaseOptions,
  note,
  openGraph,
  print,
  printAnswer,
  withAnswer,
  withCommon,
  withDatabase,
} from './common.js';

interface AskOptions extends DatabaseOptions {
  format: string;
  param?: Params;
}

/** Adds the command to the program. */
export function addAsk(program: Command): void {
  const command = program
    .command('ask')
    .description('ask a saved question; without a name, list them')
    .argument('[name]', 'name of the question');
  withCommon(
    withAnswer(withDatabase(command)),
    'govgraph ask projects-by-stage --param stage=completed',
  ).action(run);
}

async function run(name: string | undefined, options: AskOptions): Promise<void> {
  if (name === undefined) return list(options);
  const question = findQuestion(name);
  const params = questionParams(question, options.param ?? {});
  const store = await openGraph(options);
  try {
    const result = await store.query(question.cypher, params);
    printAnswer(result, options);
    if (result.rows.length === 0) note(options, emptyNote(question));
  } finally {
    await store.close();
  }
}

function emptyNote({ params }: Question): string {
  const names = params.map((p) => p.name).join(', ');
  return names ? `no rows; parameters that widen or narrow the question: ${names}` : 'no rows';
}

function list(options: AskOptions): void {
  const questions = readQuestions();
  if (options.json || options.format === 'json') {
    print(JSON.stringify(questions, null, 2));
    return;
  }
  const columns = ['name', 'question', 'parameters'];
  const rows = questions.flatMap((q) => [
    { name: q.name, question: q.en, parameters: q.params.map((p) => p.name).join(', ') },
    { name: '', question: q.zh, parameters: '' },
  ]);
  printAnswer({ columns, rows }, options);
}
