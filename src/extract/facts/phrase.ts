/** Strips a stretch of words down to the phrase that names what is measured. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import { factWords, type Sense, wordAfter, wordBefore } from './words.js';

/** Cuts words that only say when, how or where in the reporting division off the left. */
export function stripLead(context: Context, range: Range): Range {
  const { text } = context.report;
  const { lead, verb } = factWords();
  let { start } = range;
  const { end } = range;
  for (;;) {
    const here = { start, end };
    const date = dateAt(context, start);
    const word = wordAfter(context, lead, here);
    const light = wordAfter(context, verb, here);
    const own = ownDivisionAt(context, here);
    if (start < end && /[\s，,、；;：:—\-·（）()]/.test(text.charAt(start))) start++;
    else if (date > start && date <= end) start = date;
    else if (own > start && own < end) start = own;
    else if (light && light.value !== 'keep' && light.end < end && light.end >= (word?.end ?? 0))
      start = light.end;
    else if (word && !(light && light.value === 'keep' && light.end >= word.end)) start = word.end;
    else return { start, end };
  }
}

/** Cuts the verbs that lead up to the number off the right; gives their senses, nearest to the number first. */
export function stripTail(context: Context, range: Range): { rest: Range; senses: Sense[] } {
  const { text } = context.report;
  const { tail } = factWords();
  const senses: Sense[] = [];
  const { start } = range;
  let { end } = range;
  for (;;) {
    const hit = wordBefore(context, tail, { start, end });
    if (hit) {
      senses.push(hit.value);
      end = hit.start;
    } else if (end > start && /[\s的了“”：:—\-约]/.test(text.charAt(end - 1)) && text.charAt(end - 1) !== '”')
      end--;
    else {
      const date = context.dates.length ? dateBefore(context, end, start) : end;
      if (date < end) end = date;
      else return { rest: { start, end }, senses };
    }
  }
}

/** End of the date that starts at an offset, with 前, 底, 以来 … after it; the offset itself when there is none. */
export function dateAt(context: Context, offset: number): number {
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

/** Index of the first range that starts at or after an offset. */
export function firstFrom(ranges: Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** End of the reporting division's own name (or an ancestor's) at the start of a range, else the start. */
export function ownDivisionAt(context: Context, range: Range): number {
  const { text, lineage } = context.report;
  for (const { name } of lineage) {
    if (text.startsWith(name, range.start)) return range.start + name.length;
    const stem = name.replace(/(省|市|区|县|自治区|自治县|街道|镇|乡)$/, '');
    if (
      stem.length >= 2 &&
      text.startsWith(stem, range.start) &&
      context.edges[range.start + stem.length] === 1
    )
      return range.start + stem.length;
  }
  return range.start;
}

/** The last verb of a range that is part of what is counted, with the words after it. */
export function lastVerb(context: Context, range: Range): { start: number; end: number } | null {
  const { verb } = factWords();
  for (let end = range.end; end > range.start; end--) {
    if (context.edges[end] === 0) continue;
    const hit = wordBefore(context, verb, { start: range.start, end });
    if (hit && hit.value === 'keep') return { start: hit.start, end };
  }
  return null;
}

/** The verb that opens a range, when it is part of what is counted. */
export function openingVerb(context: Context, range: Range): { start: number; end: number } | null {
  const hit = wordAfter(context, factWords().verb, range);
  return hit && hit.value === 'keep' ? { start: range.start, end: hit.end } : null;
}

/** The noun after a number: adverbs dropped, cut before a predicate; '' when it names nothing. */
export function nounAfter(context: Context, range: Range): { text: string; verbal: boolean } {
  const { text } = context.report;
  const { verb, unmeasured } = factWords();
  let at = range.start;
  const bound = wordAfter(context, unmeasured, range);
  if (bound) at = bound.end;
  while (at < range.end && /[\s的“]/.test(text.charAt(at)) && !(text.charAt(at) === '“')) at++;
  let out = '';
  let verbal = false;
  while (at < range.end) {
    const date = dateAt(context, at);
    if (date > at) break;
    const hit = wordAfter(context, verb, { start: at, end: range.end });
    if (hit?.value === 'stop') break;
    if (hit && out === '') verbal = true;
    const end = hit ? hit.end : nextEdge(context, at, range.end);
    if (hit?.value !== 'light') {
      const joined = out + text.slice(at, end);
      if (joined.length > 22 && out.length >= 2) break;
      if (hit && out.length >= 12) break;
      out = joined;
    }
    at = end;
  }
  return { text: out.trim(), verbal };
}

function nextEdge(context: Context, at: number, end: number): number {
  let next = at + 1;
  while (next < end && context.edges[next] === 0) next++;
  return next;
}
