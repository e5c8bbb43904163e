/** Where a name begins: from its head noun leftward over word edges to a verb, a measure phrase or punctuation. */
import { properness } from './proper.js';
import type { Scene } from './scene.js';

const OPENING: Record<string, string> = { '”': '“', '’': '‘', '）': '（', ')': '(' };
/** What makes a road, village or lane of the word before it: 建设路, 新建村. */
const SPOT = /^(?:大道|大街|[路街村镇乡桥里巷庄湾])/;
/** No name is this long: a chain of brackets is not followed further. */
const FAR = 200;
/** Longest quoted or bracketed stretch inside a name. */
const ENCLOSED = 16;

/**
 * Earliest offset at which the name whose head noun starts at `headStart` can begin.
 * @param options max: longest modifier in characters (24); quotes: a quoted stretch may be part of the name
 * (秦岭北麓“五乱”整治行动), true unless told; brackets: a short bracket may be (中国（眉县）…大会), true unless told
 * @returns the offset (`headStart` itself when nothing stands before the head), or -1 where the modifier is too long to be one
 */
export function leftEdge(
  scene: Scene,
  headStart: number,
  options: { max?: number; quotes?: boolean; brackets?: boolean } = {},
): number {
  const { max = 24, quotes = true, brackets = true } = options;
  let at = scene.floor[headStart] as number;
  for (;;) {
    const open = enclosedBefore(scene, at, quotes, brackets);
    if (open < 0) break;
    at = scene.floor[open] as number;
    if (at === open || headStart - at > FAR) break;
  }
  at = pastLead(scene, at, headStart);
  return headStart - at > max ? -1 : at;
}

/** Start of the quotes or brackets that close right before `at`, or -1. */
function enclosedBefore(scene: Scene, at: number, quotes: boolean, brackets: boolean): number {
  const { text } = scene.report;
  if (at === 0 || scene.barrier[at] !== 0) return -1;
  const close = text[at - 1] as string;
  const opening = OPENING[close];
  if (opening === undefined || !(close === '”' || close === '’' ? quotes : brackets)) return -1;
  const open = text.lastIndexOf(opening, at - 2);
  return open < 0 || at - open > ENCLOSED || text.slice(open, at).includes('\n') ? -1 : open;
}

/** Drops verbs and adjectives that lead (建设…), and a class before a proper name (金融机构|南洋商业银行). */
function pastLead(scene: Scene, from: number, headStart: number): number {
  const { text } = scene.report;
  let at = from;
  for (let end = scene.soft.get(at); end !== undefined && end <= headStart; end = scene.soft.get(at)) {
    if (SPOT.test(text.slice(end, end + 2))) break;
    // 老岚|水库: one character alone is no name.
    if (end - at === 1 && headStart - end === 1 && scene.plain[end] !== 1) break;
    at = end;
  }
  for (let i = at + 2; i < headStart; i++) {
    if (scene.plain[i - 1] !== 1) break;
    if (scene.classEnd[i] === 1 && properness(scene, i, headStart) > 0) return i;
  }
  return at;
}
