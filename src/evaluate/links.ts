/** Scores milestones and relations: rows that are right when their ends and their kind are. */
import type { Extraction } from '../model.js';
import type { EntityView, Scope } from './entities.js';
import type { Gold } from './gold.js';
import { type Score, score } from './tally.js';
import { overlap, plainSet } from './wording.js';

interface Matching<G, P> {
  part: string;
  same: (g: G, p: P) => boolean;
  /** Two rows with one key say the same thing twice; the second is an extra. */
  key: (p: P) => string;
  aside: (p: P) => boolean;
  showGold: (g: G) => string;
  show: (p: P) => string;
  note: (line: string) => void;
}

function match<G extends { optional: boolean }, P>(golds: G[], rows: P[], by: Matching<G, P>): Score {
  const keys = new Set<string>();
  const candidates: P[] = [];
  const repeated: P[] = [];
  for (const row of rows) {
    const key = by.key(row);
    (keys.has(key) ? repeated : candidates).push(row);
    keys.add(key);
  }
  const used = new Set<P>();
  const claim = (g: G): boolean => {
    const hit = candidates.find((row) => !used.has(row) && by.same(g, row));
    if (hit !== undefined) used.add(hit);
    return hit !== undefined;
  };
  const asked = golds.filter((g) => !g.optional);
  const missed = asked.filter((g) => !claim(g));
  for (const g of missed) by.note(`${by.part} missed\t${by.showGold(g)}`);
  const forgiven = (row: P) => used.has(row) || by.aside(row) || golds.some((g) => by.same(g, row));
  const extra = [...candidates.filter((row) => !forgiven(row)), ...repeated];
  for (const row of extra) by.note(`${by.part} extra\t${by.show(row)}`);
  return score({ right: asked.length - missed.length, extra: extra.length, missed: missed.length });
}

const named = (view: EntityView, id: string, forms: string[]) => overlap(view.forms(id), plainSet(forms));

/** @param note takes one line a miss */
export function scoreLinks(
  gold: Gold,
  extraction: Extraction,
  scope: Scope,
  view: EntityView,
  note: (line: string) => void,
): { milestones: Score; relations: Score } {
  const names = new Map(extraction.entities.map((e) => [e.id, e.name]));
  const milestones = match(
    gold.milestones,
    extraction.milestones.filter((m) => scope.inside(m.evidence)),
    {
      part: 'milestone',
      same: (g, m) => scope.real(m.evidence) && g.stage.includes(m.stage) && named(view, m.entity, g.entity),
      key: (m) => JSON.stringify([m.entity, m.stage, m.evidence.start, m.evidence.end]),
      aside: (m) => view.aside(m.entity),
      showGold: (g) => `${g.entity[0]} ${g.stage[0]}`,
      show: (m) => `${names.get(m.entity)} ${m.stage} by ${m.rule} @${m.evidence.start} ${m.evidence.text}`,
      note,
    },
  );
  const relations = match(
    gold.relations,
    extraction.relations.filter((r) => r.basis !== 'inferred' && scope.inside(r.evidence)),
    {
      part: 'relation',
      same: (g, r) =>
        r.source !== r.target &&
        scope.real(r.evidence) &&
        g.type.includes(r.type) &&
        named(view, r.source, g.source) &&
        named(view, r.target, g.target),
      key: (r) => JSON.stringify([r.type, r.source, r.target, r.evidence.start, r.evidence.end]),
      aside: (r) => view.aside(r.source) || view.aside(r.target),
      showGold: (g) => `${g.type[0]} ${g.source[0]} -> ${g.target[0]}`,
      show: (r) =>
        `${r.type} ${names.get(r.source)} -> ${names.get(r.target)} by ${r.rule} @${r.evidence.start} ${r.evidence.text}`,
      note,
    },
  );
  return { milestones, relations };
}
