/** A phrase taken apart: verb, noun, and whether the noun is a metric that needs an owner. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import { lastVerb, openingVerb, ownDivisionAt, stripLead, stripTail } from './phrase.js';
import { endWord, factWords, type Metric, wordAfter, wordBefore } from './words.js';

export interface Term {
  verb: string;
  noun: string;
  /** The metric word that ends the noun, or null. */
  metric: { word: string; value: Metric } | null;
  /** The noun is nothing but a metric word (总面积, 年产量). */
  bare: boolean;
  /** The noun only says where (a region, a list of examples), so that a noun after the number wins. */
  place: boolean;
}

export const emptyTerm: Term = { verb: '', noun: '', metric: null, bare: false, place: false };

/** Nouns longer than this are cut at their last verb or 的. */
const LONG = 26;
/** A bare stretch of time names nothing (5年增长 …). */
const YEARS = /^[\d一二三四五六七八九十]+(?:个?[年月]|季度)$/;
const PLACE_END = /(?:地区|区域|周边|沿线|流域|领域|范围|两岸|一带|县|市|区|镇|乡|村|街道|省)$/;

/** Takes the phrase of a range apart. */
export function termOf(context: Context, range: Range): Term {
  const { text } = context.report;
  const whole = stripLead(context, range);
  const r = isMetric(text.slice(whole.start, whole.end))
    ? whole
    : stripLead(context, stripTail(context, range).rest);
  const opening = isMetric(text.slice(r.start, r.end)) ? null : openingVerb(context, r);
  const dative = /[为向对给]/.test(text.charAt(r.start - 1)) && r.start > range.start;
  const verb = opening ?? (isMetric(text.slice(r.start, r.end)) ? null : innerVerb(context, r, dative));
  let noun: Range = { start: verb ? verb.end : r.start, end: r.end };
  noun = afterExamples(context, noun);
  noun = { start: stripPlace(context, noun), end: noun.end };
  // 对东盟进出口: without a verb 对 is part of what is measured.
  if (dative && !verb && text.charAt(noun.start - 1) === '对')
    noun = { start: noun.start - 1, end: noun.end };
  let words = text.slice(noun.start, noun.end).trim();
  if (words.length > LONG) words = shorten(context, noun);
  const own = ownDivisionAt(context, noun) === noun.end || factWords().verb.words.get(words) === 'light';
  const metric = endWord(factWords().metric, words);
  const examples = /等$/.test(words) || own;
  if (examples) words = words.replace(/等$/, '');
  // 贷款余额, 出口总额: a verb right before a metric is part of the noun.
  if (opening && verb && opening.end - opening.start === 2 && metric?.word === words)
    return { verb: '', noun: text.slice(verb.start, noun.end).trim(), metric, bare: false, place: false };
  if (own || words === '在' || YEARS.test(words)) words = '';
  words = words.replace(/实现(?=[^实现]{2,})/, '');
  return {
    verb: verb ? text.slice(verb.start, verb.end) : '',
    noun: words,
    metric,
    bare: metric !== null && metric.word === words,
    place: examples || (metric === null && PLACE_END.test(words)),
  };
}

function isMetric(words: string): boolean {
  return endWord(factWords().metric, words)?.word === words;
}

/** Skips 全区-like words after the verb. */
function stripPlace(context: Context, range: Range): number {
  const at = stripLead(context, range).start;
  return at >= range.end ? range.start : at;
}

/** In A成功申报B and 为A兑现B the fact is 申报B, 兑现B: a verb inside, with an adverb or 为A before it. */
function innerVerb(context: Context, range: Range, dative: boolean): Range | null {
  const verb = lastVerb(context, range);
  if (!verb || range.end - verb.end < 2 || verb.start <= range.start) return null;
  if (dative) return verb;
  const adverb = wordBefore(context, factWords().lead, { start: range.start, end: verb.start });
  if (!adverb || adverb.start <= range.start || adverb.value === 'drop') return null;
  return adverb.value === 'mark' ? { start: adverb.start, end: verb.end } : verb;
}

/** Drops the examples of 甲等乙: what is counted is 乙. */
function afterExamples(context: Context, range: Range): Range {
  const { text } = context.report;
  const words = text.slice(range.start, range.end);
  const at = words.lastIndexOf('等');
  // 智能装备等产业营收: without its examples 产业 says nothing.
  if (words.length <= LONG && /^等(?:[一-龥]{0,4}产业|行业|领域|业态|品种)/.test(words.slice(at)))
    return range;
  if (at < 0 || at === words.length - 1 || context.edges[range.start + at] === 0) return range;
  if (context.edges[range.start + at + 1] === 0) return range;
  return { start: range.start + at + 1, end: range.end };
}

function shorten(context: Context, range: Range): string {
  const { text } = context.report;
  const verb = lastVerb(context, { start: range.start, end: range.end - 2 });
  if (verb && range.end - verb.start <= LONG) return text.slice(verb.start, range.end);
  const of = range.start + text.slice(range.start, range.end - 2).lastIndexOf('的');
  if (of > range.start && range.end - of - 1 <= LONG) return text.slice(of + 1, range.end);
  let start = range.end - LONG;
  while (start < range.end && context.edges[start] === 0) start++;
  return text.slice(start, range.end).trim();
}

/** The object of the last verb in a stretch without numbers (…分类设立隔离点 -> 隔离点), '' when there is none. */
export function objectOf(context: Context, range: Range): string {
  const { text } = context.report;
  const words = text.slice(range.start, range.end).replace(/[\s，,；;：:、]+$/, '');
  // 在完成…的基础上，今年开工 …: a frame, no object.
  if (/(?:基础上|同时|过程中|前提下|情况下|背景下)$/.test(words)) return '';
  const from = Math.max(...['，', ',', '；', ';', '：', ':', '、'].map((c) => words.lastIndexOf(c))) + 1;
  const end = range.start + words.length;
  let last: Range = { start: range.start + from, end };
  for (let verb = lastVerb(context, last); verb; verb = lastVerb(context, last)) {
    const object = text.slice(verb.end, end).trim();
    if (object.length >= 2) return object.length <= 14 && !/\d/.test(object) ? object : '';
    last = { start: last.start, end: verb.start };
  }
  return '';
}

const MODAL = /(?:可以|可|必须|须|应|要|拟|将)(?:于|在)?/g;

/** In 县水务局须于9月底前拨付资金, 桥通车后可缩短时间 the fact is what stands behind the modal verb: a verb, after a date at most. */
export function afterModal(context: Context, phrase: Range): Range {
  const { edges, report } = context;
  const words = report.text.slice(phrase.start, phrase.end);
  let start = phrase.start;
  for (const m of words.matchAll(MODAL)) {
    const at = phrase.start + m.index;
    const end = at + m[0].length;
    if (m.index === 0 || edges[at] === 0 || edges[end] === 0) continue;
    const rest = stripLead(context, { start: end, end: phrase.end });
    if (wordAfter(context, factWords().verb, rest)) start = rest.start;
  }
  return { start, end: phrase.end };
}
