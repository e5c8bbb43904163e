/** The words around each number of a sentence: what stands before and after it, up to the next number or separator. */
import type { Range, Sentence } from '../../model.js';
import { piecesOf } from '../clauses.js';
import type { Context, Quantity } from '../context.js';
import { afterMarker, stripTail } from './phrase.js';
import { factWords, wordAfter } from './words.js';

export interface Frame {
  quantity: Quantity;
  sentence: Sentence;
  /** The clause between ， ； ： and the piece of it between 、 that hold the number. */
  clause: Range;
  piece: Range;
  /** Words in the piece before the number, from the previous number on. */
  before: Range;
  /** Words in the piece after the number, up to the next number's own words. */
  after: Range;
  /** Clauses and pieces between the previous number (or the sentence start) and this piece. */
  lead: Range;
  /** What stands between the previous number and this one. */
  joint: 'first' | 'clause' | 'pause' | 'none';
}

/** Words further off than this do not belong to a number. */
const REACH = 120;

/** Pieces joined by 、 make a clause. */
function clausesFrom(text: string, pieces: Range[]): Range[] {
  const clauses: Range[] = [];
  let start = -1;
  for (const [i, piece] of pieces.entries()) {
    if (start < 0) start = piece.start;
    if (i < pieces.length - 1 && text.charAt(piece.end) === '、') continue;
    clauses.push({ start, end: piece.end });
    start = -1;
  }
  return clauses;
}

/** 600分以上36人: the first number only says which of them are counted. */
function selects(text: string, quantity: Quantity, next: Quantity | undefined): boolean {
  if (!next || next.start - quantity.end > 16 || /^[%％‰成]$/.test(quantity.unit)) return false;
  return /^(?:及)?以[上下内][^，、；。,;：:和及与]*$/.test(text.slice(quantity.end, next.start));
}

/** @returns one frame a number of the sentence that measures something, in order */
export function framesOf(context: Context, sentence: Sentence, quantities: Quantity[]): Frame[] {
  const { text } = context.report;
  const pieces = piecesOf(text, sentence);
  const clauses = clausesFrom(text, pieces);
  const frames: Frame[] = [];
  let c = 0;
  let p = 0;
  for (const [i, quantity] of quantities.entries()) {
    if (selects(text, quantity, quantities[i + 1])) continue;
    while (c < clauses.length - 1 && (clauses[c] as Range).end <= quantity.start) c++;
    while (p < pieces.length - 1 && (pieces[p] as Range).end <= quantity.start) p++;
    const piece = pieces[p] ?? sentence;
    const clause = clauses[c] ?? sentence;
    const previous = frames.at(-1);
    const last = previous?.quantity.end ?? sentence.start;
    const inPiece = last > piece.start;
    const own = afterMarker(text, piece.start, quantity.start);
    const start = Math.max(inPiece ? last : own, quantity.start - REACH);
    const frame: Frame = {
      quantity,
      sentence,
      clause,
      piece,
      before: outsideBracket(text, start, quantity.start),
      after: { start: quantity.end, end: Math.max(quantity.end, Math.min(piece.end, quantity.end + REACH)) },
      lead: { start: Math.max(last, piece.start - 2 * REACH), end: Math.max(last, piece.start) },
      joint: !previous ? 'first' : inPiece ? 'none' : last > clause.start ? 'pause' : 'clause',
    };
    frame.after.end = beforeBracket(text, frame.after);
    if (previous && inPiece) shareGap(context, previous, frame);
    frames.push(frame);
  }
  return frames;
}

/** A number inside brackets sees nothing outside them, unless it stands there alone: 实地调研（20%）. */
function outsideBracket(text: string, start: number, end: number): Range {
  let open = end - 1;
  while (open >= start && !'（(）)'.includes(text.charAt(open))) open--;
  if (open < start || /[）)]/.test(text.charAt(open))) return { start, end };
  const alone = /^.(?:约|近|超|共|计|累计|总计|合计|其中)*$/.test(text.slice(open, end));
  return alone && open > start ? { start, end: open } : { start: open + 1, end };
}

function beforeBracket(text: string, range: Range): number {
  const rest = text.slice(range.start, range.end);
  const close = rest.search(/[）)]/);
  const open = rest.search(/[（(]/);
  return close >= 0 && (open < 0 || close < open) ? range.start + close : range.end;
}

/** Words between two numbers of one piece: the noun of the first, then from the first verb on the words before the second. */
function shareGap(context: Context, previous: Frame, frame: Frame): void {
  const gap = { start: previous.quantity.end, end: frame.before.end };
  const at = gapCut(context, gap, frame.quantity.end);
  previous.after = { start: gap.start, end: at };
  frame.before = { start: Math.max(at, frame.before.start), end: gap.end };
}

function gapCut(context: Context, gap: Range, next: number): number {
  const { edges, report } = context;
  const { verb, tail } = factWords();
  if (
    /^[的，]?([和及与、]|比|较|占|同比|环比|其中|高于|低于|居|位居)/.test(
      report.text.slice(gap.start, gap.end),
    )
  )
    return gap.start;
  const { rest } = stripTail(context, gap);
  if (rest.end <= rest.start) return gap.start;
  for (let i = gap.start; i < gap.end; i++) {
    if (edges[i] === 0) continue;
    const here = { start: i, end: gap.end };
    const hit = wordAfter(context, verb, here);
    if (hit && (i > gap.start || hit.end === gap.end) && (hit.value !== 'stop' || i === gap.start)) return i;
    if (hit && i === gap.start && hit.value === 'keep') {
      i = hit.end - 1;
      continue;
    }
    if (wordAfter(context, tail, here)?.end === gap.end) return i;
    if (i > gap.start && /[和及与并或]/.test(report.text.charAt(i)) && edges[i + 1] === 1) return i;
  }
  return /^$|[，。；、,;\s）)]/.test(report.text.slice(next, next + 1)) ? gap.start : gap.end;
}
