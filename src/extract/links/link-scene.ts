/** What every relation rule reads: names with their nesting, what was said of them, and the report's blocks. */
import { z } from 'zod';
import { RELATION_TYPES } from '../../../schema/ontology.js';
import { readLexicon } from '../../lexicon.js';
import type {
  Basis,
  DraftMilestone,
  DraftRelation,
  EntityType,
  Mention,
  Range,
  Ref,
  RelationType,
  Sentence,
} from '../../model.js';
import type { Context } from '../context.js';
import { sentenceAt } from '../standing.js';
import { firstFrom, listsOf, outermost, type ThingList } from './things.js';
import { type Block, blocksOf } from './topic.js';

export interface LinkScene {
  context: Context;
  text: string;
  mentions: readonly Mention[];
  milestones: readonly DraftMilestone[];
  /** Outermost mention indices by start. */
  order: readonly number[];
  blocks: readonly Block[];
  /** Lists of names, sentence by sentence. */
  lists: readonly ThingList[];
  /** Milestones by the place of their evidence. */
  staged: readonly DraftMilestone[];
  /** Names that lie inside a mention, by its index. */
  inside: ReadonlyMap<number, readonly number[]>;
  /** Mention index of a division by its full or short name. */
  divisions: ReadonlyMap<string, number>;
  /** First mention index by `type name`. */
  named: ReadonlyMap<string, number>;
}

/** Builds the scene of one report. */
export function linkScene(
  context: Context,
  mentions: readonly Mention[],
  milestones: readonly DraftMilestone[],
): LinkScene {
  const { text } = context.report;
  const order = outermost(mentions);
  const inside = new Map<number, number[]>();
  const divisions = new Map<string, number>();
  const named = new Map<string, number>();
  const outer = new Set(order);
  for (const [i, m] of mentions.entries()) {
    const key = `${m.type} ${m.name}`;
    if (!named.has(key)) named.set(key, i);
    if (m.type === 'AdminDivision' && m.group === undefined && !divisions.has(m.name)) {
      for (const form of [m.name, shortDivision(m.name)]) if (!divisions.has(form)) divisions.set(form, i);
    }
    if (outer.has(i)) continue;
    let k = firstFrom(mentions, order, m.start);
    if (k === order.length || (mentions[order[k] as number] as Mention).start > m.start) k--;
    const host = order[k];
    if (host === undefined || (mentions[host] as Mention).end < m.end) continue;
    if ((mentions[host] as Mention).type === m.type && (mentions[host] as Mention).name === m.name) continue;
    inside.set(host, [...(inside.get(host) ?? []), i]);
  }
  return {
    context,
    text,
    mentions,
    milestones,
    order,
    lists: context.report.sentences.flatMap((s) => listsOf(text, mentions, order, s, () => false)),
    staged: [...milestones].sort((a, b) => a.evidence.start - b.evidence.start),
    blocks: blocksOf(context, mentions, order),
    inside,
    divisions,
    named,
  };
}

let peoples: RegExp | undefined;

/** 鹿寨县 -> 鹿寨, 三江侗族自治县 -> 三江; streets and towns keep their full name, for 建设 and 平安 are words. */
export function shortDivision(name: string): string {
  peoples ??= new RegExp(
    `(?:${readLexicon('ethnic-group', z.object({ name: z.string().min(1) }))
      .map((r) => r.name)
      .join('|')})+(?=自治)`,
  );
  const stripped = name.includes('自治') ? name.replace(peoples, '') : name;
  // 内蒙古自治区 is nothing without the people's name.
  const plain = /^..+自治/.test(stripped) ? stripped : name;
  const short = plain.replace(/(?:自治[区州县旗]|特别行政区|[省市区县旗盟]|地区|林区|新区)$/, '');
  return short.length >= 2 && !/(?:街道|镇|乡|村|社区)$/.test(name) ? short : name;
}

/** No rule looks further than this for what belongs to a word, so that a text of one sentence costs no more. */
export const WINDOW = 400;

function typeOf(scene: LinkScene, ref: Ref): EntityType {
  return typeof ref === 'number'
    ? mentionAt(scene, ref).type
    : ref === 'division'
      ? 'AdminDivision'
      : 'Agency';
}

export function mentionAt(scene: LinkScene, index: number): Mention {
  return scene.mentions[index] as Mention;
}

