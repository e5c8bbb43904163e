import type { DraftMilestone, DraftRelation, Mention } from '../../model.js';
import type { Context } from '../context.js';

/** Stated and implied relations between the mentions of a report. */
export function readRelations(
  _context: Context,
  _mentions: Mention[],
  _milestones: DraftMilestone[],
): DraftRelation[] {
  return [];
}
