/** Words of growth that are no growth of what is counted: a work that was done, a part of the metric's name. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import { endWord, factWords } from './words.js';

/** A count, area or length behind the verb: no money, no share. */
const COUNT = /^\s*[\d.,]+[万千百]?(?:余|多)?(?:亩|公里|[^\d%％元个成倍百\s]|个(?!百分))/;

/** In 完成绿化提升2600亩 the rise is the work that was done, in 亩均增收300元 part of the metric. */
export function isWork(context: Context, verb: number, { start, end }: Range): boolean {
  const { text } = context.report;
  const metric = endWord(factWords().metric, text.slice(start, end));
  if (metric?.value.kind === 'end' && metric.word.length > end - verb) return true;
  if (!/^(?:提升|拓展)$/.test(text.slice(verb, end)) || verb - start < 2) return false;
  if (!COUNT.test(text.slice(end, end + 16))) return false;
  return /(?:完成|实施|开展|推进)[^，,；;。：]*$/.test(text.slice(Math.max(0, verb - 40), verb));
}
