/** The closed vocabularies of the graph: one row a type, with its Chinese and English label. */

export const ENTITY_TYPES = {
  AdminDivision: { zh: '行政区划', en: 'administrative division' },
  Agency: { zh: '机关部门', en: 'agency' },
  Hospital: { zh: '医疗机构', en: 'hospital' },
  School: { zh: '学校', en: 'school' },
  Company: { zh: '企业', en: 'company' },
  Organization: { zh: '其他组织', en: 'organization' },
  Project: { zh: '项目', en: 'project' },
  Place: { zh: '地点', en: 'place' },
  Policy: { zh: '政策文件', en: 'policy' },
  Programme: { zh: '专项行动', en: 'programme' },
  Event: { zh: '活动会议', en: 'event' },
  Funding: { zh: '资金', en: 'funding' },
  Person: { zh: '人物', en: 'person' },
  Honour: { zh: '荣誉称号', en: 'honour' },
} as const;
export type EntityType = keyof typeof ENTITY_TYPES;

/** Stages of a thing, in the order of a project's life. */
export const STAGES = {
  planned: { zh: '谋划', en: 'planned' },
  approved: { zh: '获批', en: 'approved' },
  signed: { zh: '签约', en: 'signed' },
  funded: { zh: '资金到位', en: 'funded' },
  landReady: { zh: '征收出让', en: 'land ready' },
  started: { zh: '开工', en: 'started' },
  underway: { zh: '在建', en: 'under way' },
  toppedOut: { zh: '封顶', en: 'topped out' },
  completed: { zh: '竣工', en: 'completed' },
  delivered: { zh: '交付', en: 'delivered' },
  inService: { zh: '投用', en: 'in service' },
  renovated: { zh: '改造完成', en: 'renovated' },
  held: { zh: '举办', en: 'held' },
  issued: { zh: '印发', en: 'issued' },
  suspended: { zh: '停工', en: 'suspended' },
  closed: { zh: '关停', en: 'closed' },
} as const;
export type Stage = keyof typeof STAGES;

const BODY = ['Agency', 'Organization', 'Company'] as const;
const ANY = Object.keys(ENTITY_TYPES) as EntityType[];

/** Relation types with the entity types allowed at either end. */
export const RELATION_TYPES: Record<
  RelationType,
  { zh: string; en: string; from: readonly EntityType[]; to: readonly EntityType[] }
> = {
  RESPONSIBLE_FOR: {
    zh: '负责',
    en: 'responsible for',
    from: BODY,
    to: ['Project', 'Programme', 'Policy', 'Event', 'Hospital', 'School', 'Place'],
  },
  ISSUED: { zh: '印发', en: 'issued', from: ['Agency'], to: ['Policy'] },
  FUNDED_BY: {
    zh: '资金来源',
    en: 'funded by',
    from: ['Project', 'Agency', 'AdminDivision', 'Place', 'Hospital', 'School'],
    to: ['Funding'],
  },
  LOCATED_IN: {
    zh: '位于',
    en: 'located in',
    from: ['Project', 'Hospital', 'School', 'Company', 'Organization', 'Place', 'Event'],
    to: ['AdminDivision', 'Place'],
  },
  PART_OF: { zh: '属于', en: 'part of', from: ANY, to: ANY },
  HEADED_BY: { zh: '负责人', en: 'headed by', from: ['Agency', 'Organization'], to: ['Person'] },
  PARTICIPATES_IN: {
    zh: '参与',
    en: 'participates in',
    from: [...BODY, 'AdminDivision'],
    to: ['Event', 'Programme', 'Project'],
  },
  RECEIVED: { zh: '获得', en: 'received', from: ANY, to: ['Honour'] },
  CONCERNS: {
    zh: '涉及',
    en: 'concerns',
    from: ['Project', 'Programme', 'Policy'],
    to: ['Hospital', 'School', 'Place', 'Company', 'AdminDivision'],
  },
  HAS_JURISDICTION: { zh: '管辖', en: 'has jurisdiction', from: ['Agency'], to: ['AdminDivision'] },
};
export type RelationType =
  | 'RESPONSIBLE_FOR'
  | 'ISSUED'
  | 'FUNDED_BY'
  | 'LOCATED_IN'
  | 'PART_OF'
  | 'HEADED_BY'
  | 'PARTICIPATES_IN'
  | 'RECEIVED'
  | 'CONCERNS'
  | 'HAS_JURISDICTION';

export const MEASURES = ['level', 'change', 'share', 'rank', 'ratio'] as const;
export type Measure = (typeof MEASURES)[number];
export const FACT_STATUSES = ['actual', 'estimated', 'target'] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];
export const APPROXES = ['exact', 'about', 'over', 'under', 'atLeast', 'atMost'] as const;
export type Approx = (typeof APPROXES)[number];
/** How a relation is known: said in a sentence, by the report's own form, or by a published rule outside the text. */
export const BASES = ['stated', 'implied', 'inferred'] as const;
export type Basis = (typeof BASES)[number];
