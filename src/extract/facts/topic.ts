/** What the last number measured, and how a later number with few words of its own leans on it. */
import type { Ref } from '../../model.js';
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import type { Reading } from './measure.js';
import type { Term } from './term.js';
import { endWord, factWords } from './words.js';

export interface Topic {
  indicator: string;
  term: Term;
  unit: string;
  sentence: number;
  /** Start of the clause that named it. */
  clause: number;
  subject: Ref;
}

/** Gives a bare metric (年产量, 占比, 增速) its owner: the noun of the last number in the sentence. */
export function own(context: Context, term: Term, topic: Topic | null, frame: Frame): Term {
  if (!term.bare || !term.metric || term.verb !== '') return term;
  if (topic?.sentence !== frame.sentence.index) return leadOwner(context, term, frame);
  const { kind } = term.metric.value;
  if (kind === 'rate' || kind === 'end') return term;
  const noun = topic.term.noun;
  const last = endWord(factWords().metric, noun);
  if (kind === 'same') {
    if (topic.term.bare) return { ...term, bare: false };
    const repeats = last !== null && /^(总量|规模|总额|总值|总规模|体量|数量|总数)$/.test(term.metric.word);
    return {
      ...term,
      noun: repeats ? noun : noun + term.noun,
      verb: repeats ? topic.term.verb : '',
      bare: false,
    };
  }
  const core = noun.length <= 3 ? topic.term.verb + noun : noun;
  const owner = last ? core.slice(0, -last.word.length) : core;
  if (/^(总|年度?|年度计划|计划|累计|当月|人均|实际)?$/.test(owner) || owner.length > 14) return term;
  return { ...term, noun: owner.replace(/(总|年|累计|的)$/, '') + term.noun, bare: false };
}

/** In 市场主体增量提质，总量突破 … the clause before names the owner; its predicate of two two-letter words is cut off. */
function leadOwner(context: Context, term: Term, frame: Frame): Term {
  const { edges, report } = context;
  const words = report.text.slice(frame.lead.start, frame.lead.end);
  const m = /([^，,；;、。\d]{6,14})[，,]$/.exec(words);
  const kind = term.metric?.value.kind;
  if (!m || frame.joint === 'pause' || (kind !== 'same' && kind !== 'own')) return term;
  const end = frame.lead.end - 1;
  if (edges[end - 4] === 0 || edges[end - 2] === 0) return term;
  return { ...term, noun: (m[1] ?? '').slice(0, -4) + term.noun, bare: false };
}

/** Gives a part without a metric the metric of its whole (汽车产量 …，其中新能源汽车 -> 新能源汽车产量). */
export function inherit(
  context: Context,
  term: Term,
  topic: Topic | null,
  frame: Frame,
  reading: Reading,
): Term {
  const metric = topic?.term.metric;
  if (!topic || !metric || term.metric || term.verb !== '' || term.noun === '') return term;
  if (metric.value.kind === 'same' || metric.value.kind === 'rate' || metric.value.kind === 'share')
    return term;
  const { text } = context.report;
  const sameUnit = frame.quantity.unit === topic.unit || reading.measure === 'change';
  const among = text.slice(frame.clause.start, frame.quantity.start).includes('其中');
  const sibling = /(?:居民|类|产业|业|地区|品种|农村|城镇|城乡)$/.test(term.noun);
  if (!sameUnit || !(among || sibling)) return term;
  const person = metric.word.startsWith('人均') ? metric.word : perHead(topic.term.noun, metric.word);
  const word = person.replace(/^(总|年|累计)(?=[产销])/, '');
  return { ...term, noun: term.noun + word, metric, bare: false };
}

function perHead(noun: string, word: string): string {
  return noun.endsWith(`人均${word}`) ? `人均${word}` : word;
}
