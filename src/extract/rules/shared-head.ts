/** A、B、C3家高新区, 110KV甲、110KV乙两座变电站: the items share the head that stands behind their count. */
import type { Candidate } from '../context.js';
import { isBuilt, itemsUpTo } from '../names/list.js';
import { properness } from '../names/proper.js';
import type { NameRule, Scene } from '../names/scene.js';

const COUNT = /等?(?:\d+|[一二两三四五六七八九十]+)[个家座处条大]$/;
const KINDS = new Set(['zone', 'hub', 'spot', 'line', 'works']);

function propose(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of [...scene.heads.place, ...scene.heads.project]) {
    if (!KINDS.has(head.kind)) continue;
    const count = COUNT.exec(text.slice(Math.max(0, head.start - 8), head.start));
    const end = count ? head.start - count[0].length : text[head.start - 1] === '等' ? head.start - 1 : -1;
    if (end < 0) continue;
    const items = itemsUpTo(scene, end).filter(
      (r) => properness(scene, r.start, r.end) > 0 && r.end - r.start > 1,
    );
    if (items.length < 2) continue;
    const kind = text.slice(head.start, head.end);
    const type =
      head.kind !== 'zone' && isBuilt(scene, { start: items[0]?.start ?? end, end: head.end })
        ? 'Project'
        : 'Place';
    for (const item of items) {
      const own =
        (scene.headEnd.has(item.end) && !/[江河湖山]$/.test(text.slice(item.start, item.end))) ||
        text.slice(item.start, item.end).endsWith(kind);
      const name = text.slice(item.start, item.end) + (own ? '' : kind);
      found.push({ ...item, type, name, priority: 72, rule: 'shared-head' });
    }
  }
  return found;
}

export const sharedHeadRules: NameRule[] = [{ name: 'shared-head', propose }];
