/** Which things a stage word holds for: its objects, its subjects, those of the clause before, or the block's topic. */
import type { EntityType, Mention, Range, Stage } from '../../model.js';
import { distribute } from './distribute.js';
import { alsoFinished, asFinish } from './finish.js';
import { isLeadIn } from './lead-in.js';
import {
  type Assignment,
  behind,
  CLAUSE_FINAL,
  type Clause,
  type Found,
  isOblique,
  lastIn,
  nextIn,
  objectList,
  pick,
  type StageScene,
  senseOf,
  subjectOf,
  TO_SUBJECT,
} from './stage-scene.js';
import type { Side, StageHit, StageSense } from './stage-word.js';
import { type ThingList, takeInto } from './things.js';

const NEGATED =
  /(?:未|没有|没|不|无法|难以|停止|防止|避免|禁止|推迟|延期|延后|暂缓|等待)[能曾予得及]?(?:按计划|按期|按时|如期|及时|全面|全部|正式|实质性?|完全|顺利|最终)?$/;
/** Behind these the stage word is part of a noun or of a condition. */
const NO_EVENT =
  /^(?:率|面积|类|量|额|后(?!续)|前(?!期)|以来|之际|期间|时|年限|单位|主体(?!工程|结构|施工|建设|完工|封顶)|机制|条件|的(?:基础|同时|前提|条件|日期))/;
/** What the state gives: plans, lists, trials. */
const TITLE =
  /^[“《]?(?:国家|全国|国务院|[^，,。；;：:！？、]{0,16}?(?:规划|名录|名单|计划|清单|试点|项目库|示范|目录|盘子|布局|笼子|重[点大](?:建设)?(?:项目|工程)))/;
/** Words of work behind a name: the work on it goes on, not the name's other business. */
const WORK =
  /^[”》]?(?:等)?[^，,。；;：:、]{0,14}?(?:建设|改造|整治|进度|步伐|施工|落地|治理|提升|征迁|前期|项目|工程|开发|更新|修复)/;
