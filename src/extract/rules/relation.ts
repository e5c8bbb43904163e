/** Relations between the names of a report: what the text states, and what names and the form of the report imply. */
import type { DraftMilestone, DraftRelation, Mention } from '../../model.js';
import type { Context } from '../context.js';
import { readActors } from '../links/actor.js';
import { readConcerns } from '../links/concern.js';
import { readContests } from '../links/contest.js';
import { readIssues } from '../links/issue.js';
import { readIssuer } from '../links/issuer.js';
import { canEnd, canStart, type LinkScene, linkScene, nameOf } from '../links/link-scene.js';
import { readHeads, readJurisdictions } from '../links/office.js';
import { readPlaces } from '../links/place.js';
import { readResponsibility } from '../links/responsibility.js';
import { readTableLinks } from '../links/table-link.js';
import { readVerbLinks } from '../links/verb-links.js';
import { readParts } from '../links/whole.js';

/**
 * Stated and implied relations between the mentions of a report.
 * @param context the report's reading context
 * @param mentions all names of the report
 * @param milestones stages already read: what a report says was done is what its bodies answer for
 */
export function readRelations(
  context: Context,
  mentions: Mention[],
  milestones: DraftMilestone[],
): DraftRelation[] {
  const scene = linkScene(context, mentions, milestones);
  const stated = [
    ...readResponsibility(scene),
    ...readTableLinks(scene),
    ...readActors(scene),
    ...readVerbLinks(scene),
    ...readContests(scene),
    ...readHeads(scene),
    ...readIssues(scene),
  ];
  const implied = [
    ...readPlaces(scene),
    ...readParts(scene),
    ...readConcerns(scene),
    ...readJurisdictions(scene),
    ...readIssuer(scene, stated),
  ];
  return sound(scene, [...stated, ...implied]);
}

/** Drops what no relation type allows, what links a thing with itself, and what is said twice. */
function sound(scene: LinkScene, relations: DraftRelation[]): DraftRelation[] {
  const { header } = scene.context.report;
  const seen = new Set<string>();
  return relations.filter((r) => {
    const ends = [r.source, r.target];
    if (ends.includes('division') && header.division === null) return false;
    if (ends.includes('issuer') && header.issuer === null) return false;
    if (!canStart(scene, r.type, r.source) || !canEnd(scene, r.type, r.target)) return false;
    const [from, to] = ends.map((end) => nameOf(scene, end));
    const key = `${r.type} ${from} ${to} ${r.role} ${r.evidence.start}`;
    if (from === to || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
