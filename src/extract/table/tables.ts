/** The tables of a report as the rules ask for them: what stands at an offset, and in which row and column. */
import type { EntityType, Period, Range, Report, Sentence } from '../../model.js';
import type { DateAtom } from '../context.js';
import { fold } from '../rules/numeral.js';
import { type Cell, cellEnd, NUMBER } from './cells.js';
import type { Column } from './column.js';
import { readTables, type TextTable } from './grid.js';

export interface TableRow extends Range {
  table: TextTable;
  cells: Cell[];
  /** What the row is called: its cell in the column of names, of a cell left empty the one above; null without words. */
  name: Cell | null;
  /** A sum of the rows (合计). */
  total: boolean;
  /** Type of the things that the rows name; null where they are of any type, or no things. */
  type: EntityType | null;
  /** The year that heads the row. */
  year: Period | null;
}

export interface TableCell extends Range {
  row: TableRow;
  /** Null where no heading stands above. */
  column: Column | null;
  /** Place of its column in the table. */
  index: number;
  text: string;
}

const TOTAL = /^(?:全[省市县区州旗镇乡国]$|(?:全[省市县区州旗镇乡])?(?:合|总|小|共|累)\s*计)/;

/** The sum of some rows (东岭镇小计, 续建项目（2个）). */
const PART = /(?:小计|合计)(?:[（(][^（）()]*[）)])?$|[（(]共?\d+[个项家所座条][）)]$/;

/** Rows and cells of all tables, in text order. */
export class Tables {
  readonly rows: TableRow[];
  private readonly cells: TableCell[];

  constructor(tables: TextTable[]) {
    this.rows = tables.flatMap(rowsOf).sort((a, b) => a.start - b.start);
    this.cells = this.rows.flatMap(cellsOf);
  }

  get empty(): boolean {
    return this.rows.length === 0;
  }

  /** The row that holds an offset. */
  rowAt(offset: number): TableRow | null {
    return this.rows.length === 0 ? null : holding(this.rows, offset);
  }

  /** The first row that begins in a line. */
  rowIn(line: Range): TableRow | null {
    if (this.rows.length === 0) return null;
    const row = this.rows[firstBeyond(this.rows, line.start)];
    return row && row.start < line.end ? row : null;
  }

  /** The cell that holds an offset. */
  cellAt(offset: number): TableCell | null {
    return this.cells.length === 0 ? null : holding(this.cells, offset);
  }

  /** Cells of the rows, with their columns, in text order. */
  all(): readonly TableCell[] {
    return this.cells;
  }

  /** Sentences cut at the edges of cells, for no words go on from one cell to the next; they keep their index. */
  cut(sentences: Sentence[]): Sentence[] {
    if (this.empty) return sentences;
    let r = 0;
    return sentences.flatMap((sentence) => {
      while (r < this.rows.length && (this.rows[r] as TableRow).end <= sentence.start) r++;
      const parts: Sentence[] = [];
      const push = (from: number, to: number) => {
        const [start, end] = [Math.max(from, sentence.start), Math.min(to, sentence.end)];
        if (start < end) parts.push({ ...sentence, start, end });
      };
      let from = sentence.start;
      for (let k = r; k < this.rows.length && (this.rows[k] as TableRow).start < sentence.end; k++) {
        const row = this.rows[k] as TableRow;
        push(from, row.start);
        for (const cell of row.cells) if (cell.text !== '') push(cell.start, cellEnd(cell));
        from = row.end;
      }
      if (from === sentence.start) return [sentence];
      push(from, sentence.end);
      return parts;
    });
  }
}

/**
 * The tables of a report.
 * @param dates its dates, in text order: those of a table's title and caption date its figures
 */
export function tablesOf(report: Report, dates: readonly DateAtom[]): Tables {
  const tables = readTables(fold(report.text));
  for (const table of tables) table.period = periodOf(table, report.text, dates);
  return new Tables(tables);
}

