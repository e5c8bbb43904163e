/** Milestones: the stage of a thing (开工, 封顶, 投用 …), for every thing it holds for. */
import type { DraftMilestone, Mention, Range } from '../../model.js';
import { clausesOf } from '../clauses.js';
import type { Context } from '../context.js';
import { assign } from '../links/assign.js';
import { datesOf } from '../links/distribute.js';
import type { Assignment } from '../links/stage-scene.js';
import { findStageWords, type StageHit } from '../links/stage-word.js';
import { readTableDays } from '../links/table-day.js';
import { listsOf, outermost } from '../links/things.js';
import { blocksOf } from '../links/topic.js';
import { stageTime } from '../links/when.js';
import { firstFrom } from '../ranges.js';

/**
 * Stages of things, each for every thing it holds for.
 * @param context the report's reading context
 * @param mentions all names of the report
 */
export function readMilestones(context: Context, mentions: Mention[]): DraftMilestone[] {
  const { report } = context;
  const { text } = report;
  const order = outermost(mentions);
  const hits = freeOf(findStageWords(text, context.edges), mentions, order).filter((hit) =>
    statesStage(context, hit),
  );
  // A year inside a name (《某市2022年考评办法》) is no date of what happened.
  const timed = { ...context, dates: freeOf(context.dates, mentions, order) };
  const blocks = blocksOf(context, mentions, order);
  const milestones: DraftMilestone[] = readTableDays(context, mentions, order);
  let h = 0;
  let b = 0;
  for (const sentence of report.sentences) {
    while (h < hits.length && (hits[h] as StageHit).start < sentence.start) h++;
    const first = h;
    while (h < hits.length && (hits[h] as StageHit).start < sentence.end) h++;
    if (h === first) continue;
    while (b + 1 < blocks.length && (blocks[b + 1] as Range).start <= sentence.start) b++;
    const own = hits.slice(first, h);
    let k = 0;
    // Called for gaps in text order.
    const between = (start: number, end: number) => {
      while (k < own.length && (own[k] as StageHit).start < start) k++;
      return k < own.length && (own[k] as StageHit).end <= end;
    };
    const lists = listsOf(text, mentions, order, sentence, between);
    const topic = blocks[b]?.topic ?? null;
    if (lists.length === 0 && topic === null) continue;
    const clauses = clausesOf(text, sentence);
    for (const found of assign({ text, mentions, clauses, hits: own, lists, topic }))
      if (!ofParts(context, found)) milestones.push(...draftsOf(timed, mentions, found));
  }
  return milestones;
}

/** In the row of a project 5座桥梁合龙 completes some parts of it, not the whole. */
function ofParts({ quantities, tables }: Context, { how, stages, clause, hit }: Assignment): boolean {
  if (how !== 'topic' || !stages.includes('completed') || tables.rowAt(hit.start) === null) return false;
  const first = quantities[firstFrom(quantities, clause.start)];
  return first !== undefined && first.end <= hit.start;
}

function draftsOf(context: Context, mentions: Mention[], found: Assignment): DraftMilestone[] {
  const { hit, clause, things } = found;
  const evidence = { start: hit.start, end: hit.end };
  const last = mentions[things.at(-1) as number] as Mention;
  const days = datesOf(context.report.text, context.dates, found, last.end);
  return things.flatMap((entity, i) => {
    const { status, date } = stageTime(context, hit, clause, days?.[i]);
    return found.stages.map((stage) => ({
      entity,
      stage,
      status,
      date,
      evidence,
      rule: `milestone-${found.how}`,
    }));
  });
}

/** What is to be built and of what kind it is (新建教学楼) tells no stage of a table's row. */
const statesStage = ({ tables }: Context, hit: Range): boolean =>
  tables.cellAt(hit.start)?.column?.role !== 'content';

/** Stretches that lie in no name, of a list in text order. */
function freeOf<T extends Range>(hits: readonly T[], mentions: Mention[], order: number[]): T[] {
  let k = 0;
  return hits.filter((hit) => {
    while (k < order.length && (mentions[order[k] as number] as Mention).end <= hit.start) k++;
    const m = k < order.length ? mentions[order[k] as number] : undefined;
    return m === undefined || m.start >= hit.end;
  });
}
