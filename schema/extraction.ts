/** Shape of one extraction, as `govgraph extract --format json` prints it. */
import { z } from 'zod';
import {
  APPROXES,
  BASES,
  ENTITY_TYPES,
  type EntityType,
  FACT_STATUSES,
  MEASURES,
  RELATION_TYPES,
  type RelationType,
  STAGES,
  type Stage,
} from './ontology.js';

const keys = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as [K, ...K[]];
const offset = z.number().int().min(0);
const isoDate = z.iso.date();
const id = z.string().describe('content hash: the same text gives the same id');
const entityId = (what: string) => z.string().describe(`id of the entity ${what}`);
const rule = z.string().describe('name of the rule that read it');
const status = z.enum(['actual', 'target']).describe('target: planned, hoped for or sought');

export const spanSchema = z.strictObject({ start: offset, end: offset, text: z.string() }).meta({
  id: 'Span',
  description:
    'A stretch of the decoded text: UTF-16 offsets, end exclusive, `text.slice(start, end) === span.text`.',
});

const periodSchema = z
  .strictObject({ start: isoDate, end: isoDate })
  .meta({ id: 'Period', description: 'First and last day, both included, as ISO dates.' });

const entitySchema = z
  .strictObject({
    id,
    type: z.enum(keys<EntityType>(ENTITY_TYPES)),
    name: z
      .string()
      .min(1)
      .describe('canonical name: the fullest form that the report or its division gives'),
    aliases: z.array(z.string()),
    group: z.boolean().describe('a counted collective, such as 8家定点医院'),
    size: z.number().nullable().describe('of a group, where its words count it'),
    attributes: z.record(z.string(), z.string()).describe('such as the code of a division'),
    mentions: z.array(spanSchema),
    rule,
  })
  .meta({ id: 'Entity', description: 'A named thing, with every place that names it.' });

const observationSchema = z
  .strictObject({
    id,
    indicator: z.string().min(1).describe('what is measured or counted, in the words of the report'),
    subject: entityId('that the number is about; the reporting division where nothing is nearer'),
    value: z.number().describe('multipliers folded in: 1001.16亿元 is 100116000000; a fall is negative'),
    valueMax: z.number().nullable().describe('upper end of a range; value is then the lower'),
    unit: z.string().describe('as written, without 十百千万亿; empty where the text gives none'),
    raw: z.string().describe('the number with its unit, as written'),
    measure: z.enum(MEASURES),
    status: z.enum(FACT_STATUSES),
    approx: z.enum(APPROXES),
    scope: z.string().nullable().describe('of a rank or share: 全市, 全年任务, …'),
    period: periodSchema.nullable(),
    evidence: spanSchema,
    sentence: z.strictObject({ start: offset, end: offset }),
    rule,
  })
  .meta({ id: 'Observation', description: 'A number that states a fact.' });

const milestoneSchema = z
  .strictObject({
    id,
    entity: entityId('that reached the stage'),
    stage: z.enum(keys<Stage>(STAGES)),
    status,
    date: z.string().nullable().describe('ISO date or its beginning (2020-09), where stated'),
    evidence: spanSchema,
    rule,
  })
  .meta({ id: 'Milestone', description: 'A stage in the life of a thing.' });

const relationSchema = z
  .strictObject({
    id,
    type: z.enum(keys<RelationType>(RELATION_TYPES)),
    source: entityId('that the relation starts from'),
    target: entityId('that it leads to'),
    role: z.string().nullable().describe('as written: 牵头, 责任, 配合, …'),
    basis: z.enum(BASES),
    status,
    evidence: spanSchema,
    rule,
  })
  .meta({ id: 'Relation', description: 'A directed link between two entities.' });

const warningSchema = z
  .strictObject({ code: z.string(), message: z.string(), span: spanSchema.nullable() })
  .meta({ id: 'Warning', description: 'Something a reader should know, such as lost characters.' });

const reportSchema = z
  .strictObject({
    id,
    title: z.string(),
    issuer: z.string().nullable().describe('the body that reports'),
    division: z
      .strictObject({ name: z.string(), code: z.string() })
      .nullable()
      .describe('reporting division with its code of GB/T 2260'),
    date: isoDate.nullable().describe('the day it was delivered'),
    period: periodSchema.nullable().describe('the stretch it reports on'),
    source: z.strictObject({ file: z.string(), sha256: z.string(), encoding: z.string() }),
  })
  .meta({ id: 'Report', description: 'What the report is.' });

const judgementSchema = z
  .strictObject({
    id,
    entity: entityId('that the form was read as'),
    type: z.enum(keys<EntityType>(ENTITY_TYPES)).describe('type that the rules gave the form'),
    form: z.string(),
    name: z.string().describe('the canonical name'),
    reasons: z.array(z.string()).describe('steps that led from the form to the name'),
  })
  .meta({
    id: 'Judgement',
    description:
      'A form read as another name, and why; replayed over the mentions, these give the entities again.',
  });

export const extractionSchema = z
  .strictObject({
    report: reportSchema,
    entities: z.array(entitySchema),
    observations: z.array(observationSchema),
    milestones: z.array(milestoneSchema),
    relations: z.array(relationSchema),
    warnings: z.array(warningSchema),
    judgements: z.array(judgementSchema).optional(),
  })
  .meta({ title: 'Extraction', description: 'Everything read out of one report.' });

export type Span = z.infer<typeof spanSchema>;
export type Period = z.infer<typeof periodSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type Observation = z.infer<typeof observationSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type Warning = z.infer<typeof warningSchema>;
export type Judgement = z.infer<typeof judgementSchema>;
export type ReportHeader = z.infer<typeof reportSchema>;
/** Everything read out of one report. */
export type Extraction = z.infer<typeof extractionSchema>;
