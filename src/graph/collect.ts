/** Gathers the statements of one report: fills what they share, checks their spans and gives them their ids. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Statement } from '../../schema/statement.js';
import { assetPath } from '../assets.js';
import type { Report } from '../model.js';

/** Content hash: the first 16 hex digits of SHA-256. */
export const hash = (...parts: (string | number | boolean | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

let version: string | undefined;

/** What the caller says of a statement; the rest has the values of a statement of the document stage. */
export type Fields = Pick<Statement, 'entity' | 'property' | 'value'> &
  Partial<Omit<Statement, 'report' | 'canonical' | 'version'>>;

/** Tells statements of one content from those that only share an id. */
const contentOf = (s: Statement): string => JSON.stringify({ ...s, id: '' });

/**
 * @param report the report the statements are about
 * @returns `add`, which gives the id of the statement it added, and the statements added so far
 */
export function collector(report: Report) {
  version ??= String(JSON.parse(readFileSync(assetPath('package.json'), 'utf8')).version);
  const release = version;
  const byId = new Map<string, Statement>();

  function add(fields: Fields): string {
    const { entity, property, value, span = null, qualifiers = {} } = fields;
    if (span && report.text.slice(span.start, span.end) !== span.text) {
      throw new Error(`span ${span.start}-${span.end} is not “${span.text}” (rule ${fields.rule})`);
    }
    const content = [
      report.header.id,
      entity,
      property,
      value,
      span?.start ?? null,
      span?.end ?? null,
      ...Object.entries(qualifiers).flat(),
    ];
    const statement: Statement = {
      id: fields.id ?? hash(...content),
      report: report.header.id,
      entity,
      // The resolve stage gives one id to what is one in several reports; a later judgement may still merge ids.
      canonical: entity,
      property,
      value,
      original: fields.original ?? null,
      span: span && { start: span.start, end: span.end, text: span.text },
      rule: fields.rule ?? 'document',
      version: release,
      basis: fields.basis ?? 'stated',
      qualifiers,
    };
    const twin = byId.get(statement.id);
    // Two different facts under one id would swallow each other.
    if (twin && contentOf(twin) !== contentOf(statement)) {
      statement.id = hash(statement.id, statement.basis, ...content);
    }
    byId.set(statement.id, statement);
    return statement.id;
  }
  return { add, statements: () => [...byId.values()] };
}
