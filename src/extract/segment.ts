/** Word edges by jieba without its hidden Markov model: dictionary words only, which keep the edges of names. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

/**
 * @param text any text
 * @returns one flag an offset (length + 1): 1 where a word starts or ends
 */
export function wordEdges(text: string): Uint8Array {
  jieba ??= Jieba.withDict(dict);
  const edges = new Uint8Array(text.length + 1);
  let at = 0;
  edges[0] = 1;
  for (const word of jieba.cut(text, false)) {
    at += word.length;
    edges[at] = 1;
  }
  return edges;
}
