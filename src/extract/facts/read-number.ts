/** One number read: its measure, its name by the first rule that has one, and whose it is. */
import type { Ref } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import type { Frame } from './frame.js';
import { grantOf } from './grant.js';
import { nameIndicator } from './indicator.js';
import { type Reading, readMeasure } from './measure.js';
import type { Paired } from './pairs.js';
import type { Subjects } from './subject.js';
import { emptyTerm } from './term.js';
import { tidy } from './tidy.js';
import type { Topic } from './topic.js';
import { endWord, factWords } from './words.js';

export interface Said {
  /** What this number measures: the topic, or what hangs on it (its growth, a step it takes). */
  indicator: string;
  reading: Reading;
  subject: Ref;
  /** What is measured, for this number and for those that lean on it. */
  topic: Topic;
  /** The number's own words named it. */
  fresh: boolean;
  rule: string;
}

/** Units of parts of a whole. */
const PART = /^[%％‰成]$/;

/**
 * @param pair the item that 分别 gives the number, or null
 * @param topic what the last number measured, or null
 * @returns what the number says, or null where nothing names what it measures
 */
export function readNumber(
  context: Context,
  subjects: Subjects,
  frame: Frame,
  pair: Paired | null,
  topic: Topic | null,
): Said | null {
  const read = readMeasure(context, frame);
  if (pair) return paired(subjects, frame, likeFirst(pair, read, frame.quantity), pair);
  const grant = grantOf(context, frame);
  const near = holds(frame, read, topic) ? topic : null;
  const own = nameIndicator(context, frame, read, near, subjects.about(frame) !== null);
  const indicator = tidy(grant?.indicator ?? own?.indicator ?? '');
  if (indicator === '') return null;
  const reading = asShare(
    frame.quantity,
    read,
    grant !== null ||
      own?.portion === true ||
      leansOnShare() ||
      goesTo(context, frame) ||
      ofProgress() ||
      named(),
  );
  if (topic && own?.fresh === false && !grant)
    return {
      indicator: onTopic(context, frame, reading, topic),
      reading,
      subject: topic.subject,
      topic,
      fresh: false,
      rule: `fact.${reading.measure}.carried`,
    };
  const subject = subjects.of(frame, indicator);
  const term = own?.term ?? { ...emptyTerm, noun: indicator };
  const rule = grant ? 'fact.grant' : `fact.${reading.measure}`;
  if (grant?.scope) reading.scope = grant.scope;
  return {
    indicator: step(context, frame, indicator),
    reading,
    subject,
    topic: topicOf(frame, reading, indicator, subject, term),
    fresh: true,
    rule,
  };

  /** 土建65% in a column of progress. */
  function ofProgress(): boolean {
    return context.tables.cellAt(frame.quantity.start)?.column?.role === 'progress';
  }

  /** 第三产业占比过半，达到50.6%. */
  function named(): boolean {
    return own?.fresh === true && own.term.metric?.value.kind === 'share';
  }

  function leansOnShare(): boolean {
    return own?.fresh === false && topic?.measure === 'share';
  }
}

/** 增长5%，比上年提高1个百分点: the points are of the growth, not of the thing. */
function onTopic(context: Context, frame: Frame, reading: Reading, topic: Topic): string {
  const { indicator, measure, unit } = topic;
  // 新增农田6万亩，累计达到58万亩: the sum is not what was added.
  const words = context.report.text.slice(frame.before.start, frame.quantity.start);
  if (/累计|总数|总计/.test(words) && /^新(?:增|建|改)[一-龥]{2}/.test(indicator)) return indicator.slice(2);
  const ofGrowth = measure === 'change' && PART.test(unit) && /百分点$/.test(frame.quantity.unit);
  return ofGrowth && reading.measure === 'change' && !/[速率幅]$/.test(indicator) && indicator.length <= 28
    ? `${indicator}增速`
    : indicator;
}

/** 连跨两个万亿元台阶 counts the steps. */
function step(context: Context, frame: Frame, indicator: string): string {
  if (frame.quantity.unit !== '个') return indicator;
  const { end } = frame.quantity;
  const m = /^[百千万亿]+元?(?:级)?(?:台阶|大关|关口)/.exec(context.report.text.slice(end, end + 8));
  return m && indicator.length + m[0].length < 30 ? `${indicator}跨${m[0]}` : indicator;
}

/** Across a full stop only a change, share, place or figure of the same unit still speaks of the last topic. */
function holds(frame: Frame, reading: Reading, topic: Topic | null): boolean {
  if (!topic || topic.sentence === frame.sentence.index) return true;
  return reading.measure !== 'level' || reading.compared || topic.unit === frame.quantity.unit;
}

/** 财政支出70%以上用于民生 is a share of the spending. */
function goesTo(context: Context, frame: Frame): boolean {
  const { start } = frame.after;
  return /^(?:以上|以下|左右|多|余)?(?:用于|投向|投入|来自)/.test(
    context.report.text.slice(start, start + 6),
  );
}

/** An item of a 分别 list; where the item is a named thing (甲区、乙区完成率分别为 …), that thing owns the number. */
function paired(subjects: Subjects, frame: Frame, reading: Reading, pair: Paired): Said | null {
  const owner = pair.at === null ? null : subjects.startingAt(pair.at);
  const indicator = tidy(owner !== null && pair.head !== '' ? pair.head : pair.indicator);
  if (indicator === '') return null;
  const subject = owner ?? subjects.of(frame, indicator);
  const term = { ...emptyTerm, noun: indicator, metric: endWord(factWords().metric, indicator) };
  return {
    indicator,
    reading,
    subject,
    topic: topicOf(frame, reading, indicator, subject, term),
    fresh: true,
    rule: `fact.${reading.measure}.paired`,
  };
}

function topicOf(
  frame: Frame,
  reading: Reading,
  indicator: string,
  subject: Ref,
  term: Topic['term'],
): Topic {
  return {
    indicator,
    term,
    unit: frame.quantity.unit,
    sentence: frame.sentence.index,
    clause: frame.clause.start,
    subject,
    measure: reading.measure,
  };
}

function asShare(quantity: Quantity, reading: Reading, share: boolean): Reading {
  const turns = share && reading.measure === 'level' && PART.test(quantity.unit);
  return turns ? { ...reading, measure: 'share' } : { ...reading };
}

/** Later numbers of a 分别 list rise or fall as the first one does. */
function likeFirst(pair: Paired, read: Reading, quantity: Quantity): Reading {
  const { first } = pair;
  // 分别增长4.6%、下降2.3%: a verb of its own.
  if (first.measure === 'change' && read.measure === 'change') return read;
  const falls = first.measure === 'change' && first.value < 0;
  const value = falls ? -Math.abs(quantity.value) : quantity.value;
  return { ...read, measure: first.measure, scope: first.scope, compared: first.compared, value };
}
