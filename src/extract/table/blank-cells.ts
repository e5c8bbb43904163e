/** Cells parted by blanks: one blank will do where every row is full, columns that stand under each other where not. */
import { type Cell, cellEnd } from './cells.js';

const BLANKS = /[ \u00a0\u3000]+/g;
const WIDE = /[ \u00a0]{2,}|\u3000[ \u00a0\u3000]*/g;
/** Cells of one column begin or end within so many half-widths of each other. */
const OFF = 3;

/** A line as it stands: its text with the blanks at its ends, and where it begins. */
export interface RawLine {
  text: string;
  start: number;
}

/** The cells of a line, parted at every run of blanks. */
export const blankCells = (line: RawLine): Cell[] => parted(line, BLANKS);

/**
 * The cells of a row, one for each of the heading's; empty ones where nothing stands below.
 * @returns null where the line is no row of that heading
 */
export function alignedCells(line: RawLine, above: RawLine, heading: readonly Cell[]): Cell[] | null {
  if (heading.length < 2) return null;
  for (const blanks of [WIDE, BLANKS]) {
    const cells = parted(line, blanks);
    if (cells.length === heading.length) return cells;
  }
  const cells = parted(line, WIDE);
  if (cells.length < 2 || cells.length > heading.length) return null;
  return placed(cells, spans(line, cells), spans(above, heading));
}

function parted(line: RawLine, blanks: RegExp): Cell[] {
  const words = line.text.trim();
  const start = line.start + line.text.indexOf(words);
  const cells: Cell[] = [];
  let from = 0;
  for (const m of words.matchAll(blanks)) {
    cells.push({ start: start + from, text: words.slice(from, m.index) });
    from = m.index + m[0].length;
  }
  cells.push({ start: start + from, text: words.slice(from) });
  return cells;
}

interface Width {
  from: number;
  to: number;
}

/** Gives each cell to the column that it stands under. */
function placed(cells: readonly Cell[], row: readonly Width[], head: readonly Width[]): Cell[] | null {
  const found: Cell[] = [];
  let c = 0;
  for (const h of head) {
    const w = row[c];
    const here = w && (Math.abs(w.from - h.from) <= OFF || Math.abs(w.to - h.to) <= OFF);
    const last = found.at(-1) ?? cells[0];
    if (here) found.push(cells[c++] as Cell);
    else found.push({ start: last ? cellEnd(last) : 0, text: '' });
  }
  return c === cells.length ? found : null;
}

/** Where cells begin and end on a page of fixed width: a Chinese character is as wide as two letters. */
function spans(line: RawLine, cells: readonly Cell[]): Width[] {
  let at = line.start;
  let width = 0;
  const upTo = (offset: number): number => {
    for (; at < offset; at++) width += line.text.charCodeAt(at - line.start) > 0x2e7f ? 2 : 1;
    return width;
  };
  return cells.map((cell) => ({ from: upTo(cell.start), to: upTo(cellEnd(cell)) }));
}
