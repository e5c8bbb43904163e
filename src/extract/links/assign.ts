/** Which things a stage word holds for: its objects, its subjects, those of the clause before, or the block's topic. */
import type { EntityType, Mention, Range, Stage } from '../../model.js';
import { isLeadIn } from './lead-in.js';
import type { Side, StageHit, StageSense } from './stage-word.js';
import { type ThingList, takeInto } from './things.js';

/** One sentence as the assignment reads it. */
export interface StageScene {
  text: string;
  mentions: readonly Mention[];
  clauses: readonly Range[];
  hits: readonly StageHit[];
  lists: readonly ThingList[];
  /** The thing that heads the block, as mention index. */
  topic: number | null;
}

export interface Assignment {
  hit: StageHit;
  clause: Range;
  things: number[];
  stages: Stage[];
  how: 'object' | 'subject' | 'carried' | 'topic';
}

type Found = Pick<Assignment, 'things' | 'stages' | 'how'>;

/** One clause with what stands in it, and the things the clause before spoke of. */
interface Clause extends Range {
  hits: StageHit[];
  lists: ThingList[];
  carried: number[];
}

/** Text between a verb and its object: no other phrase may begin there. */
const TO_OBJECT =
  /^[^，,。；;：:！？、以在对向与和由为让使从到于将把被]{0,10}$|^[^，,。；;：:！？、]{0,18}的$|^(?:[^，,。；;：:！？、以在对向由为让使从到于将把被]{1,16}、){1,2}[“《]?$/;
/** Text between a subject and its verb. */
const TO_SUBJECT = /^[^，,。；;：:！？对向由让使把]{0,26}$/;
/** Before a list that is no subject: a place or partner of the act. */
const OBLIQUE = /[在于从向对与由将把]$/;
const NEGATED = /(?:未|没有|没|不|无法|暂未|尚未|停止|防止|避免|禁止)[能曾予得]?$/;
/** Behind these the stage word is part of a noun or of a condition. */
const NO_EVENT =
  /^(?:率|面积|类|量|额|后(?!续)|前|以来|之际|期间|时|年限|单位|主体|机制|的(?:基础|同时|前提|条件))/;
/** What may follow a verb that ends its clause. */
const CLAUSE_FINAL = /^(?:了|[中后]?(?:$|[，,。；;：:！？、”》）\n])|阶段|并|且|及|和)/;
/** What the state gives: plans, lists, trials. */
const TITLE =
  /^[“《]?(?:国家|全国|国务院|[^，,。；;：:！？、]{0,16}?(?:规划|名录|名单|计划|清单|试点|项目库|示范|目录|盘子|布局|笼子))/;
/** Words of work behind a name: the work on it goes on, not the name's other business. */
const WORK =
  /^[”》]?(?:等)?[^，,。；;：:、]{0,14}?(?:建设|改造|整治|进度|步伐|施工|落地|治理|提升|征迁|前期|项目|工程|开发|更新|修复)/;
const FREE_STANDING = /^[”》）]*(?:$|[，,。；;：:！？、\n]|等|和|及|与|[一二三四五六七八九十]期)/;
/** Types whose name often only says where or whose (推进东湖高新区体制改革). */
const SITES: readonly EntityType[] = ['Place', 'Hospital', 'School', 'Organization', 'Company'];
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
      if (inside.lists.length > 0) carried = [];
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
      found.push({ ...one, hit, clause: range });
      told = one.things;
    }
    if (told.length > 0) carried = told;
    else if (clause.lists.length > 0) carried = [];
  }
  return found;
}

function isNoEvent(text: string, clause: Range, hit: StageHit): boolean {
  const before = text.slice(Math.max(clause.start, hit.start - 4), hit.start);
  return NEGATED.test(before) || NO_EVENT.test(text.slice(hit.end, hit.end + 4));
}

const OBJECT_SIDES: readonly Side[] = ['after', 'both', 'govern'];
const senseOf = (hit: StageHit, ...sides: Side[]): StageSense | undefined =>
  hit.senses.find((sense) => sides.includes(sense.side));

function pick(scene: StageScene, items: readonly number[], types: readonly EntityType[]): number[] {
  return items.filter((i) => types.includes((scene.mentions[i] as Mention).type));
}

/** 完成 X 征迁, X 完成出让, 完成 X 等项目: the noun behind says what was finished. */
function asFinish(scene: StageScene, clause: Clause, hit: StageHit, spent: Set<StageHit>): Found | null {
  const finish = senseOf(hit, 'finish');
  if (!finish) return null;
  const { text } = scene;
  const object = objectList(scene, clause, hit);
  const from = object?.end ?? hit.end;
  const noun = clause.hits.find((h) => h.start >= from && senseOf(h, 'done') !== undefined);
  if (noun && noun.start - from <= 16 && !/[、和]/.test(object ? '' : text.slice(from, noun.start))) {
    const sense = senseOf(noun, 'done') as StageSense;
    const found = object
      ? { things: pick(scene, object.items, sense.types), how: 'object' as const }
      : subjectOf(scene, clause, hit, sense.types);
    if (found === null || found.things.length === 0) return null;
    spent.add(noun);
    return { ...found, stages: sense.stages };
  }
  if (
    !object ||
    !/^[”》]?(?:等[^，,。；;：:、]{0,14})?(?:项目|工程|任务)?(?:$|并|且)/.test(
      text.slice(object.end, clause.end),
    )
  )
    return null;
  return { things: pick(scene, object.items, finish.types), stages: finish.stages, how: 'object' };
}