const FREE_STANDING =
  /^[”》）]*(?:$|[，,。；;：:！？、\n]|等|和|及|与|并|且|[一二三四五六七八九十]期|[（(0-9０-９])/;
/** Types whose name often only says where or whose (推进东湖高新区体制改革). */
const SITES: readonly EntityType[] = ['Place', 'Hospital', 'School', 'Organization', 'Company'];
/** Types that stand beside a work without being one. */
const BESIDE: readonly EntityType[] = ['Agency', 'Company', 'AdminDivision', 'Funding', 'Person'];
/** Stages that a verb gives only at the end of its clause, for in front of an object it speaks of that. */
const LOOSE: readonly Stage[] = ['underway', 'issued', 'held', 'planned', 'approved', 'renovated'];

/** Decides for every stage word of a sentence what it holds for. */
export function assign(scene: StageScene): Assignment[] {
  const found: Assignment[] = [];
  let carried: number[] = [];
  const hits = takeInto(scene.hits);
  const lists = takeInto(scene.lists);
  for (const range of scene.clauses) {
    const inside = { hits: hits(range), lists: lists(range) };
    if (inside.hits.length === 0) {
      if (inside.lists.length > 0) carried = headOf(scene, range, inside.lists);
      continue;
    }
    const clause: Clause = { start: range.start, end: range.end, ...inside, carried };
    const spent = new Set<StageHit>();
    let told: number[] = [];
    for (const hit of clause.hits) {
      if (spent.has(hit) || isNoEvent(scene.text, clause, hit)) continue;
      const one =
        asFinish(scene, clause, hit, spent) ??
        asObject(scene, clause, hit, spent) ??
        asSubject(scene, clause, hit) ??
        asCarried(scene, clause, hit);
      if (one === null || one.things.length === 0) continue;
      const said = { ...one, hit, clause: range, reach: one.reach ?? hit.end };
      found.push(said);
      for (const { noun, stages } of alsoFinished(scene.text, clause, one, spent))
        found.push({ ...said, stages, hit: noun, reach: noun.end });
      told = one.things;
    }
    if (told.length > 0) carried = told;
    else if (clause.lists.length > 0) carried = headOf(scene, range, clause.lists);
  }
  return distribute(scene.text, found, (i) => (scene.mentions[i] as Mention).end);
}

/** What a clause without a stage speaks of, so that the next may go on with it: the only things, at its head (X总投资5亿元，6月开工). */
function headOf(scene: StageScene, clause: Range, lists: readonly ThingList[]): number[] {
  const [first, ...others] = lists;
  if (!first || !isLeadIn(scene.text.slice(clause.start, first.start), true)) return [];
  // X由A公司投资建设: who does it and where is not what it is done to.
  const beside = (l: ThingList): boolean =>
    isOblique(scene.text, clause, l) ||
    l.items.every((i) => BESIDE.includes((scene.mentions[i] as Mention).type));
  return others.every(beside) ? first.items : [];
}

function isNoEvent(text: string, clause: Range, hit: StageHit): boolean {
  const before = text.slice(Math.max(clause.start, hit.start - 8), hit.start);
  return NEGATED.test(before) || NO_EVENT.test(text.slice(hit.end, hit.end + 6));
}

const OBJECT_SIDES: readonly Side[] = ['after', 'both', 'govern'];
/** 开工建设 X、Y; 加快 X 建设; 推进 X 前期工作 (planned). */
function asObject(scene: StageScene, clause: Clause, hit: StageHit, spent: Set<StageHit>): Found | null {
  const list = objectList(scene, clause, hit);
  if (!list) return null;
  for (const sense of hit.senses) {
    const found = OBJECT_SIDES.includes(sense.side) ? objectOf(scene, clause, sense, list, spent) : null;
    if (found !== null) return found;
  }
  return null;
}

/** What one sense of a verb says of the list behind it. */
function objectOf(
  scene: StageScene,
  clause: Clause,
  sense: StageSense,
  list: ThingList,
  spent: Set<StageHit>,
): Found | null {
  const rest = behind(scene.text, list.end, clause.end);
  let things = pick(scene, list.items, sense.types);
  if (things.length === 0 || (sense.side === 'govern' && !isWork(scene, list, rest))) return null;
  let stages = sense.stages;
  const next = nextIn(clause.hits, list.end);
  if ((stages[0] === 'underway' || stages[0] === 'started') && next && next.start - list.end <= 8) {
    // 推动 X 建成: what follows states the stage; 启动 X 前期工作 is no start of X.
    const then = senseOf(next, 'before', 'both') ?? intoTitle(scene, next);
    const other = stages[0] === 'underway' && then?.stages[0] !== 'underway';
    if (other && pick(scene, things, then?.types ?? []).length > 0) return null;
    const planned = senseOf(next, 'done')?.stages[0] === 'planned';
    if (planned) {
      stages = ['planned'];
      spent.add(next);
    }
  }
  things = things.filter((i) => {
    const m = scene.mentions[i] as Mention;
    const after = behind(scene.text, m.end, clause.end);
    return !SITES.includes(m.type) || FREE_STANDING.test(after) || WORK.test(after);
  });
  return { things, stages, how: 'object' };
}

/** Work on the things goes on: said behind them (加快X建设), or by their own names (加快X项目). */
function isWork(scene: StageScene, list: ThingList, rest: string): boolean {
  if (WORK.test(rest)) return true;
  return /(?:项目|工程|建设|改造)$/.test(scene.text.slice(list.start, list.end)) && FREE_STANDING.test(rest);
}

/** X 封顶; X、Y 等项目竣工交付. */
function asSubject(scene: StageScene, clause: Clause, hit: StageHit): Found | null {
  const sense = senseOf(hit, 'before', 'both') ?? intoTitle(scene, hit);
  if (!sense || !standsAlone(scene.text, clause, hit, sense)) return null;
  const list = lastIn(clause.lists, hit.start, (l) => !isOblique(scene.text, clause, l));
  if (!list || !TO_SUBJECT.test(behind(scene.text, list.end, hit.start))) return null;
  return { things: pick(scene, list.items, sense.types), stages: sense.stages, how: 'subject' };
}

/** 纳入 says something of a thing only where a title or a list of the state follows. */
function intoTitle(scene: StageScene, hit: StageHit): StageSense | undefined {
  const list = nextIn(scene.lists, hit.end);
  const near = list !== undefined && list.start - hit.end <= 2;
  const honour = near && list.items.some((i) => scene.mentions[i]?.type === 'Honour');
  return honour || TITLE.test(scene.text.slice(hit.end, hit.end + 24)) ? senseOf(hit, 'into') : undefined;
}

/** Nothing stands behind the word that it could speak of instead; one may hand over to somebody. */
function endsClause(text: string, clause: Clause, hit: StageHit, sense: StageSense): boolean {
  const next = nextIn(clause.hits, hit.end);
  const goesOn = next && next.start - hit.end <= 4 && senseOf(next, 'before', 'both', 'into') !== undefined;
  if (sense.stages[0] === 'delivered' || goesOn) return true;
  return CLAUSE_FINAL.test(text.slice(hit.end, clause.end));
}

function standsAlone(text: string, clause: Clause, hit: StageHit, sense: StageSense): boolean {
  if (sense.side === 'before' || sense.side === 'into' || !sense.stages.some((s) => LOOSE.includes(s)))
    return true;
  const next = nextIn(clause.hits, hit.end);
  if (next && next.start - hit.end <= 4) return true;
  return CLAUSE_FINAL.test(text.slice(hit.end, clause.end));
}

/** A clause without a thing of its own before the word speaks of the clause before, else of the block's topic. */
function asCarried(scene: StageScene, clause: Clause, hit: StageHit): Found | null {
  const sense = senseOf(hit, 'before', 'both');
  if (!sense || !endsClause(scene.text, clause, hit, sense)) return null;
  const found = subjectOf(scene, clause, hit, sense.types);
  return found && found.how !== 'subject' ? { ...found, stages: sense.stages } : null;
}
