/** Lists paired in order by 分别 (城镇和农村居民收入分别增长7.5%、9%): each number gets its own item. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import { type Reading, readMeasure } from './measure.js';
import { stripLead, stripTail } from './phrase.js';
import { termOf } from './term.js';
import { endWord, factWords } from './words.js';

export interface Paired {
  indicator: string;
  /** The part of the name that all items share. */
  head: string;
  /** How the first number of the list is read: the others rise or fall as it does. */
  first: Reading;
  /** Offset of the item in the text, where it stands there; its name may be the number's subject. */
  at: number | null;
}

/** What 分别 names before it has read the first number. */
type Item = Omit<Paired, 'first'>;

const PACKED = z.object({ word: z.string().min(2), items: z.string().transform((s) => s.split(' ')) });
let packed: z.output<typeof PACKED>[] | undefined;

/** 分别 further off than this governs nothing, and a list has at most so many numbers. */
const REACH = 120;
const MOST = 12;

/**
 * @param frames the numbers of one sentence, in order
 * @param index the number that may be the first of such a list
 * @param named what the numbers so far measured
 * @returns the items of the numbers from `index` on, or null where no 分别 governs them
 */
export function pairedBy(context: Context, frames: Frame[], index: number, named: string[]): Paired[] | null {
  const { text } = context.report;
  const first = frames[index] as Frame;
  const start = Math.max(first.clause.start, first.quantity.start - REACH);
  const at = text.slice(start, first.quantity.start).lastIndexOf('分别');
  if (at < 0) return null;
  const distinct = start + at;
  const previous = frames[index - 1]?.quantity;
  if (previous && previous.start >= distinct) return null;
  let count = 1;
  while (count < MOST && frames[index + count]?.clause.start === first.clause.start) count++;
  if (count < 2) return null;
  const items = namesOf(context, first, distinct, previous?.end ?? 0, count, named) ?? earlier(named, count);
  const reading = readMeasure(context, first);
  return items?.map((item) => ({ ...item, first: reading })) ?? null;
}

/**
 * In 分别增长6%和8%，高于全市0.4个和0.6个百分点 the second list is about the things of the first.
 * @param pairs the numbers of the sentence that a 分别 already has given its items
 * @returns the items of the numbers from `index` on, or null where they are no such list
 */
export function pairedAgain(
  context: Context,
  frames: Frame[],
  index: number,
  pairs: ReadonlyMap<number, Paired>,
): Paired[] | null {
  const { text } = context.report;
  const first = frames[index] as Frame;
  if (!pairs.has(index - 1) || frames[index - 1]?.clause.start === first.clause.start) return null;
  let n = 1;
  for (let next = frames[index + n]; next?.clause.start === first.clause.start; next = frames[index + n]) {
    const gap = text.slice((frames[index + n - 1] as Frame).quantity.end, next.quantity.start);
    if (!/^[、和与及]$/.test(gap)) return null;
    n++;
  }
  const before = [...Array(n).keys()].map((k) => pairs.get(index - n + k));
  if (n < 2 || before.some((p) => p === undefined) || pairs.get(index - n - 1)?.first === before[0]?.first)
    return null;
  const reading = readMeasure(context, first);
  const { noun, verb } = termOf(context, reading.phrase);
  if (noun !== '' || verb !== '') return null;
  return before.map((p) => ({ ...(p as Paired), first: reading }));
}

/** The items named before 分别, each with what follows it (分别完成投资 …). */
function namesOf(
  context: Context,
  first: Frame,
  distinct: number,
  from: number,
  n: number,
  named: string[],
): Item[] | null {
  const after = { start: distinct + 2, end: first.quantity.start };
  const compares = /[较比]|(?:计划|目标|任务|预算|进度)的?$/.test(
    context.report.text.slice(after.start, after.end),
  );
  const noun = compares || first.quantity.measure === 'rank' ? '' : termOf(context, after).noun;
  const before = { start: Math.max(first.clause.start, distinct - REACH, from), end: distinct };
  const own = ownWords(context, before);
  const list = own.end - own.start >= 2 ? own : leadList(context, first);
  const items = list ? itemsOf(context, list, n) : null;
  if (items === null && list === own) return shared(context, own, noun, named, n);
  return items?.map((p) => ({ ...p, indicator: p.indicator + noun, head: p.head + noun })) ?? null;
}

/** Own words that name no list: those of the items before where they are a bare metric (亩产分别 …), else one name for all. */
function shared(context: Context, own: Range, noun: string, named: string[], n: number): Item[] | null {
  const term = termOf(context, own);
  const { metric } = factWords();
  if (term.bare && term.metric?.value.kind === 'own' && noun === '')
    return (
      earlier(named, n)?.map((item) => {
        const last = endWord(metric, item.indicator)?.word.length ?? 0;
        return { ...item, indicator: item.indicator.slice(0, item.indicator.length - last) + term.noun };
      }) ?? []
    );
  const indicator = term.verb + term.noun + noun;
  return indicator === '' ? [] : Array<Item>(n).fill({ indicator, head: '', at: null });
}

/** What stands before 分别 less its verbs; in 总量和增速 the growth is an item, no verb. */
function ownWords(context: Context, before: Range): Range {
  const { rest } = stripTail(context, before);
  const cut = /[和与及、]$/.test(context.report.text.slice(rest.start, rest.end));
  return stripLead(context, cut ? before : rest);
}

/** A second 分别 without names is about what the last numbers measured. */
function earlier(named: string[], n: number): Item[] | null {
  if (named.length < n) return null;
  return named.slice(-n).map((indicator) => ({ indicator, head: '', at: null }));
}

