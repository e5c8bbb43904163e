/** A phrase taken apart: verb, noun, and whether the noun is a metric that needs an owner. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import { lastVerb, openingVerb, ownDivisionAt, stripLead, stripTail } from './phrase.js';
import { endWord, factWords, type Metric, wordBefore } from './words.js';

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
const LONG = 22;
const PLACE_END = /(?:地区|区域|周边|沿线|流域|领域|范围|两岸|一带|县|市|区|镇|乡|村|街道|省)$/;

/** Takes the phrase of a range apart. */
export function termOf(context: Context, range: Range): Term {
  const { text } = context.report;
  let r = stripLead(context, stripTail(context, range).rest);
  const verb = openingVerb(context, r);
  let head = verb ? text.slice(verb.start, verb.end) : '';
  let noun: Range = verb ? { start: verb.end, end: r.end } : r;
  const dative = /[为向对给]/.test(text.charAt(r.start - 1)) && r.start > range.start;
  const inner = innerVerb(context, noun, dative);
  if (inner && verb === null) {
    head = text.slice(inner.start, inner.end);
    noun = { start: inner.end, end: r.end };
    r = { start: inner.start, end: r.end };
  }
  noun = afterExamples(context, noun);
  noun = { start: stripLeadPlace(context, noun), end: noun.end };
  let words = text.slice(noun.start, noun.end).trim();
  if (words.length > LONG) words = shorten(context, noun);
  const metric = endWord(factWords().metric, words);
  const examples = /等$/.test(words);
  if (examples) words = '';
  return {
    verb: head,
    noun: words,
    metric,
    bare: metric !== null && metric.word === words,
    place: examples || (metric === null && PLACE_END.test(words)),
  };
}

/** Skips the reporting division's name and 全区-like words after the verb. */
function stripLeadPlace(context: Context, range: Range): number {
  const at = stripLead(context, range).start;
  const own = ownDivisionAt(context, range);
  return at >= range.end ? Math.max(own, range.start) : at;
}

/** In A成功申报B and 为A兑现B the fact is 申报B, 兑现B: a verb inside, with an adverb or 为A before it. */
function innerVerb(context: Context, range: Range, dative: boolean): { start: number; end: number } | null {
  const verb = lastVerb(context, range);
  if (!verb || verb.end >= range.end || verb.start <= range.start) return null;
  if (dative) return verb;
  const adverb = wordBefore(context, factWords().lead, { start: range.start, end: verb.start });
  return adverb && adverb.start > range.start && verb.start - adverb.start >= 2 ? verb : null;
}

/** Drops the examples of 甲等乙: what is counted is 乙. */
function afterExamples(context: Context, range: Range): Range {
  const { text } = context.report;
  const words = text.slice(range.start, range.end);
  const at = words.lastIndexOf('等');
  if (at < 0 || at === words.length - 1 || context.edges[range.start + at] === 0) return range;
  if (context.edges[range.start + at + 1] === 0) return range;
  return { start: range.start + at + 1, end: range.end };
}

function shorten(context: Context, range: Range): string {
  const { text } = context.report;
  const verb = lastVerb(context, { start: range.start, end: range.end - 2 });
  if (verb && range.end - verb.start <= LONG) return text.slice(verb.start, range.end);
  const of = text.lastIndexOf('的', range.end - 3);
  if (of > range.start && range.end - of - 1 <= LONG) return text.slice(of + 1, range.end);
  let start = range.end - LONG;
  while (start < range.end && context.edges[start] === 0) start++;
  return text.slice(start, range.end).trim();
}

/** The object of the last verb in a stretch without numbers (…分类设立隔离点 -> 隔离点), '' when there is none. */
export function objectOf(context: Context, range: Range): string {
  const { text } = context.report;
  const words = text.slice(range.start, range.end).replace(/[\s，,；;：:、]+$/, '');
  const from = Math.max(...['，', ',', '；', ';', '：', ':', '、'].map((c) => words.lastIndexOf(c))) + 1;
  const last = { start: range.start + from, end: range.start + words.length };
  const verb = lastVerb(context, last);
  const object = text.slice(verb ? verb.end : last.start, last.end).trim();
  const short = verb !== null || from === 0;
  return short && object.length >= 2 && object.length <= 14 && !/\d/.test(object) ? object : '';
}
