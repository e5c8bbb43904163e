/** Questions over two reports of one place: each answer is known. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeOf } from '../src/graph/graph.js';
import { openEmbedded } from '../src/store/embedded.js';
import { findQuestion, questionParams } from '../src/store/questions.js';
import type { GraphStore } from '../src/store/store.js';
import { TWO_YEARS } from './fixtures/two-years.js';

let store: GraphStore;
beforeAll(async () => {
  store = await openEmbedded(null, 'write');
  await store.apply(changeOf(TWO_YEARS));
});
afterAll(() => store.close());

it.each([
  ['overdue', [{ deadline: '2024-06-30', thing: '卫生院扩建项目', later: '2024年溪口县政府工作报告' }]],
  ['deadlines', [{ deadline: '2024-06-30', bodies: ['溪口县住建局', '溪口县卫健局'] }]],
  ['targets-and-results', [{ target: 220e8, result: 215e8, difference: -5e8, resultWords: '215亿元' }]],
  [
    'report-differences',
    [{ subject: '溪口县', before: 200e8, after: 215e8, first: '2023年溪口县政府工作报告' }],
  ],
  ['leaders-and-helpers', [{ thing: '卫生院扩建项目', leads: ['溪口县卫健局'], helps: ['溪口县住建局'] }]],
  ['beds', [{ subject: '北渡镇卫生院', type: 'Hospital', value: 99, words: '99张' }]],
  [
    'health-centres',
    [{ name: '北渡镇卫生院', places: ['北渡镇'], bodies: ['溪口县住建局', '溪口县卫健局'] }],
  ],
  ['documents', [{ document: '《溪口县卫生规划》', issuers: ['溪口县卫健局'], thing: '卫生院扩建项目' }]],
  ['jurisdictions', [{ division: '溪口县', bodies: ['溪口县卫健局'], count: 1 }]],
  ['people', [{ person: '周远', bodies: ['溪口县卫健局 局长'], sentences: 0 }]],
  ['projects-by-street', [{ place: '北渡镇', within: ['溪口县'], stages: ['卫生院扩建项目 completed'] }]],
  [
    'new-projects',
    [
      { report: '2023年溪口县政府工作报告', project: '卫生院扩建项目', stages: ['completed (target)'] },
      { report: '2024年溪口县政府工作报告', project: '北渡大桥', stages: ['started'] },
    ],
  ],
  ['indicator-by-period', [{ indicator: '地区生产总值', values: ['200亿元', '215亿元'] }]],
  ['indicator-by-place', [{ value: 220e8 }, { value: 215e8 }, { value: 200e8 }]],
  ['largest-sums', [{ value: 220e8 }, { value: 215e8 }, { value: 200e8 }]],
])('%s', async (name, rows) => {
  const question = findQuestion(name);
  const answer = await store.query(question.cypher, questionParams(question, {}));
  expect(answer.rows).toHaveLength(rows.length);
  expect(answer.rows).toMatchObject(rows);
});

it('mentions takes a name or an alias', async () => {
  const question = findQuestion('mentions');
  const { rows } = await store.query(question.cypher, questionParams(question, { name: '北渡' }));
  expect(rows).toEqual([
    {
      report: '2023年溪口县政府工作报告',
      heading: '一、项目',
      words: '北渡镇',
      sentence: '2023年的一句话。',
    },
  ]);
});

it('halves a whole number as the fraction it is', async () => {
  const { rows } = await store.query(
    'MATCH (o:Observation {id: "o4"}) RETURN o.value / 2 AS half, o.value AS value',
  );
  expect(rows).toEqual([{ half: 49.5, value: 99 }]);
});