/** The clause before, where it names the items (甲、乙投资完成率居前两位，分别为 …). */
function leadList(context: Context, frame: Frame): Range | null {
  const { text } = context.report;
  const lead = text.slice(frame.lead.start, frame.lead.end).replace(/[，,；;：:\s]+$/, '');
  const from = Math.max(lead.lastIndexOf('，'), lead.lastIndexOf(','), lead.lastIndexOf('；')) + 1;
  const clause = lead.slice(from).replace(/(?:稳居|位居|位列|排名|居|列).{0,12}$/, '');
  if (!/[、和与及]/.test(clause)) return null;
  return { start: frame.lead.start + from, end: frame.lead.start + from + clause.length };
}

/** The stretches between 、 (and 和, 与, 及), when there are at least n of them. */
function partsOf(context: Context, range: Range, words: boolean, n: number): Range[] | null {
  const { edges, report } = context;
  const parts: Range[] = [];
  let start = range.start;
  for (let i = range.start; i <= range.end; i++) {
    const c = report.text.charAt(i);
    const joint = c === '、' || (words && '和与及'.includes(c) && edges[i] === 1 && edges[i + 1] === 1);
    if (i < range.end && !joint) continue;
    if (i > start) parts.push({ start, end: i });
    start = i + 1;
  }
  return parts.length >= n ? parts : null;
}

/** Splits A、B和C+head into n items; the head of the last is shared by all. */
function itemsOf(context: Context, range: Range, n: number): Item[] | null {
  const { text } = context.report;
  const parts = partsOf(context, range, false, n) ?? partsOf(context, range, true, n) ?? [];
  const packed = parts.length < n ? packedOf(text.slice(range.start, range.end), n) : null;
  if (packed) return packed;
  if (parts.length < n) return null;
  const items = parts.slice(-n);
  const last = items.at(-1) as Range;
  const whole = (r: Range): string => text.slice(r.start, r.end);
  const metric = factWords().metric;
  const alone = items
    .slice(0, -1)
    .every((r) => /[额值量率数费]$/.test(whole(r)) || endWord(metric, whole(r)) !== null);
  const first = whole(items[0] as Range);
  // 进口、出口通关时间: bare metrics before a head of their own.
  const opens = items
    .slice(0, -1)
    .every((r) => metric.words.has(whole(r)) && whole(r).length === first.length);
  const opened = last.start + first.length;
  const headed = opens && metric.words.has(text.slice(last.start, opened)) && last.end - opened >= 2;
  if (headed)
    return items.map((r, i) =>
      paired(text, i < items.length - 1 ? r : { start: r.start, end: opened }, text.slice(opened, last.end)),
    );
  const split = alone ? last.end : splitHead(context, items.at(-2) as Range, last);
  const head = text.slice(split, last.end).replace(/^[一二两三四五六七八九十\d]+(?:类|项|个|种|大|者)/, '');
  const prefix = ownerOf(whole(items[0] as Range));
  return items.map((r, i) => {
    const item = i === items.length - 1 ? text.slice(r.start, split) : whole(r);
    const bare = alone && i > 0 && isBare(item);
    return { indicator: (bare ? prefix : '') + item + head, head, at: r.start };
  });
}

function paired(text: string, item: Range, head: string): Item {
  return { indicator: text.slice(item.start, item.end) + head, head, at: item.start };
}

function isBare(item: string): boolean {
  const hit = endWord(factWords().metric, item);
  return hit?.word === item && (hit.value.kind === 'own' || hit.value.kind === 'same');
}

/** What stands before the metric of the first item and holds for bare ones after it (旅游人数和总花费). */
function ownerOf(item: string): string {
  const last = endWord(factWords().metric, item);
  return last && item.length - last.word.length >= 2 ? item.slice(0, -last.word.length) : '';
}

/** Items packed into one word: 城乡居民收入 is that of 城镇 and of 农村, 二三产业增加值 that of two sectors. */
function packedOf(words: string, n: number): Item[] | null {
  packed ??= readLexicon('packed-word', PACKED).sort((a, b) => b.word.length - a.word.length);
  for (const { word, items } of packed) {
    const at = words.indexOf(word);
    if (at < 0 || items.length !== n) continue;
    const head = words.slice(at + word.length);
    const owner = words.slice(0, at);
    return items.map((item) => ({ indicator: owner + item + head, head, at: null }));
  }
  return null;
}

/** End of the longest end of one item inside the next (高技术制造业 … 装备制造业|增加值), 0 when they share none. */
function alikeEnd(item: string, next: string): number {
  for (let n = Math.min(item.length - 1, next.length); n >= 2; n--) {
    const at = next.indexOf(item.slice(-n));
    if (at >= 0) return at + n;
  }
  return 0;
}

/** Where the last item's own words end and the shared head begins. */
function splitHead(context: Context, before: Range, last: Range): number {
  const { text } = context.report;
  // 柳河镇、石桥镇: both are whole, and share nothing but the end of their names.
  const alike = text.charAt(before.end - 1) === text.charAt(last.end - 1);
  if (alike && last.end - last.start <= before.end - before.start + 2) return last.end;
  const counted = /[一二两三四五六七八九十\d](?:类|项|个|种|大|者)/.exec(text.slice(last.start, last.end));
  if (counted && counted.index > 0) return last.start + counted.index;
  const like = alikeEnd(text.slice(before.start, before.end), text.slice(last.start, last.end - 2));
  if (like > 0) return last.start + like;
  const even = last.start + before.end - before.start;
  if (even < last.end - 1 && context.edges[even] === 1) return even;
  let split = last.start + 1;
  while (split < last.end && context.edges[split] === 0) split++;
  // 农村居民 may be one word of the dictionary: beside 城镇 it is 农村 and 居民.
  if (split - even >= 2) return even;
  return split < last.end - 1 ? split : last.end;
}
