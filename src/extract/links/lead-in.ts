/** Whether the beginning of a clause names no subject: adverbs, auxiliaries and dates only. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';

let words: Set<string> | undefined;
const LONGEST = 4;
/** Letters of dates (9月底前, 2025年6月) and marks. */
const DATE = /^[\s“”、\d０-９年月日底末前初旬]$/;

/**
 * @param lead text from the start of a clause to its verb
 * @param dates whether dates may stand there too; they do not where a number would count a subject (11家企业入选)
 */
export function isLeadIn(lead: string, dates: boolean): boolean {
  words ??= new Set(
    readLexicon('lead-word', z.object({ word: z.string().min(1).max(LONGEST) })).map((r) => r.word),
  );
  for (let at = 0; at < lead.length; ) {
    const letter = lead.charAt(at);
    let step = (dates ? DATE : /[\s“”]/).test(letter) ? 1 : 0;
    for (let n = LONGEST; step === 0 && n > 0; n--) if (words.has(lead.slice(at, at + n))) step = n;
    if (step === 0) return false;
    at += step;
  }
  return true;
}
