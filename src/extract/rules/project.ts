/** Projects: works, phases, stretches and renewals by their words; buildings and plants where the sentence builds them. */
import type { Candidate } from '../context.js';
import { isGeneric } from '../names/generic-name.js';
import { leftEdge } from '../names/left-edge.js';
import { isBuilt, itemBefore } from '../names/list.js';
import { endsHere, isNamed, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { stretchEnd } from '../names/works.js';
import { phaseRules } from './phase.js';
import { projectListRules } from './project-list.js';
import { sharedHeadRules } from './shared-head.js';

/** A plot or block behind a building's name: 融创中心K2, …3号楼. */
const BLOCK = /(?:[A-Z]\d{0,2}(?!\w)|\d+号(?:楼|地块|厂房)|[A-Z]\d*地块)/y;
/** The rest of a word that the segmentation cut: 产业|类科创项目. */
const SUFFIX = /[类型级式性]/;
const OF_A_LEVEL = /^(?:国家|[省市区县州])级/;
const JOINING = /连通|互济|联网|互联|连接/;
/** 国家中药材种质资源库: of the country, and long enough to be one. */
const NATIONAL = /^(?:国家|全国).{6}/;

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.project) {
    const reader = READERS[head.kind];
    if (!reader) continue;
    const quotes = head.kind !== 'project' && head.kind !== 'work';
    // A verb right before 工程 belongs to its name (交流加强|工程).
    const verbal = head.kind === 'work' && scene.barrier[head.start] === 1;
    const start = leftEdge(scene, verbal ? head.start - 1 : head.start, { max: 30, quotes });
    if (start < 0 || start === head.start || !reader(scene, head, start)) continue;
    const from = joined(scene, head, start);
    const end = head.kind === 'building' ? blockEnd(text, head.end) : stretchEnd(text, head.end);
    const aliases =
      head.kind !== 'building' && end > head.end ? { aliases: [text.slice(from, head.end)] } : {};
    found.push({
      start: from,
      end,
      type: 'Project',
      name: text.slice(from, end),
      ...aliases,
      priority: 52,
      rule: `project-${head.kind}`,
    });
  }
  return found;
}

/** 甲河与乙河连通工程: a work that joins two things names both. */
function joined(scene: Scene, head: HeadHit, start: number): number {
  const { text } = scene.report;
  if (!JOINING.test(text.slice(head.start, head.end)) || !/[与和]/.test(text.charAt(start - 1))) return start;
  const first = itemBefore(scene, start);
  return first && properness(scene, first.start, first.end) > 0 ? first.start : start;
}

type Reader = (scene: Scene, head: HeadHit, start: number) => boolean;

const READERS: Record<string, Reader> = {
  project: (scene, head, start) => {
    if (SUFFIX.test(scene.report.text.charAt(start))) return false;
    // 省级科技攻坚计划项目100项: a kind, counted behind it.
    const { text } = scene.report;
    if (OF_A_LEVEL.test(text.slice(start, start + 3)) && /\d/.test(text.charAt(head.end))) return false;
    const from = pastDivisions(scene, start, head.start);
    if (!isNamed(scene, from, head.start)) return false;
    if (from > start && isSpecial(scene, from, head.start)) return true;
    return (
      properness(scene, from, head.start) === 2 ||
      hasHead(scene, start, head.start) ||
      ofTown(scene, start, head)
    );
  },
  work: (scene, head, start) => {
    const proper = properness(scene, start, head.start);
    if (
      scene.report.text.startsWith('主体', head.start) &&
      /(?:项目|工程)$/.test(scene.report.text.slice(start, head.start))
    )
      return false;
    const from = pastDivisions(scene, start, head.start);
    if (proper === 0 || (from === head.start && head.end - head.start === 2)) return false;
    if (hasHead(scene, start, head.start)) return true;
    return proper === 2 && (head.end - head.start > 2 || isBuilt(scene, { start, end: head.end }, true));
  },
  renewal: (scene, head, start) => scene.headEnd.has(head.start) && isNamed(scene, start, head.start),
  section: (scene, head, start) => hasLine(scene, start, head.start),
  works: built,
  building: built,
  base: (scene, head, start) => {
    if (properness(scene, start, head.start) === 2) return built(scene, head, start);
    const national = NATIONAL.test(scene.report.text.slice(start, head.end));
    return national && endsHere(scene, head.end) && isBuilt(scene, { start, end: head.end });
  },
};

function built(scene: Scene, head: HeadHit, start: number): boolean {
  if (ownedByOther(scene, head) || !isNamed(scene, start, head.start)) return false;
  const end = blockEnd(scene.report.text, head.end);
  if (!endsHere(scene, end) && !scene.headStart.has(end)) return false;
  const sure = head.vague && properness(scene, start, head.start) < 2;
  return isBuilt(scene, { start, end }, sure);
}

/** What is done in a place, told closely: 威州|碳纤维绿电就近消纳|项目. */
function isSpecial(scene: Scene, from: number, end: number): boolean {
  return end - from > 3 && !isGeneric(scene.report.text.slice(from, end), true);
}

/** 松川村污水处理终端改造提升项目: a town or village, and what is done there. */
function ofTown(scene: Scene, start: number, head: HeadHit): boolean {
  const { text } = scene.report;
  for (let i = start + 3; i < start + 8 && i < head.start - 2; i++)
    if (scene.lowEnd.has(i) && properness(scene, start, i - 1) > 0)
      return !isGeneric(text.slice(i, head.start), true);
  return false;
}

/** A longer head of another family ends here: 科技创新|中心 is an organisation's, 集结|中心 a place's. */
function ownedByOther(scene: Scene, head: HeadHit): boolean {
  return (scene.longest.get(head.end) ?? head.start) < head.start;
}

function blockEnd(text: string, end: number): number {
  BLOCK.lastIndex = end;
  return BLOCK.test(text) ? BLOCK.lastIndex : end;
}

/** A road or path of at least three characters with its head: 白沙河绿道|临江段. */
function hasLine(scene: Scene, start: number, end: number): boolean {
  for (let i = start + 3; i < end; i++) if (scene.lineEnd.has(i)) return true;
  return false;
}

function hasHead(scene: Scene, start: number, end: number): boolean {
  for (let i = start + 1; i <= end; i++) if (scene.solidEnd.has(i)) return true;
  return false;
}

function pastDivisions(scene: Scene, start: number, end: number): number {
  let at = start;
  for (let i = start + 2; i <= end; i++) if (scene.divisionEnd.get(i)?.start === at) at = i;
  return at;
}

export const projectRules: NameRule[] = [
  { name: 'project', propose },
  ...phaseRules,
  ...projectListRules,
  ...sharedHeadRules,
];
