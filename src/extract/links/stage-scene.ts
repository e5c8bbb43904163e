/** One sentence as the stage rules read it, and the parts of a clause that they share: objects, subjects, what a word leaves behind. */
import type { EntityType, Mention, Range, Stage } from '../../model.js';
import { firstFrom } from '../ranges.js';
import { isLeadIn } from './lead-in.js';
import type { Side, StageHit, StageSense } from './stage-word.js';
import type { ThingList } from './things.js';

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
  /** Where the words of the stage end: behind the noun of 完成…施工招标. */
  reach: number;
}

export type Found = Pick<Assignment, 'things' | 'stages' | 'how'> & { reach?: number };

/** One clause with what stands in it, and the things the clause before spoke of. */
export interface Clause extends Range {
  hits: StageHit[];
  lists: ThingList[];
  carried: number[];
}

/** Text between a verb and its object: no other phrase may begin there. */
const TO_OBJECT =
  /^[^，,。；;：:！？、以在对向与和由为让使从到于将把被]{0,10}$|^[^，,。；;：:！？、]{0,18}的$|^(?:[^，,。；;：:！？、以在对向由为让使从到于将把被]{1,16}、){1,2}[“《]?$/;
/** A bracket that explains the name before it. */
const ASIDE = /^[”》]?[（(][^（）()]{0,60}[）)]/;
/** Text between a subject and its verb. */
export const TO_SUBJECT = /^[^，,。；;：:！？对向由让使把]{0,26}$/;
/** Before a list that is no subject: a place or partner of the act. */
const OBLIQUE = /[在于从向对与由将把]$/;
/** What may follow a verb that ends its clause. */
export const CLAUSE_FINAL = /^(?:了|[中后]?(?:$|[，,。；;：:！？、”》）\n])|阶段|并|且|及|和)/;
/** What stands behind a name: brackets that go with it left out. */
export const behind = (text: string, from: number, to: number): string =>
  text.slice(from, to).replace(ASIDE, '');

export const senseOf = (hit: StageHit, ...sides: Side[]): StageSense | undefined =>
  hit.senses.find((sense) => sides.includes(sense.side));

export function pick(scene: StageScene, items: readonly number[], types: readonly EntityType[]): number[] {
  return items.filter((i) => types.includes((scene.mentions[i] as Mention).type));
}

/** The list that a verb takes as object, with no other stage word between. */
export function objectList(scene: StageScene, clause: Clause, hit: StageHit): ThingList | undefined {
  const list = nextIn(clause.lists, hit.end);
  if (!list || !TO_OBJECT.test(scene.text.slice(hit.end, list.start))) return undefined;
  const between = nextIn(clause.hits, hit.end);
  return between && between.end <= list.start ? undefined : list;
}

/** Longest run of adverbs and dates before a verb. */
const LEAD = 80;

/** The first of a clause's rows that starts at or behind an offset. */
export const nextIn = <T extends Range>(rows: readonly T[], offset: number): T | undefined =>
  rows[firstFrom(rows, offset)];

/** The last list that ends before an offset and passes a test, looked for no further back than a subject can stand. */
export function lastIn(
  lists: readonly ThingList[],
  offset: number,
  passes: (list: ThingList) => boolean = () => true,
): ThingList | undefined {
  for (let k = firstFrom(lists, offset) - 1; k >= 0; k--) {
    const list = lists[k] as ThingList;
    if (offset - list.end > FAR) return undefined;
    if (list.end <= offset && passes(list)) return list;
  }
  return undefined;
}
/** A subject, its bracket and what stands before the verb are shorter. */
const FAR = 200;

export const isOblique = (text: string, clause: Range, list: Range): boolean =>
  OBLIQUE.test(text.slice(Math.max(clause.start, list.start - 1), list.start));

/** What a word without object is said of. */
export function subjectOf(
  scene: StageScene,
  clause: Clause,
  hit: StageHit,
  types: readonly EntityType[],
): Omit<Found, 'stages'> | null {
  const list = lastIn(clause.lists, hit.start);
  if (list) {
    const near = TO_SUBJECT.test(behind(scene.text, list.end, hit.start));
    return near ? { things: pick(scene, list.items, types), how: 'subject' } : null;
  }
  const lead = scene.text.slice(clause.start, hit.start);
  if (clause.carried.length > 0) {
    const things = pick(scene, clause.carried, types);
    return lead.length <= LEAD && isLeadIn(lead, true) ? { things, how: 'carried' } : null;
  }
  if (scene.topic === null || lead.length > 24) return null;
  return { things: pick(scene, [scene.topic], types), how: 'topic' };
}
