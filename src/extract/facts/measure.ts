/** How a number measures its indicator: the amount itself, a change, a share, a rank or a ratio. */
import type { Measure, Range } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import type { Frame } from './frame.js';
import { stripLead, stripTail } from './phrase.js';
import { endWord, factWords, lastWordIn, type Sense } from './words.js';

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

const SHARE = /占(?!地(?![区方市级])|[用比据领])([^占]{0,24}?)$/;
const PART_OF =
  /(?:是|为|相当于|达到|达|(?:恢复|压缩|压减|缩短|缩减|降低|下降|提高|提升)[到至]|不到|不足|仅及)([^是为]{1,20}的)$/;
const TARGET_SHARE =
  /(?:超额|提前)?完成((?:全年|年度|年|当年|区|市|省|上级|计划|既定|预期|下达)[^完]{0,12}?(?:计划|目标|任务|预算|进度)(?:任务|数|目标)?)(?:的|形象进度)*$/;
/** Part of a work: 完成工程量的92%, 完成总投资的六成. */
const WORK_SHARE =
  /完成(?:了)?((?:工程|项目|计划)?[^完，、的]{0,10}?(?:工程量|工作量|任务量|投资|总量|建设任务|计划))的$/;
/** A verb that takes the number to where it ends (精简至27家, 整合为11个): the amount itself, whatever the verb. */
const REACHES = /(?<![达得])[至到成](?:约|近|仅|了)*$/;
/** 距年度目标还差21.4亿元. */
const SHORT_OF = /(?:距离?|离|与|较|比)(.{2,12}?)(?:还|仍|尚|相)差(?:约|近)?$/;
const COMPARED = /(?:较|比|与|同)(?![重例率值分较])([^较比]{1,16}?)(?:相比|同期|分别|又|再|均|也)?$/;
/** What a change may be set against: an earlier time, a plan, a larger whole. */
const BASE =
  /^“|普查|[年月季期初末前]|时期|上个|以往|原|计划|目标|预期|进度|平均|限额|上限|控制数|警戒|定额|全[国省市区县]|口径|基数|基准/;
/** Words between a plan and the part of it that was done. */
const HEDGE = /(?:达到|达|约|近|超过|超|为|仅|只有|不足|不到|的)+$/;
const SCOPE =
  /(全[国省市区县州盟旗球]|世界|[东西南北中]部|[东西南北]方|[东西][南北]|华[东南中北]|同类|各[省市县区州]|[^，的]{2,4}中心城区)[^，]{0,14}$/;
const HALF = /半/;
/** 超过全国新增装机的一半, 占全球一半. */
const HALF_OF =
  /(?:超过|接近|占到|占|达到|达|是|为|近|超|不到|不足|仅及)((?:[^，占超]{1,20}的)|(?:全[国省市区县球]|世界)[^，占超]{0,12})$/;
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
  const half = q.unit === '' && q.value === 0.5 && HALF.test(context.report.text.slice(q.start, q.end));
  const partOf = parts ? PART_OF.exec(raw) : half ? HALF_OF.exec(raw) : null;
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
  const done = parts ? TARGET_SHARE.exec(raw.replace(HEDGE, '')) : null;
  if (done)
    return {
      ...base,
      measure: 'share',
      compared: true,
      scope: trim(done[1]),
      phrase: cut(before, done.index),
    };
  const work = parts && !done ? WORK_SHARE.exec(raw.replace(HEDGE, '的')) : null;
  if (work) {
    const start = before.start + work.index + work[0].lastIndexOf(work[1] as string);
    const phrase = { start, end: start + (work[1] as string).length };
    return { ...base, measure: 'share', compared: false, scope: trim(work[1]), phrase };
  }
  const share = lastAt(context, rest, words, SHARE);
  if (share) {
    const whole = endWord(factWords().metric, words)?.value.kind === 'share';
    const phrase = whole && share.index > 0 ? rest : cut(rest, share.index);
    const scope = trim((share[1] ?? '').replace(/(的)?(比重|比例|份额|比率)$/, ''));
    return { ...base, ...signed(q, senses, 'share'), compared: true, phrase, scope };
  }
  const short = SHORT_OF.exec(raw);
  if (short)
    return {
      ...base,
      measure: 'change',
      compared: true,
      phrase: cut(before, short.index),
      scope: trim(short[1]),
    };
  const gap = lastWordIn(context, factWords().tail, rest, (sense) => sense === 'gap');
  const against = gap ? context.report.text.slice(gap.end, rest.end) : '';
  if (gap && against !== '' && against.length <= 14 && (parts || BASE.test(against)))
    return {
      ...base,
      measure: 'change',
      compared: true,
      phrase: beforeGap(context, { start: rest.start, end: gap.start }),
      scope: trim(against),
    };
  const set = lastAt(context, rest, words, COMPARED);
  const grows = parts && senses.every((s) => s === 'level') ? growthAfter(context, frame) : null;
  if (grows) return { ...base, ...signed(q, [grows], 'change'), phrase: rest };
  const versus = set && isBase(set) ? set : null;
  const moved = reaches(context, frame, raw) ? [] : senses;
  const counts = !parts && !versus && /[升展]$/.test(raw) && /^[一-龥]{2}/.test(wordsBehind(context, q));
  if (counts) return { ...base, measure: 'level', phrase: before };
  const cutBy = parts && senses.length === 0 ? reducing(context, rest) : null;
  if (cutBy) return { ...base, ...signed(q, ['fall'], 'change'), phrase: cutBy };
  const phrase = versus ? stripTail(context, cut(rest, versus.index)).rest : rest;
  return {
    ...base,
    ...signed(q, moved, levelMeasure(context, q, phrase), versus !== null),
    compared: versus !== null,
    phrase,
  };
}

