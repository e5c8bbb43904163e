/** Sentences cut into clauses and clauses into list items; brackets, quotes, digit groups and ratios stay whole. */
import type { Range } from '../model.js';

const OPENERS = '（(“‘《〈「『【[';
const CLOSERS = '）)”’》〉」』】]';
const CLAUSE_BREAKS = '，,；;：:。！？!?\n';
const ITEM_BREAKS = '、';
/** Brackets nested deeper than this are taken as damage. */
const DEPTH = 8;
const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);

/** @returns the clauses of a range (a sentence), in order, separators left out, blank ones dropped */
export function clausesOf(text: string, range: Range): Range[] {
  return cut(text, range, CLAUSE_BREAKS);
}

/** @returns clauses and their items in one pass: the smallest pieces between ， ； ： and 、 */
export function piecesOf(text: string, range: Range): Range[] {
  return cut(text, range, CLAUSE_BREAKS + ITEM_BREAKS);
}

function cut(text: string, range: Range, breaks: string): Range[] {
  const closed = bracketEnds(text, range);
  const pieces: Range[] = [];
  let start = range.start;
  const push = (end: number): void => {
    if (end > start && text.slice(start, end).trim() !== '') pieces.push({ start, end });
  };
  for (let i = range.start; i < range.end; i++) {
    const end = closed?.get(i);
    if (end !== undefined) {
      i = end;
    } else if (breaks.includes(text.charAt(i)) && !betweenDigits(text, i)) {
      push(i);
      start = i + 1;
    }
  }
  push(range.end);
  return pieces;
}

/** A comma that groups digits (1,420) or a colon that compares two numbers (13.9:43.2). */
function betweenDigits(text: string, at: number): boolean {
  const digit = (k: number): boolean => isDigit(text.charCodeAt(at + k));
  if (!digit(-1) || !digit(1)) return false;
  const c = text.charAt(at);
  return c === ':' || c === '：' || (',，'.includes(c) && digit(2) && digit(3) && !digit(4));
}

/** Offset of each outermost opening bracket to that of its closing one; unmatched ones do not count. */
function bracketEnds(text: string, range: Range): Map<number, number> | null {
  let ends: Map<number, number> | null = null;
  const open: number[] = [];
  for (let i = range.start; i < range.end; i++) {
    const c = text.charAt(i);
    if (OPENERS.includes(c)) {
      open.push(i);
      if (open.length > DEPTH) open.shift();
    } else if (CLOSERS.includes(c)) {
      const kind = CLOSERS.indexOf(c);
      const k = open.findLastIndex((at) => OPENERS.indexOf(text.charAt(at)) === kind);
      if (k < 0) continue;
      ends ??= new Map();
      ends.set(open[k] as number, i);
      open.length = k;
    }
  }
  return ends;
}
