/** Names of works that hold what ends other names: a capacity, a verb of renewal, a bracketed stretch or phase. */
import type { Range } from '../../model.js';
import type { HeadHit, Scene } from './scene.js';
import { isWall } from './wall.js';

/** How far a work's head may stand behind the capacity in its name. */
const CAPACITY_REACH = 16;
/** Heads that carry a capacity before them. */
const NOUN = new Set(['project', 'work', 'base']);
const PLACE = /[省市区县州旗镇乡村]/;
/** What opens a bracket that tells from where to where a work runs. */
const STRETCH = /（[^（）\n，。；：、]{2,24}段）/y;

/**
 * Takes away the stops that stand inside the name of a work: what a plant can do (某县|150万千瓦|光伏项目) and the verb at
 * the end of a renewal that has a phase (老街有机更新|二期).
 */
export function openWorks(scene: Scene, capacities: readonly Range[]): void {
  const { text } = scene.report;
  const works = scene.heads.project;
  for (const head of works)
    if (head.kind === 'renewal' && scene.headEnd.has(head.start) && scene.headStart.has(head.end))
      scene.barrier[head.end] = 0;
  for (const { start, end } of capacities) {
    if (!PLACE.test(text.charAt(start - 1)) && !text.startsWith('年产', start - 2)) continue;
    if (leadsToHead(scene, end, false)) scene.barrier[end] = 0;
  }
  // 陇南到云州|特高压工程: a line from place to place.
  for (const { end } of scene.divisions)
    if (text[end] === '到' && scene.barrier[end + 1] === 1 && leadsToHead(scene, end + 1, true))
      scene.barrier[end + 1] = 0;
}

/** Whether a work's head follows within the same name. */
function leadsToHead(scene: Scene, from: number, lines: boolean): boolean {
  const { text } = scene.report;
  const works = scene.heads.project;
  let low = 0;
  for (let high = works.length; low < high; ) {
    const mid = (low + high) >> 1;
    if ((works[mid] as HeadHit).start <= from) low = mid + 1;
    else high = mid;
  }
  for (let k = low; k < works.length; k++) {
    const head = works[k] as HeadHit;
    if (head.start - from > CAPACITY_REACH) return false;
    for (let i = k === low ? from : (works[k - 1] as HeadHit).start; i < head.start; i++)
      if (isWall(text, i) || (i > from && scene.barrier[i] !== 0) || text[i] === '的') return false;
    if (NOUN.has(head.kind) || (lines && head.kind === 'line' && head.end - head.start > 1)) return true;
  }
  return false;
}

/** End of a work's name with the bracket that says which stretch of it is meant: 甲路改造工程（乙路至丙路段）. */
export function stretchEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== 0xff08) return end;
  STRETCH.lastIndex = end;
  return STRETCH.test(text) ? STRETCH.lastIndex : end;
}
