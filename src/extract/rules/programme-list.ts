/** Campaigns in a list that ends in the head they share: 开展A、B试点, 城市生命线、城乡安居两大工程. */
import type { Range } from '../../model.js';
import type { Candidate } from '../context.js';
import { isGeneric } from '../names/generic-name.js';
import { governed } from '../names/govern.js';
import type { HeadHit, Scene } from '../names/scene.js';

/** Behind the last item, before the head. */
const COUNTED = /(?:等)?(?:[一二两三四五六七八九十]+|\d+)(?:大|项|个)$/;
/** Items before this head are pilots of their own; before other heads a list may be one name. */
const EACH = /试点$/;
/** The head that the items share may be led by the level that grants it. */
const GRANTED = /(?:国家|省级|全国|全省)$/;
const ITEM = /^[\u4e00-\u9fffA-Za-z“”+]{2,18}$/;
const LIMIT = 8;

/** Items of the list that ends at `end`, text order, and the verb that governs the first; the last item ends at `end`. */
function itemsOf(scene: Scene, end: number): { items: Range[]; kind: string | undefined } {
  const { text } = scene.report;
  const items: Range[] = [];
  let kind: string | undefined;
  for (let to = end; items.length < LIMIT; ) {
    const { start, governor } = governed(scene, to, { split: false });
    if (start >= to) break;
    items.push({ start, end: to });
    kind = governor?.kind;
    if (governor !== null || text[start - 1] !== '、') break;
    to = start - 1;
  }
  return { items: items.reverse(), kind };
}

/** Names of all items before a head, each with the head; none where the list is one name or its items have heads. */
export function listed(scene: Scene, head: HeadHit): { found: Candidate[]; kind: string | undefined } {
  const { text } = scene.report;
  const word = text.slice(head.start, head.end);
  const before = text.slice(Math.max(0, head.start - 6), head.start);
  const count = COUNTED.exec(before)?.[0];
  const grant = GRANTED.exec(before)?.[0] ?? '';
  const end = head.start - (count ?? grant).length;
  if (
    (count === undefined && !EACH.test(word)) ||
    !scene.report.text.slice(Math.max(0, end - 40), end).includes('、')
  )
    return { found: [], kind: undefined };
  const { items, kind } = itemsOf(scene, end);
  const named = items.every(
    (r) => ITEM.test(text.slice(r.start, r.end)) && !isGeneric(text.slice(r.start, r.end), true),
  );
  if (items.length < 2 || !named) return { found: [], kind };
  const tail =
    count === undefined ? grant + word : word.replace(/^.*(?=工程|行动|试点|计划|攻坚战|战役|改革)/, '');
  const found = items.map((item, k): Candidate => {
    const last = k === items.length - 1 && count === undefined;
    const name = text.slice(item.start, item.end) + tail;
    return {
      start: item.start,
      end: last ? head.end : item.end,
      type: 'Programme',
      name,
      priority: 64,
      rule: 'programme-list',
    };
  });
  return { found, kind };
}
