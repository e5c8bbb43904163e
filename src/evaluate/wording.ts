/** When two wordings count as the same. */

/** A form without blanks, quotes, brackets and pauses, in half width and lower case. */
export function plain(form: string): string {
  return form
    .normalize('NFKC')
    .replace(/[\s“”"'‘’《》〈〉「」·•,，。;；、()（）]/g, '')
    .toLowerCase();
}

/** Several forms, each made plain. */
export function plainSet(forms: Iterable<string>): Set<string> {
  return new Set(Array.from(forms, plain));
}

/** True where the sets share a member. */
export function overlap(a: Iterable<string>, b: Set<string>): boolean {
  for (const form of a) if (b.has(form)) return true;
  return false;
}

function pairCounts(form: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < form.length; i++) {
    const pair = form.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether an indicator meets a reference wording: one stands inside the other at half its length or more,
 * or they share at least 60 % of their character pairs.
 * @param a a plain form
 * @param b another
 */
export function alike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length * 2 >= long.length && long.includes(short)) return true;
  const others = pairCounts(b);
  let shared = 0;
  for (const [pair, count] of pairCounts(a)) shared += Math.min(count, others.get(pair) ?? 0);
  const total = a.length - 1 + (b.length - 1);
  return (2 * shared) / (total || 1) >= 0.6;
}
