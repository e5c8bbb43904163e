/** Numbers of sentences, each with value, unit and bound, and the numerals that are none. */
import { describe, expect, it } from 'vitest';
import { atoms, corpus } from './reading.js';

interface Line {
  text: string;
  quantities: {
    text: string;
    value: number;
    unit: string;
    approx?: string;
    measure?: string;
    max?: number;
  }[];
}

const lines = corpus<Line>('quantity');

describe('quantities', () => {
  it('has examples and counter-examples', () => {
    expect(lines.filter((l) => l.quantities.length > 0).length).toBeGreaterThan(50);
    expect(lines.filter((l) => l.quantities.length === 0).length).toBeGreaterThan(20);
  });

  it.each(lines)('$text', ({ text, quantities }) => {
    const read = atoms(text).quantities;
    expect(read.map((q) => [text.slice(q.start, q.end), q.unit, q.approx, q.valueMax])).toEqual(
      quantities.map((q) => [q.text, q.unit, q.approx ?? 'exact', q.max ?? null]),
    );
    for (const [i, q] of quantities.entries()) {
      expect(read[i]?.value).toBeCloseTo(q.value, 9);
      if (q.measure) expect(read[i]?.measure).toBe(q.measure);
    }
  });
});
