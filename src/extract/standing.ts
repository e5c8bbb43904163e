/** Whether a stretch of text speaks of what was done, is reckoned or is hoped for. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { FactStatus, Report, Section, Sentence } from '../model.js';
import type { Context } from './context.js';
import { firstFrom } from './ranges.js';

const KINDS = [
  'target',
  'then',
  'here',
  'may',
  'order',
  'aim',
  'weak',
  'bound',
  'estimated',
  'past',
] as const;
type Kind = (typeof KINDS)[number];

interface Hit {
  start: number;
  end: number;
  kind: Kind;
}

/** Words further off than this say nothing about a number, even in a sentence without an end. */
const REACH = 400;

let words: { pattern: RegExp; kinds: Map<string, Kind> } | undefined;
const hitsOf = new WeakMap<Report, Hit[]>();

/**
 * The status of a fact that stands at an offset: first what its own sentence says before it (力争, 预计, 已 …), then what its
 * section speaks of, or the heading of its column in a table. What falls past the day of the report is hoped for, whatever
 * the section speaks of.
 * @param context the report's reading context
 * @param offset start of the number or stage word
 */
export function statusAt(context: Context, offset: number): FactStatus {
  const { report } = context;
  const sentence = sentenceAt(report.sentences, offset);
  const section = sentence === null ? undefined : report.sections[sentence.section];
  const plan = section?.standing === 'plan';
  const cell = context.tables.cellAt(offset);
  let status: FactStatus = cell?.column?.status ?? (plan || cell?.row.table.plan ? 'target' : 'actual');
  if (sentence === null) return status;
  const from = Math.max(sentence.start, offset - REACH);
  const clause = clauseStart(report.text, from, offset, '，,；;：');
  const part = clauseStart(report.text, from, offset, '；;');
  const ahead = lookAhead(context, part, offset);
  if (ahead?.wholly && status !== 'target' && ahead.start >= clause) status = 'target';
  let hoped = offset;
  for (const hit of hitsWithin(context, from, offset)) {
    const here = hit.start >= clause;
    if (says(hit.kind, here, hit.start >= part)) {
      status = 'target';
      hoped = hit.start;
    } else if (hit.kind === 'may' && here) status = status === 'actual' ? 'target' : status;
    else if (hit.kind === 'aim' && ahead !== null) status = 'target';
    else if (hit.kind === 'bound') status = here && ahead?.reviewed === false ? 'target' : status;
    else if (hit.kind === 'weak' || hit.kind === 'aim')
      status = plan || looksAhead(section) ? 'target' : status;
    else if (hit.kind === 'estimated' && !plan) {
      if (here || leads(report.text, from, hit, offset)) status = 'estimated';
      // Past a ； what was done ends what was hoped for before it.
    } else if (hit.kind === 'past' && (here || (hoped < part && part <= hit.start))) status = 'actual';
  }
  return status === 'actual' && meantBehind(context, offset, sentence.end) ? 'target' : status;
}

/** 剩余31个将于三季度开工, 余下68公里力争10月底前完成: the number's own clause says behind it that it is still to come. */
function meantBehind({ report }: Context, offset: number, end: number): boolean {
  const words = report.text.slice(offset, Math.min(end, offset + 40));
  return /^[^，,；;：。、]{2,12}?(?:将(?:于|在)|力争|计划于|拟于|争取(?:于|在)|确保(?:于|在))[^，,；;：。、]{2}/.test(
    words,
  );
}

/** Kinds that make a target by themselves: in their sentence, up to the next ；, or in their clause. */
function says(kind: Kind, here: boolean, inPart: boolean): boolean {
  return kind === 'target' || ((kind === 'then' || kind === 'order') && inPart) || (kind === 'here' && here);
}

interface Ahead {
  start: number;
  /** All of it falls past the day of the report. */
  wholly: boolean;
  /** It starts within the period that the report reviews. */
  reviewed: boolean;
}