export function nameOf(scene: LinkScene, ref: Ref): string {
  const { header } = scene.context.report;
  if (typeof ref === 'number') return mentionAt(scene, ref).name;
  return (ref === 'division' ? header.division?.name : header.issuer) ?? '';
}

export const canStart = (scene: LinkScene, type: RelationType, ref: Ref): boolean =>
  RELATION_TYPES[type].from.includes(typeOf(scene, ref));
export const canEnd = (scene: LinkScene, type: RelationType, ref: Ref): boolean =>
  RELATION_TYPES[type].to.includes(typeOf(scene, ref));

/** Outermost mention indices that lie in a range. */
export function mentionsIn(scene: LinkScene, range: Range): number[] {
  const found: number[] = [];
  for (let k = firstFrom(scene.mentions, scene.order, range.start); k < scene.order.length; k++) {
    const index = scene.order[k] as number;
    const m = mentionAt(scene, index);
    if (m.start >= range.end) break;
    if (m.end <= range.end) found.push(index);
  }
  return found;
}

/** Whether an outermost name ends at most `reach` characters before an offset. */
export function nameEndsBefore(scene: LinkScene, offset: number, reach: number): boolean {
  const index = scene.order[firstFrom(scene.mentions, scene.order, offset) - 1];
  if (index === undefined) return false;
  const { end } = mentionAt(scene, index);
  return end <= offset && offset - end <= reach;
}

/** Lists of names in a range; of one that reaches over its ends, the names inside. */
export function listsIn(scene: LinkScene, range: Range): ThingList[] {
  const found: ThingList[] = [];
  for (let k = lowerBound(scene.lists, (l) => l.end > range.start); k < scene.lists.length; k++) {
    const list = scene.lists[k] as ThingList;
    if (list.start >= range.end) break;
    if (list.start >= range.start && list.end <= range.end) {
      found.push(list);
      continue;
    }
    const items = list.items.filter(
      (i) => mentionAt(scene, i).start >= range.start && mentionAt(scene, i).end <= range.end,
    );
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) continue;
    found.push({ start: mentionAt(scene, first).start, end: mentionAt(scene, last).end, items });
  }
  return found;
}

/** The last list that ends before an offset, not further back than `from`. */
export function listBefore(scene: LinkScene, from: number, offset: number): ThingList | undefined {
  return listsIn(scene, { start: Math.max(from, offset - WINDOW), end: offset }).at(-1);
}

/** Things whose milestone is stated in a range. */
export function stagedIn(scene: LinkScene, range: Range): number[] {
  const found: number[] = [];
  for (
    let k = lowerBound(scene.staged, (m) => m.evidence.start >= range.start);
    k < scene.staged.length;
    k++
  ) {
    const { evidence, entity } = scene.staged[k] as DraftMilestone;
    if (evidence.start >= range.end) break;
    if (evidence.end <= range.end && typeof entity === 'number') found.push(entity);
  }
  return found;
}

/** First position of a list whose row passes a test that holds for all rows behind it too. */
function lowerBound<T>(rows: readonly T[], passes: (row: T) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(rows[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function sentenceOf(scene: LinkScene, offset: number): Sentence {
  const { sentences } = scene.context.report;
  return (
    sentenceAt(sentences, offset) ?? {
      index: -1,
      section: 0,
      start: offset,
      end: Math.min(offset + 1, scene.text.length),
    }
  );
}

/** Start of the clause that holds an offset, not before `from`. */
export function clauseStart(text: string, from: number, offset: number): number {
  const floor = Math.max(from, offset - WINDOW);
  let start = offset;
  while (start > floor && !'，,；;：:。'.includes(text.charAt(start - 1))) start--;
  return start;
}

/** Block that holds an offset. */
export function blockAt(scene: LinkScene, offset: number): Block | undefined {
  const block = scene.blocks[lowerBound(scene.blocks, (b) => b.start > offset) - 1];
  return block && offset < block.end ? block : undefined;
}

/** One draft relation; fields left out are the usual ones. */
export function draft(
  type: RelationType,
  source: Ref,
  target: Ref,
  evidence: Range,
  rule: string,
  more: { role?: string; basis?: Basis; status?: 'actual' | 'target' } = {},
): DraftRelation {
  return {
    type,
    source,
    target,
    role: more.role ?? null,
    basis: more.basis ?? 'stated',
    status: more.status ?? 'actual',
    evidence: { start: evidence.start, end: evidence.end },
    rule,
  };
}
