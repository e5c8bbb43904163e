/** Searches in lists of ranges that stand in text order, and the words that a machine finds in a text. */
import type { Range } from '../model.js';
import type { AhoCorasick } from './aho-corasick.js';

/** Index of the first range that starts at or after an offset, by binary search. */
export function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Words of a text in order, none inside another.
 * @param edges word edges: a word that starts or ends inside another word of the text is none; null takes it all the same
 */
export function wordsIn(
  machine: AhoCorasick,
  text: string,
  edges: Uint8Array | null,
): (Range & { word: number })[] {
  const hits: (Range & { word: number })[] = [];
  machine.scan(text, (word, start, end) => {
    if (edges !== null && (edges[start] === 0 || edges[end] === 0)) return;
    let last = hits.at(-1);
    if (last && last.start <= start && end <= last.end) return;
    while (last && last.start >= start) {
      hits.pop();
      last = hits.at(-1);
    }
    hits.push({ word, start, end });
  });
  return hits;
}
