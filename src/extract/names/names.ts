/** Names: every rule proposes candidates, one weighing decides between those that overlap. */
import type { Mention } from '../../model.js';
import type { Candidate, Context } from '../context.js';
import { declareForms } from './declared.js';
import { NAME_RULES } from './rules.js';
import { readScene } from './scene.js';

/** Mentions of named things, in text order. Nested names of different things may overlap; the same stretch has one type. */
export function readNames(context: Context): Mention[] {
  const scene = readScene(context);
  const mentions = weigh(NAME_RULES.flatMap((rule) => rule.propose(scene)));
  return declareForms(context.report.text, mentions);
}

/**
 * Settles overlaps: higher priority, then the longer, then the earlier wins. A loser stays only as a nested name:
 * it asked for that (`nest`) and lies wholly inside a winner of another type, or wholly around smaller ones.
 */
function weigh(candidates: Candidate[]): Mention[] {
  const order = candidates
    .map((c, i) => ({ c, i }))
    .sort(
      (a, b) =>
        b.c.priority - a.c.priority ||
        b.c.end - b.c.start - (a.c.end - a.c.start) ||
        a.c.start - b.c.start ||
        a.i - b.i,
    );
  /** Winners by the offset blocks they touch, so that each candidate meets only its neighbours. */
  const blocks = new Map<number, Candidate[]>();
  const won: Candidate[] = [];
  for (const { c } of order) {
    const from = c.start >> 6;
    const to = (c.end - 1) >> 6;
    let free = true;
    for (let b = from; free && b <= to; b++) free = (blocks.get(b) ?? []).every((w) => together(w, c));
    if (!free) continue;
    won.push(c);
    for (let b = from; b <= to; b++) {
      const list = blocks.get(b);
      if (list) list.push(c);
      else blocks.set(b, [c]);
    }
  }
  return won
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ priority: _p, nest: _n, lead: _l, ...mention }) => mention);
}

function together(winner: Candidate, c: Candidate): boolean {
  if (c.start >= winner.end || c.end <= winner.start) return true;
  const inside = winner.start <= c.start && c.end <= winner.end;
  const around = c.start <= winner.start && winner.end <= c.end;
  if (inside && around) return false;
  if (inside) return mayNest(c, winner);
  return around && mayNest(winner, c);
}

function mayNest(inner: Candidate, outer: Candidate): boolean {
  return (inner.nest?.includes(outer.type) ?? false) && (!inner.lead || inner.start === outer.start);
}
