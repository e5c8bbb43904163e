/** How a number measures its indicator: the amount itself, a change, a share, a rank or a ratio. */
import type { Measure, Range } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import type { Frame } from './frame.js';
import { stripTail } from './phrase.js';
import { endWord, factWords, type Sense } from './words.js';

export interface Reading {
  /** Words before the number that may name what is measured; verbs, comparisons and scopes are cut off. */
  phrase: Range;
  measure: Measure;
  value: number;
  valueMax: number | null;
  scope: string | null;
  /** The number is set against an earlier or another figure (比上年, 占 …, 高于 …). */
  compared: boolean;
}

const SHARE = /占(?![地用比据领])([^占]{1,24}?)$/;
const PART_OF = /(?:是|为|相当于|达到|达)([^是为]{1,20}的)$/;
const TARGET_SHARE =
  /(?:超额|提前)?完成((?:全年|年度|年|当年|区|市|省|上级|计划|既定|预期|下达)[^完]{0,12}?(?:计划|目标|任务|预算|进度)(?:任务|数|目标)?)(?:的|形象进度)*$/;
const COMPARED =
  /(?:按可比价格?|同口径)?(?:较|比|与|同)(?![重例率值分较])([^较比]{1,16}?)(?:相比|同期|分别|又|再|均|也)?$/;
const GAP =
  /(?:高于|低于|快于|慢于|优于|好于|高出|超出|超过|多于|少于|领先|落后|落后于|领先于|超)([^于]{1,14})$/;
const SCOPE = /(全[国省市区县州球]|世界|中部|西部|东部|同类|各县|各市|[^，]{2,4}中心城区)[^，]{0,14}$/;
const RANK_VERB =
  /(?:稳居|位居|跃居|名列|位列|高居|列居|居|列|排名|排在|排|(?:升|进|跃升|跃|前移|上升|晋升|攀升|提升)[至到]|保持在?|位次|为|在)([^居列]{0,20})$/;
/** Units that are parts of something: a bare one without a verb is a level. */
const PARTS = /^(%|％|‰|成|个百分点|百分点|倍)$/;

/**
 * @param context the report's reading context
 * @param frame the number with its words
 * @returns measure, signed value and the phrase left to name the indicator
 */
export function readMeasure(context: Context, frame: Frame): Reading {
  const { quantity: q, before } = frame;
  const base = { value: q.value, valueMax: q.valueMax, scope: null, compared: false };
  if (q.measure === 'rank') return { ...base, measure: 'rank', ...rank(context, before) };
  const raw = context.report.text.slice(before.start, before.end);
  const parts = PARTS.test(q.unit);
  const partOf = parts ? PART_OF.exec(raw) : null;
  if (partOf) {
    const phrase = { start: before.start, end: before.start + partOf.index };
    const measure = q.unit === '倍' ? 'ratio' : 'share';
    return {
      ...base,
      measure,
      compared: true,
      phrase: stripTail(context, phrase).rest,
      scope: trim(partOf[1]),
    };
  }
  const { rest, senses } = stripTail(context, before);
  const words = context.report.text.slice(rest.start, rest.end);
  const done = parts ? TARGET_SHARE.exec(raw.replace(/(?:达到|达|约|近|超过|超|为)+$/, '')) : null;
  if (done)
    return {
      ...base,
      measure: 'share',
      compared: true,
      scope: trim(done[1]),
      phrase: cut(before, done.index),
    };
  const share = lastAt(context, rest, words, SHARE);
  if (share) {
    const whole = endWord(factWords().metric, words)?.value.kind === 'share';
    const phrase = whole ? rest : cut(rest, share.index);
    const scope = trim((share[1] ?? '').replace(/(的)?(比重|比例|份额|比率)$/, ''));
    return { ...base, ...signed(q, senses, 'share'), compared: true, phrase, scope };
  }
  const gap = /百分点/.test(q.unit) || senses[0] === undefined ? lastAt(context, rest, words, GAP) : null;
  if (gap && (parts || /平均|全[国省市]|同期/.test(gap[1] ?? '')))
    return {
      ...base,
      measure: 'change',
      compared: true,
      phrase: stripTail(context, cut(rest, gap.index)).rest,
      scope: trim(gap[1]),
    };
  const versus = lastAt(context, rest, words, COMPARED);
  const phrase = versus ? stripTail(context, cut(rest, versus.index)).rest : rest;
  return {
    ...base,
    ...signed(q, senses, levelMeasure(context, q, phrase), versus !== null),
    compared: versus !== null,
    phrase,
  };
}

/** Match at a word edge, so that 比 of 占比 or 同 of 合同 never counts. */
function lastAt(context: Context, rest: Range, words: string, pattern: RegExp): RegExpExecArray | null {
  const m = pattern.exec(words);
  return m && context.edges[rest.start + m.index] === 1 ? m : null;
}

function cut(range: Range, index: number): Range {
  return { start: range.start, end: range.start + index };
}

/** A rise or fall by the nearest verb, its sign, and else the plain measure. */
function signed(
  q: Quantity,
  senses: Sense[],
  plain: Measure,
  versus = false,
): { measure: Measure; value: number; valueMax: number | null } {
  const sense = senses.find((s) => s === 'rise' || s === 'fall');
  const unchanged = { measure: q.measure ?? plain, value: q.value, valueMax: q.valueMax };
  if (/百分点/.test(q.unit)) unchanged.measure = 'change';
  if (!sense || senses[0] === 'share') return unchanged;
  if (q.unit === '倍') return { ...unchanged, measure: 'ratio' };
  if (!PARTS.test(q.unit) && !versus && sense === 'rise' && q.unit !== '')
    return { ...unchanged, measure: 'change' };
  const fall = sense === 'fall' && q.value > 0;
  return {
    measure: 'change',
    value: fall ? -q.value : q.value,
    valueMax: q.valueMax === null ? null : fall ? -q.valueMax : q.valueMax,
  };
}

function levelMeasure(context: Context, q: Quantity, phrase: Range): Measure {
  if (!PARTS.test(q.unit)) return 'level';
  if (q.unit === '倍') return 'ratio';
  const kind = endWord(factWords().metric, context.report.text.slice(phrase.start, phrase.end))?.value.kind;
  return kind === 'share' ? 'share' : 'level';
}

function rank(context: Context, before: Range): { phrase: Range; scope: string | null } {
  const words = context.report.text.slice(before.start, before.end);
  const verb = RANK_VERB.exec(words);
  if (verb && context.edges[before.start + verb.index] === 1) {
    const head = words.slice(0, verb.index);
    const placed = SCOPE.exec(head);
    const scope = trim(verb[1]) ?? trim(placed?.[0]);
    return { scope, phrase: cut(before, verb[1] === '' && placed ? placed.index : verb.index) };
  }
  const placed = SCOPE.exec(words);
  return { scope: trim(placed?.[0]), phrase: cut(before, placed ? placed.index : words.length) };
}

function trim(scope: string | undefined): string | null {
  const s = (scope ?? '')
    .replace(/^(在|到|至|为)/, '')
    .replace(/(的|排名|约|近|达|达到|超过|超)+$/, '')
    .trim();
  return s === '' ? null : s;
}
