/** Names of divisions, agencies, facilities and projects: tables of examples and counter-examples. */
import { describe, expect, it } from 'vitest';
import { readNames } from '../src/extract/names/names.js';
import type { EntityType } from '../src/model.js';
import { atoms, corpus } from './reading.js';

interface Line {
  text: string;
  /** `surface`, `surface=full name` where the two differ, `Type:surface` in a family of several types. */
  names: string[];
}

const FAMILIES: Record<string, EntityType[]> = {
  division: ['AdminDivision'],
  agency: ['Agency'],
  facility: ['Hospital', 'School', 'Company', 'Organization', 'Place'],
  project: ['Project'],
};

describe.each(Object.entries(FAMILIES))('%s', (family, types) => {
  const lines = corpus<Line>(family);

  it('has examples and counter-examples', () => {
    expect(lines.length).toBeGreaterThanOrEqual(25);
    expect(lines.filter((line) => line.names.length === 0).length).toBeGreaterThanOrEqual(5);
  });

  it.each(lines)('$text', ({ text, names }) => {
    const found = readNames(atoms(text))
      .filter((m) => types.includes(m.type))
      .map((m) => {
        const surface = text.slice(m.start, m.end);
        const full = m.name === surface ? surface : `${surface}=${m.name}`;
        return types.length > 1 ? `${m.type}:${full}` : full;
      });
    expect(found).toEqual(names);
  });
});
