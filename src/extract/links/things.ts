/** The things a sentence speaks of: outermost mentions, gathered into the lists that share one verb (A、B和C等项目). */
import type { EntityType, Mention, Range } from '../../model.js';

/** A run of coordinated mentions. */
export interface ThingList extends Range {
  /** Mention indices, in text order. */
  items: number[];
}

/** Indices of mentions that lie in no other mention, by start; of equal stretches the first. */
export function outermost(mentions: readonly Mention[]): number[] {
  const order = mentions
    .map((_, i) => i)
    .sort((a, b) => {
      const x = mentions[a] as Mention;
      const y = mentions[b] as Mention;
      return x.start - y.start || y.end - x.end || a - b;
    });
  const kept: number[] = [];
  let reach = -1;
  for (const i of order) {
    const { end } = mentions[i] as Mention;
    if (end <= reach) continue;
    kept.push(i);
    reach = end;
  }
  return kept;
}

/** First position in `order` (mention indices by start) whose mention starts at or after `offset`. */
export function firstFrom(mentions: readonly Mention[], order: readonly number[], offset: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[order[middle] as number] as Mention).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 等 before the group that sums a list up, or “A”“B” set side by side. */
const APPOSED = /^[”’》」）)]?等[^，,。；;：:！？、]{0,6}$|^[”’》」]{0,2}[“‘《「]{0,2}$/;
/** Between two items of one list: closing marks, a separator, at most an item that is no name, opening marks. */
const LINK =
  /^[”’》」）)]?[^，,。；;：:！？、和与及]{0,6}(?:(?:、|和|与|及|以及|暨)[^，,。；;：:！？、和与及]{0,14}){0,4}(?:、|和|与|及|以及|暨)[“‘《「（(]?[^，,。；;：:！？、]{0,4}$/;

/**
 * Cuts the mentions of a stretch into lists.
 * @param order outermost mention indices by start
 * @param blocks true where a stage word stands between two offsets: it ends the list
 */
export function listsOf(
  text: string,
  mentions: readonly Mention[],
  order: readonly number[],
  range: Range,
  blocks: (start: number, end: number) => boolean,
): ThingList[] {
  const lists: ThingList[] = [];
  for (let k = firstFrom(mentions, order, range.start); k < order.length; k++) {
    const index = order[k] as number;
    const m = mentions[index] as Mention;
    if (m.end > range.end) break;
    const last = lists.at(-1);
    if (last && isAside(text, last.end, m)) continue;
    if (last && joined(text, last.end, m.start) && !blocks(last.end, m.start)) {
      last.items.push(index);
      last.end = m.end;
    } else {
      lists.push({ start: m.start, end: m.end, items: [index] });
    }
  }
  return lists;
}

const OPEN_ASIDE = /^[”’》」]?[（(][^（）()：:，,。；;]{0,40}$/;
const CLOSE_ASIDE = /^[^（）()：:，,。；;]{0,12}[）)]/;
/** Bodies in brackets act (X项目（市教育局牵头）); places and works only explain (快速路（开放大道至范公路段）). */
const ASIDES: readonly EntityType[] = ['Place', 'AdminDivision', 'Project', 'Hospital', 'School'];

/** A name in brackets right behind another is no subject or object of its own. */
function isAside(text: string, end: number, m: Mention): boolean {
  if (m.start - end > 42 || m.start === end || !ASIDES.includes(m.type)) return false;
  if (!OPEN_ASIDE.test(text.slice(end, m.start))) return false;
  const tail = text.slice(m.end, m.end + 14);
  return CLOSE_ASIDE.test(tail) && !/负责|牵头|配合|实施|承[建办]/.test(tail);
}

/** Names side by side are a list only where each stands in quotes: “A”“B”. */
function joined(text: string, end: number, start: number): boolean {
  if (start - end > 48) return false;
  const gap = text.slice(end, start).replace(/[（(][^（）()]{0,40}[）)]/, '');
  return gap === '' ? '“‘《「'.includes(text.charAt(start)) : LINK.test(gap) || APPOSED.test(gap);
}

/** Hands out what lies in each of a row of ranges, in one pass over both. */
export function takeInto<T extends Range>(rows: readonly T[]): (range: Range) => T[] {
  let k = 0;
  return (range) => {
    while (k < rows.length && (rows[k] as T).start < range.start) k++;
    const from = k;
    while (k < rows.length && (rows[k] as T).start < range.end) k++;
    return rows.slice(from, k).filter((r) => r.end <= range.end);
  };
}
