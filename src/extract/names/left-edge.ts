/** Where a name begins: from its head noun leftward over word edges to a verb, a measure phrase or punctuation. */
import type { Scene } from './scene.js';

const OPENING: Record<string, string> = { '”': '“', '）': '（', ')': '(', '’': '‘' };
/** What makes a road, village or lane of the word before it: 建设路, 新建村. */
const SPOT = /^(?:大道|大街|[路街村镇乡桥里巷庄湾])/;

/**
 * Earliest offset at which the name whose head noun starts at `headStart` can begin.
 * @param options max: longest modifier in characters (24); quotes: a quoted stretch or a short bracket may be part of
 * the name (秦岭北麓“五乱”整治行动, 中国（眉县）…大会), true unless told
 * @returns the offset (`headStart` itself when nothing stands before the head), or -1 where the modifier is too long to be one
 */
export function leftEdge(
  scene: Scene,
  headStart: number,
  options: { max?: number; quotes?: boolean } = {},
): number {
  const { text } = scene.report;
  const { max = 24, quotes = true } = options;
  let at = scene.floor[headStart] as number;
  while (quotes && at > 0) {
    const close = text[at - 1] as string;
    const opening = OPENING[close];
    if (opening === undefined) break;
    const open = text.lastIndexOf(opening, at - 2);
    if (open < 0 || at - open > 16 || text.slice(open, at).includes('\n')) break;
    at = scene.floor[open] as number;
    if (at === open) break;
  }
  for (let end = scene.soft.get(at); end !== undefined && end <= headStart; end = scene.soft.get(at)) {
    if (SPOT.test(text.slice(end, end + 2))) break;
    at = end;
  }
  return headStart - at > max ? -1 : at;
}
