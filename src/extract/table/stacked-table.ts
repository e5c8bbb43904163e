/** Tables whose cells came out one a line, as scraped pages give them: found again by the rhythm of their numbers. */
import { type Cell, NUMBER, unitInHeading } from './cells.js';

/** A cell is short and no sentence. */
const CELL = /^[^。；，！？：:、\t|｜]{1,24}$/;
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
  if (first < 0) return null;
  const named = run.map((c) => unitInHeading(c.text) !== null);
  const last = numeric.lastIndexOf(true);
  const unit = named.indexOf(true);
  if (unit < 0 || unit > first) return null;
  for (let columns = 2; columns <= Math.min(MOST_COLUMNS, first - 1); columns++) {
    // The heading may follow lines of a caption: it ends where the first row begins.
    for (let lead = 1; lead < columns; lead++) {
      const body = first - lead;
      const head = body - columns;
      if (head < 0 || !fits({ numeric, named, head, body, columns, last })) continue;
      const rows: Cell[][] = [];
      for (let at = body; at + columns <= run.length && at <= last; at += columns)
        rows.push(run.slice(at, at + columns));
      return { heading: run.slice(head, body), rows };
    }
  }
  return null;
}

interface Guess {
  /** Cells that hold a number only, and cells that name a unit. */
  numeric: boolean[];
  named: boolean[];
  /** Where the heading and the first row begin, and the last number. */
  head: number;
  body: number;
  columns: number;
  last: number;
}

/** Every heading with a unit is over numbers, every row has its numbers where the first has them. */
function fits({ numeric, named, head, body, columns, last }: Guess): boolean {
  for (let i = body + columns; i <= last; i++) if (numeric[i] !== numeric[i - columns]) return false;
  if (named.indexOf(true) < head) return false;
  let inHeading = false;
  for (let c = 0; c < columns; c++) {
    if (!named[head + c]) continue;
    if (!numeric[body + c]) return false;
    inHeading = true;
  }
  if (inHeading) return true;
  for (let at = body; at <= last; at += columns) if (!named[at]) return false;
  return true;
}
