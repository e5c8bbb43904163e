/** Finds the tables of a text: rows and cells parted by tabs, bars or blanks, or with one cell a line. */
import type { Period, Range } from '../../model.js';
import { alignedCells, blankCells, type RawLine } from './blank-cells.js';
import { type Cell, cellEnd, type NamedUnit, NUMBER, unitInCaption, unitInHeading } from './cells.js';
import { type Column, readColumn } from './column.js';
import { stackedTables } from './stacked-table.js';

export interface TextTable {
  /** Empty where the table has no heading. */
  columns: Column[];
  rows: Cell[][];
  /** 单位：万元 above the table. */
  caption: NamedUnit | null;
  /** Place of the column that holds each row's unit, or -1. */
  units: number;
  /** The line above heading and caption. */
  title: string;
  /** From the title to the heading: the days named there are those of the table. */
  lead: Range | null;
  /** The title calls it a plan (任务分解表): what it says is hoped for. */
  plan: boolean;
  /** What those days say its figures hold for. */
  period: Period | null;
  /** Cells are parted by bars or tabs: a number among them needs no unit to be one. */
  barred: boolean;
}

const BARS = /[\t|｜│┃]/;
/** A line that only draws the table. */
const FRAME = /^[\s\u2500-\u257f+=|-]+$/;
/** Without one of these a text of unbarred lines holds no table: a unit, or a heading of a number or a name. */
const WORTHWHILE = /单位|[（(][^（）()\n]{1,8}[）)][ \u00a0\u3000\r\n]|(?:序号|名称)[ \u00a0\u3000]/;
/** A line under the title that tells unit, day or source. */
const CAPTIONED = /单位[：:]|截[至止]|填报|[年月日][）)]?$/;
const CAPTION = 60;
/** A longer line without bars is prose. */
const LONGEST = 240;
const RULE = /^[:：]?[-—=─━]{2,}[:：]?$/;
const YEAR = /^(?:19|20)\d{2}$/;

/**
 * The tables of a text, in order.
 * @param text the whole text; figures may be full-width
 */
export function readTables(text: string): TextTable[] {
  const worth = WORTHWHILE.test(text);
  if (!worth && !BARS.test(text)) return [];
  const reader = new Reader();
  const lines: Cell[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const words = raw.trim();
    if (words !== '' && !FRAME.test(words)) {
      if (worth) lines.push({ start: at + raw.indexOf(words), text: words });
      if (BARS.test(words)) reader.barred({ text: raw, start: at });
      else if (worth && words.length <= LONGEST) reader.plain({ text: raw, start: at });
      else reader.close({ text: raw, start: at });
    }
    at += raw.length + 1;
  }
  const stacked = stackedTables(lines).map(({ heading, rows }) => ({
    columns: heading.map(readColumn),
    rows,
    caption: null,
    units: -1,
    title: '',
    lead: null,
    plan: false,
    period: null,
    barred: false,
  }));
  return [...reader.tables, ...stacked]
    .filter((t) => t.rows.length > 0)
    .sort((a, b) => startOf(a) - startOf(b));
}

const startOf = (table: TextTable): number => table.rows[0]?.[0]?.start ?? 0;

type Open = TextTable & { heading: Cell[]; above: RawLine };

/** Takes the lines one by one and gathers those of a table. */
class Reader {
  readonly tables: TextTable[] = [];
  private open: Open | null = null;
  private caption: NamedUnit | null = null;
  private title = '';
  private lead = 0;

  /** A line that belongs to no table. */
  close({ text, start }: RawLine): void {
    const words = text.trim();
    this.open = null;
    const short = words.length <= CAPTION;
    this.caption = short ? unitInCaption(words) : null;
    if (this.title !== '' && short && CAPTIONED.test(words)) return;
    this.title = short ? words : '';
    this.lead = start;
  }

  /** A line with bars or tabs: heading, row, or the rule between them. */
  barred(line: RawLine): void {
    const cells = barredCells(line);
    const filled = cells.filter((c) => c.text !== '');
    if (filled.length === 0 || filled.every((c) => RULE.test(c.text))) return;
    const table = this.open?.barred ? this.open : null;
    if (filled.length < 2 && table === null) {
      this.close(line);
      return;
    }
    if (table?.rows.length === 0 && this.below(table, cells)) return;
    const heads = isHeading(cells) && (table === null || known(cells.map(readColumn)) >= 3);
    if (heads) this.begin(line, cells, true);
    else {
      if (table === null) this.begin(line, [], true);
      this.open?.rows.push(cells);
    }
  }

