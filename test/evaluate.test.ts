/** The measures, on a gold file and extractions of our own: every ruling is shown by what it does to the counts. */
import { describe, expect, it } from 'vitest';
import { evaluate, total } from '../src/evaluate/evaluate.js';
import { score } from '../src/evaluate/tally.js';
import type { Entity, Extraction, Observation, Relation } from '../src/model.js';
import { entities, entity, gold, milestone, observation, relation, span, text } from './sample.js';

const full = { entities, observations: [observation()], milestones: [milestone], relations: [relation] };
const scored = (over: Partial<Extraction>) =>
  evaluate(gold, { ...full, warnings: [], ...over } as Extraction, text);
const counts = ({ right, extra, missed }: { right: number; extra: number; missed: number }) => [
  right,
  extra,
  missed,
];

describe('evaluate', () => {
  it('finds nothing to blame in a full reading', () => {
    const { entities: e, observations: o, milestones: m, relations: r, misses } = scored({});
    expect([e.f1, o.f1, o.whole.f1, m.f1, r.f1]).toEqual([1, 1, 1, 1, 1]);
    expect([e.named, misses]).toEqual([3, []]);
  });

  it('gives an empty reading full precision and no recall', () => {
    const { entities: e, observations: o } = scored({ entities: [], observations: [] });
    expect([e.precision, e.recall, e.f1, o.f1, o.whole.f1]).toEqual([1, 0, 0, 0, 0]);
  });

  const guesses = ['甲', '乙', '丙', '云溪医院'];
  it.each<[string, Entity[], number[]]>([
    ['another type is an extra and a miss', [entity('School', '云溪医院')], [0, 1, 3]],
    [
      'an alias of the first three proves it',
      [entity('Hospital', '云溪院', { aliases: ['云溪医院'], mentions: [span('建成')] })],
      [1, 0, 2],
    ],
    [
      'a fourth alias does not',
      [entity('Hospital', '云溪院', { aliases: guesses, mentions: [span('建成')] })],
      [0, 1, 3],
    ],
    [
      'half of the mentions do',
      [entity('Hospital', '医院', { mentions: [span('云溪医院'), span('建成')] })],
      [1, 0, 2],
    ],
    [
      'a mention that is not in the text does not',
      [entity('Hospital', '云溪医院', { mentions: [{ start: 0, end: 4, text: '云溪医院' }] })],
      [0, 1, 3],
    ],
    [
      'one thing split in two is an extra',
      [...entities, entity('Hospital', '医院', { mentions: [span('云溪医院')] })],
      [3, 1, 0],
    ],
    [
      'two things in one count as one',
      [entity('Hospital', '云溪医院', { mentions: [span('云溪医院'), span('东岭大厦')] })],
      [1, 0, 2],
    ],
    [
      'two bearers of one id are one and an extra',
      [entity('Hospital', '云溪医院'), entity('Project', '东岭大厦', { id: '云溪医院' })],
      [1, 1, 2],
    ],
    [
      'an optional entity is not held against it',
      [...entities, entity('AdminDivision', '东岭街道')],
      [3, 0, 0],
    ],
    [
      'a counted group is left out',
      [...entities, entity('Company', '两家企业', { group: true, size: 2 })],
      [3, 0, 0],
    ],
    [
      'a group without a count is not',
      [...entities, entity('Company', '企业', { group: true, size: 2 })],
      [3, 1, 0],
    ],
  ])('entities: %s', (_, read, expected) => {
    expect(counts(scored({ entities: read }).entities)).toEqual(expected);
  });

  it.each<[string, Partial<Observation>, string]>([
    ['value', { value: 501 }, 'value'],
    ['unit', { unit: '个' }, 'unit'],
    ['a word the indicator must hold', { indicator: '新增' }, 'indicator'],
    ['a clause copied whole', { indicator: '建成云溪医院，新增床位' }, 'indicator'],
    ['an indicator of more than 30 characters', { indicator: `新增床位${'数'.repeat(27)}` }, 'indicator'],
    ['an indicator with a figure', { indicator: '8.5%床位' }, 'indicator'],
    ['measure', { measure: 'rank' }, 'measure'],
    ['status', { status: 'target' }, 'status'],
  ])('numbers: wrong %s costs the whole fact, not the find', (_, over, field) => {
    const { observations: o, misses } = scored({ observations: [observation(over)] });
    expect([counts(o), counts(o.whole)]).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect(misses.join()).toContain(field);
  });

  it.each<[string, Partial<Observation>]>([
    ['approx', { approx: 'over' }],
    ['subject', { subject: '东岭大厦' }],
  ])('numbers: wrong %s leaves the fact whole', (field, over) => {
    const { observations: o } = scored({ observations: [observation(over)] });
    expect([o.fields[field as 'approx'], o.whole.right]).toEqual([0, 1]);
  });

  it.each<[string, Partial<Observation>[], number[]]>([
    [
      'evidence of a whole clause is no find',
      [{ evidence: span('云溪医院，新增床位500张，增长8.5%。东岭') }],
      [0, 1, 1],
    ],
    ['an optional number is neither', [{}, { evidence: span('8.5%') }], [1, 0, 0]],
    ['a number said twice is an extra', [{}, {}], [1, 1, 0]],
    ['one where the gold has none is an extra', [{}, { evidence: span('两家') }], [1, 1, 0]],
  ])('numbers: %s', (_, read, expected) => {
    expect(counts(scored({ observations: read.map(observation) }).observations)).toEqual(expected);
  });

  const onGroup = [...entities, entity('Company', '两家企业', { group: true, size: 2 })];
  it.each<[string, Partial<Extraction>, number[]]>([
    [
      'another stage is an extra and a miss',
      { milestones: [{ ...milestone, stage: 'completed' }] },
      [0, 1, 1],
    ],
    ['a row said twice is an extra', { milestones: [milestone, milestone] }, [1, 1, 0]],
    [
      'what hangs on a group is set aside',
      { entities: onGroup, milestones: [milestone, { ...milestone, entity: '两家企业' }] },
      [1, 0, 0],
    ],
  ])('milestones: %s', (_, read, expected) => {
    expect(counts(scored(read).milestones)).toEqual(expected);
  });

  it.each<[string, Relation[], number[]]>([
    ['ends the other way round', [{ ...relation, source: '云溪医院', target: '云溪区卫健局' }], [0, 1, 1]],
    [
      'inferred links are not scored',
      [relation, { ...relation, basis: 'inferred', target: '东岭大厦' }],
      [1, 0, 0],
    ],
    ['a loop is wrong', [{ ...relation, target: '云溪区卫健局' }], [0, 1, 1]],
  ])('relations: %s', (_, relations, expected) => {
    expect(counts(scored({ relations }).relations)).toEqual(expected);
  });

  it('looks inside the range only', () => {
    const part = {
      ...gold,
      range: [0, 5] as [number, number],
      entities: [],
      observations: [],
      milestones: [],
      relations: [],
    };
    const s = evaluate(part, { ...full, warnings: [] } as unknown as Extraction, text);
    expect([counts(s.entities), counts(s.observations)]).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });

  it('adds counts before it scores', () => {
    const sum = total([scored({}), scored({ entities: [] })]);
    expect([counts(sum.entities), sum.entities.f1]).toEqual([
      [3, 0, 3],
      score({ right: 3, extra: 0, missed: 3 }).f1,
    ]);
    expect(sum.observations.fields.value).toBe(2);
  });
});
