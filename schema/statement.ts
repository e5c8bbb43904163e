/** Shape of one line of the statement log: the truth that every database, export and picture is built from. */
import { z } from 'zod';
import { spanSchema } from './extraction.js';
import { BASES, RELATION_TYPES, type RelationType } from './ontology.js';

/** What a statement can say. Relation types are properties of their source; the rest is listed here, in log order. */
export const STATEMENT_KINDS = [
  'report',
  'section',
  'sentence',
  'warning',
  'name',
  'alias',
  'attribute',
  'mention',
  'judgement',
  'observation',
  'milestone',
] as const;

const properties = [...STATEMENT_KINDS, ...(Object.keys(RELATION_TYPES) as RelationType[])] as const;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const statementSchema = z.strictObject({
  /** Content hash; facts keep the id that `extract` prints. */
  id: z.string().min(1),
  report: z.string().min(1),
  /** Whom the statement is about, by the id the report's own extraction uses. */
  entity: z.string().min(1),
  /** The node it stands for in the graph; differs from `entity` where reports were merged. */
  canonical: z.string().min(1),
  property: z.enum(properties),
  /** The value as read: a name, a number with its multipliers folded in, a stage, the id of a relation's target. */
  value: scalar,
  /** The words the value was read from. */
  original: z.string().nullable(),
  span: spanSchema.nullable(),
  rule: z.string(),
  /** Release of the program whose rule it was. */
  version: z.string(),
  basis: z.enum(BASES),
  /** What else the statement says: unit, period, status, role …; flat, so that it survives every sink. */
  qualifiers: z.record(z.string(), scalar),
});

export type Statement = z.infer<typeof statementSchema>;
