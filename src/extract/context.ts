/** What every rule of one document reads: the report, its word edges and its number and date atoms. */
import type { Approx, EntityType, Measure, Mention, NonFact, Period, Range, Report } from '../model.js';
import type { Tables } from './table/tables.js';

/** A stretch of text that states a day, month, year or stretch of time. */
export interface DateAtom extends Range {
  /** Null where the words state no definite stretch (近年来). */
  period: Period | null;
  /**
   * `by`: a deadline (6月底前), from the year's start; `asOf`: up to then (截至9月底, 年末), from the year's start;
   * `against`: only compared with (比上年, 较2016年); else the stretch itself.
   */
  kind: 'on' | 'by' | 'asOf' | 'against';
  rule: string;
}

/** A numeral with its unit or measure word and bound, before it is known what it measures. */
export interface Quantity extends Range {
  value: number;
  valueMax: number | null;
  unit: string;
  approx: Approx;
  /** Set where the form itself decides (第N位 is a rank, N倍 a ratio). */
  measure: Measure | null;
  /** Name of the row and heading of the column with their offsets, for a number alone in a table's cell. */
  cell?: { row: string; rowStart: number; column: string; columnStart: number };
  rule: string;
}

export interface Context {
  /** Its sentences end where cells of a table do; those parts keep the sentence's index. */
  report: Report;
  tables: Tables;
  /** edges[i] is 1 where a word of the no-HMM segmentation starts or ends at offset i. */
  edges: Uint8Array;
  dates: DateAtom[];
  quantities: Quantity[];
  /** Numerals that are neither date nor quantity, each with the reason. */
  masked: NonFact[];
  /** Start to end of the longest name that starts there, once names are read. */
  names?: ReadonlyMap<number, number>;
}

/** A proposed name, before candidates are weighed against each other. */
export interface Candidate extends Mention {
  /**
   * Higher wins an overlap; then the longer, then the earlier. By custom 100 for names whose own marks bound them
   * (《》, a list under a counted head), 50 for a head noun with a modifier, 20 for guesses.
   */
  priority: number;
  /** Types of a longer name that this may stand in as a thing of its own (市七医院 in 市七医院迁建项目); none unless told. */
  nest?: readonly EntityType[];
  /** It may stand there only at the beginning (a division without its suffix). */
  lead?: boolean;
}
