/** What a number measures, in the report's words, complete enough to stand alone. */
import type { Context } from '../context.js';
import { leadTerm, verbOnly } from './borrowed.js';
import { headAfter, inRounds, partBetween, spent, taking, whatTheyDo } from './counted.js';
import type { Frame } from './frame.js';
import { carried, joinedList, listTail, outcome, sharedPredicate } from './list.js';
import type { Reading } from './measure.js';
import { type After, lastVerb, nounAfter, stripLead } from './phrase.js';
import { afterModal, emptyTerm, objectOf, type Term, termOf } from './term.js';
import { tidy } from './tidy.js';
import { inherit, own, type Topic } from './topic.js';
import { endWord, factWords } from './words.js';

/** Units of amounts, which name no things: the noun before them says what they measure. */
const AMOUNT =
  /元$|^%$|％|‰|百分点|倍|吨|克|斤|亩|公顷|米|公里|里$|千瓦|时$|升|度|伏|安|标准|位$|册|\/|分$|成$/;
const WHOLE = /^[%％成]$/;
const PARTS_UNIT = /^[%％‰成]$|百分点$/;
/** A division counted by one character (5个县投资完成率低于 …). */
const DIVISION = /^[省市县区旗乡镇村校]$/;
const DURATION = /^(天|小时|分钟|个月|月|年|个工作日|工作日|周|日|秒)$/;

export interface Named {
  indicator: string;
  /** True when the words of the number itself name it, so that later numbers can hang on it. */
  fresh: boolean;
  /** The number counts a part of the noun after it (八成财政资金用于民生). */
  portion: boolean;
  term: Term;
}

/**
 * @param reading what the words before the number left to name it
 * @param owned its clause or paragraph is about one named thing, which owns bare metrics
 * @param topic what the last number measured, or null at the start of a paragraph
 * @returns the indicator and whether its own words gave it
 */
export function nameIndicator(
  context: Context,
  frame: Frame,
  reading: Reading,
  topic: Topic | null,
  owned = false,
): Named | null {
  const before = termOf(context, afterModal(context, reading.phrase));
  const counter = before.noun === '' && before.verb === '' && !AMOUNT.test(frame.quantity.unit);
  const result = counter ? outcome(context, frame, topic) : null;
  if (topic && result) return { indicator: tidy(result), fresh: true, portion: false, term: topic.term };
  const after = sharedPredicate(context, frame, wordsAfter(context, frame, reading, before));
  const term = choose(context, frame, reading, before, after, topic);
  if (term) {
    const full = inherit(
      context,
      owned && term.metric?.value.kind === 'own' ? term : own(context, term, topic, frame),
      topic,
      frame,
      reading,
    );
    const portion = after.text !== '' && WHOLE.test(frame.quantity.unit) && term.noun.endsWith(after.text);
    const verb = thin(context, frame, reading, full) ? '增长' : ofGrowth(context, reading, full);
    return { indicator: tidy(full.verb + full.noun + verb), fresh: true, portion, term: full };
  }
  if (!topic) return null;
  return { indicator: topic.indicator, fresh: false, portion: false, term: topic.term };
}

function wordsAfter(context: Context, frame: Frame, reading: Reading, before: Term): After {
  if (reading.measure === 'rank') return { text: '', verbal: false };
  // 学校由38所撤并到29所: what follows is the move to the next number.
  const moves = /[由从]$/.test(context.report.text.slice(frame.before.start, frame.quantity.start).trimEnd());
  if (moves && before.noun !== '') return { text: '', verbal: false };
  const { unit } = frame.quantity;
  const own = stripLead(context, frame.before);
  const alone = before.noun === '' && before.verb === '' && own.end - own.start <= 1;
  const whole =
    alone && WHOLE.test(unit) && frame.joint !== 'pause' && frame.after.end > frame.after.start + 2;
  const range = whole
    ? { start: frame.after.start, end: Math.min(frame.clause.end, frame.after.start + 40) }
    : frame.after;
  const noun = nounAfter(
    context,
    range,
    whole && !/\d/.test(context.report.text.slice(range.start, range.end)),
    AMOUNT.test(unit),
  );
  return whole || AMOUNT.test(unit) ? noun : (headAfter(context, frame, noun) ?? noun);
}

/** A place is that of the growth where the words say so (服务业增加值增速居全市第3). */
function ofGrowth(context: Context, reading: Reading, term: Term): string {
  if (term.noun === '' || (reading.measure !== 'rank' && reading.scope === null)) return '';
  const words = context.report.text.slice(
    Math.max(reading.phrase.start, reading.phrase.end - 2),
    reading.phrase.end,
  );
  return /^(?:增速|增幅|涨幅|降幅)$/.test(words) && !term.noun.endsWith(words) ? words : '';
}

/** 经济 alone names no measure: 经济增长 does. */
function thin(context: Context, frame: Frame, reading: Reading, term: Term): boolean {
  if (reading.measure !== 'change' || term.metric || term.verb !== '' || term.noun.length > 2) return false;
  return /增长/.test(context.report.text.slice(reading.phrase.end, frame.quantity.start));
}

