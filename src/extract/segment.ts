/**
 * Word edges as jieba cuts them without its hidden Markov model: dictionary words only, which keep the edges of names.
 * Read here from jieba's own word list, since handing ten thousand words a report across its native border costs
 * three times the cutting; a test holds the two equal.
 */
import { Dictionary } from './dictionary.js';

let dictionary: Dictionary | undefined;

/** Code units that words are made of; every other one stands alone. */
const LETTER = new Uint8Array(65536);
LETTER.fill(1, 0x3400, 0x4dc0);
LETTER.fill(1, 0x4e00, 0xa000);
LETTER.fill(1, 0xf900, 0xfb00);
const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
for (const c of `${LATIN}+#&._%-`) LETTER[c.charCodeAt(0)] = 1;
const isLatin = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/**
 * @param text any text
 * @returns one flag an offset (length + 1): 1 where a word starts or ends
 */
export function wordEdges(text: string): Uint8Array {
  dictionary ??= new Dictionary();
  const edges = new Uint8Array(text.length + 1);
  edges[0] = 1;
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && LETTER[text.charCodeAt(end)] === 1) end++;
    if (end > at) markWords(text, at, end, edges, dictionary);
    else edges[++end] = 1;
    at = end;
  }
  return edges;
}

/** Best weight of the rest of a run from each offset, and where its first word ends; kept between runs. */
let best = new Float64Array(1024);
let wordEnd = new Int32Array(1024);

/** Marks the words of the likeliest path through a run of letters; single Latin letters and digits join. */
function markWords(text: string, start: number, end: number, edges: Uint8Array, words: Dictionary): void {
  const length = end - start;
  if (best.length <= length) {
    best = new Float64Array(2 * length);
    wordEnd = new Int32Array(2 * length);
  }
  best[length] = 0;
  for (let i = length - 1; i >= 0; i--) {
    let state = words.start(text.charCodeAt(start + i));
    const alone = words.weight(state);
    let top = (alone === Number.NEGATIVE_INFINITY ? words.unknown : alone) + (best[i + 1] as number);
    let to = i + 1;
    for (let j = i + 1; j < length; ) {
      state = words.next(state, text.charCodeAt(start + j));
      if (state === 0) break;
      const weight = words.weight(state) + (best[++j] as number);
      if (weight < top) continue;
      top = weight;
      to = j;
    }
    best[i] = top;
    wordEnd[i] = to;
  }
  let joined = false;
  for (let i = 0; i < length; i = wordEnd[i] as number) {
    const single = wordEnd[i] === i + 1 && isLatin(text.charCodeAt(start + i));
    if (!(single && joined)) edges[start + i] = 1;
    joined = single;
  }
  edges[end] = 1;
}
