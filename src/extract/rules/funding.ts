/** Funds and financing instruments: by their set names, funds also by what stands before 基金. */
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { isGeneric } from '../names/generic-name.js';
import { governed } from '../names/govern.js';
import { leftEdge } from '../names/left-edge.js';
import type { NameRule, Scene } from '../names/scene.js';

/** Funds of social insurance and funds in general are no instruments. */
const SOCIAL = /(?:社保|医保|保险|养老|统筹|住房公积|公积|维修|救助|政府性|各类|类|等|的|支)$/;

/** Who gives it. */
const GIVER = /^(?:中央(?:财政|预算内)?|国家|财政|省级?(?:财政)?|自治区|市级(?:财政)?)/;

/** Money of a level of government for a purpose of at least a topic's length: 中央|自然灾害, 财政|衔接推进乡村振兴. */
function earmarked(modifier: string): boolean {
  const giver = GIVER.exec(modifier)?.[0] ?? '';
  const purpose = modifier.slice(giver.length);
  const national = /^(?:中央|国家)/.test(giver);
  return giver !== '' && purpose.length >= (national ? 2 : 4) && !isGeneric(purpose, !national);
}

function instruments(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.funding) {
    if (runsOn(scene, head)) continue;
    const named = head.kind === 'named';
    const reach = governed(scene, head.start, { max: 16, strict: true }).start;
    const edge = named ? reach : leftEdge(scene, head.start, { max: 16 });
    if (edge < 0) continue;
    const start = Math.max(reach, edge);
    const modifier = text.slice(start, head.start);
    if (head.kind === 'earmark' && !earmarked(modifier)) continue;
    if (named) {
      const bare = modifier.replace(/[“”]/g, '');
      if (bare.length < 2 || isGeneric(bare, false) || SOCIAL.test(modifier)) continue;
    }
    // A set name stands by itself; only a short proper word before it belongs to it (基础设施REITs).
    const from = head.kind === 'sure' && modifier.length > 6 ? head.start : start;
    found.push({
      start: from,
      end: head.end,
      type: 'Funding',
      name: text.slice(from, head.end),
      priority: 59,
      nest: ['Programme', 'Project', 'Policy'],
      rule: named ? 'funding-fund' : 'funding-instrument',
    });
  }
  return found;
}

export const fundingRules: NameRule[] = [{ name: 'funding-instrument', propose: instruments }];
