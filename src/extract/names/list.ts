/** Coordinations: the items of A、B和C, from the right to the left, and what governs them. */
import type { Range } from '../../model.js';
import { leftEdge } from './left-edge.js';
import { endsHere, properness } from './proper.js';
import type { Scene } from './scene.js';

const SEPARATOR = /[、和及与]/;
const CLAUSE_END = /[，。；！？：\n,;:]/;
/** A general head behind 等 keeps the list a list of projects. */
const GENERAL = /^等[^，。；、]{0,14}(?:项目|工程)/;
/** What it costs stands right behind it. */
const INVESTED = /^，(?:项目)?(?:计划|预计|概算|估算)?总?投资/;
/** Items of one coordination that are looked at. */
const LIMIT = 40;
/** Characters between a name and the verb that follows it: 主体结构, 于10月18日. */
const REACH = 14;

/** Left edge of the item that ends here; a verb at its very end is a noun there (新型显示、…). */
function itemStart(scene: Scene, end: number): number {
  const floor = scene.floor[end - 1] as number;
  // Behind a separator no verb leads: 、市民广场.
  if (scene.report.text[floor - 1] === '、' && end - floor <= 36 && floor < end) return floor;
  return leftEdge(scene, scene.barrier[end] === 1 ? end - 1 : end, { max: 36 });
}

/** The item before this one, where a separator stands between them. */
export function itemBefore(scene: Scene, start: number): Range | null {
  const { text } = scene.report;
  if (start < 2 || !SEPARATOR.test(text[start - 1] as string)) return null;
  let end = start - 1;
  // 涉及 and 普及 join nothing.
  if (text[end] !== '、' && scene.edges[end] !== 1 && text[end - 1] !== '以') return null;
  if (text[end - 1] === '以' && text[end] === '及') end -= 1;
  if (text[end - 1] === '、') end -= 1;
  const from = itemStart(scene, end);
  return from < 0 || from >= end ? null : { start: from, end };
}

/**
 * All items of a coordination that ends at `end`, in text order. A 和 before or after words that name no thing of
 * their own is part of the item (新建商务设施和公园绿地).
 */
export function itemsUpTo(scene: Scene, end: number): Range[] {
  const { text } = scene.report;
  const items: Range[] = [];
  const first = itemStart(scene, end);
  if (first < 0 || first >= end) return items;
  for (let item: Range | null = { start: first, end }; item && items.length < LIMIT; ) {
    const right = items.at(-1);
    const joined = right !== undefined && text[right.start - 1] !== '、' && text[right.start - 2] !== '、';
    // 等14条高速公路项目和黄百等4个…: the list before has its own count.
    if (right && joined && scene.barrier[item.start] === 2 && isPlain(scene, item)) break;
    if (right && joined && (isPlain(scene, right) || isPlain(scene, item))) right.start = item.start;
    else items.push(item);
    item = itemBefore(scene, item.start);
  }
  return items.reverse();
}

const isPlain = (scene: Scene, range: Range): boolean => properness(scene, range.start, range.end) === 0;

/**
 * Whether the sentence builds, plans, opens or clears what stands at this range: a verb of building right before the
 * coordination that it is in, or after it in the same clause.
 * @param sure only verbs that nothing but a built thing has (建成, 封顶; not 推进)
 */
export function isBuilt(scene: Scene, range: Range, sure = false): boolean {
  const { text } = scene.report;
  if (text[range.end] === '的') return false;
  if (INVESTED.test(text.slice(range.end, range.end + 8))) return true;
  const after = verbAfter(scene, range.end, sure);
  if (after !== null) return after;
  if (!endsHere(scene, range.end)) return false;
  let start = range.start;
  for (let n = 0; n < LIMIT; n++) {
    const item = itemBefore(scene, start);
    if (!item) break;
    start = item.start;
  }
  const verb = verbBefore(scene, start);
  return verb === 2 || (verb === 1 && !sure && closesList(scene, range.end));
}

/** After 推进 the coordination must end its clause: 推动甲机场和乙机场|联动发展 builds none. */
function closesList(scene: Scene, end: number): boolean {
  const { text } = scene.report;
  for (let i = end; i < text.length && i - end < 60; i++) {
    const c = text[i] as string;
    if (CLAUSE_END.test(c) || scene.buildAfter[i] !== 0 || GENERAL.test(text.slice(i, i + 18))) return true;
    if (/[、”）]/.test(c)) continue;
    if (i > end && (scene.headEnd.has(i + 1) || !scene.ends[i])) continue;
    if (scene.ends[i] === 1 && !/[和及与等]/.test(c)) return false;
  }
  return true;
}

/** 0 no verb of building right before, 1 one that other things have too, 2 a sure one. */
function verbBefore(scene: Scene, start: number): number {
  const { text } = scene.report;
  for (let at = start; at > 0 && start - at < 10; at--) {
    if (scene.buildBefore[at] !== 0) return scene.buildBefore[at] as number;
    const c = text[at - 1] as string;
    if (CLAUSE_END.test(c) || !(scene.plain[at - 1] === 1 || /[“了\d]/.test(c))) return 0;
  }
  return 0;
}

/** True or false where the words after the name decide, null where they say nothing. */
function verbAfter(scene: Scene, end: number, sure: boolean): boolean | null {
  const { text } = scene.report;
  let reach = REACH;
  let items = 0;
  for (let i = end; i < text.length && reach > 0; i++) {
    const c = text[i] as string;
    if (c === '、' && ++items > LIMIT) return null;
    if (CLAUSE_END.test(c)) return null;
    const verb = scene.buildAfter[i] as number;
    if (verb > 0 && (!sure || scene.sureAfter.has(i)) && predicates(scene, i + verb)) return true;
    if (c === '的' || c === '周') return false;
    if (c === '等' && scene.edges[i] === 1 && !GENERAL.test(text.slice(i, i + 18)))
      return scene.buildAfter[i + 1] !== 0;
    reach = c === '、' ? REACH * 2 : reach - 1;
  }
  return null;
}

/** A verb that ends here closes the clause or leads to another: 建设提速, not 建设标准. */
function predicates(scene: Scene, at: number): boolean {
  return (
    endsHere(scene, at) || scene.buildAfter[at] !== 0 || /^[了并工]/.test(scene.report.text.slice(at, at + 1))
  );
}

/**
 * Items before this one that share its head noun: in 积玉桥街、中华路街社卫中心 both halves of the modifier are streets.
 * @param start where the item with the head begins
 * @param alike whether an item may be one of them
 */
export function sharers(scene: Scene, start: number, alike: (item: Range) => boolean): Range[] {
  const found: Range[] = [];
  let item = itemBefore(scene, start);
  while (item && alike(item) && found.length < LIMIT) {
    found.push(item);
    item = itemBefore(scene, item.start);
  }
  return found;
}