/** The list that a verb takes as object, with no other stage word between. */
function objectList(scene: StageScene, clause: Clause, hit: StageHit): ThingList | undefined {
  const list = clause.lists.find((l) => l.start >= hit.end);
  if (!list || !TO_OBJECT.test(scene.text.slice(hit.end, list.start))) return undefined;
  return clause.hits.some((h) => h.start >= hit.end && h.end <= list.start) ? undefined : list;
}

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
  const rest = scene.text.slice(list.end, clause.end);
  let things = pick(scene, list.items, sense.types);
  if (things.length === 0 || (sense.side === 'govern' && !WORK.test(rest))) return null;
  let stages = sense.stages;
  const next = clause.hits.find((h) => h.start >= list.end);
  if (stages[0] === 'underway' && next && next.start - list.end <= 8) {
    // 推动 X 建成: what follows states the stage.
    const then = senseOf(next, 'before', 'both') ?? intoTitle(scene, next);
    if (then?.stages[0] !== 'underway' && pick(scene, things, then?.types ?? []).length > 0) return null;
    const planned = senseOf(next, 'done')?.stages[0] === 'planned';
    if (planned) {
      stages = ['planned'];
      spent.add(next);
    }
  }
  if (LOOSE.includes(stages[0] as Stage) || sense.stages[0] === 'started') {
    things = things.filter((i) => {
      const m = scene.mentions[i] as Mention;
      const behind = scene.text.slice(m.end, clause.end);
      return !SITES.includes(m.type) || FREE_STANDING.test(behind) || WORK.test(behind);
    });
  }
  return { things, stages, how: 'object' };
}

/** X 封顶; X、Y 等项目竣工交付. */
function asSubject(scene: StageScene, clause: Clause, hit: StageHit): Found | null {
  const sense = senseOf(hit, 'before', 'both') ?? intoTitle(scene, hit);
  if (!sense || !standsAlone(scene.text, clause, hit, sense)) return null;
  const list = clause.lists.findLast((l) => l.end <= hit.start && !isOblique(scene.text, clause, l));
  if (!list || !TO_SUBJECT.test(scene.text.slice(list.end, hit.start))) return null;
  return { things: pick(scene, list.items, sense.types), stages: sense.stages, how: 'subject' };
}

/** 纳入 says something of a thing only where a title or a list of the state follows. */
function intoTitle(scene: StageScene, hit: StageHit): StageSense | undefined {
  const honour = scene.lists.some(
    (l) =>
      l.start >= hit.end &&
      l.start - hit.end <= 2 &&
      l.items.some((i) => scene.mentions[i]?.type === 'Honour'),
  );
  return honour || TITLE.test(scene.text.slice(hit.end, hit.end + 24)) ? senseOf(hit, 'into') : undefined;
}

/** Nothing stands behind the word that it could speak of instead; one may hand over to somebody. */
function endsClause(text: string, clause: Clause, hit: StageHit, sense: StageSense): boolean {
  const next = clause.hits.find((h) => h.start >= hit.end);
  if (sense.stages[0] === 'delivered' || (next && next.start - hit.end <= 4)) return true;
  return CLAUSE_FINAL.test(text.slice(hit.end, clause.end));
}

const isOblique = (text: string, clause: Range, list: Range): boolean =>
  OBLIQUE.test(text.slice(Math.max(clause.start, list.start - 1), list.start));

function standsAlone(text: string, clause: Clause, hit: StageHit, sense: StageSense): boolean {
  if (sense.side === 'before' || sense.side === 'into' || !sense.stages.some((s) => LOOSE.includes(s)))
    return true;
  const next = clause.hits.find((h) => h.start >= hit.end);
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

/** What a word without object is said of. */
function subjectOf(
  scene: StageScene,
  clause: Clause,
  hit: StageHit,
  types: readonly EntityType[],
): Omit<Found, 'stages'> | null {
  const list = clause.lists.findLast((l) => l.end <= hit.start);
  if (list) {
    const near = TO_SUBJECT.test(scene.text.slice(list.end, hit.start));
    return near ? { things: pick(scene, list.items, types), how: 'subject' } : null;
  }
  const lead = scene.text.slice(clause.start, hit.start);
  if (clause.carried.length > 0) {
    const things = pick(scene, clause.carried, types);
    return isLeadIn(lead, true) ? { things, how: 'carried' } : null;
  }
  if (scene.topic === null || lead.length > 24) return null;
  return { things: pick(scene, [scene.topic], types), how: 'topic' };
}
