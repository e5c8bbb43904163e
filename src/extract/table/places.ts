/** Numbers whose unit stands elsewhere: in a column's heading, a unit column, a caption, or a label in brackets. */
import type { Quantity } from '../context.js';
import { FIGURE, type NamedUnit, unitInHeading, unitInLabel, unitOf } from './cells.js';
import type { Column } from './column.js';
import type { TableCell, TableRow, Tables } from './tables.js';

/** The unit that a place gives to a bare number, and what its row and column are called. */
export interface Place extends NamedUnit {
  /** Where the number stands in a table: name of its row and heading of its column. */
  cell: NonNullable<Quantity['cell']> | null;
  /** Its cell calls it a drop (下降3.2). */
  falls?: boolean;
}

/** The unit in brackets right before a number: 投资额（万元）：3560. */
export function labelPlace(text: string, start: number): Place | null {
  let at = start - 1;
  while (/[ \u3000：:]/.test(text[at] ?? '')) at--;
  if (!/[）)]/.test(text[at] ?? '')) return null;
  const unit = unitInLabel(text.slice(Math.max(0, start - 16), start));
  return unit && { ...unit, cell: null };
}

/** Columns whose figures count rows, days or things unsaid. */
const UNCOUNTED = new Set(['number', 'date', 'person', 'name']);

/**
 * What a bare number is that fills its cell.
 * @returns null where nothing tells that it is one; `ordinal` where it is the number of a row or a day
 */
export function tablePlace(tables: Tables, start: number): Place | 'ordinal' | null {
  const cell = tables.cellAt(start);
  const figure = cell && FIGURE.exec(cell.text);
  if (!cell || !figure) return null;
  const { row, column } = cell;
  if (column?.role && UNCOUNTED.has(column.role)) return 'ordinal';
  if (row.cells[0]?.start === cell.start) return column === null || column.unit === null ? 'ordinal' : null;
  const { table } = row;
  const own = unitInHeading(row.name?.text ?? '');
  if (table.columns.length === 0 && table.caption === null && own === null) return null;
  const known = unitFor(row, column, own);
  if (!known && !table.barred) return null;
  const falls = figure[1] !== undefined && /[下降减↓]/.test(figure[1]);
  return { ...(known ?? { unit: '', factor: 1 }), cell: namesOf(cell, own?.name), falls };
}

/** The heading's unit wins; that of the row or the caption measures levels only. */
function unitFor(row: TableRow, column: Column | null, own: NamedUnit | null): NamedUnit | null {
  if (column?.unit) return column.unit;
  if (column?.measure === 'rank') return { unit: '位', factor: 1 };
  if (column?.measure === 'change' || column?.measure === 'share') return { unit: '', factor: 1 };
  const { units } = row.table;
  const beside = units >= 0 ? unitOf(row.cells[units]?.text ?? '') : null;
  return beside ?? own ?? row.table.caption;
}

/** What stands around a number that fills its cell but for a bound (约380亩, 12%左右). */
const BOUND = /^(?:约|近|超过?|逾|达到?|不足|不低于|不少于|不超过|[≥≤＞＜]){0,2}$/;
const AFTER = /^(?:左右|以上|以内|以下|余)?$/;
const COUNTED = new Set(['progress', 'content']);

/** Gives the numbers that fill their cells, with a unit of their own, the names of row and column. */
export function placeQuantities(quantities: Quantity[], tables: Tables): Quantity[] {
  if (tables.empty) return quantities;
  return quantities.map((q) => {
    const cell = q.cell ? null : tables.cellAt(q.start);
    if (cell === null || cell.column === null || cell.end < q.end) return q;
    if (cell.column.role !== null && !COUNTED.has(cell.column.role)) return q;
    const at = q.start - cell.start;
    const whole = BOUND.test(cell.text.slice(0, at)) && AFTER.test(cell.text.slice(q.end - cell.start));
    if (!whole) return q;
    // 1.2万 under 人口（人）
    const unit = q.unit === '' ? (unitFor(cell.row, cell.column, null)?.unit ?? '') : q.unit;
    return { ...q, unit, cell: namesOf(cell) };
  });
}

/** Ordinals and marks before the words of a row. */
const LEAD =
  /^(?:其中[：:]?|[#＃*＊]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．](?!\d)|[①-⑳]|[-—·])\s*/;

function namesOf({ row, column, start }: TableCell, name?: string): NonNullable<Quantity['cell']> {
  const label = (name ?? row.name?.text ?? '')
    .replace(LEAD, '')
    .replace(LEAD, '')
    .replace(/(?:小计|合计)$|[（(]共?\d+[个项家所座条][）)]$/, '');
  return {
    row: row.total ? '' : label,
    rowStart: row.name?.start ?? start,
    column: column?.label ?? '',
    columnStart: column?.start ?? start,
  };
}
