/** The body that reports: from title, signature, speech, letterhead or the page's own labels. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Range } from '../model.js';
import { DATE } from './dates.js';
import type { Line } from './lines.js';

export interface Issuer extends Range {
  /** Full name as far as the words give it: 眉县人民政府; without division where they name none (县人民政府). */
  name: string;
}

interface Words {
  suffixes: string[];
  canonical: Map<string, string>;
  leaders: Map<string, string>;
  leaderEnd: RegExp;
}

let known: Words | undefined;

function load(): Words {
  if (known) return known;
  const suffixes = readLexicon('issuer-suffix', z.object({ word: z.string().min(1), canonical: z.string() }));
  const leaders = readLexicon('leader', z.object({ word: z.string().min(1), body: z.string().min(1) }));
  const any = leaders.map((row) => row.word).sort((a, b) => b.length - a.length);
  known = {
    suffixes: suffixes.map((row) => row.word).sort((a, b) => b.length - a.length),
    canonical: new Map(
      suffixes.filter((row) => row.canonical !== '').map((row) => [row.word, row.canonical]),
    ),
    leaders: new Map(leaders.map((row) => [row.word, row.body])),
    leaderEnd: new RegExp(`^([\\u4e00-\\u9fff]{0,20}?)(${any.join('|')})(?=\\s|：|:|$)`),
  };
  return known;
}

const YEAR_FIRST = /^(?:(?:19|20)\d\d年度?|[二一][〇○零一二三四五六七八九]{3}年)/;
/** What may stand behind the body in a title. */
const BOUNDARY =
  /^(?:关于|(?:19|20)\d\d|二〇|二○|[上下]半年|前[二三]季度|第?[一二三四]季度|工作|法治|政务|落实|贯彻|“|《|\s|的|年度|信息公开|$)/;

/** The body that some words start with, the year before it left out; null when they start with none. */
function leadingBody(words: string): { name: string; at: number; end: number } | null {
  const { suffixes, canonical } = load();
  const at = YEAR_FIRST.exec(words)?.[0].length ?? 0;
  for (let end = at + 2; end <= Math.min(words.length, at + 40); end++) {
    if (!/[\u4e00-\u9fff（）()、·]/.test(words.charAt(end - 1))) return null;
    if (!BOUNDARY.test(words.slice(end))) continue;
    const body = words.slice(at, end);
    if (/^关于/.test(body)) return null;
    if (/国务院(?:政府)?$/.test(body)) return { name: '国务院', at, end };
    const suffix = suffixes.find((s) => body.endsWith(s) && body.length > s.length);
    if (suffix === undefined) continue;
    return { name: body.slice(0, body.length - suffix.length) + (canonical.get(suffix) ?? suffix), at, end };
  }
  return null;
}

/** The name when a line is nothing but the name of a body (or several, then the first). */
export function bodyLine(words: string): string | null {
  const first = words.split(/[\s\u3000]{1,6}|、/)[0] ?? '';
  if (words.length > 60 || first.length < 3 || /[，。；：:“《\d]/.test(words)) return null;
  const body = leadingBody(first);
  return body && body.end === first.length ? body.name : null;
}

const DATE_ALONE = new RegExp(`^[（(]?(?:${DATE.source}|(?:19|20)\\d{4,6}日)[）)]?$`);

/** A line that holds a day and nothing else: how documents are signed; also where the day lost characters (2021824日). */
export function isDateLine(words: string): boolean {
  return words.length <= 24 && words.includes('日') && DATE_ALONE.test(words);
}

/**
 * Signatures: a body's line right above a line with a day.
 * @param lines lines without furniture
 */
export function findSignature(lines: Line[]): { issuer: Issuer | null; date: Line | null } {
  let date: Line | null = null;
  for (const [i, line] of lines.entries()) {
    if (!isDateLine(line.text)) continue;
    date ??= line;
    for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
      const above = lines[k] as Line;
      const name = bodyLine(above.text);
      if (name !== null) return { issuer: { start: above.start, end: above.end, name }, date: line };
    }
  }
  return { issuer: null, date };
}

/** 现在，我代表县人民政府，向大会报告工作; 受市人民政府委托: the body that a speech is given for. */
const SPEECH =
  /[代受]表?([\u4e00-\u9fff]{1,20}?(?:人民政府|政府|国务院|常务委员会|常委会|人民法院|人民检察院|法院|检察院|委员会))(?=[，,、]|向|作|报告|的?委托)/;

/**
 * Finds the body that issues a document.
 * @param title words and place of the title, or null
 * @param head lines above the body without the title
 * @param lines all lines without furniture
 * @returns candidates, the surest first; names may lack their division (县人民政府)
 */
export function findIssuers(
  title: (Range & { words: string }) | null,
  head: Line[],
  lines: Line[],
): Issuer[] {
  const { leaders, leaderEnd, canonical, suffixes } = load();
  const found: Issuer[] = [];
  const put = (line: Range, at: number, end: number, name: string) =>
    found.push({ start: line.start + at, end: line.start + end, name });
  if (title) {
    const body = leadingBody(title.words);
    if (body) put(title, body.at, body.end, body.name);
  }
  const signature = findSignature(lines);
  if (signature.issuer) found.push(signature.issuer);
  for (const line of head) {
    const letterhead = /^(.{3,40}?)(?:文件)$/.exec(line.text)?.[1];
    const name = bodyLine(letterhead ?? line.text);
    if (name !== null) put(line, 0, (letterhead ?? line.text).length, name);
  }
  const opening = lines.slice(0, 60);
  for (const line of opening) {
    const m = SPEECH.exec(line.text.slice(0, 400));
    if (!m?.[1]) continue;
    const suffix = suffixes.find((s) => (m[1] as string).endsWith(s)) ?? '';
    const name = m[1].slice(0, m[1].length - suffix.length) + (canonical.get(suffix) ?? suffix);
    put(line, m.index + m[0].length - m[1].length, m.index + m[0].length, name);
    break;
  }
  for (const line of head) {
    const m = line.text.length <= 40 ? leaderEnd.exec(line.text) : null;
    if (!m) continue;
    const before = m[1] as string;
    const body = leaders.get(m[2] as string) as string;
    const name = /政府$|院$/.test(before) ? before : `${before}${body}`;
    put(line, 0, m[0].length, name);
  }
  return found;
}
