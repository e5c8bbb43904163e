import type { Report } from '../../model.js';
import type { DateAtom } from '../context.js';

/** All dates and periods of the report, in text order, none overlapping. */
export function readDates(_report: Report): DateAtom[] {
  return [];
}
