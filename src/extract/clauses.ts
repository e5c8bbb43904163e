/** Sentences cut into clauses and clauses into list items; brackets, quotes, digit groups and ratios stay whole. */
import type { Range } from '../model.js';

/** Brackets nested deeper than this are taken as damage. */
const DEPTH = 8;
const BRACKETS = ['（）', '()', '“”', '‘’', '《》', '〈〉', '「」', '『』', '【】', '[]'];
const CLAUSE = 1;
const ITEM = 2;

/** What a character does: 1 ends a clause, 2 an item, 16 + k opens and 32 + k closes brackets of kind k. */
const ROLE = new Uint8Array(65536);
for (const c of '，,；;：:。！？!?\n\t|｜│┃') ROLE[c.charCodeAt(0)] = CLAUSE;
ROLE['、'.charCodeAt(0)] = ITEM;
for (const [k, pair] of BRACKETS.entries()) {
  ROLE[pair.charCodeAt(0)] = 16 + k;
  ROLE[pair.charCodeAt(1)] = 32 + k;
}

/** @returns the clauses of a range (a sentence), in order, separators left out, blank ones dropped */
export function clausesOf(text: string, range: Range): Range[] {
  return cut(text, range, CLAUSE);
}

/** @returns clauses and their items in one pass: the smallest pieces between ， ； ： and 、 */
export function piecesOf(text: string, range: Range): Range[] {
  return cut(text, range, CLAUSE | ITEM);
}

function cut(text: string, range: Range, breaks: number): Range[] {
  const closed = bracketEnds(text, range);
  const pieces: Range[] = [];
  let start = range.start;
  const push = (end: number): void => {
    if (end > start && !isBlank(text, start, end)) pieces.push({ start, end });
  };
  for (let i = range.start; i < range.end; i++) {
    const role = ROLE[text.charCodeAt(i)] as number;
    if (role === 0) continue;
    if (role >= 16) i = closed?.get(i) ?? i;
    else if ((role & breaks) !== 0 && !betweenDigits(text, i)) {
      push(i);
      start = i + 1;
    }
  }
  push(range.end);
  return pieces;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && !/\s/.test(text.charAt(i))) return false;
  return true;
}

/** A comma that groups digits (1,420) or a colon that compares two numbers (13.9:43.2). */
function betweenDigits(text: string, at: number): boolean {
  const digit = (k: number): boolean => isDigit(text.charCodeAt(at + k));
  if (!digit(-1) || !digit(1)) return false;
  const c = text.charAt(at);
  return c === ':' || c === '：' || (',，'.includes(c) && digit(2) && digit(3) && !digit(4));
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** Offset of each outermost opening bracket to that of its closing one; unmatched ones do not count. */
function bracketEnds(text: string, range: Range): Map<number, number> | null {
  let ends: Map<number, number> | null = null;
  const open: number[] = [];
  for (let i = range.start; i < range.end; i++) {
    const role = ROLE[text.charCodeAt(i)] as number;
    if (role < 16) continue;
    if (role < 32) {
      open.push(i);
      if (open.length > DEPTH) open.shift();
      continue;
    }
    const k = open.findLastIndex((at) => ROLE[text.charCodeAt(at)] === role - 16);
    if (k < 0) continue;
    ends ??= new Map();
    ends.set(open[k] as number, i);
    open.length = k;
  }
  return ends;
}