  /** A line without bars: a caption, the heading or a row of a table drawn with blanks, or prose. */
  plain(line: RawLine): void {
    const table = this.open?.barred === false ? this.open : null;
    const row = table && alignedCells(line, table.above, table.heading);
    if (row && (known(table.columns) >= 2 || row.some((c) => NUMBER.test(c.text)))) {
      table.rows.push(row);
      return;
    }
    const cells = blankCells(line);
    if (cells.length < 2) this.close(line);
    else if (isHeading(cells)) this.begin(line, cells, false);
    else if (unitInHeading(cells[0]?.text ?? '') !== null) {
      if (!table) this.begin(line, [], false);
      this.open?.rows.push(cells);
    } else this.close(line);
  }

  private begin(above: RawLine, heading: Cell[], barred: boolean): void {
    this.caption = unitInCaption(above.text) ?? this.caption;
    const { caption, title } = this;
    const lead = title === '' ? null : { start: this.lead, end: above.start };
    const columns = heading.map(readColumn);
    this.open = {
      above,
      heading,
      columns,
      rows: [],
      caption,
      units: unitsIn(columns),
      title,
      lead,
      plan: isPlan(title),
      period: null,
      barred,
    };
    this.tables.push(this.open);
  }

  /** A second line of heading under cells that span several columns: its words follow those above. */
  private below(table: Open, cells: Cell[]): boolean {
    const { heading } = table;
    if (cells[0]?.text !== '' || !isHeading(cells) || cells.length > heading.length + 1) return false;
    let above = '';
    const joined = cells.map((cell, i) => {
      above = heading[i]?.text || (cell.text === '' ? '' : above);
      return cell.text === '' ? (heading[i] ?? cell) : { start: cell.start, text: under(above, cell.text) };
    });
    for (let i = cells.length; i < heading.length; i++) joined.push(heading[i] as Cell);
    table.heading = joined;
    table.columns = joined.map((cell, i) => ({ ...readColumn(cell), end: cellEnd(cells[i] ?? cell) }));
    table.units = unitsIn(table.columns);
    return true;
  }
}

const isPlan = (title: string): boolean =>
  /(?:计划|任务|目标|安排)[^，。]{0,6}$/.test(title) && !/完成|进展|情况|落实|推进|执行|总结/.test(title);

/** One heading of two lines; the upper adds nothing where it only says 情况 or the lower holds its words, but for its unit. */
function under(above: string, below: string): string {
  const unit = unitInHeading(above);
  const name = unit?.name ?? above;
  const own = /(?:情况|信息|明细)$/.test(name) || below.includes(name) ? '' : name;
  const words = below.replace(/^(?:小计|合计)$|^其中[：:]?/, '');
  return `${own}${words}${unit && !unitInHeading(below) ? above.slice(name.length) : ''}`;
}

const unitsIn = (columns: readonly Column[]): number => columns.findIndex((c) => c.role === 'unit');

/** No figures but years, no sentence. */
function isHeading(cells: Cell[]): boolean {
  return (
    cells.some((c) => c.text !== '' && !YEAR.test(c.text)) &&
    cells.every(
      (c) => c.text.length <= 30 && !/[。；]/.test(c.text) && (YEAR.test(c.text) || !NUMBER.test(c.text)),
    )
  );
}

/** How many columns the headings tell something of. */
const known = (columns: Column[]): number =>
  columns.filter((c) => c.role !== null || c.unit !== null || c.status !== null).length;

/** The cells of a line with bars; a bar at either end opens no cell, a tab there does. */
function barredCells(raw: RawLine): Cell[] {
  const line = raw.text.replace(/[\r \u00a0\u3000]+$/, '');
  const cells: Cell[] = [];
  let at = raw.start;
  const tabbed = line.includes('\t') && !/[|｜│┃]/.test(line);
  for (const part of line.split(tabbed ? '\t' : /[|｜│┃]/)) {
    const text = part.trim().replace(/^\*{1,2}(.*?)\*{1,2}$/, '$1');
    cells.push({ start: at + (text === '' ? 0 : part.indexOf(text)), text });
    at += part.length + 1;
  }
  if (!tabbed && cells[0]?.text === '' && cells.length > 2) cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}
