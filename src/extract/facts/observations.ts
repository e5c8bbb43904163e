/** Numbers become observations: each number with what it measures, how, when and of whom. */
import type { DraftObservation, Mention, NonFact, Sentence } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import { statusAt } from '../standing.js';
import { type Frame, framesOf } from './frame.js';
import { nameIndicator, tidy } from './indicator.js';
import { readMeasure } from './measure.js';
import { type Paired, pairedBy } from './pairs.js';
import { periodOf } from './period.js';
import { Subjects } from './subject.js';
import type { Topic } from './topic.js';

/** Every number that states a fact, and for every other numeral the reason it states none. */
export function readObservations(
  context: Context,
  mentions: Mention[],
): { observations: DraftObservation[]; nonFacts: NonFact[] } {
  const subjects = new Subjects(context, mentions);
  const observations: DraftObservation[] = [];
  let topic: Topic | null = null;
  let line = -1;
  for (const [sentence, quantities] of bySentence(context)) {
    const start = context.report.text.lastIndexOf('\n', sentence.start) + 1;
    if (start !== line) topic = null;
    line = start;
    topic = readSentence(context, subjects, framesOf(context, sentence, quantities), topic, observations);
  }
  return { observations, nonFacts: [] };
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
    if (!pairs.has(i))
      for (const [k, p] of (pairedBy(context, frames, i, named) ?? []).entries()) pairs.set(i + k, p);
    const reading = readMeasure(context, frame);
    const pair = pairs.get(i);
    const own = nameIndicator(context, frame, reading, topic);
    const indicator = pair ? tidy(pair.indicator) : (own?.indicator ?? '');
    if (indicator === '') continue;
    if (own?.fresh && !pair) {
      topic = {
        indicator,
        term: own.term,
        unit: quantity.unit,
        sentence: sentence.index,
        clause: frame.clause.start,
      };
      named.push(indicator);
    } else if (pair) named.push(indicator);
    const paired = pair?.at == null ? null : subjects.startingAt(pair.at);
    const subject = paired ?? subjects.of(sentence, quantity.start, indicator);
    out.push({
      indicator,
      subject,
      value: reading.value,
      valueMax: reading.valueMax,
      unit: quantity.unit,
      measure: reading.measure,
      status: statusAt(context, quantity.start),
      approx: quantity.approx,
      scope: reading.scope,
      period: periodOf(context, frame, reading, indicator, subject !== 'division'),
      evidence: { start: quantity.start, end: quantity.end },
      sentence: sentence.index,
      rule: `fact.${reading.measure}`,
    });
  }
  return topic;
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
