/** 完成 and its like: what was finished is said by the noun behind it, or stands right before it. */
import { firstFrom } from '../ranges.js';
import { isLeadIn } from './lead-in.js';
import {
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
} from './stage-scene.js';
import type { StageHit, StageSense } from './stage-word.js';

/** 完成 X 征迁, X 完成出让, 完成 X 等项目: the noun behind says what was finished. */
export function asFinish(
  scene: StageScene,
  clause: Clause,
  hit: StageHit,
  spent: Set<StageHit>,
): Found | null {
  const finish = senseOf(hit, 'finish');
  if (!finish) return null;
  const { text } = scene;
  const object = objectList(scene, clause, hit);
  const from = object?.end ?? hit.end;
  const noun = nounFrom(clause, from);
  if (noun && !/[、和]/.test(object ? '' : text.slice(from, noun.start))) {
    const sense = senseOf(noun, 'done') as StageSense;
    const found = object
      ? { things: pick(scene, object.items, sense.types), how: 'object' as const }
      : subjectOf(scene, clause, hit, sense.types);
    if (found === null || found.things.length === 0) return null;
    spent.add(noun);
    return { ...found, stages: sense.stages, reach: noun.end };
  }
  if (!object) return asFinished(scene, clause, hit, finish);
  if (
    !/^[”》]?(?:等[^，,。；;：:、]{0,14})?(?:项目|工程|任务)?(?:$|并|且)/.test(
      text.slice(object.end, clause.end),
    )
  )
    return null;
  return { things: pick(scene, object.items, finish.types), stages: finish.stages, how: 'object' };
}

/** The noun that says what was finished, within a few characters. */
function nounFrom(clause: Clause, from: number): StageHit | undefined {
  for (let k = firstFrom(clause.hits, from); k < clause.hits.length; k++) {
    const hit = clause.hits[k] as StageHit;
    if (hit.start - from > 16) return undefined;
    if (senseOf(hit, 'done') !== undefined) return hit;
  }
  return undefined;
}

/** X改造全部完成: nothing behind the word, the work right before it. */
function asFinished(scene: StageScene, clause: Clause, hit: StageHit, sense: StageSense): Found | null {
  const { text } = scene;
  if (!CLAUSE_FINAL.test(text.slice(hit.end, clause.end))) return null;
  const list = lastIn(clause.lists, hit.start);
  if (!list || hit.start - list.end > 16 || isOblique(text, clause, list)) return null;
  if (!isLeadIn(behind(text, list.end, hit.start), true)) return null;
  return { things: pick(scene, list.items, sense.types), stages: sense.stages, how: 'subject' };
}

/** Further nouns that the same verb finished (完成征迁和施工招标), each with its own place. */
export function alsoFinished(
  text: string,
  clause: Clause,
  first: Found,
  spent: Set<StageHit>,
): { noun: StageHit; stages: Found['stages'] }[] {
  const more: { noun: StageHit; stages: Found['stages'] }[] = [];
  for (let reach = first.reach; reach !== undefined; ) {
    const from: number = reach;
    const noun = nextIn(clause.hits, from + 1);
    const sense = noun && senseOf(noun, 'done');
    if (!noun || !sense || !/^(?:、|和|与|及)$/.test(text.slice(from, noun.start))) break;
    spent.add(noun);
    more.push({ noun, stages: sense.stages });
    reach = noun.end;
  }
  return more;
}
