/** Numbers whose unit stands elsewhere: in a column's heading, a unit column, a caption, or a label in brackets. */
import type { Quantity } from '../context.js';
import {
  type Cell,
  type NamedUnit,
  NUMBER,
  unitInCaption,
  unitInHeading,
  unitInLabel,
  unitOf,
} from './cells.js';
import { stackedTables } from './stacked-table.js';

/** The unit that a place gives to a bare number, and what its row and column are called. */
export interface Place extends NamedUnit {
  /** Where the number stands in a table: name of its row and heading of its column. */
  cell: NonNullable<Quantity['cell']> | null;
}

const UNIT_COLUMN = /^(?:计量)?单位$/;
const BARS = /[\t|｜]/;
const BLANKS = /[ \u00a0\u3000]+/;
/** Some heading, caption or column must name a unit, else no table is looked for. */
const WORTHWHILE = /单位|[（(][^（）()\n]{1,8}[）)][\t|｜ \u00a0\u3000\r\n]/;

/** The unit in brackets right before a number: 投资额（万元）：3560. */
export function labelPlace(text: string, start: number): Place | null {
  let at = start - 1;
  while (/[ \u3000：:]/.test(text[at] ?? '')) at--;
  if (!/[）)]/.test(text[at] ?? '')) return null;
  const unit = unitInLabel(text.slice(Math.max(0, start - 16), start));
  return unit && { ...unit, cell: null };
}

/**
 * The numbers that stand alone in a cell: of a table drawn with tabs, bars or blanks, or with one cell a line.
 * @param text folded text
 * @returns by offset of the number
 */
export function tablePlaces(text: string): Map<number, Place> {
  const places = new Map<number, Place>();
  if (!WORTHWHILE.test(text)) return places;
  const lines: Cell[] = [];
  let heading: Cell[] | null = null;
  let caption: NamedUnit | null = null;
  let at = 0;
  for (const raw of text.split('\n')) {
    const line = trimmed(raw, at);
    at += raw.length + 1;
    if (line.text === '') continue;
    lines.push(line);
    const cells = cellsOf(line);
    if (cells.length < 2) {
      heading = null;
      caption = unitInCaption(line.text);
    } else if (!cells.some((c) => NUMBER.test(c.text))) {
      heading = cells;
      caption = unitInCaption(line.text) ?? caption;
    } else if (
      BARS.test(line.text) ||
      heading?.length === cells.length ||
      unitInHeading(cells[0]?.text ?? '')
    )
      addRow(places, cells, heading, caption, BARS.test(line.text));
  }
  for (const table of stackedTables(lines))
    for (const row of table.rows) addRow(places, row, table.heading, null, false);
  return places;
}

/**
 * Gives every number of a row but its first cell a place.
 * @param barred cells are parted by bars or tabs: a number among them needs no unit to be one
 */
function addRow(
  places: Map<number, Place>,
  cells: Cell[],
  heading: Cell[] | null,
  caption: NamedUnit | null,
  barred: boolean,
): void {
  const named = cells.find((c) => !NUMBER.test(c.text));
  const unitColumn = heading?.findIndex((h) => UNIT_COLUMN.test(h.text)) ?? -1;
  const rowUnit = unitColumn >= 0 ? unitOf(cells[unitColumn]?.text ?? '') : null;
  const rowBracket = unitInHeading(named?.text ?? '');
  if (heading === null && caption === null && rowBracket === null) return;
  for (const [i, cell] of cells.entries()) {
    if (i === 0 || !NUMBER.test(cell.text)) continue;
    const column = heading?.[i];
    const bracket = unitInHeading(column?.text ?? '');
    const known = bracket ?? rowUnit ?? rowBracket ?? caption;
    if (!known && !barred) continue;
    const { unit, factor } = known ?? { unit: '', factor: 1 };
    places.set(cell.start + (/^[-+−－]/.test(cell.text) ? 1 : 0), {
      unit,
      factor,
      cell: {
        row: rowBracket?.name ?? named?.text ?? '',
        rowStart: named?.start ?? cell.start,
        column: bracket?.name ?? column?.text ?? '',
        columnStart: column?.start ?? cell.start,
      },
    });
  }
}

function trimmed(part: string, offset: number): Cell {
  const text = part.trim();
  return { start: offset + part.indexOf(text), text };
}

/** The cells of a line; a bar at either end opens no cell. */
function cellsOf(line: Cell): Cell[] {
  const bars = BARS.test(line.text);
  const cells: Cell[] = [];
  let at = line.start;
  for (const part of line.text.split(bars ? BARS : BLANKS)) {
    cells.push(trimmed(part, at));
    at += part.length;
    // Behind a part stands one bar, or a run of blanks.
    at += bars ? 1 : (BLANKS.exec(line.text.slice(at - line.start))?.[0].length ?? 0);
  }
  if (bars && cells[0]?.text === '' && cells.length > 2) cells.shift();
  if (bars && cells.at(-1)?.text === '') cells.pop();
  return cells;
}
