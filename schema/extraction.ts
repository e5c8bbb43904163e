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

/** A stretch of the decoded text: UTF-16 offsets, end exclusive, `text.slice(start, end) === text`. */
export const spanSchema = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
});
const isoDate = z.iso.date();
/** Inclusive ISO dates. */
export const periodSchema = z.strictObject({ start: isoDate, end: isoDate });

export const entitySchema = z.strictObject({
  id: z.string(),
  type: z.enum(keys<EntityType>(ENTITY_TYPES)),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  group: z.boolean(),
  size: z.number().nullable(),
  attributes: z.record(z.string(), z.string()),
  mentions: z.array(spanSchema),
  rule: z.string(),
});

export const observationSchema = z.strictObject({
  id: z.string(),
  indicator: z.string().min(1),
  subject: z.string(),
  value: z.number(),
  valueMax: z.number().nullable(),
  unit: z.string(),
  raw: z.string(),
  measure: z.enum(MEASURES),
  status: z.enum(FACT_STATUSES),
  approx: z.enum(APPROXES),
  scope: z.string().nullable(),
  period: periodSchema.nullable(),
  evidence: spanSchema,
  sentence: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  rule: z.string(),
});

export const milestoneSchema = z.strictObject({
  id: z.string(),
  entity: z.string(),
  stage: z.enum(keys<Stage>(STAGES)),
  status: z.enum(['actual', 'target']),
  date: z.string().nullable(),
  evidence: spanSchema,
  rule: z.string(),
});

export const relationSchema = z.strictObject({
  id: z.string(),
  type: z.enum(keys<RelationType>(RELATION_TYPES)),
  source: z.string(),
  target: z.string(),
  role: z.string().nullable(),
  basis: z.enum(BASES),
  status: z.enum(['actual', 'target']),
  evidence: spanSchema,
  rule: z.string(),
});

export const warningSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  span: spanSchema.nullable(),
});

export const reportSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  division: z.strictObject({ name: z.string(), code: z.string() }).nullable(),
  date: isoDate.nullable(),
  period: periodSchema.nullable(),
  source: z.strictObject({ file: z.string(), sha256: z.string(), encoding: z.string() }),
});

export const extractionSchema = z.strictObject({
  report: reportSchema,
  entities: z.array(entitySchema),
  observations: z.array(observationSchema),
  milestones: z.array(milestoneSchema),
  relations: z.array(relationSchema),
  warnings: z.array(warningSchema),
});

export type Span = z.infer<typeof spanSchema>;
export type Period = z.infer<typeof periodSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type Observation = z.infer<typeof observationSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type Warning = z.infer<typeof warningSchema>;
export type ReportHeader = z.infer<typeof reportSchema>;
/** Everything read out of one report. */
export type Extraction = z.infer<typeof extractionSchema>;
