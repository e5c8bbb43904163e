/** Numbers whose unit stands elsewhere: in a column's heading, a unit column, a caption, or a label in brackets. */
import type { Quantity } from '../context.js';
import { parseChinese } from './numeral.js';
import { unitAt } from './unit.js';

/** The unit that a place gives to a bare number, and what its row and column are called. */
export interface Place {
  unit: string;
  /** Multiplier that the unit carries (万元). */
  factor: number;
  /** Where the number stands in a table: name of its row and heading of its column. */
  cell: NonNullable<Quantity['cell']> | null;
}

interface Cell {
  start: number;
  text: string;
}

const CAPTION = /单位[：:]\s*([^\s，、,;；）)]{1,8})[）)]?\s*$/;
const IN_BRACKETS = /^(.*?)\s*[（(]\s*([^（）()]{1,8})\s*[）)]$/;
const LABEL = /[（(]\s*([^（）()\n]{1,8})\s*[）)][ \u3000]*[：:]?[ \u3000]*$/;
const UNIT_HEADING = /^(?:计量)?单位$/;
const NUMBER = /^[-+−－]?\d[\d,]*(?:\.\d+)?$/;
const SEPARATOR = /[\t|｜]/;

/** 万元 is 元 ten thousand times; null where the words are no unit. */
function unitOf(words: string): { unit: string; factor: number } | null {
  const scale = /^[十百千万亿]*/.exec(words)?.[0].length ?? 0;
  // The longest unit wins: 千瓦时 keeps its 千.
  for (let cut = 0; cut <= scale; cut++) {
    const unit = unitAt(words, cut)?.word;
    if (unit && unit.length === words.length - cut)
      return { unit, factor: cut === 0 ? 1 : parseChinese(words.slice(0, cut)) };
  }
  return words === '±%' ? { unit: '%', factor: 1 } : null;
}

/** The unit in brackets right before a number: 投资额（万元）：3560. */
export function labelPlace(text: string, start: number): Place | null {
  const label = LABEL.exec(text.slice(Math.max(0, start - 16), start));
  const unit = label && unitOf(label[1] as string);
  return unit ? { ...unit, cell: null } : null;
}

/**
 * The numbers that stand alone in a cell of a table drawn with tabs or bars.
 * @param text folded text
 * @returns by offset of the number
 */
export function tablePlaces(text: string): Map<number, Place> {
  const places = new Map<number, Place>();
  if (!SEPARATOR.test(text)) return places;
  let heading: Cell[] | null = null;
  let caption: string | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const cells = SEPARATOR.test(line) ? cellsOf(line, at) : [];
    at += line.length + 1;
    if (cells.length < 2) {
      if (line.trim() === '') continue;
      heading = null;
      caption = CAPTION.exec(line)?.[1] ?? null;
    } else if (!cells.some((c) => NUMBER.test(c.text))) heading = cells;
    else for (const [i, c] of cells.entries()) place(places, cells, i, c, heading, caption);
  }
  return places;
}

function place(
  places: Map<number, Place>,
  cells: Cell[],
  i: number,
  cell: Cell,
  heading: Cell[] | null,
  caption: string | null,
): void {
  if (i === 0 || !NUMBER.test(cell.text) || (heading === null && caption === null)) return;
  const name = heading?.[i]?.text ?? '';
  const bracket = IN_BRACKETS.exec(name);
  const unitColumn = heading?.findIndex((h) => UNIT_HEADING.test(h.text)) ?? -1;
  const unit =
    (bracket && unitOf(bracket[2] as string)) ??
    (unitColumn >= 0 ? unitOf(cells[unitColumn]?.text ?? '') : null) ??
    (caption ? unitOf(caption) : null);
  const row = cells.find((c) => !NUMBER.test(c.text));
  const sign = /^[-+−－]/.test(cell.text) ? 1 : 0;
  places.set(cell.start + sign, {
    unit: unit?.unit ?? '',
    factor: unit?.factor ?? 1,
    cell: {
      row: row?.text ?? '',
      rowStart: row?.start ?? cell.start,
      column: bracket?.[1] ?? name,
      columnStart: heading?.[i]?.start ?? cell.start,
    },
  });
}

/** The cells of a line with their offsets, blanks around them left out; a bar at either end opens no cell. */
function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const part of line.split(SEPARATOR)) {
    const text = part.trim();
    cells.push({ start: offset + start + part.indexOf(text), text });
    start += part.length + 1;
  }
  if (/^\s*[|｜]/.test(line)) cells.shift();
  if (/[|｜]\s*$/.test(line)) cells.pop();
  return cells;
}
