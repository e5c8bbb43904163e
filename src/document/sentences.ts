/** Sentences: up to 。！？ or a line's end, unless the page broke the line inside a running sentence. */
import type { Range, Section, Sentence } from '../model.js';
import { isDateLine } from './issuer.js';
import type { MarkedLine } from './sections.js';

/** A longer sentence is no sentence (a table, a list, damage): it is cut at ； or ， so that later stages stay fast. */
const LONGEST = 4000;
/** A line without an end mark runs on only from this length, or where it already ran on, or breaks at a comma. */
const RUNNING = 20;
/** A row of a table runs into no other line. */
const BARS = /[\t|｜│┃]/;
/** End marks, with the quotes and brackets that they close. */
const END = /[。！？][。！？”’"'）)」』》〉】\]]*/g;

/** Ranges of text that hold running sentences: one line each, or several where a line runs into the next. */
function passages(lines: MarkedLine[]): Range[] {
  const found: Range[] = [];
  let running = false;
  for (const [i, { line }] of lines.entries()) {
    const last = found.at(-1);
    const joins = running && last !== undefined && canContinue(lines[i] as MarkedLine);
    if (joins) last.end = line.end;
    else found.push({ start: line.start, end: line.end });
    running = runsOn(lines[i] as MarkedLine, joins);
  }
  return found;
}

/** True where the line stops without an end mark and nothing but a break of the page can be the reason. */
function runsOn({ line, marker }: MarkedLine, joined: boolean): boolean {
  if (line.furniture || line.blankAfter || BARS.test(line.text)) return false;
  if (/[。！？；：:…!?;][”’"'）)」』》〉】\]]*$/.test(line.text)) return false;
  if (/[，,、]$/.test(line.text)) return true;
  if (marker?.alone && !joined) return false;
  return joined || (line.text.length >= RUNNING && /[，。；、]/.test(line.text));
}

/** A line that opens a heading, item, label, signature or new paragraph continues nothing. */
function canContinue({ line, marker }: MarkedLine): boolean {
  if (line.furniture || line.indented || marker || BARS.test(line.text)) return false;
  if (isDateLine(line.text) || /^各位(?:代表|委员)/.test(line.text)) return false;
  return !/^[\u4e00-\u9fff]{2,8}[：:]/.test(line.text);
}

/**
 * Splits a report into sentences.
 * @param text the whole text
 * @param lines its lines, furniture too, with their markers
 * @param sections its sections, in order
 * @returns sentences in order, blanks at their ends left out; none touches furniture
 */
export function splitSentences(text: string, lines: MarkedLine[], sections: Section[]): Sentence[] {
  const sentences: Sentence[] = [];
  const sectionAt = innermost(sections);
  const furniture = new Set(lines.filter(({ line }) => line.furniture).map(({ line }) => line.start));
  const push = (from: number, to: number) => {
    const words = text.slice(from, to);
    const trimmed = words.trim();
    if (trimmed === '') return;
    const start = from + words.length - words.trimStart().length;
    const section = sectionAt(start);
    for (const { start: a, end: b } of pieces(text, start, start + trimmed.length)) {
      sentences.push({ index: sentences.length, start: a, end: b, section });
    }
  };
  for (const { start, end } of passages(lines)) {
    if (furniture.has(start)) continue;
    let from = start;
    for (const m of text.slice(start, end).matchAll(END)) {
      const to = start + m.index + m[0].length;
      push(from, to);
      from = to;
    }
    push(from, end);
  }
  return sentences;
}

/** The sentence whole, or what an endless one is cut into. */
function pieces(text: string, start: number, end: number): Range[] {
  const found: Range[] = [];
  let from = start;
  for (let i = start + LONGEST; i < end; i++) {
    if (!'；;，,、'.includes(text.charAt(i))) continue;
    if (i + 1 < end) found.push({ start: from, end: i + 1 });
    from = i + 1;
    while (from < end && /\s/.test(text.charAt(from))) from++;
    i = from + LONGEST;
  }
  if (from < end) found.push({ start: from, end });
  return found;
}

/** Looks up the innermost section at rising offsets. */
function innermost(sections: Section[]): (offset: number) => number {
  let next = 1;
  let current = 0;
  return (offset) => {
    while (next < sections.length && (sections[next] as Section).start <= offset) current = next++;
    while (current > 0 && (sections[current] as Section).end <= offset)
      current = (sections[current] as Section).parent as number;
    return current;
  };
}
