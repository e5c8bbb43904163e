/** Bodies that act: 县住建局启动X改造, 县教育局联合县卫健局印发《X》. */
import type { DraftRelation } from '../../model.js';
import { isLeadIn } from './lead-in.js';
import {
  canEnd,
  canStart,
  clauseStart,
  draft,
  type LinkScene,
  listsIn,
  mentionAt,
  sentenceOf,
  WINDOW,
} from './link-scene.js';

const TOGETHER = /^(?:联合|会同|携手|协同)$/;
const OBLIQUE = /[在于从向对与将把为由]$/;

/** ISSUED and RESPONSIBLE_FOR: bodies right before a stage verb act on the things behind it. */
export function readActors(scene: LinkScene): DraftRelation[] {
  return scene.milestones.flatMap((milestone) => {
    const { entity, evidence, stage, status } = milestone;
    if (typeof entity !== 'number' || mentionAt(scene, entity).start < evidence.end) return [];
    return actorsBefore(scene, evidence.start).flatMap((actor) => {
      const type = stage === 'issued' && canStart(scene, 'ISSUED', actor) ? 'ISSUED' : 'RESPONSIBLE_FOR';
      if (!canStart(scene, type, actor) || !canEnd(scene, type, entity)) return [];
      return [draft(type, actor, entity, mentionAt(scene, actor), 'actor', { status })];
    });
  });
}

/** Mention indices of the bodies before a verb: those of its clause, else the one that heads the sentence. */
function actorsBefore(scene: LinkScene, offset: number): number[] {
  const { text } = scene;
  const sentence = sentenceOf(scene, offset);
  const start = clauseStart(text, sentence.start, offset);
  const isBody = (i: number) =>
    canStart(scene, 'RESPONSIBLE_FOR', i) && mentionAt(scene, i).group === undefined;
  const lists = listsIn(scene, { start, end: offset });
  if (lists.length > 0) {
    const actors: number[] = [];
    let edge = offset;
    for (const list of lists.reverse()) {
      const gap = text.slice(list.end, edge);
      const fits = edge === offset ? isLeadIn(gap, true) || TOGETHER.test(gap) : TOGETHER.test(gap);
      if (!fits || !list.items.every(isBody)) break;
      if (OBLIQUE.test(text.slice(Math.max(start, list.start - 1), list.start))) return [];
      actors.push(...list.items);
      edge = list.start;
    }
    return actors;
  }
  // 县教育局强化统筹，印发《X》: the body that heads the sentence goes on.
  if (start === sentence.start || !isLeadIn(text.slice(start, offset), true)) return [];
  if (start - sentence.start > WINDOW) return [];
  const named = listsIn(scene, { start: sentence.start, end: start });
  const [head] = named;
  const others = named.slice(1).some((l) => l.items.some(isBody));
  return head && head.start === sentence.start && head.items.every(isBody) && !others ? head.items : [];
}
