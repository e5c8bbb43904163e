/** Builds the reading context of one report: word edges, dates, quantities. */
import type { Report } from '../model.js';
import type { Context } from './context.js';
import { readDates } from './rules/date.js';
import { readNumbers } from './rules/quantity.js';
import { wordEdges } from './segment.js';
import { tablesOf } from './table/tables.js';

/** Everything the rules read besides each other's output. */
export function prepare(report: Report): Context {
  const dates = readDates(report);
  const tables = tablesOf(report, dates);
  return {
    report: { ...report, sentences: tables.cut(report.sentences) },
    tables,
    edges: wordEdges(report.text),
    dates,
    ...readNumbers(report, dates, tables),
  };
}
