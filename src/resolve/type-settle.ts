/** One type a thing: where rules read one name as two types, the contract decides, else the majority. */
import type { EntityType } from '../model.js';
import type { Cluster } from './cluster.js';

/** Earlier wins outright over later: a school on a list of projects stays a school, a place that is built is a project. */
const DECIDED: readonly (readonly [EntityType, EntityType])[] = [
  ['Hospital', 'Project'],
  ['School', 'Project'],
  ['Hospital', 'Place'],
  ['School', 'Place'],
  ['Project', 'Place'],
  ['Honour', 'Place'],
];
/** Settles a tie. */
const ORDER: readonly EntityType[] = [
  'Agency',
  'Hospital',
  'School',
  'Company',
  'Organization',
  'Project',
  'Policy',
  'Event',
  'Funding',
  'Honour',
  'Programme',
  'Place',
  'AdminDivision',
  'Person',
];

/** Gives the cluster its one type and marks members that were read as another. */
export function settleType(cluster: Cluster): void {
  const counts = new Map<EntityType, number>();
  for (const { type } of cluster.members) counts.set(type, (counts.get(type) ?? 0) + 1);
  const beaten = (type: EntityType) => DECIDED.some(([win, lose]) => lose === type && counts.has(win));
  const [best] = [...counts.keys()]
    .filter((type) => !beaten(type))
    .sort(
      (a, b) => (counts.get(b) as number) - (counts.get(a) as number) || ORDER.indexOf(a) - ORDER.indexOf(b),
    );
  cluster.type = best as EntityType;
  for (const member of cluster.members) if (member.type !== cluster.type) member.reasons.push('typeSettled');
}
