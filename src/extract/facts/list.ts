/** Numbers and names in lists joined by 、: what one item says for the others. */
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import { type After, firstVerb, lastVerb, nounAfter, openingVerb, stripLead } from './phrase.js';
import { emptyTerm, type Term, termOf } from './term.js';
import type { Topic } from './topic.js';
import { endWord, factWords, wordAfter } from './words.js';

/** A、B增长5%, A、B等资金 are about the whole list, where it is short and opens the clause. */
export function joinedList(context: Context, frame: Frame, before: Term): Term | null {
  if (frame.piece.start === frame.clause.start || frame.lead.end !== frame.piece.start) return null;
  const { text } = context.report;
  const start = Math.max(frame.clause.start, frame.lead.start);
  const items = text.slice(start, frame.piece.start - 1);
  // 小学200所以上、中学50所以上: what is left of the number before is no item.
  if (start > frame.clause.start && /^(?:以[上下内]|左右|之[内多])$/.test(items)) return null;
  if (/\d/.test(items) || items.length > 24) return null;
  const verbs = items.split('、').every((w) => factWords().verb.words.get(w) === 'keep');
  if (verbs) return { ...before, verb: `${items}、${before.verb}` };
  const list = stripLead(context, { start, end: frame.piece.start - 1 });
  const verb = openingVerb(context, list);
  const first = { start: verb ? verb.end : list.start, end: list.end };
  if (before.verb !== '' || (before.bare && endWord(factWords().verb, items)?.value === 'keep')) return null;
  const tail = text.slice(frame.piece.start, frame.quantity.start);
  const rest = tail.includes('等') ? tail.slice(0, tail.lastIndexOf(before.noun)) : '';
  const noun = `${text.slice(first.start, first.end)}、${rest}${before.noun}`;
  if (first.end <= first.start || noun.length > 26) return null;
  return { ...before, verb: verb ? text.slice(verb.start, verb.end) : before.verb, noun, bare: false };
}

/** In 10所学校、12个专业群入选名单 the predicate at the end of the list holds for all. */
export function sharedPredicate(context: Context, frame: Frame, after: After): After {
  const { text } = context.report;
  if (
    after.text === '' ||
    after.verbal ||
    text.charAt(frame.piece.end) !== '、' ||
    frame.after.end !== frame.piece.end
  )
    return after;
  const rest = text.slice(frame.piece.end, frame.clause.end);
  const at = frame.piece.end + rest.lastIndexOf('、') + 1;
  if (!/^\d/.test(text.slice(at, at + 1))) return after;
  const verb = firstVerb(context, { start: at + 3, end: frame.clause.end });
  if (!verb) return after;
  // 60%的税收、80%的就业: what the second number counts is no predicate.
  if (!/[一-龥]{2}$/.test(text.slice(at, verb.start).replace(/(?:以[上下内]|左右|的)+$/, ''))) return after;
  const predicate = text.slice(verb.start, frame.clause.end);
  return /\d/.test(predicate) || predicate.length + after.text.length > 22
    ? after
    : { text: after.text + predicate, verbal: false };
}

/** In a list joined by 、 the verb of the first item holds for the rest (新增A8家、B3家). */
export function carried(context: Context, frame: Frame, before: Term, topic: Topic | null): string {
  if (before.verb !== '') return before.verb;
  if (frame.joint === 'pause' || frame.joint === 'none') {
    if (topic && topic.clause === frame.clause.start && topic.term.noun !== '' && !topic.term.bare)
      return topic.term.verb || verbWithin(topic.term.noun);
    return '';
  }
  if (frame.piece.start === frame.clause.start) return '';
  if (lastVerb(context, { start: frame.piece.start, end: frame.before.end })) return '';
  return termOf(context, { start: frame.clause.start, end: frame.piece.start - 1 }).verb;
}

/** 行动新增从业人员, 学院累计培养人才: a word of new things inside what was named before holds on. */
function verbWithin(noun: string): string {
  const at = noun.search(/.新[增建设引培]./) + 1;
  const verb = at > 0 ? noun.slice(at, at + 2) : '';
  return factWords().verb.words.get(verb) === 'keep' ? verb : '';
}

/** In 7936户、25104人稳定脱贫 the words after the last number hold for all. */
export function listTail(context: Context, frame: Frame): Term | null {
  const { text } = context.report;
  const rest = text.slice(frame.quantity.end, frame.clause.end);
  const m = /^[、和及](?:首批|第.批)?\s*[\d.,]+[万亿]?(?:余|多)?[一-龥]/.exec(rest);
  if (!m) return null;
  const noun = nounAfter(context, { start: frame.quantity.end + m[0].length, end: frame.clause.end });
  return noun.text.length >= 2 ? { ...emptyTerm, noun: noun.text } : null;
}

/**
 * In 实施实事36项，34项全面完成，2项基本完成 a count without a noun of its own is of the things counted before: gives what
 * became of them, or null.
 */
export function outcome(context: Context, frame: Frame, topic: Topic | null): string | null {
  const { quantity, clause, sentence } = frame;
  if (!topic || topic.unit !== quantity.unit || topic.sentence < sentence.index - 1) return null;
  const words = /^(?:已经?|均已?|全部|现已|都)?([一-龥]{2,12})$/.exec(
    context.report.text.slice(quantity.end, clause.end),
  );
  if (!words?.[1] || topic.term.noun.length < 2 || topic.term.noun.length + words[1].length > 28) return null;
  const start = clause.end - words[1].length;
  const { verb, lead } = factWords();
  const range = { start, end: clause.end };
  const action = wordAfter(context, verb, range)?.value ?? verb.words.get(words[1].slice(0, 2));
  const opens = action ? action !== 'stop' : wordAfter(context, lead, range)?.value === 'adverb';
  return opens ? topic.term.noun + words[1] : null;
}
