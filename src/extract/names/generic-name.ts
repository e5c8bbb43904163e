/** Whether the words before a head noun name anything: 重点工程 and 专项行动 do not. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';

let kinds: Map<string, 'empty' | 'topic'> | undefined;
let longest = 1;

function load(): Map<string, 'empty' | 'topic'> {
  const row = z.object({ word: z.string().min(1), kind: z.enum(['empty', 'topic']) });
  const map = new Map(readLexicon('name-generic', row).map((r) => [r.word, r.kind]));
  longest = Math.max(...[...map.keys()].map((w) => w.length));
  return map;
}

/**
 * @param words a name without its head noun
 * @param topics whether a mere topic counts as generic too (产业政策, 招商活动)
 */
export function isGeneric(words: string, topics: boolean): boolean {
  kinds ??= load();
  const plain = words.replace(/[\d一二三四五六七八九十百两、和与及的]/g, '');
  const reached = new Uint8Array(plain.length + 1);
  reached[0] = 1;
  for (let i = 0; i < plain.length; i++) {
    if (reached[i] !== 1) continue;
    for (let n = 1; n <= longest && i + n <= plain.length; n++) {
      const kind = kinds.get(plain.slice(i, i + n));
      if (kind === 'empty' || (topics && kind === 'topic')) reached[i + n] = 1;
    }
  }
  return reached[plain.length] === 1;
}
