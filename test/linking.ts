/** A report made of one example text, with its names given, for the tests of milestones and relations. */
import { parseDocument } from '../src/document/document.js';
import type { Context } from '../src/extract/context.js';
import { prepare } from '../src/extract/prepare.js';
import type { Division, EntityType, Mention } from '../src/model.js';

/** One line of a corpus: names as `Type:form` or `Type:form=name`; every occurrence of the form is a mention. */
export interface LinkExample {
  why?: string;
  text: string;
  names: string[];
  /** What the section speaks of; a review unless told. */
  standing?: 'year' | 'plan';
  /** Full name of the reporting division and of the body that reports. */
  division?: string;
  above?: string[];
  /** Divisions below the reporting one. */
  below?: string[];
  /** Level of the division (3, a county, unless told). */
  level?: Division['level'];
  issuer?: string;
  date?: string;
  expect: string[];
}

/** The reading context and mentions of an example. */
export function exampleOf(line: LinkExample): { context: Context; mentions: Mention[] } {
  const { text } = line;
  const report = parseDocument({ file: 'example.txt', sha256: '0', encoding: 'utf-8', text });
  const lineage: Division[] = [line.division, ...(line.above ?? [])].flatMap((name, i) =>
    name === undefined
      ? []
      : [{ code: `4${i}0000`, name, level: ((line.level ?? 3) - i) as Division['level'] }],
  );
  const own = lineage[0];
  report.header.issuer = line.issuer ?? null;
  report.header.division = own ? { name: own.name, code: own.code } : null;
  report.header.date = line.date ?? null;
  report.lineage = lineage;
  report.subtree = (line.below ?? []).map((name, i) => ({ code: `${500000 + i}`, name, level: 4 }));
  report.furniture = [];
  for (const section of report.sections) section.standing = line.standing ?? 'year';
  report.issuerRange = line.issuer === undefined ? null : { start: 0, end: 1 };
  return { context: prepare(report), mentions: mentionsOf(text, line.names) };
}

function mentionsOf(text: string, names: string[]): Mention[] {
  const mentions: Mention[] = [];
  for (const given of names) {
    const [type, rest = ''] = given.split(/:(.*)/s) as [EntityType, string];
    const [form = '', name = form] = rest.split('=');
    if (!text.includes(form)) throw new Error(`the text does not hold ${form}`);
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length)) {
      mentions.push({ type, name, start, end: start + form.length, rule: 'given' });
    }
  }
  return mentions.sort((a, b) => a.start - b.start || b.end - a.end);
}