/** The last date before an offset whose end falls past the day of the report (else of its period), or null. */
function lookAhead(context: Context, from: number, offset: number): Ahead | null {
  const { dates, report } = context;
  const { date, period } = report.header;
  const day = date ?? period?.end;
  if (day === undefined) return null;
  for (let k = firstFrom(dates, offset) - 1; k >= 0; k--) {
    const atom = dates[k] as (typeof dates)[number];
    if (atom.start < from) return null;
    if (atom.period === null || atom.kind === 'against' || atom.period.end <= day) continue;
    // A period in the name of a plan (《…规划（2021—2035年）》) dates no fact.
    if (/《[^》]*$/.test(report.text.slice(Math.max(from, atom.start - 40), atom.start))) continue;
    const wholly = (atom.kind === 'by' ? atom.period.end : atom.period.start) > day;
    return { start: atom.start, wholly, reviewed: period === null || atom.period.start <= period.end };
  }
  return null;
}

/** 预计 at the head of a clause holds for what follows it up to the next ；; inside a clause for that clause. */
function leads(text: string, from: number, hit: Hit, offset: number): boolean {
  const before = text.slice(Math.max(from, hit.start - 6), hit.start);
  const opens = hit.start - clauseStart(text, from, hit.start, '，,；;：') <= 2 || /[年度]$/.test(before);
  return opens && !/[；;]/.test(text.slice(hit.end, offset));
}

/** A section of unknown standing may hold plans: there the weak words count. */
function looksAhead(section: Section | undefined): boolean {
  return section === undefined || section.standing === 'none';
}

/** Binary search for the sentence that holds an offset. */
export function sentenceAt(sentences: Sentence[], offset: number): Sentence | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle] as Sentence;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return sentence;
  }
  return null;
}

/** Where the stretch after the last of some marks begins. */
function clauseStart(text: string, from: number, offset: number, marks: string): number {
  let start = offset;
  while (start > from && !marks.includes(text.charAt(start - 1))) start--;
  return start;
}

function hitsWithin(context: Context, start: number, end: number): Hit[] {
  const hits = hitsOf.get(context.report) ?? findHits(context);
  hitsOf.set(context.report, hits);
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as Hit).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Hit[] = [];
  for (let k = low; k < hits.length && (hits[k] as Hit).end <= end; k++) found.push(hits[k] as Hit);
  return found;
}

function findHits(context: Context): Hit[] {
  words ??= loadWords();
  const hits: Hit[] = [];
  for (const m of context.report.text.matchAll(words.pattern)) {
    const end = m.index + m[0].length;
    // Both ends must be word edges: 将 of 将军 or 要 of 主要 says nothing.
    if (context.edges[m.index] === 0 || context.edges[end] === 0) continue;
    const kind = words.kinds.get(m[0]) as Kind;
    // 完成计划投资的六成 tells what was done of a plan.
    if (kind === 'here' && context.report.text.charAt(end) === '的') continue;
    // “五个必须坚持” is a name.
    if (/“[^”，。]{0,8}$/.test(context.report.text.slice(Math.max(0, m.index - 9), m.index))) continue;
    // 低于预期目标, 超额完成计划: the aim is what is compared.
    if (
      kind === 'target' &&
      /目标$/.test(m[0]) &&
      /[于比较距占超出成]$/.test(context.report.text.slice(m.index - 1, m.index))
    )
      continue;
    // 实际到位资金 is a kind of funds; 计划9座，实际建成11座 says what was done.
    if (m[0].startsWith('实际') && !/[，,；;：。\n]/.test(context.report.text.charAt(m.index - 1))) continue;
    // 比上年增加 compares; it does not say that the year is past.
    if (kind === 'past' && /[比较与同]$/.test(context.report.text.slice(m.index - 1, m.index))) continue;
    hits.push({ start: m.index, end, kind });
  }
  return hits;
}

function loadWords(): { pattern: RegExp; kinds: Map<string, Kind> } {
  const rows = readLexicon('status-word', z.object({ word: z.string().min(1), kind: z.enum(KINDS) }));
  const alternatives = rows.map((row) => row.word).sort((a, b) => b.length - a.length);
  return {
    pattern: new RegExp(alternatives.join('|'), 'g'),
    kinds: new Map(rows.map((row) => [row.word, row.kind])),
  };
}
