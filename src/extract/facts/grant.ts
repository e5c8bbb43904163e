/** Promises of a policy: 对甲按设备购置额的10%给予奖补，最高500万元 names whom, what and of which base. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Context } from '../context.js';
import type { Frame } from './frame.js';
import { stripTail } from './phrase.js';
import { endWord, factWords } from './words.js';

export interface Grant {
  indicator: string;
  /** The base of a percentage, else null. */
  scope: string | null;
}

const BEFORE = 160;
const AFTER = 24;
/** Where the words on whom end and those on what begin. */
const WHOM_END = /[，,]|给予|予以|(?:[省市区县]级)?(?:财政)?(?:按|分别|给予|予以)|一次性/;
const GIVES = /给予|予以|按.{0,40}$/;

/** Words of which one must stand in the number's own clause or right after it. */
const GIVEN = /给予|予以|按|最高|最多|不超过|一次性|每[人户年个家项亩台]|上限|限额/;

let nouns: string[] | undefined;

/** The grant that a number is part of, or null: its sentence must give (给予, 予以) something to somebody. */
export function grantOf(context: Context, frame: Frame): Grant | null {
  const { text } = context.report;
  const { quantity: q, sentence } = frame;
  const from = Math.max(sentence.start, q.start - BEFORE);
  if (/[天日月年]$/.test(q.unit)) return null;
  const before = text.slice(from, q.start);
  const part = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf(';')) + 1);
  const after = text.slice(q.end, Math.min(sentence.end, q.end + AFTER));
  if (!GIVES.test(part) || !/给予|予以/.test(part + after)) return null;
  const said = text.slice(Math.max(from, frame.clause.start), q.start) + after;
  if (measuresItself(context, frame) || !GIVEN.test(said)) return null;
  const noun = grantNoun(part, after);
  if (noun === null) return null;
  const whom = recipient(context, part, q.start - part.length);
  if (whom === '') return null;
  const once = /一次性/.test(part.slice(-24) + after.slice(0, 8)) ? '一次性' : '';
  if (!/[%％]$/.test(q.unit))
    return {
      indicator: `${whom}${once}${noun}${/最高|不超过$/.test(part.slice(-8)) ? '最高额' : ''}`,
      scope: null,
    };
  const base = /按(?:照|其)?(?:不超过|不高于)?([^，,按]{2,24}?)(?:的)?$/.exec(part)?.[1] ?? null;
  const short = base === null ? '' : tail(context, base, q.start - (part.length - part.lastIndexOf(base)), 8);
  return { indicator: short ? `${whom}${noun}占${short}比例` : `${whom}${noun}比例`, scope: base };
}

/** 业务比重达80%: a rate with a name of its own is no part of the grant before it. */
function measuresItself(context: Context, frame: Frame): boolean {
  const { rest, senses } = stripTail(context, frame.before);
  const named = endWord(factWords().metric, context.report.text.slice(rest.start, rest.end));
  return senses.length > 0 && /^(?:rate|share)$/.test(named?.value.kind ?? '') && frame.joint !== 'none';
}

/** The last word on what is given before the number, or the first after it. */
function grantNoun(before: string, after: string): string | null {
  nouns ??= readLexicon('grant-word', z.object({ word: z.string().min(1) })).map((row) => row.word);
  let best: string | null = null;
  let at = -1;
  const given = Math.max(before.lastIndexOf('给予'), before.lastIndexOf('予以'));
  for (const noun of nouns) {
    const k = before.lastIndexOf(noun);
    if (given >= 0 && k > given && k > at) [best, at] = [noun, k];
  }
  if (best !== null) return best;
  let first = after.length;
  for (const noun of nouns) {
    const k = after.indexOf(noun);
    if (k >= 0 && k < first) [best, first] = [noun, k];
  }
  return best;
}

/** Whom it is given to: what follows the last 对, or what stands before 给予. */
function recipient(context: Context, part: string, start: number): string {
  const { edges } = context;
  let at = part.lastIndexOf('对');
  while (at >= 0 && (edges[start + at] === 0 || edges[start + at + 1] === 0))
    at = part.lastIndexOf('对', at - 1);
  const rest = part.slice(at + 1);
  const end = rest.search(WHOM_END);
  const words = (end < 0 ? '' : rest.slice(0, end)).replace(/(?:的|等)+$/, '');
  const noun = words.slice(words.lastIndexOf('的') + 1);
  return tail(context, noun, start + at + 1 + words.length - noun.length, 14);
}

/** The end of some words, at most n characters, from a word edge or a 、 on. */
function tail(context: Context, words: string, start: number, n: number): string {
  if (words.length <= n) return words;
  let k = words.length - n;
  while (k < words.length && context.edges[start + k] === 0) k++;
  return words.slice(Math.max(k, words.lastIndexOf('、') + 1));
}
