/** Public API. */
export type { Extraction } from './model.js';
export { extract } from './pipeline.js';
