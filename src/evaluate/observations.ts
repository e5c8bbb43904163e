/** Scores numbers: found at all, then field by field, then whole. */
import type { Extraction, Observation } from '../model.js';
import type { EntityView, Scope } from './entities.js';
import type { Gold, GoldNumber } from './gold.js';
import { type Score, score } from './tally.js';
import { alike, overlap, plain, plainSet } from './wording.js';

export const FIELDS = [
  'value',
  'unit',
  'indicator',
  'measure',
  'status',
  'approx',
  'period',
  'subject',
] as const;
export type Field = (typeof FIELDS)[number];
/** The fields that must all be right for a whole fact. */
const WHOLE: readonly Field[] = ['value', 'unit', 'indicator', 'measure', 'status'];

export interface ObservationScore extends Score {
  /** Numbers found with this field right. */
  fields: Record<Field, number>;
  whole: Score;
}

/** Evidence is the number with its unit: so many characters past the gold's number, no clause around it. */
const SLACK = 12;
const LONGEST_INDICATOR = 30;
const SENTENCE_MARK = /[。；！？，：;!?,:\n]/;
const OTHER_FIGURE = /\d(%|％|亿|万|元|个百分点)/;

type GoldObservation = Gold['observations'][number];

function standsOn(o: Observation, g: GoldNumber, scope: Scope): boolean {
  const { start, end } = o.evidence;
  const touches = start < g.at + g.raw.length && end > g.at;
  return touches && end - start <= g.raw.length + SLACK && scope.real(o.evidence);
}

function sameValue(got: number, want: number): boolean {
  if (!Number.isFinite(got)) return false;
  return got === want || Math.abs(got - want) <= 1e-9 * Math.max(Math.abs(got), Math.abs(want));
}

function indicatorFits(indicator: string, g: GoldObservation): boolean {
  const form = plain(indicator);
  if (form.length > LONGEST_INDICATOR || SENTENCE_MARK.test(indicator) || OTHER_FIGURE.test(indicator))
    return false;
  if (!g.must.every((words) => words.some((word) => form.includes(plain(word))))) return false;
  return !g.indicator || g.indicator.some((reference) => alike(plain(reference), form));
}

function judge(o: Observation, g: GoldObservation, view: EntityView): Record<Field, boolean> {
  return {
    value: sameValue(o.value, g.value),
    unit: g.unit.some((unit) => plain(unit) === plain(o.unit)),
    indicator: indicatorFits(o.indicator, g),
    measure: g.measure.includes(o.measure),
    status: g.status.includes(o.status),
    approx: g.approx.includes(o.approx),
    period: !g.period || (o.period?.start === g.period[0] && o.period.end === g.period[1]),
    subject: !g.subject || overlap(view.forms(o.subject), plainSet(g.subject)),
  };
}

/** @param note takes one line a miss */
export function scoreObservations(
  gold: Gold,
  extraction: Extraction,
  scope: Scope,
  view: EntityView,
  note: (line: string) => void,
): ObservationScore {
  const candidates = extraction.observations.filter((o) => scope.inside(o.evidence));
  const used = new Set<Observation>();
  const fields = Object.fromEntries(FIELDS.map((field) => [field, 0])) as Record<Field, number>;
  let whole = 0;
  for (const g of gold.observations) {
    const there = candidates.filter((o) => !used.has(o) && standsOn(o, g, scope));
    const o = there.find((x) => g.measure.includes(x.measure)) ?? there[0];
    if (!o) {
      note(`number missed\t@${g.at} ${g.raw} ${g.must.join(' + ')}`);
      continue;
    }
    used.add(o);
    const right = judge(o, g, view);
    for (const field of FIELDS) if (right[field]) fields[field] += 1;
    if (WHOLE.every((field) => right[field])) whole += 1;
    const wrong = FIELDS.filter((field) => !right[field]);
    const got = `${o.indicator} | ${o.value} ${o.unit} ${o.measure} ${o.status} ${o.approx}`;
    if (wrong.length > 0) note(`number wrong\t@${g.at} ${g.raw}: ${wrong.join(', ')} (read as ${got})`);
  }
  const extra = candidates.filter(
    (o) => !used.has(o) && !gold.optionalObservations.some((g) => standsOn(o, g, scope)),
  );
  for (const o of extra) note(`number extra\t@${o.evidence.start} ${o.evidence.text} ${o.indicator}`);
  const asked = gold.observations.length;
  return {
    ...score({ right: used.size, extra: extra.length, missed: asked - used.size }),
    fields,
    whole: score({ right: whole, extra: used.size - whole + extra.length, missed: asked - whole }),
  };
}