/** 提升100所学校: what stands right behind a count is what the verb does something to. */
function wordsBehind(context: Context, q: Quantity): string {
  return /^(?:元|.*[吨里米亩时瓦])$/.test(q.unit) ? '' : context.report.text.slice(q.end, q.end + 2);
}

/** 保持20%以上增长: the verb stands behind the number. */
function growthAfter(context: Context, frame: Frame): Sense | null {
  const words = context.report.text.slice(frame.quantity.end, frame.quantity.end + 8);
  if (!/^[以左上的年平高较快中增下降]/.test(words)) return null;
  const m =
    /^(?:以[上下内]|左右|上下)?的?(?:年均|平均)?(?:高速|较快|快速|中高速)?(增长|增速|增幅|下降|降幅)(?![极点率动])/.exec(
      words,
    );
  return m ? (/[降]/.test(m[1] as string) ? 'fall' : 'rise') : null;
}

/** 增加值增速高于全省1个百分点: the growth word is what is compared. */
function beforeGap(context: Context, range: Range): Range {
  return /增[速幅]$/.test(context.report.text.slice(range.start, range.end))
    ? range
    : stripTail(context, range).rest;
}

/** The verb leads to where the number ends: 精简至27家, from another one also 精简为27家. */
function reaches(context: Context, { clause, quantity }: Frame, raw: string): boolean {
  if (REACHES.test(raw)) return true;
  return /为$/.test(raw) && /[由从]/.test(context.report.text.slice(clause.start, quantity.start));
}

/** 与 and 同 join two things as often as they compare (与产业匹配度). */
function isBase(set: RegExpExecArray): boolean {
  return /^[与同]/.test(set[0]) ? /上年|去年|同期|相比|计划/.test(set[0]) : BASE.test(set[1] ?? '');
}

/** In 压缩办理时限65% the verb stands before what falls. */
function reducing(context: Context, rest: Range): Range | null {
  const lead = stripLead(context, rest);
  const fall = lastWordIn(context, factWords().tail, lead, (sense) => sense === 'fall');
  const object = fall ? lead.end - fall.end : 0;
  return fall && fall.start === lead.start && object >= 2 && object <= 10
    ? { start: fall.end, end: lead.end }
    : null;
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
  if (!sense || senses[0] === 'rank') return unchanged;
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
  if (!PARTS.test(q.unit))
    return q.unit === '' && HALF.test(context.report.text.slice(q.start, q.end)) ? 'share' : 'level';
  if (q.unit === '倍') return 'ratio';
  const kind = endWord(factWords().metric, context.report.text.slice(phrase.start, phrase.end))?.value.kind;
  return kind === 'share' ? 'share' : 'level';
}

function rank(context: Context, before: Range): { phrase: Range; scope: string | null } {
  const { text } = context.report;
  const words = text.slice(before.start, before.end);
  const verb = lastWordIn(
    context,
    factWords().tail,
    before,
    (sense) => sense === 'rank' || sense === 'level',
  );
  if (verb) {
    const after = trim(text.slice(verb.end, before.end));
    const head = { start: before.start, end: verb.start };
    const placed = after === null ? SCOPE.exec(text.slice(head.start, head.end)) : null;
    return { scope: after ?? trim(placed?.[0]), phrase: placed ? cut(head, placed.index) : head };
  }
  const placed = SCOPE.exec(words);
  return {
    scope: trim(placed?.[0]),
    phrase: stripTail(context, placed ? cut(before, placed.index) : before).rest,
  };
}

function trim(scope: string | undefined): string | null {
  const s = (scope ?? '')
    .replace(/^(在|到|至|为)/, '')
    .replace(/(的|排名|位次|排位|约|近|达|达到|超过|超)+$/, '')
    .trim();
  return s === '' ? null : s;
}
