/** Funds and financing instruments: by their set names, funds also by what stands before 基金. */
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { isGeneric } from '../names/generic-name.js';
import { governed } from '../names/govern.js';
import { leftEdge } from '../names/left-edge.js';
import type { NameRule, Scene } from '../names/scene.js';

/** Funds of social insurance and funds in general are no instruments. */
const SOCIAL = /(?:社保|医保|保险|养老|统筹|住房公积|公积|维修|救助|政府性|各类|类|等|的|支)$/;

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
    if (named) {
      const bare = modifier.replace(/[“”]/g, '');
      if (bare.length < 2 || isGeneric(bare, false) || SOCIAL.test(modifier)) continue;
    }
    // A set name stands by itself; only a short proper word before it belongs to it (基础设施REITs).
    const from = !named && modifier.length > 6 ? head.start : start;
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
