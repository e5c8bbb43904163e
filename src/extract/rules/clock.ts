/** Which year a word like 今年 or a month without a year means at an offset of the report. */
import type { Period, Report, Section } from '../../model.js';

export interface Clock {
  /** Year under review at an offset, or the plan's year in a plan section; null when unknown. */
  base(offset: number): number | null;
  /** Year in which the report was given; null when unknown. */
  delivery(offset: number): number | null;
  /** Period of the section at an offset, else the report's. */
  period(offset: number): Period | null;
  /** Last day the report can know of at an offset. */
  until(offset: number): string | null;
}

const year = (iso: string | undefined): number | null => (iso ? Number(iso.slice(0, 4)) : null);

/** @param report a parsed document; offsets must be asked in any order, each in O(log n) */
export function clockOf(report: Report): Clock {
  const { header, sections, sentences } = report;
  const sectionAt = (offset: number): Section | undefined => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    let section = sections[sentences[low]?.section ?? 0];
    while (section && !section.period && section.parent !== null) section = sections[section.parent];
    return section;
  };
  const period = (offset: number) => sectionAt(offset)?.period ?? header.period;
  const base = (offset: number) => year(period(offset)?.end) ?? year(header.date ?? undefined);
  return {
    period,
    base,
    delivery: (offset) => year(header.date ?? undefined) ?? base(offset),
    until: (offset) => period(offset)?.end ?? header.date,
  };
}
