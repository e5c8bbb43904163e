/** The saved questions: sound headers, one dialect, and answers on a graph whose every fact is known. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RELATION_TYPES } from '../schema/ontology.js';
import { assetPath } from '../src/assets.js';
import { buildGraph } from '../src/graph/build.js';
import { changeOf } from '../src/graph/graph.js';
import { toStatements } from '../src/graph/statements.js';
import { build } from '../src/pipeline.js';
import { openEmbedded } from '../src/store/embedded.js';
import { openStore } from '../src/store/open.js';
import { findQuestion, parseQuestion, questionParams, readQuestions } from '../src/store/questions.js';
import type { GraphStore, Params, Row } from '../src/store/store.js';
import { EAST, WEST } from './fixtures/reports.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const questions = readQuestions();
let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(null, 'write');
  const statements = [EAST, WEST].flatMap((r) => toStatements(r.report, r.extraction));
  await store.apply(changeOf(buildGraph(statements)));
});

async function ask(name: string, given: Params = {}): Promise<Row[]> {
  const question = findQuestion(name);
  const { columns, rows } = await store.query(question.cypher, questionParams(question, given));
  expect(columns).toEqual(question.columns);
  return rows;
}

/** Values that make a question with places or words of its own speak of the fixture. */
const GIVEN: Record<string, Params> = {
  neighbours: { name: '云江大桥' },
  path: { from: '东湾区城建局', to: '云江大桥西山段' },
  mentions: { name: '云江大桥' },
};
/** What the fixture does not have. */
const EMPTY = [
  'documents',
  'jurisdictions',
  'overdue',
  'people',
  'policies',
  'ranks',
  'report-differences',
  'targets-and-results',
];

