/** Who a clause speaks of: its own subject, that of the clause before, or the whole (我市, or nothing said). */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Range, Ref, RelationType } from '../../model.js';
import { isLeadIn } from './lead-in.js';
import {
  blockAt,
  canStart,
  clauseStart,
  type LinkScene,
  listBefore,
  listsIn,
  sentenceOf,
} from './link-scene.js';

/** Words between a subject and its verb. */
const BRIDGE = /^[^，,。；;：:！？、的对向由让使把]{0,12}$/;
const SUMMED = /^等[^，,。；;：:！？]{0,14}$/;
/** The report speaks of its own division. */
const OWN = /(?:我[省市区县州旗]|全[省市区县州旗])[^，,。；;：:！？、]{0,8}$/;

/**
 * Subjects of the word at `at`, for one relation type.
 * @returns the ends, `said` true where the sentence names them; empty where an unnamed subject stands there
 */
export function subjectsAt(scene: LinkScene, at: number, type: RelationType): { refs: Ref[]; said: boolean } {
  const { text } = scene;
  const sentence = sentenceOf(scene, at);
  const start = clauseStart(text, sentence.start, at);
  const able = (items: readonly number[]): Ref[] => items.filter((i) => canStart(scene, type, i));
  const last = listBefore(scene, start, at);
  if (last) {
    const gap = text.slice(last.end, at);
    const obliq = /[在于从向对与将把]$/.test(text.slice(Math.max(start, last.start - 1), last.start));
    const refs = able(last.items);
    if (!obliq && refs.length > 0 && (BRIDGE.test(gap) || SUMMED.test(gap))) return { refs, said: true };
    return { refs: [], said: false };
  }
  const lead = text.slice(start, at);
  if (OWN.test(lead)) return { refs: ['division'], said: true };
  // 12个村获评…, 文艺作品荣获…: what its people and things win is won for the whole.
  if (!isLeadIn(lead, false))
    return { refs: type === 'RECEIVED' && isOurs(lead) ? ['division'] : [], said: false };
  const topic = blockAt(scene, at)?.topic ?? null;
  if (topic !== null && canStart(scene, type, topic)) return { refs: [topic], said: true };
  // A bare 获批 is said of the whole; money and places go on with the clause before.
  const previous = type === 'RECEIVED' ? [] : carried(scene, { start: sentence.start, end: start }, able);
  return previous.length > 0 ? { refs: previous, said: true } : { refs: ['division'], said: false };
}

let winners: RegExp | undefined;
/** Collective winners without a name; those counted (7所高校入选…) are groups that win for themselves. */
function isOurs(lead: string): boolean {
  winners ??= new RegExp(
    `(?:${readLexicon('own-winner', z.object({ word: z.string().min(1) }))
      .map((r) => r.word)
      .join('|')})[^，,。；;：:！？、]{0,6}$`,
  );
  return !/[\d一二三四五六七八九十百两几多][个家所名位人项件批]/.test(lead) && winners.test(lead);
}

/** Things that head the clause right before, where its first words are they. */
function carried(scene: LinkScene, range: Range, able: (items: readonly number[]) => Ref[]): Ref[] {
  if (range.end <= range.start) return [];
  const start = clauseStart(scene.text, range.start, range.end - 1);
  const first = listsIn(scene, { start, end: range.end })[0];
  return first && first.start - start <= 1 ? able(first.items) : [];
}
