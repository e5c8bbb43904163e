/** Agencies: an organ after its level (区卫健局) or its division (武昌区人民政府), organs of the state, bodies known by a name. */
import type { EntityType, Range } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { sharers } from '../names/list.js';
import { endsHere, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { departmentStart, levelStart, organStart } from './organ-start.js';
import { nameEnd } from './person.js';

const LEVEL = /[省市区县州旗盟镇乡]/;
/** A body that acts with the one named: 指挥室联合|派出所. */
const PARTNER = /^[\u4e00-\u9fff]*[局委办厅室所队院站处部会](?:联合|会同|协同|联手)/;
/** 省|推进工业互联网创新发展|领导小组: what such a body is to do is a part of its name. */
const TASKED =
  /(?:^|[^\u4e00-\u9fff])((?:[省市区县州]|全国|国家)(?:推进|推动|促进|加快|加强|深化|实施|落实|整治|防治|防范|处置|优化|创建|建设|根治|打击)[\u4e00-\u9fff“”]{2,20})$/;
const COMMITTEE = /(?:小组|工作组|专班|指挥部|办公室)$/;
const TOP = /^(?:党中央|中共中央|国务院)$/;
const BUREAU = /局$/;
const ZONE = /(?:[区园城]|片区|基地)$/;
/** What may stand between a body and its team: 公安局|森林警察|大队. */
const TEAM = /^[\u4e00-\u9fff]{0,6}$/;

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.agency) {
    const before = found.at(-1);
    // 市公安局|交警支队: an organ right behind its superior.
    const chained =
      before !== undefined &&
      head.kind !== 'fixed' &&
      !text.startsWith('党', head.start) &&
      follows(scene, before, head);
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
    for (const item of chained ? [] : sharing(scene, head, start)) {
      const name = text.slice(item.start, item.end) + text.slice(head.start, head.end);
      found.splice(-1, 0, { ...item, type, name, priority: 61, rule: 'agency-shared' });
    }
  }
  return found;
}

/** An organ right behind its superior (市公安局|交警支队), a team also behind words of its own. */
function follows(scene: Scene, before: Candidate, head: HeadHit): boolean {
  if (before.end === head.start) return true;
  const { text } = scene.report;
  if (before.end > head.start || !/队$/.test(text.slice(head.start, head.end))) return false;
  return (scene.floor[head.start] as number) <= before.start && TEAM.test(text.slice(before.end, head.start));
}

const READERS: Record<string, (scene: Scene, head: HeadHit) => number> = {
  organ: (scene, head) => organStart(scene, head.start),
  union: (scene, head) => organStart(scene, head.start),
  form: departmentStart,
  seat: seatStart,
  level: levelStart,
  fixed: (scene, head) => (endsHere(scene, head.end) || topOrgan(scene, head) ? head.start : -1),
  tail: tailStart,
};

/** 党中央|坚强领导, 国务院|部署: no longer body begins with these words where another word of two characters follows. */
function topOrgan(scene: Scene, head: HeadHit): boolean {
  return TOP.test(scene.report.text.slice(head.start, head.end)) && scene.edges[head.end + 1] !== 1;
}

/** 行署 is the organ of one level and needs no word for it. */
function seatStart(scene: Scene, head: HeadHit): number {
  const start = organStart(scene, head.start);
  if (start >= 0 || scene.edges[head.start] !== 1) return start;
  return scene.report.lineage.some((d) => /(?:地区|盟)$/.test(d.name)) ? head.start : -1;
}

function tailStart(scene: Scene, head: HeadHit): number {
  const { text } = scene.report;
  const department = BUREAU.test(text.slice(head.start, head.end)) ? departmentStart(scene, head) : -1;
  if (department >= 0) return department;
  const tasked = TASKED.exec(text.slice(Math.max(0, head.start - 26), head.start));
  if (tasked && COMMITTEE.test(text.slice(head.start, head.end)))
    return head.start - (tasked[1] as string).length;
  const edge = leftEdge(scene, head.start, { max: 30 });
  if (edge < 0) return -1;
  const start = edge + (PARTNER.exec(text.slice(edge, head.start))?.[0].length ?? 0);
  if (head.start - start < 1 || head.start - start > 22) return -1;
  if (head.start - start === 1) return LEVEL.test(text[start] as string) ? start : -1;
  const named = properness(scene, start, head.start) > 0 || LEVEL.test(text[start] as string);
  return named || (scene.headEnd.has(head.start) && head.start - start > 3) ? start : -1;
}

/** A district or a zone by its name, as those are that share one organ's head; null where the words are neither. */
function seatKind(scene: Scene, range: Range): 'division' | 'zone' | null {
  const { text } = scene.report;
  const suffix = /[省市区县州旗盟]$/.test(text.slice(range.start, range.end));
  if (suffix && scene.looseEnd.get(range.end) === range.start) return 'division';
  return ZONE.test(text.slice(range.start, range.end)) && properness(scene, range.start, range.end) > 0
    ? 'zone'
    : null;
}

/** 亭湖区、盐都区|人民政府, 工业城、开发区|管委会: each is a seat of an organ of its own. */
function sharing(scene: Scene, head: HeadHit, start: number): Range[] {
  const kind = start < head.start ? seatKind(scene, { start, end: head.start }) : null;
  return kind === null ? [] : sharers(scene, start, (item) => seatKind(scene, item) === kind);
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

const PARTY_SEAT = /(?:机关)?(?:党委|党组|党工委|纪委|委)(?=(?:常务)?副?书记)/g;

const ROLE = /^(?:常务)?副?书记[\s　]*/;

/** 镇党委|书记吴某: a committee inside the title of a person who is named. */
function ofTitle(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(PARTY_SEAT)) {
    const end = m.index + m[0].length;
    const start = m[0] === '委' ? levelStart(scene, { start: m.index - 1 }) : organStart(scene, m.index);
    if (start < 0 || (m[0] === '委' && !LEVEL.test(text[m.index - 1] ?? ''))) continue;
    const title = ROLE.exec(text.slice(end, end + 5))?.[0] ?? '';
    if (nameEnd(scene, end + title.length) < 0) continue;
    found.push({
      start,
      end,
      type: 'Agency',
      name: text.slice(start, end),
      priority: 60,
      rule: 'agency-of-title',
    });
  }
  return found;
}

export const agencyRules: NameRule[] = [
  { name: 'agency', propose },
  { name: 'agency-seated', propose: seated },
  { name: 'agency-of-title', propose: ofTitle },
];
