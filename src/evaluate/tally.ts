/** Counts of right, extra and missed rows, and the three measures they give. */

export interface Tally {
  right: number;
  extra: number;
  missed: number;
}

export interface Score extends Tally {
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and their harmonic mean; a part that asks for nothing and gets nothing is fully right. */
export function score({ right, extra, missed }: Tally): Score {
  const precision = right + extra > 0 ? right / (right + extra) : 1;
  const recall = right + missed > 0 ? right / (right + missed) : 1;
  const sum = precision + recall;
  return { right, extra, missed, precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
}

/** Adds counts: micro-averaging scores the sum. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const sum = { right: 0, extra: 0, missed: 0 };
  for (const tally of tallies) {
    sum.right += tally.right;
    sum.extra += tally.extra;
    sum.missed += tally.missed;
  }
  return sum;
}
