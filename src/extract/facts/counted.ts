/** Words after a number that its noun hides behind, and numbers that measure a part, a time or rounds of something. */
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import type { Reading } from './measure.js';
import { type After, firstVerb, stripLead } from './phrase.js';
import { emptyTerm, type Term } from './term.js';
import { factWords } from './words.js';

const WHOLE = /^[%％成]$/;

/** The head noun behind modifiers of its own: 3家在全省领先的…平台, 12家区域型、专业型平台. */
export function headAfter(context: Context, frame: Frame, noun: After): After | null {
  const { text } = context.report;
  const { end } = frame.clause;
  const words = text.slice(frame.quantity.end, end).replace(/^(?:以[上下内]|左右|余)?的?/, '');
  if (frame.after.end < frame.piece.end || /\d/.test(words) || words.length > 60) return null;
  const of = words.lastIndexOf('的') + 1;
  const listed =
    /[型类性级]$/.test(noun.text) && frame.piece.end < end && text.charAt(frame.piece.end) === '、';
  const head = noun.text === '' && of > 4 ? words.slice(of) : listed ? words.slice(of) : '';
  return head.length >= 2 && head.length <= 22 && /^[一-龥、和A-Za-z]+$/.test(head)
    ? { text: head, verbal: false }
    : null;
}

/** In 水泥行业80%以上产能完成改造, 民营经济贡献约6成税收 the part stands between its owner and the whole. */
export function partBetween(
  context: Context,
  frame: Frame,
  reading: Reading,
  before: Term,
  after: After,
): boolean {
  if (!WHOLE.test(frame.quantity.unit) || reading.measure !== 'level' || after.verbal) return false;
  const gap = context.report.text.slice(reading.phrase.end, frame.quantity.start);
  return before.noun !== '' && !before.place && !before.metric && /^(?:约|近|超过?|逾|的|\s)*$/.test(gap);
}

/** 分三批向农民发放补贴: what is done in so many rounds. */
export function inRounds(context: Context, frame: Frame): Term | null {
  const { text } = context.report;
  if (
    !/^[批次期轮步]$/.test(frame.quantity.unit) ||
    !/分$/.test(text.slice(frame.before.start, frame.quantity.start))
  )
    return null;
  const end = Math.min(frame.after.end, frame.quantity.end + 30);
  const verb = firstVerb(context, { start: frame.quantity.end, end });
  const done = verb ? text.slice(verb.start, end).trim() : '';
  return done.length >= 3 && done.length <= 20 ? { ...emptyTerm, noun: done } : null;
}

/** How long a thing took: who did it and what was done (隧道提前45天贯通). */
export function taking(context: Context, frame: Frame, after: After): Term {
  const words = stripLead(context, frame.before);
  const actor = context.report.text.slice(words.start, words.end).trim();
  return { ...emptyTerm, noun: (actor.length + after.text.length <= 24 ? actor : '') + after.text };
}

/** 投入1.2亿元实施A工程 is what A工程 got. */
export function spent(before: Term, after: After): Term {
  const verb = [...Array(4).keys()]
    .map((n) => after.text.slice(0, 4 - n))
    .find((w) => factWords().verb.words.has(w));
  const noun = after.text.slice(verb?.length ?? 0);
  return noun.length >= 2
    ? { ...before, noun: noun + before.verb, verb: '' }
    : { ...before, noun: after.text };
}

/** 175家企业发行债券1193只: a bare 企业 takes what they do, up to the next number. */
export function whatTheyDo(context: Context, frame: Frame, after: After): string | null {
  const { text } = context.report;
  if (frame.after.end >= frame.piece.end) return null;
  const words = text.slice(frame.after.end, Math.min(frame.piece.end, frame.after.end + 16));
  const m = /^([一-龥]{4,12}?)(?:达到?|超过?|约|近|共|逾)?\d/.exec(words);
  const verb = m ? firstVerb(context, { start: frame.after.end, end: frame.piece.end }) : null;
  return m && verb?.start === frame.after.end ? after.text + m[1] : null;
}
