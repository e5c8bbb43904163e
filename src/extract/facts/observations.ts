import type { DraftObservation, Mention, NonFact } from '../../model.js';
import type { Context } from '../context.js';

/** Every number that states a fact, and for every other numeral the reason it states none. */
export function readObservations(
  _context: Context,
  _mentions: Mention[],
): { observations: DraftObservation[]; nonFacts: NonFact[] } {
  return { observations: [], nonFacts: [] };
}
