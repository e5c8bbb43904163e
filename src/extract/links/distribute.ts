/** 分别 between a list and its stages: A、B分别封顶和开工 gives each its own; A、B分别于6月、9月建成 each its own day. */
import type { DateAtom } from '../context.js';
import { firstFrom } from '../ranges.js';
import type { Assignment } from './stage-scene.js';

const JOINED = /^了?(?:、|和|与|及)(?:已|正式|顺利)?$/;
/** Between the things and what is dealt out to them. */
const DEALT = /^[”》]?(?:等[^，,。；;]{0,8})?[^，,。；;]{0,8}分别/;

/**
 * Pairs things with stages in order, where a clause says 分别 and has as many of one as of the other.
 * @param found assignments of one sentence, in order
 * @param end end of a thing, by mention index
 */
export function distribute(
  text: string,
  found: readonly Assignment[],
  end: (thing: number) => number,
): Assignment[] {
  const dealt: Assignment[] = [];
  for (let k = 0; k < found.length; ) {
    const run = runFrom(text, found, k, end);
    for (const [i, one] of run.entries()) {
      const thing = one.things[i];
      dealt.push(run.length > 1 && thing !== undefined ? { ...one, things: [thing] } : one);
    }
    k += run.length;
  }
  return dealt;
}

/** The assignments that deal out one list, from position `k`: one alone where nothing is dealt out. */
function runFrom(
  text: string,
  found: readonly Assignment[],
  k: number,
  end: (thing: number) => number,
): Assignment[] {
  const first = found[k] as Assignment;
  const n = first.things.length;
  const last = first.things[n - 1];
  if (n < 2 || last === undefined || found.length < k + n) return [first];
  if (!DEALT.test(text.slice(end(last), first.hit.start))) return [first];
  const run = found.slice(k, k + n);
  const even = run.every(
    (one, i) =>
      one.clause === first.clause &&
      (i === 0 || JOINED.test(text.slice((run[i - 1] as Assignment).reach, one.hit.start))),
  );
  return even ? run : [first];
}

/**
 * The day of each of several things (分别于6月、9月).
 * @returns one date atom a thing, or null where the clause does not deal out as many days
 */
export function datesOf(
  text: string,
  dates: readonly DateAtom[],
  found: Assignment,
  from: number,
): DateAtom[] | null {
  const { things, hit } = found;
  if (things.length < 2 || !DEALT.test(text.slice(from, hit.start))) return null;
  const inside: DateAtom[] = [];
  for (let k = firstFrom(dates, from); k < dates.length; k++) {
    const atom = dates[k] as DateAtom;
    if (atom.end > hit.start) break;
    inside.push(atom);
  }
  return inside.length === things.length ? inside : null;
}
