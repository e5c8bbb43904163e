/** Names: every rule proposes candidates, one weighing decides between those that overlap. */
import type { Mention } from '../../model.js';
import type { Candidate, Context, NameRule } from '../context.js';

const RULES: NameRule[] = [];

/** Mentions of named things, in text order. Nested names of different things may overlap; the same stretch has one type. */
export function readNames(context: Context): Mention[] {
  return weigh(RULES.flatMap((rule) => rule.propose(context)));
}

function weigh(candidates: Candidate[]): Mention[] {
  return candidates;
}
