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
  let next = 0;
  for (const { start, end } of capacities) {
    if (!PLACE.test(text.charAt(start - 1)) && !text.startsWith('年产', start - 2)) continue;
    while (next < works.length && (works[next] as HeadHit).start < end) next++;
    let k = next;
    while (k < works.length && k - next < CAPACITY_REACH && !NOUN.has((works[k] as HeadHit).kind)) k++;
    const head = works[k];
    if (!head || head.start === end || head.start - end > CAPACITY_REACH) continue;
    let free = true;
    for (let i = end; free && i < head.start; i++)
      free = !isWall(text, i) && (i === end || scene.barrier[i] === 0) && text[i] !== '的';
    if (free) scene.barrier[end] = 0;
  }
}

/** End of a work's name with the bracket that says which stretch of it is meant: 甲路改造工程（乙路至丙路段）. */
export function stretchEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== 0xff08) return end;
  STRETCH.lastIndex = end;
  return STRETCH.test(text) ? STRETCH.lastIndex : end;
}
