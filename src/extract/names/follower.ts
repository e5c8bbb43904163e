/** Whether a head noun runs on into a longer word (战略性, 规划许可): then it is no head. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { HeadHit, Scene } from './scene.js';

const MAX_WORD = 6;

let table: Map<string, Set<string>> | undefined;

function load(): Map<string, Set<string>> {
  const row = z.object({ word: z.string().min(1).max(MAX_WORD), family: z.string().min(1) });
  const words = new Map<string, Set<string>>();
  for (const { word, family } of readLexicon('head-follower', row)) {
    words.set(family, (words.get(family) ?? new Set()).add(word));
  }
  return words;
}

export function runsOn(scene: Scene, head: HeadHit): boolean {
  table ??= load();
  const words = table.get(head.family);
  const { text } = scene.report;
  for (let n = 1; words && n <= MAX_WORD; n++) if (words.has(text.slice(head.end, head.end + n))) return true;
  return false;
}
