/** The published table of short forms of organs, `data/lexicon/agency-abbreviation.tsv`. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';

const row = z.object({
  short: z.string().min(1),
  full: z.string().min(1),
  match: z.enum(['organ', 'head', 'tail']),
  canonical: z.enum(['yes', '']),
});
type Row = z.infer<typeof row>;

interface Table {
  organ: Map<string, Row>;
  head: Row[];
  tail: Row[];
}

let table: Table | undefined;

function load(): Table {
  const rows = readLexicon('agency-abbreviation', row);
  const of = (match: Row['match']) => rows.filter((r) => r.match === match);
  return {
    organ: new Map(of('organ').map((r) => [r.short, r])),
    head: of('head'),
    tail: of('tail'),
  };
}

export interface Expansion {
  /** The full form of the organ, still without its division. */
  full: string;
  /** True where the full form is the organ's name whatever form the report uses (人民政府, 人民法院). */
  canonical: boolean;
}

/**
 * Full form of an organ's short form.
 * @param organ the name without its division: 卫健局, 政府督查室
 * @returns null when the table holds no short form for it
 */
export function expandOrgan(organ: string): Expansion | null {
  table ??= load();
  const whole = table.organ.get(organ);
  if (whole) return { full: whole.full, canonical: whole.canonical === 'yes' };
  const head = table.head.find((r) => organ.startsWith(r.short));
  if (head) return { full: head.full + organ.slice(head.short.length), canonical: head.canonical === 'yes' };
  const tail = table.tail.find((r) => organ.endsWith(r.short) && !organ.endsWith(r.full));
  return tail ? { full: organ.slice(0, -tail.short.length) + tail.full, canonical: false } : null;
}