/** 截止日期：6月30日 counts from the year's start; else the stretch that the title names. */
function periodOf({ lead }: TextTable, text: string, dates: readonly DateAtom[]): Period | null {
  if (lead === null) return null;
  let named: Period | null = null;
  for (const { start, end, period, kind } of dates) {
    if (start >= lead.end) break;
    if (start < lead.start || period === null || kind === 'by' || kind === 'against') continue;
    const before = text.slice(Math.max(lead.start, start - 6), Math.min(end, start + 3));
    if (kind === 'asOf' || /截[至止]/.test(before))
      return { start: `${period.end.slice(0, 4)}-01-01`, end: period.end };
    if (period.start !== period.end) named ??= period;
  }
  return named;
}

/** The range of a list, in order and without overlap, that holds an offset. */
function holding<T extends Range>(ranges: readonly T[], offset: number): T | null {
  const found = ranges[firstBeyond(ranges, offset)];
  return found && found.start <= offset ? found : null;
}

/** Place of the first range that ends behind an offset. */
function firstBeyond(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsOf(table: TextTable): TableRow[] {
  const names = nameColumn(table.columns);
  const type = typeOfRows(table.columns, names);
  let above: Cell | null = null;
  return table.rows.flatMap((cells) => {
    const filled = cells.filter((c) => c.text !== '');
    const [first] = filled;
    const last = filled.at(-1);
    if (!first || !last) return [];
    const sum = filled.find((c) => TOTAL.test(c.text)) ?? null;
    const own = names >= 0 ? (cells[names] ?? null) : null;
    const words = own?.text ? own : (filled.find((c) => !NUMBER.test(c.text)) ?? null);
    const part = sum ?? filled.find((c) => PART.test(c.text)) ?? null;
    const goesOn = names >= 0 && own?.text === '' && above !== null;
    const year = yearOf(cells[0], table);
    const name: Cell | null = year ? null : (part ?? (goesOn ? above : words));
    if (part === null) above = name;
    const total = sum !== null;
    return [
      { start: first.start, end: cellEnd(last), table, cells, name, total, type: part ? null : type, year },
    ];
  });
}

/** 2021 or 2021年 under 年份. */
function yearOf(first: Cell | undefined, { columns }: TextTable): Period | null {
  const year = columns[0]?.role === 'date' ? /^((?:19|20)\d{2})年?$/.exec(first?.text ?? '')?.[1] : undefined;
  return year === undefined ? null : { start: `${year}-01-01`, end: `${year}-12-31` };
}

/** Headings that say nothing of themselves (项目 heads works and items of a budget alike). */
const ANY_NAME = /^(?:项目|工程|名称|项目[（(].*[）)])$/;

/** The column that names the rows, or -1. */
function nameColumn(columns: readonly Column[]): number {
  const named = columns.findIndex((c) => c.role === 'name');
  if (named >= 0) return named;
  const any = columns.findIndex((c) => ANY_NAME.test(c.label));
  return any >= 0 ? any : columns.findIndex((c) => c.role === 'division');
}

const OF_WORKS = new Set<Column['role']>(['place', 'progress', 'content']);

/** Works have a place, a stage or a builder; rows with units of their own are figures. */
function typeOfRows(columns: readonly Column[], names: number): EntityType | null {
  const column = columns[names];
  if (column === undefined || columns.some((c) => c.role === 'unit')) return null;
  if (column.type !== null || !ANY_NAME.test(column.label)) return column.type;
  const works = columns.some(
    (c) => OF_WORKS.has(c.role) || c.stage !== null || /投资|建设|业主/.test(c.label),
  );
  return works ? 'Project' : null;
}

function cellsOf(row: TableRow): TableCell[] {
  return row.cells.flatMap((cell, i) =>
    cell.text === ''
      ? []
      : [
          {
            start: cell.start,
            end: cellEnd(cell),
            text: cell.text,
            row,
            index: i,
            column: row.table.columns[i] ?? null,
          },
        ],
  );
}

/** Whether a mention is what a cell names: the whole cell, or all but a remark in brackets. */
export function covers(mention: Range, cell: Cell, text: string): boolean {
  const lead = text.slice(cell.start, mention.start);
  const rest = text.slice(mention.end, cellEnd(cell));
  return (
    /^[“《"]?$/.test(lead) && /^[”》"]?(?:小计|合计)?(?:[（(][^（）()]*[）)])?(?:项目|工程)?$/.test(rest)
  );
}
