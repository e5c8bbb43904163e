/** Names like one that was not found. */

/** Edit distance of two strings, by code units. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/**
 * The names most like the one asked for, best first: those that hold it or stand in it, then those a few letters away.
 * @param limit how many at most
 */
export function nearest(asked: string, names: Iterable<string>, limit = 5): string[] {
  const scored: { name: string; score: number }[] = [];
  const query = asked.toLowerCase().slice(0, 100);
  for (const name of new Set(names)) {
    const lower = name.toLowerCase().slice(0, 100);
    const longest = Math.max(lower.length, query.length);
    const within = query.length > 1 && (lower.includes(query) || (lower.length > 1 && query.includes(lower)));
    const score = within
      ? Math.abs(lower.length - query.length) / longest / 2
      : editDistance(query, lower) / longest;
    if (score <= 0.6) scored.push({ name, score });
  }
  return scored
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((s) => s.name);
}
