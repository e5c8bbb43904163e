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

describe('forms that the text declares', () => {
  const read = (text: string) =>
    readNames(atoms(text)).map((m) => ({
      type: m.type,
      words: text.slice(m.start, m.end),
      aliases: m.aliases,
    }));

  it('reads a short form wherever it is used, and keeps it as an alias', () => {
    const text = '云山绿能开发有限责任公司（以下简称“云山绿能”）扩产，云山绿能投资3亿元。';
    expect(read(text).filter((m) => m.type === 'Company')).toEqual([
      { type: 'Company', words: '云山绿能开发有限责任公司', aliases: ['云山绿能'] },
      { type: 'Company', words: '云山绿能', aliases: undefined },
      { type: 'Company', words: '云山绿能', aliases: undefined },
    ]);
  });

  it('knows a new name from 更名为', () => {
    const [old] = read('云山师范学院更名为云山师范大学。');
    expect(old).toEqual({ type: 'School', words: '云山师范学院', aliases: ['云山师范大学'] });
  });

  it('declares nothing for other brackets', () => {
    expect(read('云山师范学院（东校区）开工。').every((m) => m.aliases === undefined)).toBe(true);
  });
});
