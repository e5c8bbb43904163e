/** Short forms and new names that the text itself declares: （以下简称“X”）, 更名为X. */
import type { Mention } from '../../model.js';

const SHORT =
  /[（(](?:以下|下文|下称)(?:统)?(?:简称)?(?:为)?[:：]?[“"《]?([^“”"《》（）()，。；\n]{2,20})[”"》]?[）)]/y;
const RENAMED = /(?:正式)?(?:更名|改名)为/y;

/**
 * Adds each declared form to the aliases of the mention that it follows, and its other places in the text as mentions.
 * @param mentions in text order
 * @returns mentions in text order, as many more as the text uses declared short forms
 */
export function declareForms(text: string, mentions: readonly Mention[]): Mention[] {
  const out = [...mentions];
  const byStart = new Map(mentions.map((m) => [m.start, m]));
  const taken = new Set(mentions.map((m) => m.start));
  for (const [i, m] of mentions.entries()) {
    if (m.group) continue;
    SHORT.lastIndex = m.end;
    const short = SHORT.exec(text)?.[1];
    RENAMED.lastIndex = m.end;
    const renamed = short === undefined && RENAMED.test(text) ? byStart.get(RENAMED.lastIndex) : undefined;
    const alias = short ?? (renamed?.type === m.type ? renamed.name : undefined);
    if (alias === undefined || alias === m.name) continue;
    out[i] = { ...m, aliases: [...(m.aliases ?? []), alias] };
    if (short !== undefined) out.push(...usesOf(text, short, m, taken));
  }
  return out.length === mentions.length ? out : out.sort((a, b) => a.start - b.start || b.end - a.end);
}

function usesOf(text: string, short: string, m: Mention, taken: Set<number>): Mention[] {
  const uses: Mention[] = [];
  for (
    let start = text.indexOf(short, m.end);
    start >= 0;
    start = text.indexOf(short, start + short.length)
  ) {
    // 《X》 and “X” are mentions with their marks.
    if (taken.has(start) || taken.has(start - 1)) continue;
    taken.add(start);
    uses.push({ type: m.type, name: short, start, end: start + short.length, rule: 'declared-short-form' });
  }
  return uses;
}
