/** Companies and other bodies: a head noun with a name before it, and companies known by their name alone. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { isBuilt } from '../names/list.js';
import { endsHere, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';

const AROUND: readonly EntityType[] = ['Event', 'Place'];
const LEVEL = /^[省市区县州旗](?!级)/;
const OF_A_LEVEL = /^(?:国家|[省市区县州])级/;
/** A laboratory described and not named: 开放型汽车生态|实验室. */
const DESCRIBED = 5;
const PLACE = /[省市区县州旗镇乡]/;
/** What only a registered firm is called. */
const LONG = /有限(?:责任)?公司/;
const TYPES: Record<string, EntityType> = {
  company: 'Company',
  organization: 'Organization',
  brand: 'Company',
  known: 'Company',
  'known-body': 'Organization',
  'known-school': 'School',
};

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.facility) {
    const type = TYPES[head.kind];
    if (type === undefined) continue;
    const start = head.kind.startsWith('known') ? head.start : nameStart(scene, head.start);
    if (start < 0 || scene.edges[start] !== 1) continue;
    if (!head.kind.startsWith('known')) {
      const proper = properness(scene, start, head.start);
      const weak = head.vague && !LEVEL.test(text.slice(start, head.start));
      if (
        (proper === 0 && !ofLevel(scene, start, head)) ||
        (proper === 1 && weak && !hasPlace(scene, start, head.start))
      )
        continue;
      if (
        proper === 1 &&
        head.start - start >= DESCRIBED &&
        text.startsWith('实验室', head.end - 3) &&
        !hasPlace(scene, start, head.start)
      )
        continue;
      if (proper === 1 && OF_A_LEVEL.test(text.slice(start, start + 3))) continue;
      if (head.kind === 'brand' && (!endsHere(scene, head.end) || head.start - start > 6)) continue;
      if (/^\d/.test(text.charAt(start))) continue;
    }
    // A power plant is a firm, or what the sentence builds.
    if (scene.worksEnd.has(head.end) && isBuilt(scene, { start, end: head.end })) continue;
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

/** 市水务集团, 省农业科学院: the one of its level. */
function ofLevel(scene: Scene, start: number, head: HeadHit): boolean {
  return LEVEL.test(scene.report.text.charAt(start)) && scene.edges[start + 1] === 1 && head.end - start > 4;
}

/** 高新区联盟: a place inside makes up for common words. */
function hasPlace(scene: Scene, start: number, end: number): boolean {
  for (let i = start + 1; i <= end; i++) if (scene.solidEnd.has(i)) return true;
  return false;
}

/** Two verbs in one word inside a firm's name are its business: 某市交通|投资建设|控股集团有限公司. */
function pastCompound(scene: Scene, start: number, headStart: number): number {
  const verb = scene.compound.get(start);
  if (verb === undefined || scene.barrier[start] !== 1) return start;
  const from = leftEdge(scene, verb, { max: 14, quotes: false });
  if (from < 0 || from === verb || headStart - from > 26) return start;
  for (let i = from + 2; i < verb; i++)
    if (PLACE.test(scene.report.text.charAt(i - 1)) && i - from < 7) return from;
  return start;
}

/** The left edge without quotes and without a year (2020武昌旅游发展联盟). */
function nameStart(scene: Scene, headStart: number): number {
  let start = leftEdge(scene, headStart, { max: 26, quotes: false });
  if (start >= 0 && LONG.test(scene.report.text.slice(headStart, headStart + 8)))
    start = pastCompound(scene, start, headStart);
  const year = start < 0 ? null : /^(?:19|20)\d\d/.exec(scene.report.text.slice(start, headStart));
  return year ? start + 4 : start;
}

export const companyRules: NameRule[] = [{ name: 'company', propose }];
