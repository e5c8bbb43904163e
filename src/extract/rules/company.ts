/** Companies and other bodies: a head noun with a name before it, and companies known by their name alone. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { endsHere, properness } from '../names/proper.js';
import type { NameRule, Scene } from '../names/scene.js';

const AROUND: readonly EntityType[] = ['Project', 'Event', 'Place'];
const LEVEL = /^[省市区县州旗]/;
/** Heads that many common words precede (龙头公司). */
const LOOSE = /^(?:公司|集团|联盟|协会|学会|俱乐部|合作社)$/;
/** Words that end a short firm name, but after common words are a field (低空科技). */
const BRAND = /^(?:科技|股份|[\p{Script=Han}]业|重工|电工|制药|稀土|钢构|机床|电缆|电气|光电)$/u;
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
    const start = head.kind === 'known' ? head.start : nameStart(scene, head.start);
    if (start < 0 || scene.edges[start] !== 1) continue;
    if (head.kind !== 'known') {
      const proper = properness(scene, start, head.start);
      if (BRAND.test(text.slice(head.start, head.end)) && (proper < 2 || !endsHere(scene, head.end)))
        continue;
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

/** The left edge without quotes and without a year (2020武昌旅游发展联盟). */
function nameStart(scene: Scene, headStart: number): number {
  const start = leftEdge(scene, headStart, { max: 26, quotes: false });
  const year = start < 0 ? null : /^(?:19|20)\d\d/.exec(scene.report.text.slice(start, headStart));
  return year ? start + 4 : start;
}

export const companyRules: NameRule[] = [{ name: 'company', propose }];
