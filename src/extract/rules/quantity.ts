import type { Report } from '../../model.js';
import type { DateAtom, Quantity } from '../context.js';

/** All numerals with unit and bound, in text order, none overlapping each other or a date. */
export function readQuantities(_report: Report, _dates: DateAtom[]): Quantity[] {
  return [];
}
