/** Relations that a verb states: 位于 (LOCATED_IN), 获批 (RECEIVED), 争取 (FUNDED_BY), 参加 (PARTICIPATES_IN). */
import type { DraftRelation, Range, Ref, RelationType } from '../../model.js';
import { statusAt } from '../standing.js';
import { canEnd, draft, type LinkScene, listsIn, mentionAt, sentenceOf, WINDOW } from './link-scene.js';
import { findLinkWords, type LinkHit, type LinkSense } from './link-word.js';
import { subjectsAt } from './subject.js';
import { firstFrom } from './things.js';

/** From the verb to its object: 获批建设国家…, 争取到了…; no new phrase. */
const REACH = /^[^，,。；;：:！？、对向由]{0,12}$/;

/** Money goes on in the next clause (争取转移支付5亿元，专项债、国债3亿元). */
const NEXT_CLAUSE = /^[^，,。；;：:！？]{1,24}[\d万亿元]+[，,]$/;

/** Relations stated by the verbs of `data/lexicon/link-verb.tsv`. */
export function readVerbLinks(scene: LinkScene): DraftRelation[] {
  const found: DraftRelation[] = [];
  const seen = new Set<string>();
  for (const hit of findLinkWords(scene.text, scene.context.edges)) {
    for (const sense of hit.senses) {
      for (const relation of oneVerb(scene, hit, sense)) {
        // 获批创建X: two verbs before one object state one relation.
        const key = `${relation.type} ${relation.source} ${relation.target}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push(relation);
      }
    }
  }
  return found;
}

function oneVerb(scene: LinkScene, hit: LinkHit, sense: LinkSense): DraftRelation[] {
  const { objects, from } = objectsOf(scene, hit, sense.relation);
  if (objects.length === 0) return [];
  const { refs, said } = subjectsAt(scene, from, sense.relation);
  // Nothing is located by silence, nobody takes part by silence.
  if (!said && (sense.relation === 'LOCATED_IN' || sense.relation === 'PARTICIPATES_IN')) return [];
  const own = (source: Ref, target: number): boolean =>
    sense.relation !== 'RECEIVED' || canWin(scene, hit, source, mentionAt(scene, target).name, said);
  const hoped = sense.status === 'target' || statusAt(scene.context, hit.start) === 'target';
  return objects.flatMap((target) =>
    refs
      .filter((source) => own(source, target))
      .map((source) =>
        draft(
          sense.relation,
          source,
          target,
          mentionAt(scene, target),
          `verb-${sense.relation.toLowerCase()}`,
          {
            basis: said ? 'stated' : 'implied',
            status: hoped ? 'target' : 'actual',
          },
        ),
      ),
  );
}

/** Titles of firms and their goods, which no division wins. */
const OF_FIRMS = /(?:企业|公司|工厂|车间|小巨人|单项冠军|商标|老字号)[”》]?$/;

/** A division wins no title of firms; 新增, 建成 and 拥有 of something counted are won only where the sentence says by whom. */
function canWin(scene: LinkScene, hit: Range, source: Ref, title: string, said: boolean): boolean {
  const division =
    source === 'division' ||
    (typeof source === 'number' && mentionAt(scene, source).type === 'AdminDivision');
  if (!division) return true;
  if (OF_FIRMS.test(title)) return false;
  const verb = scene.text.slice(hit.start, hit.end);
  return (
    said ||
    (!/^(?:新增|拥有)$/.test(verb) &&
      !(verb === '建成' && /^\d/.test(scene.text.slice(hit.end, hit.end + 1))))
  );
}

/** Objects of a verb; for money and titles also what stands before it. `from`: where the subject ends. */
function objectsOf(scene: LinkScene, hit: Range, type: RelationType): { objects: number[]; from: number } {
  const { text, mentions, order } = scene;
  const k = firstFrom(mentions, order, hit.end);
  // 获国务院…表扬: who gives it stands between.
  const giver = mentions[order[k] ?? -1];
  const gives = type === 'RECEIVED' && giver?.type === 'Agency' && giver.start - hit.end <= 1;
  const next = order[gives ? k + 1 : k];
  const sentence = sentenceOf(scene, hit.start);
  const start = next === undefined ? sentence.end : mentionAt(scene, next).start;
  if (start < sentence.end && start - hit.end <= 12 && REACH.test(text.slice(hit.end, start))) {
    const list = listsIn(scene, { start, end: Math.min(sentence.end, start + WINDOW) })[0];
    const objects = (list?.items ?? []).filter((i) => canEnd(scene, type, i));
    return { objects: type === 'LOCATED_IN' ? objects.slice(0, 1) : objects, from: hit.start };
  }
  const later =
    type === 'FUNDED_BY' ? NEXT_CLAUSE.exec(text.slice(hit.end, Math.min(start, hit.end + 32))) : null;
  if (later && next !== undefined && mentionAt(scene, next).type === 'Funding' && start < sentence.end) {
    const list = listsIn(scene, { start, end: Math.min(sentence.end, start + WINDOW) })[0];
    return { objects: (list?.items ?? []).filter((i) => canEnd(scene, type, i)), from: hit.start };
  }
  const before = order[k - 1];
  if (before === undefined || (type !== 'FUNDED_BY' && type !== 'RECEIVED'))
    return { objects: [], from: hit.start };
  // 中央预算内投资到位1.2亿元; 国家…试验区获批 at the end of its clause.
  const thing = mentionAt(scene, before);
  const near = canEnd(scene, type, before) && thing.start >= sentence.start && hit.start - thing.end <= 3;
  const ends = type === 'FUNDED_BY' || /^[，,。；;！\n]|^$/.test(text.slice(hit.end, hit.end + 1));
  return { objects: near && ends ? [before] : [], from: near ? thing.start : hit.start };
}
