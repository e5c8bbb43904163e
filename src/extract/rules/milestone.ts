import type { DraftMilestone, Mention } from '../../model.js';
import type { Context } from '../context.js';

/** Stages of things (开工, 封顶, 投用 …), each for every thing it holds for. */
export function readMilestones(_context: Context, _mentions: Mention[]): DraftMilestone[] {
  return [];
}
