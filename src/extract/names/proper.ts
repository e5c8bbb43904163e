/** Whether a stretch names one thing or only a kind of thing (武珞路 against 背街小巷). */
import type { Scene } from './scene.js';

const MARK = /[A-Za-zⅠ-Ⅻ·]|第[一二三四五六七八九十百\d]+|\d/;
const FIGURES = /^[\d.]*$|\d\.\d|^\d?A+级/;

/**
 * How proper to one thing the words of a stretch are.
 * @returns 0 common words only; 1 some word that is not known as common; 2 a division's name, letters or figures,
 * or two neighbouring characters that form no word of the dictionary
 */
export function properness(scene: Scene, start: number, end: number): 0 | 1 | 2 {
  const { text } = scene.report;
  const words = text.slice(start, end);
  if (FIGURES.test(words)) return 0;
  if (MARK.test(words)) return 2;
  let bare = 0;
  let single = 0;
  for (let i = start; i < end; i++) {
    const hit = scene.divisionEnd.get(i + 1);
    if ((hit && hit.start >= start) || (scene.regionEnd[i + 1] === 1 && i > start)) return 2;
    if (scene.plain[i] === 1) {
      single = 0;
      continue;
    }
    bare += 1;
    single = scene.edges[i] === 1 && scene.edges[i + 1] === 1 ? single + 1 : 0;
    if (single >= 2) return 2;
  }
  return bare > 0 ? 1 : 0;
}

/** Whether a name may end here: before punctuation, a stop word, a figure or the end of the text. */
export function endsHere(scene: Scene, at: number): boolean {
  const { text } = scene.report;
  return at >= text.length || scene.ends[at] === 1 || /[^\p{Script=Han}A-Za-z]/u.test(text[at] as string);
}

const LEVEL = /^[省市区县州旗镇乡]/;

/** Named at all: by a word of its own, or as the one facility of its level (县人民医院综合楼). */
export function isNamed(scene: Scene, start: number, end: number): boolean {
  if (properness(scene, start, end) > 0) return true;
  if (!LEVEL.test(scene.report.text.charAt(start)) || scene.edges[start + 1] !== 1) return false;
  for (let i = start + 2; i <= end; i++) if (scene.headEnd.has(i)) return true;
  return false;
}
