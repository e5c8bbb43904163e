/** Which divisions a report can mean: its own, those above and those below, by full and short name. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Division, Report } from '../model.js';

export interface Jurisdiction {
  /** The reporting division; null when the document names none. */
  own: Division | null;
  /** Division that a level word means here: 区 in 区卫健局, 市 in 全市; the nearest above that ends with it. */
  byLevel: (word: string) => Division | null;
  /** Division of exactly this full or short name (武昌区, 武昌, 三江县); the nearest, then the highest wins. */
  byName: (name: string) => Division | null;
  /** The division whose name the text begins with, and how many characters that takes; null when none. */
  prefix: (name: string) => { division: Division; length: number } | null;
}

const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|区|县|旗|盟|州)$/;
const MAX_NAME = 16;

let ethnic: RegExp | undefined;

/** Names under which a division goes: 武昌区, 武昌; 三江侗族自治县, 三江县, 三江. */
export function divisionForms(division: Division): string[] {
  const { name } = division;
  if (division.level > 3) return [name];
  ethnic ??= new RegExp(
    `(?:${readLexicon('ethnic-group', z.object({ name: z.string().min(1) }))
      .map((r) => r.name)
      .join('|')})+(?=自治)`,
  );
  const stripped = name.replace(ethnic, '');
  // 内蒙古自治区 and 鄂温克族自治旗 are nothing without the people's name.
  const plain = stripped.replace(SUFFIX, '').length >= 2 ? stripped : name;
  const short = plain.replace(SUFFIX, '');
  const forms = [name];
  if (plain !== name) forms.push(plain.replace('自治', ''));
  if (short.length >= 2) forms.push(short);
  return [...new Set(forms)];
}

/** Forms of a list of divisions; lists are shared between documents of one division, so each is indexed once. */
const indexed = new WeakMap<readonly Division[], FormIndex>();

interface FormIndex {
  forms: Map<string, Division>;
  /** How the forms begin: most names begin with no division. */
  heads: Set<string>;
}

const headOf = (name: string): string => name.slice(0, 2);

function indexOf(divisions: readonly Division[]): FormIndex {
  let index = indexed.get(divisions);
  if (!index) {
    const forms = new Map<string, Division>();
    for (const division of [...divisions].sort((a, b) => a.level - b.level)) {
      for (const form of divisionForms(division)) if (!forms.has(form)) forms.set(form, division);
    }
    index = { forms, heads: new Set([...forms.keys()].map(headOf)) };
    indexed.set(divisions, index);
  }
  return index;
}

/** @param report a parsed document with its lineage (nearest first) and subtree */
export function jurisdictionOf(report: Pick<Report, 'lineage' | 'subtree'>): Jurisdiction {
  const own = report.lineage[0] ?? null;
  const near = new Map<string, Division>();
  for (const division of report.lineage) {
    for (const form of divisionForms(division)) if (!near.has(form)) near.set(form, division);
  }
  const below = indexOf(report.subtree);
  const heads = new Set([...near.keys()].map(headOf));
  const byName = (name: string) => near.get(name) ?? below.forms.get(name) ?? null;
  return {
    own,
    byLevel: (word) => report.lineage.find((d) => d.name.endsWith(word)) ?? null,
    byName,
    prefix: (name) => {
      const head = headOf(name);
      if (!heads.has(head) && !below.heads.has(head)) return null;
      for (let length = Math.min(name.length, MAX_NAME); length >= 2; length--) {
        const division = byName(name.slice(0, length));
        if (division && division.level <= 3) return { division, length };
      }
      return null;
    },
  };
}
