/** What the last number measured, and how a later number with few words of its own leans on it. */
import type { Measure, Ref } from '../../model.js';
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import type { Reading } from './measure.js';
import type { Term } from './term.js';
import { endWord, factWords, wordAfter, wordBefore } from './words.js';

export interface Topic {
  indicator: string;
  term: Term;
  unit: string;
  sentence: number;
  /** Start of the clause that named it. */
  clause: number;
  subject: Ref;
  measure: Measure;
}

/** What investment goes into. */
const BUILT = /(?:项目|工程|园区|园|基地|企业|产业)$/;

/** Gives a bare metric (年产量, 占比, 增速) its owner: the noun of the last number in the sentence. */
export function own(context: Context, term: Term, topic: Topic | null, frame: Frame): Term {
  if (!term.bare || !term.metric || term.verb !== '') return term;
  if (topic?.sentence !== frame.sentence.index) return leadOwner(context, term, frame);
  const { kind } = term.metric.value;
  // Past a ； a bare metric no longer belongs to what stood before.
  if (kind === 'own' && /[；;]/.test(context.report.text.charAt(frame.clause.start - 1))) return term;
  if (kind === 'share' && frame.joint === 'clause' && /进度$/.test(term.noun)) return term;
  if (kind === 'rate' || kind === 'end') return term;
  const noun = topic.term.noun;
  const last = endWord(factWords().metric, noun);
  if (kind === 'same') {
    if (topic.term.bare && !/^增[速幅]$/.test(term.noun)) return { ...term, bare: false };
    const repeats = last !== null && term.metric.value.flow === 'stock';
    return {
      ...term,
      noun: repeats ? noun : noun.replace(/净[增减]$/, '') + term.noun,
      verb: repeats ? topic.term.verb : '',
      bare: false,
    };
  }
  if (
    kind === 'own' &&
    frame.joint === 'clause' &&
    !topic.term.metric &&
    !(/投资|规模/.test(term.noun) && BUILT.test(noun))
  )
    return term;
  const core = noun.length <= 3 ? topic.term.verb + noun : noun;
  // 民生支出占比: a share is one of the amount itself.
  const owner =
    last && !(kind === 'share' && last.value.kind === 'own') ? core.slice(0, -last.word.length) : core;
  if (/^(总|年度?|年度计划|计划|累计|当月|人均|实际)?$/.test(owner) || owner.length > 14) return term;
  return { ...term, noun: owner.replace(/(总|年|累计|的)$/, '') + term.noun, bare: false };
}

/**
 * The clause before names the owner: in 甲电厂建成投产、总装机达 … less its verbs, in 市场主体增量提质，总量突破 … less its
 * predicate of two two-letter words.
 */
function leadOwner(context: Context, term: Term, frame: Frame): Term {
  const { edges, report } = context;
  const words = report.text.slice(frame.lead.start, frame.lead.end);
  const m = /(?:^|[，,；;。])([^，,；;、。．\d]{4,18})[，,、]$/.exec(words);
  const kind = term.metric?.value.kind;
  if (!m?.[1] || (kind !== 'same' && kind !== 'own')) return term;
  const end = frame.lead.end - 1;
  const range = { start: end - m[1].length, end };
  const opens = wordAfter(context, factWords().verb, range);
  if (opens && opens.value !== 'adverb') return term;
  let last = wordBefore(context, factWords().verb, range);
  let at = end;
  for (
    ;
    last?.value === 'keep' && last.start > range.start;
    last = wordBefore(context, factWords().verb, { start: range.start, end: at })
  )
    at = last.start;
  if (at === end && m[1].length >= 6 && edges[end - 4] === 1 && edges[end - 2] === 1) at = end - 4;
  const owner = report.text.slice(range.start, at);
  return at < end && owner.length <= 12 ? { ...term, noun: owner + term.noun, bare: false } : term;
}

/** The metric that heads a list: 主要产品产量：水泥126万吨；钢材 … */
function headMetric(context: Context, frame: Frame): Term['metric'] {
  const { text } = context.report;
  const start = frame.sentence.start;
  const words = text.slice(start, Math.min(start + 24, frame.clause.start));
  const at = words.search(/[：:]/);
  return at < 2 ? null : endWord(factWords().metric, words.slice(0, at));
}

/** Gives a part without a metric the metric of its whole (汽车产量 …，其中新能源汽车 -> 新能源汽车产量). */
export function inherit(
  context: Context,
  term: Term,
  topic: Topic | null,
  frame: Frame,
  reading: Reading,
): Term {
  const headed = headMetric(context, frame);
  if (headed && !term.metric && term.verb === '' && term.noun !== '')
    return { ...term, noun: term.noun + headed.word, metric: headed, bare: false };
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
