/** Agencies: an organ after its level (区卫健局) or its division (武昌区人民政府), organs of the state, bodies known by a name. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { endsHere, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';

const LEVEL = /[省市区县州旗镇乡]/;

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.agency) {
    const before = found.at(-1);
    // 市公安局|交警支队: an organ right behind its superior.
    const chained = before?.end === head.start && head.kind !== 'fixed' && !text.startsWith('党', head.start);
    const start = chained ? before.start : (READERS[head.kind]?.(scene, head) ?? -1);
    if (start < 0) continue;
    const type: EntityType = head.kind === 'union' ? 'Organization' : 'Agency';
    found.push({
      start,
      end: head.end,
      type,
      name: scene.report.text.slice(start, head.end),
      priority: 60,
      nest: ['Project'],
      rule: `agency-${head.kind}`,
    });
  }
  return found;
}

const READERS: Record<string, (scene: Scene, head: HeadHit) => number> = {
  organ: organStart,
  union: organStart,
  level: levelStart,
  fixed: (scene, head) => (endsHere(scene, head.end) ? head.start : -1),
  tail: tailStart,
};

function organStart(scene: Scene, head: HeadHit): number {
  const { text } = scene.report;
  const s = head.start;
  const loose = scene.looseEnd.get(s);
  if (loose !== undefined && (scene.edges[loose] === 1 || text.startsWith('中共', loose - 2)))
    return withParty(text, divisionsBefore(scene, s));
  const town = townStart(scene, s);
  if (town >= 0) return town;
  if (s > 0 && LEVEL.test(text[s - 1] as string)) {
    if (scene.edges[s - 1] === 1 || scene.floor[s] === s - 1) return unlisted(scene, s - 1);
    return -1;
  }
  // A zone, street or town that the gazetteer does not know: 柳东新区教育局, 三十岗乡人民政府.
  const start = leftEdge(scene, s, { max: 12, quotes: false });
  if (start < 0 || s - start < 3) return -1;
  return /(?:区|城|园|县|市|镇|乡|街道|州|旗|团)$/.test(text.slice(start, s)) &&
    properness(scene, start, s) > 0
    ? start
    : -1;
}

/** Start of a division that no list has before its suffix (锦川|市卫生健康委), else the suffix itself. */
function unlisted(scene: Scene, suffix: number): number {
  const start = scene.floor[suffix] as number;
  const length = suffix - start;
  return length >= 2 && length <= 3 && properness(scene, start, suffix) === 2 ? start : suffix;
}

/** 三十岗乡|人民政府: a town or street of a name of its own. */
function townStart(scene: Scene, end: number): number {
  if (!/[镇乡道]/.test(scene.report.text.charAt(end - 1))) return -1;
  const start = leftEdge(scene, end, { max: 8, quotes: false });
  return start >= 0 && end - start > 2 && properness(scene, start, end - 1) > 0 ? start : -1;
}

/** 市委, 武昌区委: the word's first character is the level, which a full division name may already hold. */
function levelStart(scene: Scene, head: HeadHit): number {
  const { text } = scene.report;
  for (const at of [head.start + 1, head.start]) {
    if (scene.looseEnd.has(at)) return withParty(text, divisionsBefore(scene, at));
  }
  return scene.edges[head.start] === 1 ? withParty(text, head.start) : -1;
}

function tailStart(scene: Scene, head: HeadHit): number {
  const start = leftEdge(scene, head.start, { max: 22 });
  if (start < 0 || head.start - start < 1) return -1;
  const { text } = scene.report;
  if (head.start - start === 1) return LEVEL.test(text[start] as string) ? start : -1;
  const named = properness(scene, start, head.start) > 0 || LEVEL.test(text[start] as string);
  return named || (scene.headEnd.has(head.start) && head.start - start > 3) ? start : -1;
}

/** Start of the run of division names that ends here: 湖北省|武汉市|武昌区. */
function divisionsBefore(scene: Scene, end: number): number {
  let at = end;
  for (let start = scene.looseEnd.get(at); start !== undefined; start = scene.looseEnd.get(at)) at = start;
  return at;
}

function withParty(text: string, start: number): number {
  return text.startsWith('中共', start - 2) ? start - 2 : start;
}

/** 市人大代表建议, 省政协提案: the word of the dictionary runs past the organ. */
const SEATED = /[省市区县州](?:人大|政协)(?=代表|常委|提案|委员)/g;

function seated(scene: Scene): Candidate[] {
  const found: Candidate[] = [];
  for (const m of scene.report.text.matchAll(SEATED)) {
    const end = m.index + m[0].length;
    if (scene.edges[m.index] !== 1 || scene.edges[end] === 1) continue;
    found.push({ start: m.index, end, type: 'Agency', name: m[0], priority: 60, rule: 'agency-seated' });
  }
  return found;
}

export const agencyRules: NameRule[] = [
  { name: 'agency', propose },
  { name: 'agency-seated', propose: seated },
];
