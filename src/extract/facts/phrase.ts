/** Strips a stretch of words down to the phrase that names what is measured. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import { firstFrom } from '../ranges.js';
import { endWord, factWords, lastWordIn, type Sense, wordAfter, wordBefore } from './words.js';
import { isWork } from './work.js';

/** A list number or 一是 at the head of a stretch. */
const MARKER =
  /^[\s　]*(?:[一二三四五六七八九十]是|其[一二三四五六]|\d{1,2}[．.、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）])/;

/** Cuts words that only say when, how or where in the reporting division off the left. */
export function stripLead(context: Context, range: Range): Range {
  const { text } = context.report;
  const { end } = range;
  let start = afterMarker(text, range.start, end);
  for (;;) {
    const next = leadEnd(context, { start, end });
    if (next === start) return { start, end };
    start = next;
  }
}

/** Offset behind a list marker, or the start. */
export function afterMarker(text: string, start: number, end: number): number {
  const at = start + (MARKER.exec(text.slice(start, start + 8))?.[0].length ?? 0);
  return at > end ? start : at;
}

function leadEnd(context: Context, here: Range): number {
  const { start, end } = here;
  const { lead, verb } = factWords();
  if (
    start >= end ||
    endWord(factWords().metric, context.report.text.slice(start, end))?.word.length === end - start
  )
    return start;
  if (/[\s，,、；;：:—\-·（）()]/.test(context.report.text.charAt(start))) return start + 1;
  const date = dateAt(context, start);
  if (date > start && date <= end) return date;
  const own = ownDivisionAt(context, here);
  if (own > start && own < end) return own;
  const word = wordAfter(context, lead, here);
  const action = wordAfter(context, verb, here);
  const verbal = action !== null && (action.value === 'keep' || action.value === 'light');
  if (verbal && action.end >= (word?.end ?? 0))
    return action.value === 'light' && action.end < end ? action.end : start;
  if (!word || word.value === 'mark') return start;
  if (word.value === 'adverb' && !wordAfter(context, verb, { start: word.end, end })) {
    const again = wordAfter(context, lead, { start: word.end, end });
    if (again?.value !== 'adverb') return start;
  }
  return word.end;
}

/** Cuts the verbs that lead up to the number off the right; gives their senses, nearest to the number first. */
export function stripTail(context: Context, range: Range): { rest: Range; senses: Sense[] } {
  const { text } = context.report;
  const { tail } = factWords();
  const senses: Sense[] = [];
  const { start } = range;
  let { end } = range;
  for (;;) {
    const word = wordBefore(context, tail, { start, end });
    const glued = afterMetric(text, start, end);
    const hit = glued && glued.start < (word?.start ?? end) ? glued : word;
    if (hit && isWork(context, hit.start, { start, end })) return { rest: { start, end }, senses };
    if (hit) {
      senses.push(hit.value);
      end = hit.start;
    } else if (end > start && /[\s的了“”：:—\-约]/.test(text.charAt(end - 1)) && text.charAt(end - 1) !== '”')
      end--;
    else {
      const last = text.charAt(end - 1);
      const years =
        last === '年' &&
        /[^\d第近前後后了][一二三四五六七八九十两\d]{1,2}年$/.exec(text.slice(Math.max(start, end - 4), end));
      if (years) {
        end -= years[0].length - 1;
        continue;
      }
      const from =
        senses.length > 0 && /[月天时年日上内右]/.test(last)
          ? FROM_TIME.exec(text.slice(Math.max(start, end - 14), end))
          : null;
      if (from) {
        end -= from[0].length;
        continue;
      }
      const date = dateBefore(context, end, start);
      if (date < end && !/[比较与]/.test(text.charAt(date - 1))) end = date;
      else return { rest: { start, end }, senses };
    }
  }
}

/** 开办时间从一个月以上压缩到4天: the state before, in words. */
const FROM_TIME = /[由从][一二两三四五六七八九十半\d]{1,3}个?(?:月|天|小时|年|工作日)(?:以[上内]|左右)?$/;

/** A verb glued to a metric by the segmentation (占比|达 read as 占|比达): the metric word shows the edge. */
function afterMetric(text: string, from: number, end: number): { start: number; value: Sense } | null {
  const { tail, metric } = factWords();
  if (tail.byLast[text.charCodeAt(end - 1)] === 0) return null;
  for (const n of [5, 4, 3, 2, 1]) {
    const value = tail.words.get(text.slice(end - n, end));
    if (
      value !== undefined &&
      end - n > from &&
      endWord(metric, text.slice(Math.max(from, end - n - 8), end - n))
    )
      return { start: end - n, value };
  }
  return null;
}

/** End of the date that starts at an offset, with 前, 底, 以来 … after it; the offset itself when there is none. */
function dateAt(context: Context, offset: number): number {
  const date = context.dates[firstFrom(context.dates, offset)];
  if (date?.start !== offset) return offset;
  const m = /^(以来|期间|时期|底前|底|末|前|后|起|间|内|当月|止|中|里|的)+/.exec(
    context.report.text.slice(date.end, date.end + 6),
  );
  return date.end + (m ? m[0].length : 0);
}

