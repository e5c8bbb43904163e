/** Companies and other bodies: a head noun with a name before it, and companies known by their name alone. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { properness } from '../names/proper.js';
import type { NameRule, Scene } from '../names/scene.js';

const AROUND: readonly EntityType[] = ['Project', 'Event', 'Place'];
const LEVEL = /^[省市区县州旗]/;
/** Heads that many common words precede (龙头公司). */
const LOOSE = /^(?:公司|集团|联盟|协会|学会|俱乐部|合作社)$/;
const TYPES: Record<string, EntityType> = {
  company: 'Company',
  organization: 'Organization',
  known: 'Company',
};

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.facility) {
    const type = TYPES[head.kind];
    if (type === undefined) continue;
    const start = head.kind === 'known' ? head.start : leftEdge(scene, head.start, { max: 26 });
    if (start < 0 || scene.edges[start] !== 1) continue;
    if (head.kind !== 'known') {
      const proper = properness(scene, start, head.start);
      const weak = LOOSE.test(text.slice(head.start, head.end)) && !LEVEL.test(text.slice(start, head.start));
      if (proper === 0 || (proper === 1 && weak && head.start - start < 3)) continue;
    }
    found.push({
      start,
      end: head.end,
      type,
      name: text.slice(start, head.end),
      priority: 55,
      nest: AROUND,
      rule: `facility-${head.kind}`,
    });
  }
  return found;
}

export const companyRules: NameRule[] = [{ name: 'company', propose }];
