/** Tables whose cells came out one a line, as scraped pages give them: found again by the rhythm of their numbers. */
import { type Cell, NUMBER, unitInHeading } from './cells.js';

/** A cell is short and no sentence. */
const CELL = /^[^。；，！？：:、]{1,24}$/;
const MOST_COLUMNS = 12;
/** Longest run of lines looked at as one table. */
const MOST_LINES = 2000;

/** Heading and rows of one table. */
export interface Table {
  heading: Cell[];
  rows: Cell[][];
}

/**
 * @param lines the text's lines that are not empty, with their offsets
 * @returns tables of at least two columns in which some heading names a unit
 */
export function stackedTables(lines: Cell[]): Table[] {
  const tables: Table[] = [];
  let run: Cell[] = [];
  const close = () => {
    const table = run.length <= MOST_LINES ? tableOf(run) : null;
    if (table) tables.push(table);
    run = [];
  };
  for (const line of lines) {
    if (CELL.test(line.text)) run.push(line);
    else close();
  }
  close();
  return tables;
}

/** Splits a run of cells into heading and rows: the column count under which numbers always stand in the same columns. */
function tableOf(run: Cell[]): Table | null {
  const numeric = run.map((c) => NUMBER.test(c.text));
  const first = numeric.indexOf(true);
  const last = numeric.lastIndexOf(true);
  const unit = run.findIndex((c) => unitInHeading(c.text) !== null);
  if (first < 0 || unit < 0 || unit > first) return null;
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, first - 1); columns++) {
    // The heading may follow lines of a caption: it ends where the first row begins.
    for (let lead = 1; lead < columns; lead++) {
      const body = first - lead;
      const head = body - columns;
      if (head < 0 || !fits(run, numeric, head, body, columns, last)) continue;
      const rows: Cell[][] = [];
      for (let at = body; at + columns <= run.length && at <= last; at += columns)
        rows.push(run.slice(at, at + columns));
      return { heading: run.slice(head, body), rows };
    }
  }
  return null;
}

/** Every heading with a unit is over numbers, every row has its numbers where the first has them. */
function fits(
  run: Cell[],
  numeric: boolean[],
  head: number,
  body: number,
  columns: number,
  last: number,
): boolean {
  if ((last + 1 - body) % columns !== 0 && last - body >= columns) {
    // A last row may end in words (备注), but never start with a number.
    if (numeric[body + Math.floor((last - body) / columns) * columns]) return false;
  }
  for (let c = 0; c < columns; c++) {
    if (unitInHeading(run[head + c]?.text ?? '') !== null && !numeric[body + c]) return false;
  }
  const named = (c: Cell | undefined) => unitInHeading(c?.text ?? '') !== null;
  const inHeading = run.slice(head, body).some(named);
  const inRows = run.every((c, i) => i < body || (i - body) % columns !== 0 || i > last || named(c));
  if (!inHeading && !inRows) return false;
  if (run.slice(0, head).some((c) => unitInHeading(c.text) !== null)) return false;
  for (let i = body + columns; i <= last; i++) if (numeric[i] !== numeric[i - columns]) return false;
  return true;
}
