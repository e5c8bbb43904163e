/** Saved questions: one Cypher file each under `cypher/questions`, whose header says what it asks. */
import { readdirSync, readFileSync } from 'node:fs';
import { assetPath } from '../assets.js';
import { GovGraphError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { Params, Value } from './store.js';

export interface QuestionParam {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  default: Value;
  description: string;
}

export interface Question {
  name: string;
  en: string;
  zh: string;
  params: QuestionParam[];
  columns: string[];
  cypher: string;
}

const PARAM = /^(\w+): (string|integer|number|boolean|list) = (.+?) \| (.+)$/;

/** All saved questions, by name. */
export function readQuestions(): Question[] {
  const folder = assetPath('cypher', 'questions');
  const files = readdirSync(folder).filter((f) => f.endsWith('.cypher'));
  return files.sort().map((f) => parseQuestion(f.slice(0, -7), readFileSync(`${folder}/${f}`, 'utf8')));
}

/**
 * @param name file name without its ending
 * @throws GovGraphError QUESTION_UNKNOWN with the nearest names
 */
export function findQuestion(name: string): Question {
  const questions = readQuestions();
  const found = questions.find((q) => q.name === name);
  if (found) return found;
  const [first] = nearest(
    name,
    questions.map((q) => q.name),
  );
  throw new GovGraphError('QUESTION_UNKNOWN', `there is no saved question “${name}”`, {
    hint: first ? `did you mean ${first}? govgraph ask lists all` : 'govgraph ask lists all',
  });
}

/**
 * Reads a question file: lines `// en:`, `// zh:`, `// columns:` and, for each parameter,
 * `// param NAME: TYPE = DEFAULT | what it is`, the default in JSON; then the query.
 * @throws GovGraphError QUESTION_HEADER with the line that does not fit
 */
export function parseQuestion(name: string, text: string): Question {
  const question: Question = { name, en: '', zh: '', params: [], columns: [], cypher: text };
  const fail = (line: string): never => {
    throw new GovGraphError('QUESTION_HEADER', `header line does not fit: ${line}`, {
      where: `${name}.cypher`,
    });
  };
  for (const line of text.split('\n')) {
    const [, key, rest = ''] = /^\/\/ (en|zh|columns|param):? (.+)$/.exec(line) ?? [];
    if (key === 'en' || key === 'zh') question[key] = rest;
    else if (key === 'columns') question.columns = rest.split(', ');
    else if (key === 'param') {
      const [, param, type, value, description] = PARAM.exec(rest) ?? fail(line);
      question.params.push({
        name: param as string,
        type: type as QuestionParam['type'],
        default: JSON.parse(value as string) as Value,
        description: description as string,
      });
    }
  }
  if (!question.en || !question.zh || question.columns.length === 0) fail('en, zh or columns is missing');
  return question;
}

/**
 * Values for all parameters of a question: those given, else the defaults.
 * @throws GovGraphError PARAM_UNKNOWN, PARAM_TYPE
 */
export function questionParams(question: Question, given: Params): Params {
  const known = question.params.map((p) => p.name);
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const hint = known.length > 0 ? `it takes ${known.join(', ')}` : 'it takes none';
    throw new GovGraphError('PARAM_UNKNOWN', `“${question.name}” has no parameter “${name}”`, { hint });
  }
  return Object.fromEntries(
    question.params.map((p) => {
      const value = given[p.name];
      return [p.name, value === undefined ? p.default : typed(question, p, value)];
    }),
  );
}

function typed(question: Question, param: QuestionParam, value: Value): Value {
  if (value === null) return null;
  // A name may look like a number (--param name=110).
  if (param.type === 'string' && typeof value !== 'object') return String(value);
  const fits =
    param.type === 'integer'
      ? Number.isInteger(value)
      : param.type === 'list'
        ? Array.isArray(value)
        : typeof value === param.type;
  if (fits) return value;
  const shown = JSON.stringify(value);
  throw new GovGraphError('PARAM_TYPE', `parameter “${param.name}” must be ${param.type}, not ${shown}`, {
    where: `question ${question.name}`,
  });
}
