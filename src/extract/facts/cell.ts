/** A number alone in its table cell: named by its row, its column, or both. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { DraftObservation, Measure, Period } from '../../model.js';
import type { Context, Quantity } from '../context.js';
import { statusAt } from '../standing.js';
import type { Frame } from './frame.js';
import { periodOf } from './period.js';
import type { Subjects } from './subject.js';

const ROW = z.object({ word: z.string().min(1), measure: z.enum(['level', 'change', 'share', 'rank']) });

let columns: { word: string; measure: Measure }[] | undefined;

/** How a column measures what the row names; null for a column that is an indicator of its own. */
function measureOf(column: string): Measure | null {
  columns ??= readLexicon('cell-column', ROW).sort((a, b) => b.word.length - a.word.length);
  return column === '' ? 'level' : (columns.find((c) => column.endsWith(c.word))?.measure ?? null);
}

/**
 * The fact of one cell: of a named thing's row the column is the indicator; else the row is, unless the column
 * names something of its own, which then follows the row's words.
 */
export function readCell(
  context: Context,
  subjects: Subjects,
  frame: Frame,
  cell: NonNullable<Quantity['cell']>,
): DraftObservation {
  const { quantity: q, sentence } = frame;
  const measure = measureOf(cell.column);
  const thing = subjects.startingAt(cell.rowStart);
  const own = thing !== null && cell.column !== '';
  const indicator = own ? cell.column : measure === null ? `${cell.row}${cell.column}` : cell.row;
  const reading = {
    measure: measure ?? 'level',
    value: q.value,
    valueMax: q.valueMax,
    scope: null,
    compared: false,
    phrase: { start: q.start, end: q.start },
  };
  return {
    indicator: indicator === '' ? cell.column : indicator,
    subject: thing ?? 'division',
    value: q.value,
    valueMax: q.valueMax,
    unit: q.unit,
    measure: reading.measure,
    status: statusAt(context, q.start),
    approx: q.approx,
    scope: null,
    period: columnPeriod(context, cell) ?? periodOf(context, frame, reading, indicator, thing !== null),
    evidence: { start: q.start, end: q.end },
    sentence: sentence.index,
    rule: 'fact.cell',
  };
}

/** The period that the column's heading states (2021年), by binary search over the dates. */
function columnPeriod(context: Context, cell: NonNullable<Quantity['cell']>): Period | null {
  const { dates } = context;
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.start ?? 0) < cell.columnStart) low = middle + 1;
    else high = middle;
  }
  const date = dates[low];
  return date && date.end <= cell.columnStart + cell.column.length ? date.period : null;
}
