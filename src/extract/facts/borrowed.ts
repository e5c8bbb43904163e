/** Names that a number borrows from earlier in its sentence, where only a verb or nothing stands before it. */
import type { Range } from '../../model.js';
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import { objectOf, type Term, termOf } from './term.js';
import type { Topic } from './topic.js';
import { endWord, factWords } from './words.js';

/** Verbs that say whom a thing done before reaches. */
const REACHES = /^(?:惠及|覆盖|带动|服务|吸引)/;

/** Only a verb stands before the number (累计安置908人): its object is sought earlier in the sentence. */
export function verbOnly(
  context: Context,
  frame: Frame,
  before: Term,
  amount: boolean,
  topic: Topic | null,
): Term {
  const { text } = context.report;
  const lead = text.slice(frame.lead.start, frame.lead.end);
  const again = lead.lastIndexOf(before.verb);
  if (again >= 0) {
    const object = objectOf(context, {
      start: frame.lead.start + again + before.verb.length,
      end: frame.lead.end,
    });
    if (object !== '') return { ...before, noun: object };
  }
  if (frame.piece.start > frame.clause.start && frame.joint !== 'pause') {
    const sibling = text.slice(frame.clause.start, frame.piece.start - 1);
    if (sibling.length <= 8)
      return {
        ...before,
        noun: before.verb,
        verb: `${termOf(context, { start: frame.clause.start, end: frame.piece.start - 1 }).verb}、`,
      };
  }
  const object = objectOf(context, frame.lead);
  if (!amount && frame.quantity.unit.startsWith('人') && object !== '' && REACHES.test(before.verb))
    return { ...before, noun: object + before.verb, verb: '' };
  if (amount || frame.quantity.unit.startsWith('人')) return { ...before, noun: before.verb, verb: '' };
  if (object !== '') return { ...before, noun: object };
  if (topic && topic.term.noun !== '')
    return { ...before, noun: coreOf(topic.term.noun) + before.verb, verb: '' };
  return { ...before, noun: before.verb, verb: '' };
}

/** A noun without the action that ends it (社区球场选址 -> 社区球场). */
function coreOf(noun: string): string {
  const { metric, verb } = factWords();
  const planned = endWord(metric, noun);
  if (planned && /投资$/.test(planned.word) && noun.length - planned.word.length >= 2)
    return noun.slice(0, -planned.word.length);
  const last = endWord(verb, noun);
  return last?.value === 'keep' && noun.length - last.word.length >= 2
    ? noun.slice(0, -last.word.length)
    : noun;
}

/** A number without words of its own: the clause before it may name it (X完成率居前三位，分别为 …). */
export function leadTerm(context: Context, frame: Frame, topic: Topic | null): Term | null {
  const lead = lastClause(context, frame.lead);
  if (!lead) return null;
  const term = termOf(context, lead);
  const names = term.metric !== null || topic?.sentence !== frame.sentence.index;
  return term.noun.length >= 2 && names ? term : null;
}

/** The last clause of a stretch, up to its first digit. */
function lastClause(context: Context, lead: Range): Range | null {
  const words = context.report.text.slice(lead.start, lead.end).replace(/[\s，,；;：:、]+$/, '');
  if (words === '') return null;
  const start = Math.max(...['，', ',', '；', ';', '：', ':'].map((c) => words.lastIndexOf(c))) + 1;
  const digit = words.slice(start).search(/\d/);
  return { start: lead.start + start, end: lead.start + (digit < 0 ? words.length : start + digit) };
}
