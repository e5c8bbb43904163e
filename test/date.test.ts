/** Dates and periods of sentences, as inclusive stretches of days. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../src/model.js';
import { atoms, corpus } from './reading.js';

interface Line {
  text: string;
  period: Period | null;
  date: string | null;
  dates: { text: string; start: string | null; end: string | null; kind: string }[];
}

const lines = corpus<Line>('date');

describe('dates', () => {
  it('has examples and counter-examples', () => {
    expect(lines.filter((l) => l.dates.length > 0).length).toBeGreaterThan(35);
    expect(lines.filter((l) => l.dates.length === 0).length).toBeGreaterThan(4);
  });

  it.each(lines)('$text', ({ text, period, date, dates }) => {
    const read = atoms(text, period, date).dates;
    expect(
      read.map((d) => ({
        text: text.slice(d.start, d.end),
        start: d.period?.start ?? null,
        end: d.period?.end ?? null,
        kind: d.kind,
      })),
    ).toEqual(dates);
  });
});
