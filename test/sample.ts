/** A tiny text of our own, its gold, and a reading of it, for the tests of the measures. */
import type { Gold } from '../src/evaluate/gold.js';
import type { Entity, Milestone, Observation, Relation } from '../src/model.js';

export const text =
  '云溪区卫健局建成云溪医院，新增床位500张，增长8.5%。东岭大厦封顶。两家企业、东岭街道参与。';
export const gold: Gold = {
  doc: 'yunxi',
  text: 'yunxi.txt',
  range: [0, text.length],
  entities: [
    { type: 'Agency', names: ['云溪区卫健局', '云溪区卫生健康局'], surfaces: ['云溪区卫健局'] },
    { type: 'Hospital', names: ['云溪医院'], surfaces: ['云溪医院'] },
    { type: 'Project', names: ['东岭大厦'], surfaces: ['东岭大厦'] },
  ],
  optionalEntities: [{ names: ['东岭街道'], surfaces: ['东岭街道'] }],
  observations: [
    {
      at: text.indexOf('500张'),
      raw: '500张',
      value: 500,
      unit: ['张'],
      must: [['床位']],
      measure: ['level'],
      status: ['actual'],
      approx: ['exact'],
      subject: ['云溪医院'],
    },
  ],
  optionalObservations: [{ at: text.indexOf('8.5%'), raw: '8.5%' }],
  milestones: [{ entity: ['东岭大厦'], stage: ['toppedOut'], optional: false }],
  relations: [{ type: ['RESPONSIBLE_FOR'], source: ['云溪区卫健局'], target: ['云溪医院'], optional: false }],
};

/** The first place of some words. */
export function span(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
}
export const entity = (type: Entity['type'], name: string, over: Partial<Entity> = {}): Entity => ({
  id: name,
  type,
  name,
  aliases: [],
  group: false,
  size: null,
  attributes: {},
  mentions: [span(name)],
  rule: 'test',
  ...over,
});
export const observation = (over: Partial<Observation> = {}): Observation => ({
  id: 'o',
  indicator: '新增床位',
  subject: '云溪医院',
  value: 500,
  valueMax: null,
  unit: '张',
  raw: '500张',
  measure: 'level',
  status: 'actual',
  approx: 'exact',
  scope: null,
  period: null,
  evidence: span('500张'),
  sentence: { start: 0, end: 1 },
  rule: 'test',
  ...over,
});
export const milestone: Milestone = {
  id: 'm',
  entity: '东岭大厦',
  stage: 'toppedOut',
  status: 'actual',
  date: null,
  evidence: span('封顶'),
  rule: 'test',
};
export const relation: Relation = {
  id: 'r',
  type: 'RESPONSIBLE_FOR',
  source: '云溪区卫健局',
  target: '云溪医院',
  role: null,
  basis: 'stated',
  status: 'actual',
  evidence: span('建成'),
  rule: 'test',
};
export const entities = [
  entity('Agency', '云溪区卫健局'),
  entity('Hospital', '云溪医院'),
  entity('Project', '东岭大厦'),
];
