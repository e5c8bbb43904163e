import { describe, expect, it } from 'vitest';
import { readNames } from '../src/extract/names/names.js';
import type { EntityType } from '../src/model.js';
import { atoms, corpus } from './reading.js';

interface Line {
  text: string;
  /** Mentions of the family's type, in text order; empty where the sentence names none. */
  names: string[];
}

const FAMILIES: Record<string, EntityType> = {
  policy: 'Policy',
  programme: 'Programme',
  event: 'Event',
  funding: 'Funding',
  person: 'Person',
  honour: 'Honour',
};

describe.each(Object.entries(FAMILIES))('%s', (family, type) => {
  const lines = corpus<Line>(family);

  it('has examples and counter-examples', () => {
    expect(lines.length).toBeGreaterThanOrEqual(25);
    expect(lines.some((line) => line.names.length === 0)).toBe(true);
  });

  it.each(lines)('$text', ({ text, names }) => {
    const mentions = readNames(atoms(text)).filter((m) => m.type === type);
    expect(mentions.map((m) => text.slice(m.start, m.end))).toEqual(names);
  });
});
