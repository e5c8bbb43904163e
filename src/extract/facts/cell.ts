/** A number that fills its table cell: named by its row, its column, or both. */
import type { DraftObservation, Measure, Period } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import { statusAt } from '../standing.js';
import { type Column, endOfChange, isUnnamed } from '../table/column.js';
import type { TableCell } from '../table/tables.js';
import type { Frame } from './frame.js';
import { periodOf, wholeYear } from './period.js';
import type { Subjects } from './subject.js';

/**
 * The fact of one cell: of a named thing's row the column is the indicator; else the row is, unless the column
 * names something of its own, which then follows the row's words.
 */
export function readCell(
  context: Context,
  subjects: Subjects,
  frame: Frame,
  names: NonNullable<Quantity['cell']>,
): DraftObservation {
  const { quantity: q, sentence } = frame;
  const cell = context.tables.cellAt(q.start) as TableCell;
  const { column, row } = cell;
  const owner = row.name && !row.total ? subjects.named(row.name) : null;
  // Where regions head the columns, they own the figures and the row says what they measure.
  const head = owner === null && column ? subjects.named({ start: column.start, text: column.label }) : null;
  const thing = owner ?? head;
  const said = indicatorOf(cell, names, owner !== null, head !== null);
  // 地区生产总值增速 is a change of 地区生产总值.
  const change = endOfChange(said);
  const measure = change > 0 ? 'change' : measureOf(column, q);
  const indicator = said.slice(0, said.length - change);
  const value = column?.falls && measure === 'change' ? -Math.abs(q.value) : q.value;
  const reading = {
    measure,
    value,
    valueMax: q.valueMax,
    scope: null,
    compared: false,
    phrase: { start: q.start, end: q.start },
  };
  const status = statusAt(context, q.start);
  const period =
    periodNamed(context, column) ??
    (column && measure !== 'level' && isUnnamed(column) ? periodBefore(context, cell) : null) ??
    row.year ??
    periodNamed(context, row.name) ??
    periodOf(
      context,
      frame,
      reading,
      indicator,
      thing !== null && !subjects.isDivision(thing) && measure === 'level',
    );
  return {
    indicator,
    subject: thing ?? 'division',
    value,
    valueMax: q.valueMax,
    unit: q.unit,
    measure,
    status,
    approx: q.approx,
    scope: null,
    period: status === 'target' && period !== null && measure === 'level' ? wholeYear(period.end) : period,
    evidence: { start: q.start, end: q.end },
    sentence: sentence.index,
    rule: 'fact.cell',
  };
}

function measureOf(column: Column | null, quantity: Quantity): Measure {
  if (quantity.measure) return quantity.measure;
  if (column?.role === 'progress' && quantity.unit === '%') return 'share';
  return column?.measure ?? 'level';
}

/** When a heading's figures were reached (1—6月完成投资); the period says it. */
const WHEN =
  /^(?:(?:19|20)\d\d年度?|前?\d{1,2}(?:\s*[—\-–－~～至]\s*\d{1,2})?月份?|[上下]半年|前?[一二三四]季度|本[年月]|当[年月])+(?=.{2})/;

function indicatorOf(
  { column, row, index }: TableCell,
  names: NonNullable<Quantity['cell']>,
  owned: boolean,
  headed: boolean,
): string {
  const label = (column?.label ?? '').replace(WHEN, '');
  if (headed) return names.row;
  if (!owned && !row.total) {
    const lean =
      column && isUnnamed(column) && column.measure !== 'level' ? before(row.table.columns, index) : null;
    const named = column === null || isUnnamed(column) ? `${names.row}${lean ?? ''}` : `${names.row}${label}`;
    return named === '' ? label : named;
  }
  if (column === null) return names.row;
  if (!isUnnamed(column)) return label;
  return before(row.table.columns, index) ?? topic(row.table.title) ?? label;
}

/** How many columns back a bare heading looks for what it measures. */
const BACK = 6;

/** The indicator that a bare heading (增长, 排名) leans on: that of the nearest column before it. */
function before(columns: readonly Column[], index: number): string | null {
  const left = columns.slice(Math.max(0, index - BACK), index);
  return left.findLast((c) => c.role === null && !isUnnamed(c))?.label.replace(WHEN, '') ?? null;
}

/** 附表2：2024年各县区粮食播种面积完成情况表: what the whole table counts, where its columns do not say. */
function topic(title: string): string | null {
  if (!/(?:表|情况|统计|汇总|清单|一览)[（(]?[^，。]{0,8}$/.test(title)) return null;
  const words = title
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/^(?:附?[件表录]?\s*[\d一二三四五六七八九十]*\s*[：:、.\s]*)?/, '')
    .replace(/^[^，。]*?(?:年度?|[\d一二三四]季度|月份?|半年)/, '')
    .replace(/^.*?(?:各|全)?(?:县（市、区）|县区|区县|乡镇|镇街|市州|市县|街道)/, '')
    .replace(/(?:目标任务|任务|计划|进展|完成|分解|推进)*(?:情况|分解|统计|汇总|一览|明细)*(?:表|通报)?$/, '')
    .replace(/\s+/g, '');
  return words.length >= 2 && words.length <= 16 ? words : null;
}

/** A growth or share holds for the figures that it stands behind (上半年 | 同比增长). */
function periodBefore(context: Context, { index, row }: TableCell): Period | null {
  for (let i = index - 1; i >= Math.max(0, index - BACK); i--) {
    const period = periodNamed(context, row.table.columns[i] ?? null);
    if (period !== null) return period;
  }
  return null;
}

/** The period that a heading or a row's name states (2021年), by binary search over the dates. */
function periodNamed(
  context: Context,
  words: { start: number; end?: number; text?: string } | null,
): Period | null {
  if (words === null) return null;
  const end = words.end ?? words.start + (words.text?.length ?? 0);
  const { dates } = context;
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < words.start) low = middle + 1;
    else high = middle;
  }
  const date = dates[low];
  if (!date || date.end > end || date.kind === 'against') return null;
  // 比上年增长 compares with the year.
  return /[比较同]/.test(context.report.text.charAt(date.start - 1)) ? null : date.period;
}