/** Weighs the words before the number against the noun after it. */
function choose(
  context: Context,
  frame: Frame,
  reading: Reading,
  before: Term,
  after: After,
  topic: Topic | null,
): Term | null {
  const { unit } = frame.quantity;
  const amount = AMOUNT.test(unit);
  const one = DIVISION.test(after.text);
  const usable = (after.text.length >= 2 || one) && !(reading.compared && before.noun !== '');
  const doing = usable && !one && after.text.length <= 2 ? whatTheyDo(context, frame, after) : null;
  if (doing && before.noun === '' && before.verb === '') return { ...emptyTerm, noun: doing };
  if (usable && partBetween(context, frame, reading, before, after)) {
    const whole = joinedList(context, frame, before) ?? before;
    return { ...whole, noun: whole.noun + after.text, metric: null, bare: false, place: false };
  }
  const rounds = inRounds(context, frame);
  if (rounds) return rounds;
  if (DURATION.test(unit) && after.text.length >= 2 && !before.metric) return taking(context, frame, after);
  // 甲至乙等9个续建项目: the noun behind says what they are.
  const listed = before.place && context.report.text.charAt(frame.quantity.start - 1) === '等';
  const nominal = !after.verbal || listed || (before.noun === '' && before.verb !== '');
  if (usable && amount && after.verbal && before.noun === '' && before.verb !== '')
    return spent(before, after);
  // 按年初确定的200公里公路建设任务: what is counted stands behind.
  const relative =
    after.text.length >= 4 &&
    !after.verbal &&
    /的$/.test(context.report.text.slice(frame.before.start, frame.quantity.start));
  if (usable && relative && !reading.compared && amount && !PARTS_UNIT.test(unit))
    return { ...emptyTerm, noun: after.text, metric: endWord(factWords().metric, after.text) };
  if (usable && nominal && (!amount || before.noun === '' || before.place)) {
    if (reading.compared && topic && before.noun === '' && before.verb === '') return null;
    const verb =
      before.place || before.noun === ''
        ? carried(context, frame, before, topic)
        : actor(context, frame, reading, before, after);
    return {
      ...before,
      noun: after.text,
      verb,
      place: false,
      metric: endWord(factWords().metric, after.text),
      bare: false,
    };
  }
  // 柳河镇完成年度计划的31%, with nothing said of which plan.
  if (
    before.place &&
    !topic &&
    reading.measure === 'share' &&
    /(?:计划|任务|目标)$/.test(reading.scope ?? '')
  )
    return { ...emptyTerm, noun: `${reading.scope}完成` };
  if (
    before.noun !== '' &&
    !(before.place && topic && reading.measure !== 'change' && PARTS_UNIT.test(unit))
  ) {
    const joined = joinedList(context, frame, before);
    if (joined) return joined;
    const rated = before.metric?.value.kind === 'rate' || before.metric?.value.kind === 'share';
    const verb =
      before.verb === '' && !before.bare && !rated ? carried(context, frame, before, topic) : before.verb;
    return { ...before, verb };
  }
  if (usable && after.verbal && before.verb === '' && (!topic || !reading.compared)) {
    // 举办创业周、5万人次参与: in what.
    const same = topic?.sentence === frame.sentence.index && topic.term.noun !== '';
    const what = after.text.length > 2 ? '' : same ? topic.term.noun : objectOf(context, frame.lead);
    return {
      ...emptyTerm,
      noun: what.length <= 14 && !what.endsWith(after.text) ? what + after.text : after.text,
    };
  }
  if (before.verb !== '') return verbOnly(context, frame, before, amount, topic);
  if (reading.compared || reading.measure !== 'level') return leadTerm(context, frame, topic);
  return listTail(context, frame) ?? leadTerm(context, frame, topic);
}

/**
 * What of the words before a counted noun belongs to it: a named actor with its verb (“一件事”上线运行70个事项), a verb with a
 * short object (覆盖欧亚120个城市), or the last verb (梯次推出3批清单).
 */
function actor(
  context: Context,
  { quantity, piece, clause, joint }: Frame,
  reading: Reading,
  before: Term,
  after: After,
): string {
  const words = before.verb + before.noun;
  const short = before.verb !== '' && before.noun.length <= 4;
  if ((/”/.test(words) || short) && words.length + after.text.length <= 24) return words;
  const verb = lastVerb(context, reading.phrase);
  const gap = context.report.text.slice(reading.phrase.end, quantity.start);
  // 自贸试验区9项创新成果: whose they are.
  if (
    verb?.end !== reading.phrase.end &&
    before.verb === '' &&
    /^[首近约超逾等的]?$/.test(gap) &&
    words.length >= 2 &&
    (piece.start === clause.start || joint === 'pause') &&
    words.length <= 10 &&
    after.text.length <= 16
  )
    return words;
  return verb && verb.end === reading.phrase.end ? context.report.text.slice(verb.start, verb.end) : '';
}
