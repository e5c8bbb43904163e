/** Numbers become observations: each number with what it measures, how, when and of whom. */
import type { DraftObservation, Mention, NonFact, Sentence } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import { statusAt } from '../standing.js';
import { readCell } from './cell.js';
import { type Frame, framesOf } from './frame.js';
import { lineWalk } from './lines.js';
import { listNonFacts } from './non-facts.js';
import { type Paired, pairedAgain, pairedBy } from './pairs.js';
import { periodOf } from './period.js';
import { readNumber } from './read-number.js';
import { Subjects } from './subject.js';
import type { Topic } from './topic.js';

/** Every number that states a fact, and for every other numeral the reason it states none. */
export function readObservations(
  context: Context,
  mentions: Mention[],
): { observations: DraftObservation[]; nonFacts: NonFact[] } {
  const known = { ...context, names: nameEnds(mentions) };
  const subjects = new Subjects(known, mentions);
  const lineAt = lineWalk(context.report.text);
  const observations: DraftObservation[] = [];
  let topic: Topic | null = null;
  let line = 0;
  for (const [sentence, quantities] of bySentence(context)) {
    const next = lineAt(sentence.start);
    if (next !== line) topic = null;
    line = next;
    topic = readSentence(known, subjects, framesOf(known, sentence, quantities), topic, observations);
  }
  return { observations, nonFacts: listNonFacts(context, observations, mentions) };
}

/** Reads the numbers of one sentence in order; gives what the last one measured. */
function readSentence(
  context: Context,
  subjects: Subjects,
  frames: Frame[],
  before: Topic | null,
  out: DraftObservation[],
): Topic | null {
  let topic = before;
  const named: string[] = [];
  const pairs = new Map<number, Paired>();
  for (const [i, frame] of frames.entries()) {
    const { quantity, sentence } = frame;
    if (subjects.inName(quantity.start)) continue;
    if (quantity.cell) {
      out.push(readCell(context, subjects, frame, quantity.cell));
      continue;
    }
    const last = out.at(-1);
    if (last && joinsRatio(context, last.evidence.end, quantity.start)) {
      out.push({ ...last, ...quoted(quantity), value: quantity.value });
      nameSectors(context, out);
      continue;
    }
    if (!pairs.has(i))
      for (const [k, p] of listAt(context, frames, i, named, pairs).entries()) pairs.set(i + k, p);
    const said = readNumber(context, subjects, frame, pairs.get(i) ?? null, topic);
    if (said === null) continue;
    const { reading, subject } = said;
    const { indicator } = said;
    if (said.fresh) named.push(said.topic.indicator);
    topic = said.topic;
    out.push({
      indicator,
      subject,
      value: reading.value,
      valueMax: reading.valueMax,
      measure: reading.measure,
      status: statusAt(context, quantity.start),
      scope: reading.scope,
      period: periodOf(context, frame, reading, indicator, subject !== 'division'),
      sentence: sentence.index,
      rule: said.rule,
      ...quoted(quantity),
    });
  }
  return topic;
}

/** The items of the list that a number opens, by its own 分别 or by that of the list before; none where it opens no list. */
function listAt(
  context: Context,
  frames: Frame[],
  i: number,
  named: string[],
  pairs: ReadonlyMap<number, Paired>,
): Paired[] {
  return pairedBy(context, frames, i, named) ?? pairedAgain(context, frames, i, pairs) ?? [];
}

function quoted(quantity: Quantity): Pick<DraftObservation, 'unit' | 'approx' | 'evidence'> {
  const { unit, approx, start, end } = quantity;
  return { unit, approx, evidence: { start, end } };
}

/** Parts of one ratio (20.4∶52.1∶27.5) share everything but the value. */
function joinsRatio(context: Context, from: number, to: number): boolean {
  return to - from === 1 && /[:：∶]/.test(context.report.text.charAt(from));
}

const SECTORS = ['第一产业', '第二产业', '第三产业'];

/** The three parts of 三次产业结构 are told apart by their sectors, once the third has come. */
function nameSectors(context: Context, out: DraftObservation[]): void {
  const parts = out.slice(-3);
  const [first, second, third] = parts;
  if (!first || !second || !third || first.sentence !== third.sentence) return;
  const name =
    /^.*(?:三次产业|三次产业结构|三产结构|产业结构|三次产业比重|三次产业比例|三次产业占比)(?=(?:比|比例|优化|调整|升级)*$)/.exec(
      first.indicator,
    )?.[0];
  const joined =
    joinsRatio(context, first.evidence.end, second.evidence.start) &&
    joinsRatio(context, second.evidence.end, third.evidence.start);
  if (name === undefined || !joined) return;
  for (const [i, part] of parts.entries()) part.indicator = `${name}${SECTORS[i]}`;
}

/** Numbers by the sentence that holds them, both in text order; those outside every sentence are left out. */
function* bySentence(context: Context): Generator<[Sentence, Quantity[]]> {
  const { quantities, report } = context;
  let q = 0;
  for (const sentence of report.sentences) {
    while ((quantities[q]?.start ?? Infinity) < sentence.start) q++;
    const inside: Quantity[] = [];
    for (; (quantities[q]?.end ?? Infinity) <= sentence.end; q++) inside.push(quantities[q] as Quantity);
    if (inside.length > 0) yield [sentence, inside];
  }
}

function nameEnds(mentions: Mention[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const m of mentions) ends.set(m.start, Math.max(m.end, ends.get(m.start) ?? 0));
  return ends;
}
