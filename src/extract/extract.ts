/** The extract stage: one report in, mentions and facts out. A pure function: same text, same facts. */
import type { Draft, Report } from '../model.js';
import { readObservations } from './facts/observations.js';
import { readNames } from './names/names.js';
import { prepare } from './prepare.js';
import { readMilestones } from './rules/milestone.js';
import { readRelations } from './rules/relation.js';
import { withoutStrayBlanks } from './stray-blanks.js';

/**
 * Reads one report's names, numbers, milestones and relations.
 * @param report a parsed document
 * @returns draft facts whose ends are mention indices; the resolve stage turns them into entities
 */
export function extractDraft(report: Report): Draft {
  const joined = withoutStrayBlanks(report);
  return joined ? joined.restore(readDraft(joined.report)) : readDraft(report);
}

function readDraft(report: Report): Draft {
  const context = prepare(report);
  const mentions = readNames(context);
  const { observations, nonFacts } = readObservations(context, mentions);
  const milestones = readMilestones(context, mentions);
  const relations = readRelations(context, mentions, milestones);
  return { mentions, observations, milestones, relations, nonFacts };
}