function dateBefore(context: Context, end: number, from: number): number {
  const date = context.dates[firstFrom(context.dates, end) - 1];
  return date && date.end === end && date.start >= from ? date.start : end;
}

/** End of the reporting division's own name (or an ancestor's) at the start of a range, else the start. */
export function ownDivisionAt(context: Context, range: Range): number {
  const { text, lineage } = context.report;
  // 潍坊 of 潍坊科技学院 is part of a name, not a word on where.
  const named = context.names?.get(range.start) ?? range.start;
  for (const { name } of lineage) {
    if (text.charCodeAt(range.start) !== name.charCodeAt(0)) continue;
    if (named > range.start + name.length) break;
    if (text.startsWith(name, range.start)) return range.start + name.length;
    const stem = name.replace(/(省|市|区|县|自治区|自治县|街道|镇|乡)$/, '');
    // A bare stem opens many names (松岭一中): it says where only when it stands alone.
    if (stem.length >= 2 && range.start + stem.length === range.end && text.startsWith(stem, range.start))
      return range.end;
  }
  return range.start;
}

/** The last verb of a range that is part of what is counted. */
export function lastVerb(context: Context, range: Range): Range | null {
  return lastWordIn(context, factWords().verb, range, (kind) => kind === 'keep');
}

/** The first verb of a range that is part of what is counted. */
export function firstVerb(context: Context, range: Range): Range | null {
  for (let start = range.start; start < range.end; start++) {
    if (context.edges[start] === 0) continue;
    const hit = wordAfter(context, factWords().verb, { start, end: range.end });
    if (hit?.value === 'keep') return { start, end: hit.end };
  }
  return null;
}

/** The verbs that open a range, when they are part of what is counted (征集改造 …). */
export function openingVerb(context: Context, range: Range): Range | null {
  let { start: end } = range;
  const mark = wordAfter(context, factWords().lead, range);
  if (mark?.value === 'mark') end = mark.end;
  const from = end;
  for (;;) {
    const hit = wordAfter(context, factWords().verb, { start: end, end: range.end });
    if (hit?.value !== 'keep' || (end > from && hit.end < range.end && range.end - hit.end < 2)) break;
    end = hit.end;
  }
  return end > from ? { start: range.start, end } : null;
}

/** The noun after a number, with what it does where that is short; '' when it names nothing. */
export interface After {
  text: string;
  /** It opens with a verb. */
  verbal: boolean;
}

/**
 * @param whole keep predicates (八成财政资金用于民生): for shares, whose noun alone says nothing
 * @param plain stop at the first verb after the noun: for amounts (1万亿元国债支持 …)
 */
export function nounAfter(context: Context, range: Range, whole = false, plain = false): After {
  const { text } = context.report;
  const { verb, unmeasured } = factWords();
  let at = wordAfter(context, unmeasured, range)?.end ?? range.start;
  while (at < range.end && /[\s的]/.test(text.charAt(at))) at++;
  const { tail } = factWords();
  const moves = wordAfter(context, tail, { start: at, end: range.end });
  const bare = moves && (moves.end >= range.end || !/[一-龥]/.test(text.charAt(moves.end)));
  if (moves && ((bare && CHANGES.test(moves.value)) || /[到至为]/.test(text.charAt(moves.end - 1))))
    return { text: '', verbal: false };
  let out = '';
  let verbal = false;
  while (at < range.end && !/[：:]/.test(text.charAt(at)) && !opensAside(text, at, range.end)) {
    if (dateAt(context, at) > at) break;
    const hit = wordAfter(context, verb, { start: at, end: range.end });
    if (hit?.value === 'stop' && !whole) break;
    if (hit && out === '' && hit.value !== 'adverb') verbal = true;
    if (hit && plain && !whole && out !== '' && !verbal && hit.value !== 'adverb') break;
    const end = hit ? hit.end : nextEdge(context, at, range.end);
    const closes = hit?.value === 'light' && end === range.end && out.length >= 2;
    if ((hit?.value !== 'light' && hit?.value !== 'adverb') || whole || closes) {
      if (out.length + end - at > LONGEST && out.length >= 2) break;
      if (hit && out.length >= 14 && !whole) break;
      out += text.slice(at, end);
    }
    at = end;
  }
  out = out.replace(/(?:[和及、]|(?<!参)与)[^和及与、]{0,2}$/, (m) => (at < range.end ? '' : m));
  out = out.replace(/(?:[的和及、]|(?<!参)与)+$/, '').trim();
  out = out.replace(/的(?:基础上|前提下|同时|情况下|过程中)$/, '');
  if (!whole) out = out.replace(/(.{2})[和与及]“.*$/, '$1');
  return !whole && endWord(unmeasured, out) ? { text: '', verbal: false } : { text: out, verbal };
}

/** A bracket that is no short part of a name such as 中国（眉县）… . */
function opensAside(text: string, at: number, end: number): boolean {
  if (!/[（(]/.test(text.charAt(at))) return false;
  const close = text.slice(at, Math.min(end, at + 10)).search(/[）)]/);
  return close < 0 || at + close + 2 >= end;
}

const CHANGES = /rise|fall/;
const LONGEST = 22;

function nextEdge(context: Context, at: number, end: number): number {
  let next = at + 1;
  while (next < end && context.edges[next] === 0) next++;
  return next;
}
