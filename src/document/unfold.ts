/** Pages that lost their line ends: title, address and sections run on in one line and are cut apart here again. */
import type { Line } from './lines.js';

/** A shorter line is no document by itself. */
const LONG = 300;
/** How far into the document a header may reach. */
const HEAD = 300;
const SECTION_START = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
const FIRST_SECTION = /[。！？：:；\s]一、/;
const SECOND_SECTION = /[。！？；\s]二、/;
const SECTION_BREAK =
  /(?<=[。！？：:；\s])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/g;
const HEAD_BREAK =
  /(?=各位代表[：:！])|(?<=各位代表[：:！])|(?=[—–]{1,3}(?:19|20)\d\d年)|(?=[（(](?:19|20)\d\d年\d{1,2}月\d{1,2}日)|(?<=会议上[）)]?)(?![）)])/g;

/**
 * Cuts run-on lines, in documents that have no section at any line's start.
 * @param lines all filled lines, in order
 * @returns the same lines, the run-on ones in pieces
 */
export function unfold(lines: Line[]): Line[] {
  if (lines.some(({ text }) => SECTION_START.test(text))) return lines;
  const runsOn = ({ text }: Line) =>
    text.length >= LONG && FIRST_SECTION.test(text) && SECOND_SECTION.test(text);
  if (!lines.some(runsOn)) return lines;
  return lines.flatMap((line, i) => {
    if (line.text.length < LONG) return [line];
    const cuts = [...line.text.matchAll(SECTION_BREAK)].map((m) => m.index);
    if (i === 0) cuts.push(...[...line.text.slice(0, HEAD).matchAll(HEAD_BREAK)].map((m) => m.index));
    return pieces(
      line,
      [...new Set(cuts)].sort((a, b) => a - b),
    );
  });
}

function pieces(line: Line, cuts: number[]): Line[] {
  const found: Line[] = [];
  let from = 0;
  for (const to of [...cuts, line.text.length]) {
    const raw = line.text.slice(from, to);
    const text = raw.trim();
    const start = line.start + from + raw.length - raw.trimStart().length;
    if (text !== '')
      found.push({ ...line, start, end: start + text.length, text, indented: true, blankAfter: true });
    from = to;
  }
  return found;
}
