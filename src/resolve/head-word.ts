/** Shorter forms under which a campaign, document, event or project may go once its full name has been given. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { EntityType } from '../model.js';
import type { Reason } from './cluster.js';

/** The generic word that may follow even a full name: …迁建项目, …攻坚战工作. */
const TRAILING = /(?:项目|工程|工作|建设)$/;
const BRACKET = /[（(][^（）()]*[）)]$/;
const QUOTED = /^“([^“”]+)”/;

let heads: string[] | undefined;

/** Heads of campaigns, longest first. */
function programmeHeads(): string[] {
  heads ??= readLexicon('programme-head', z.object({ word: z.string().min(1), kind: z.string() }))
    .map((r) => r.word)
    .sort((a, b) => b.length - a.length);
  return heads;
}

/** Cores that a later mention may use instead of the name: 扫黑除恶 for 扫黑除恶收官战, 惠游湖北 for “惠游湖北”活动. */
export function coreOf(type: EntityType, name: string): { core: string; reason: Reason }[] {
  const cores: { core: string; reason: Reason }[] = [];
  const quoted = QUOTED.exec(name)?.[1];
  if (quoted !== undefined && quoted.length + 2 < name.length)
    cores.push({ core: quoted, reason: 'quotedCore' });
  if (type === 'Policy') {
    const inner = name.replace(/[《》]/g, '');
    if (BRACKET.test(inner)) cores.push({ core: inner.replace(BRACKET, ''), reason: 'draftMark' });
    return cores;
  }
  if (type === 'Project' || type === 'Programme') {
    const core = name.replace(TRAILING, '');
    if (core !== name && core.length >= 4) cores.push({ core, reason: 'headDropped' });
  }
  if (type === 'Programme') {
    const head = programmeHeads().find((w) => name.endsWith(w) && name.length - w.length >= 2);
    if (head) cores.push({ core: name.slice(0, -head.length), reason: 'headDropped' });
  }
  return cores;
}
