/** Public API: reports in, facts and a graph out. */
export { extractionSchema } from '../schema/extraction.js';
export { GovGraphError } from './errors.js';
export type {
  Approx,
  Basis,
  Entity,
  EntityType,
  Extraction,
  FactStatus,
  Measure,
  Milestone,
  Observation,
  Period,
  Relation,
  RelationType,
  ReportHeader,
  Source,
  Span,
  Stage,
  Warning,
} from './model.js';
export { extract, extractSource } from './pipeline.js';
