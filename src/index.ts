/** Public API: reports in, facts and a graph out. */
export { extractionSchema } from '../schema/extraction.js';
export { toGraphology } from './analyse/to-graphology.js';
export { GovGraphError } from './errors.js';
export { readLog } from './graph/log.js';
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
export {
  type BuildOptions,
  type BuildResult,
  build,
  extract,
  extractSource,
  rebuild,
  remove,
} from './pipeline.js';
export { openStore } from './store/open.js';
export type { GraphStore, Params, QueryResult, Row, Value } from './store/store.js';