describe('saved questions', () => {
  it('are at least thirty', () => {
    expect(questions.length).toBeGreaterThanOrEqual(30);
  });

  it.each(questions)('$name answers with the columns of its header', async (question) => {
    const rows = await ask(question.name, GIVEN[question.name]);
    expect(rows.length === 0).toBe(EMPTY.includes(question.name));
    expect(await ask(question.name, GIVEN[question.name])).toEqual(rows);
  });

  it.each(questions)('$name says what it asks in both languages, with described parameters', (question) => {
    expect(question.en).toMatch(/^[A-Z].+\?$/);
    expect(question.zh).toMatch(/\p{Script=Han}.*？$/u);
    const used = [...new Set([...question.cypher.matchAll(/\$(\w+)/g)].map((m) => m[1]))].sort();
    expect(question.params.map((p) => p.name).sort()).toEqual(used);
    for (const p of question.params) expect(p.description.length).toBeGreaterThan(5);
    expect(questionParams(question, {})).toEqual(
      Object.fromEntries(question.params.map((p) => [p.name, p.default])),
    );
  });

  it.each([
    ['label expression', /:\w+\s*[|&]\s*\w+\s*[){]|:!/],
    ['COLLECT subquery', /COLLECT\s*\{/i],
    ['quantified path', /\)\)\{|SHORTEST \d/],
    ['isEmpty, randomUUID', /\b(isEmpty|randomUUID|toStringOrNull)\(/],
    ['regex look-around', /\(\?[=!<]/],
    ['text index', /CONTAINS\s+toLower|db\.index/],
    ['write', /\b(CREATE|MERGE|SET|DELETE|REMOVE)\b/],
  ])('hold no %s', (_, pattern) => {
    const bodies = questions.map((q) => q.cypher.replace(/^\/\/.*$/gm, ''));
    expect(bodies.filter((body) => pattern.test(body.replace(/\[\w*:[A-Z_|]+[*.\d]*\]/g, '[]')))).toEqual([]);
  });

  it('name only labels and relations of the ontology', () => {
    const structure = ['OF', 'ABOUT', 'IN_SENTENCE', 'IN_SECTION', 'UNDER', 'MENTIONED_IN'];
    const known = [...structure, ...Object.keys(RELATION_TYPES)];
    const used = questions.flatMap((q) =>
      [...q.cypher.matchAll(/\[\w*:([A-Z_|]+)/g)].flatMap((m) => (m[1] ?? '').split('|')),
    );
    expect(used.filter((type) => !known.includes(type))).toEqual([]);
  });
});

describe('answers', () => {
  it('tell stated, implied and inferred responsibility apart', async () => {
    const rows = await ask('projects', { name: '望江' });
    const stages = ['started', 'completed (target)'];
    const project = '望江小区改造项目';
    expect(rows).toEqual([
      expect.objectContaining({ project, stages, body: '东湾区城建局', basis: 'inferred' }),
      { project, stages, body: '东湾区人民政府', role: null, basis: 'implied' },
    ]);
    expect((await ask('projects')).map((r) => r['basis'])).toEqual([
      'stated',
      'stated',
      'stated',
      'inferred',
      'implied',
    ]);
    expect(await ask('project-agencies', { basis: 'inferred' })).toHaveLength(1);
  });

  it('give headline figures with value, unit and period', async () => {
    const rows = await ask('headline-figures');
    expect(rows[0]).toEqual({
      division: '东湾区',
      indicator: '地区生产总值',
      measure: 'level',
      approx: 'exact',
      value: 51240000000,
      unit: '元',
      words: '512.4亿元',
      period: '2024-01-01 – 2024-12-31',
      status: 'actual',
    });
    expect(rows.map((r) => r['words'])).toEqual(['512.4亿元', '6.1%', '3.2%', '288亿元', '5%']);
  });

  it('keep targets and what was done apart', async () => {
    expect((await ask('targets')).map((r) => r['words'])).toEqual(['目标8000人']);
    expect(await ask('commitments')).toMatchObject([{ thing: '望江小区改造项目', deadline: '2025-12-31' }]);
    expect(await ask('projects-by-stage', { stage: 'completed', status: 'actual' })).toMatchObject([
      { project: '云江大桥' },
      { project: '云江大桥西山段' },
    ]);
  });

  it('say what was done to hospitals, and to other things', async () => {
    const rows = await ask('hospitals');
    expect(rows.find((r) => r['name'] === '东湾区人民医院')).toMatchObject({
      stages: ['renovated 完成门诊楼改造'],
      figures: ['新增床位 120张'],
    });
    expect(await ask('hospitals', { type: 'School' })).toEqual([]);
  });

  it('follow money, titles, warnings and shared duties', async () => {
    expect(await ask('funding')).toMatchObject([
      { receiver: '望江小区改造项目', fund: '城市更新专项债', figures: ['城市更新专项债 2亿元'] },
    ]);
    expect(await ask('honours')).toMatchObject([
      { honour: '国家园林城区', receiver: '东湾区', status: 'actual' },
    ]);
    expect(await ask('warnings')).toMatchObject([
      { code: 'lostCharacters', words: '16.5,', facts: ['一般公共预算收入 3.2%'] },
    ]);
    expect(await ask('co-responsibility', { bases: ['stated'] })).toMatchObject([
      { shared: 1, things: ['云江大桥'] },
    ]);
  });

  it('find what reports share and the ways between things', async () => {
    expect(await ask('shared-entities')).toMatchObject([{ name: '云江市交通运输局', reports: 2 }]);
    const [way] = await ask('path', GIVEN['path']);
    expect(way).toMatchObject({ steps: 3, bases: ['stated', 'stated', 'stated'] });
    const near = await ask('neighbours', GIVEN['neighbours']);
    expect(
      near
        .filter((r) => r['steps'] === 1)
        .map((r) => r['name'])
        .sort(),
    ).toEqual(['东湾区城建局', '云江市交通运输局']);
    expect(near.filter((r) => r['steps'] === 2).map((r) => r['name'])).toContain('云江大桥西山段');
    expect((await ask('sentence', { word: '牵头' })).map((r) => r['kind'])).toContain('stated');
  });
});

describe('on the report that ships with the package', () => {
  /** Questions that the Wuchang report has no answer to: one report, no growth figures, no plan, nobody named. */
  const none = [
    'commitments',
    'deadlines',
    'documents',
    'growth',
    'leaders-and-helpers',
    'overdue',
    'people',
    'report-differences',
    'shared-entities',
    'targets',
    'targets-and-results',
  ];
  const folder = mkdtempSync(join(tmpdir(), 'govgraph-questions-'));
  let wuchang: GraphStore;
  beforeAll(async () => {
    await build([assetPath('data', 'reports')], { db: folder });
    wuchang = await openStore(folder);
  });
  afterAll(async () => {
    await wuchang.close();
    rmSync(folder, { recursive: true });
  });

  it.each(questions)('$name answers', async (question) => {
    const { columns, rows } = await wuchang.query(question.cypher, questionParams(question, {}));
    expect(columns).toEqual(question.columns);
    if (!none.includes(question.name)) expect(rows.length).toBeGreaterThan(0);
  });
});

describe('a question that does not fit', () => {
  it('names the nearest', () => {
    expect(() => findQuestion('hopsitals')).toThrow(
      expect.objectContaining({ code: 'QUESTION_UNKNOWN', hint: expect.stringContaining('hospitals') }),
    );
  });

  it('refuses unknown and ill-typed parameters', () => {
    const question = findQuestion('projects');
    expect(() => questionParams(question, { nam: 'x' })).toThrow(
      expect.objectContaining({ code: 'PARAM_UNKNOWN', hint: expect.stringContaining('name') }),
    );
    expect(() => questionParams(question, { limit: 2.5 })).toThrow(
      expect.objectContaining({ code: 'PARAM_TYPE' }),
    );
    expect(questionParams(question, { name: 110, limit: 3 })).toEqual({ name: '110', limit: 3 });
    expect(questionParams(question, { name: null })['name']).toBeNull();
  });

  it('shows the header line that does not fit', () => {
    const text = '// en: What?\n// zh: 什么？\n// param x string\n// columns: a\nRETURN 1 AS a';
    expect(() => parseQuestion('bad', text)).toThrow(
      expect.objectContaining({ code: 'QUESTION_HEADER', where: 'bad.cypher' }),
    );
    expect(() => parseQuestion('bad', 'RETURN 1')).toThrow(/missing/);
  });
});
