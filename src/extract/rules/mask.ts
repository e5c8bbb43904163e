/** Numerals that state no fact: numbers of things, grades, names, slogans, list numbers; each with its reason. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range, Report } from '../../model.js';
import type { Numeral } from './numeral.js';

type Side = 'after' | 'before' | 'counted' | 'clock' | 'class';
const SIDES = z.enum(['after', 'before', 'counted', 'clock', 'class']);
const LONGEST = 6;

/** Words of one side with their reasons, and the characters next to the numeral that any of them has. */
interface Words {
  reasons: Map<string, string>;
  edges: Set<string>;
}

let words: Map<Side, Words> | undefined;

function table(side: Side): Words {
  words ??= load();
  return words.get(side) as Words;
}

function load(): Map<Side, Words> {
  const sides = new Map(
    SIDES.options.map((s): [Side, Words] => [s, { reasons: new Map(), edges: new Set() }]),
  );
  for (const row of readLexicon('mask', z.object({ side: SIDES, word: z.string(), reason: z.string() }))) {
    const side = sides.get(row.side) as Words;
    side.reasons.set(row.word, row.reason);
    side.edges.add(row.word.at(row.side === 'before' ? -1 : 0) as string);
  }
  return sides;
}

/**
 * Reason of the longest mask word that starts at an offset.
 * @param longerThan only words of more characters than this
 */
export function maskAfter(
  text: string,
  at: number,
  side: Exclude<Side, 'before'>,
  longerThan = 0,
): string | null {
  const { reasons, edges } = table(side);
  if (!edges.has(text[at] ?? '')) return null;
  for (let n = LONGEST; n > longerThan; n--) {
    const reason = reasons.get(text.slice(at, at + n));
    if (reason !== undefined) return reason;
  }
  return null;
}

/** Reason of the longest mask word that ends at an offset. */
export function maskBefore(text: string, at: number): string | null {
  const { reasons, edges } = table('before');
  if (!edges.has(text[at - 1] ?? '')) return null;
  for (let n = LONGEST; n > 0; n--) {
    const reason = reasons.get(text.slice(Math.max(0, at - n), at));
    if (reason !== undefined) return reason;
  }
  return null;
}

interface Zone extends Range {
  reason: string;
}

const TITLE = /《[^《》\n]{1,100}》/g;
/** A quoted stretch as short as a name or slogan; longer quotes are speech, whose numbers count. */
const QUOTE = /“[^“”\n]{1,14}”|‘[^‘’\n]{1,14}’|「[^「」\n]{1,14}」|"[^"\n]{1,14}"/g;
const DOCUMENT_NUMBER = /[〔［[（(](?:19|20)\d{2}[〕］\]）)]\s?第?\s?\d{1,5}\s?号/g;
const PHONE = /(?<!\d)(?:0\d{2,3}[-—－ ]?[2-8]\d{3,7}|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?![\d万亿元%])/g;
const WEB = /(?:https?:\/\/|www\.)[\w./?=&%#:~+-]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+/g;
const LIST_NUMBER =
  /(?:^|[\n。；;：:])[ \t\u3000\u00a0]*(?:[（(]?[一二三四五六七八九十百]{1,4}[）)、]|[（(]?\d{1,3}[）)]|\d{1,3}[.．、﹒·](?!\d)|[[［【]\d{1,3}[\]］】])/g;
const PARENTHESISED = /[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]/g;
const ENUMERATED = /(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,2}(?:是|要)/g;

/** Stretches in which no numeral is a fact, in text order, overlapping allowed. */
export function maskZones(report: Report, text: string): Zone[] {
  const zones: Zone[] = report.furniture.map((r) => ({ ...r, reason: 'page furniture' }));
  for (const s of report.sections) if (s.marker) zones.push({ ...s.marker, reason: 'section number' });
  const add = (pattern: RegExp, reason: string) => {
    for (const m of text.matchAll(pattern))
      zones.push({ start: m.index, end: m.index + m[0].length, reason });
  };
  add(DOCUMENT_NUMBER, 'document number');
  add(TITLE, 'inside a title');
  add(QUOTE, 'name or slogan in quotes');
  add(PHONE, 'telephone number');
  add(WEB, 'address');
  add(LIST_NUMBER, 'list number');
  add(PARENTHESISED, 'list number');
  add(ENUMERATED, 'list number');
  return zones.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Reasons by numeral, from one walk over numerals and zones together. */
export function zoneReasons(numerals: Numeral[], zones: Zone[]): (string | null)[] {
  const open: Zone[] = [];
  let next = 0;
  return numerals.map((n) => {
    for (let z = zones[next]; z && z.start < n.end; z = zones[++next]) open.push(z);
    for (let i = open.length - 1; i >= 0; i--) if ((open[i] as Zone).end <= n.start) open.splice(i, 1);
    return open.find((z) => z.start <= n.start && n.end <= z.end)?.reason ?? null;
  });
}
