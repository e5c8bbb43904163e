/** Who answers for what: labels (牵头单位：A、B；责任单位：C) and verbs (由A牵头、B配合，开展X; X由A承建). */
import type { DraftRelation, Range, RelationType } from '../../model.js';
import { divisionsIn } from './division-in-name.js';
import {
  blockAt,
  canEnd,
  canStart,
  clauseStart,
  draft,
  type LinkScene,
  listBefore,
  listsIn,
  mentionAt,
  mentionsIn,
  nameEndsBefore,
  nameOf,
  sentenceOf,
  stagedIn,
  WINDOW,
} from './link-scene.js';
import { findRoleWords, type RoleHit, type RoleWord } from './role-word.js';
import { firstFrom, type ThingList } from './things.js';

/** Relations stated by labels and verbs of responsibility. */
export function readResponsibility(scene: LinkScene): DraftRelation[] {
  const hits = findRoleWords(scene.text);
  const labels = hits.filter((hit) => isLabel(scene.text, hit));
  return [
    ...labels.flatMap((_, k) => byLabel(scene, labels, k)),
    ...byVerbs(
      scene,
      hits.filter((hit) => !isLabel(scene.text, hit)),
    ),
  ];
}

/** Behind these the thing may stand a clause further on (由A牵头，B配合，开展X). */
const LEADS = /^(?:牵头|配合|协办|参与|参加|协助)/;
/** Most labels of one run. */
const LABELS = 12;
const CLOSE: Record<string, string> = { '（': '）', '(': ')', '【': '】', '[': ']' };

/** The bodies behind a label, for the things that the text before the labels acts on. */
function byLabel(scene: LinkScene, hits: RoleHit[], k: number): DraftRelation[] {
  const hit = hits[k] as RoleHit;
  const word = hit.words.find((w) => w.form === 'label') as RoleWord;
  const bodies = mentionsIn(scene, { start: hit.end, end: valueEnd(scene, hit.end, hits[k + 1]?.start) });
  if (bodies.length === 0) return [];
  const things = labelled(scene, hits, k);
  return link(scene, bodies, things, word, `responsible-label`);
}

/** Where the bodies of a label end: at a stop or the next label; A；B go on where a body follows the semicolon. */
function valueEnd(scene: LinkScene, start: number, next = scene.text.length): number {
  const stop = /[；;。\n）)】\]]/g;
  for (stop.lastIndex = start; ; ) {
    const end = stop.exec(scene.text)?.index ?? scene.text.length;
    if (end >= next) return next;
    const [following] = mentionsIn(scene, { start: end + 1, end: Math.min(next, end + 40) });
    const goesOn = following !== undefined && mentionAt(scene, following).start <= end + 2;
    if (!/[；;]/.test(scene.text.charAt(end)) || !goesOn || !canStart(scene, 'RESPONSIBLE_FOR', following))
      return end;
  }
}

/** Things that the label `hits[k]` belongs to: the block's topic, else what stands between the labels before and this one. */
function labelled(scene: LinkScene, hits: RoleHit[], k: number): number[] {
  const hit = hits[k] as RoleHit;
  const block = blockAt(scene, hit.start);
  if (!block) return [];
  if (block.topic !== null) return [block.topic];
  // The first label of this run: 牵头单位 … ；责任单位 … speak of the same things.
  let first = k;
  while (first > 0 && k - first < LABELS) {
    const before = hits[first - 1] as RoleHit;
    if (before.start < block.start) break;
    if (actedOn(scene, { start: before.end, end: (hits[first] as RoleHit).start }).length > 0) break;
    first--;
  }
  const before = hits[first - 1];
  const from = before && before.start >= block.start ? before.end : block.start;
  return actedOn(scene, { start: from, end: (hits[first] as RoleHit).start });
}

const isLabel = (text: string, hit: RoleHit): boolean =>
  hit.words.some((w) => w.form === 'label') && /^\s{0,2}[：:]/.test(text.slice(hit.end, hit.end + 3));

/** Works, campaigns, papers and events of a stretch; places and houses only where the stretch says what was done to them. */
export function actedOn(scene: LinkScene, range: Range): number[] {
  const done = new Set(stagedIn(scene, range));
  return mentionsIn(scene, range).filter((i) => {
    const m = mentionAt(scene, i);
    if (m.type === 'Policy')
      return !/(?:按照|根据|依据|依照|对照|参照|结合)[《“]?$/.test(
        scene.text.slice(Math.max(0, m.start - 4), m.start),
      );
    if (['Project', 'Programme', 'Event'].includes(m.type)) return true;
    return ['Place', 'Hospital', 'School'].includes(m.type) && done.has(i);
  });
}

/** Verbs in order; one without a thing of its own goes on with that of the sentence's last (X由A牵头负责，B承建). */
function byVerbs(scene: LinkScene, hits: readonly RoleHit[]): DraftRelation[] {
  let sentence = -1;
  let things: number[] = [];
  let end = 0;
  return hits.flatMap((hit) => {
    const own = sentenceOf(scene, hit.start);
    const goesOn = own.index === sentence;
    const act = actOf(scene, hit, own, goesOn ? end : own.start);
    if (act === null) return [];
    if (!goesOn) things = [];
    [sentence, end] = [own.index, hit.end];
    const found = verbThings(scene, hit, act.bodies, own, act.passive);
    if (found.length > 0) things = found;
    // Only an act that ends its clause goes on with what was said before.
    else if (!CLAUSE_END.test(scene.text.charAt(hit.end))) return [];
    return link(scene, act.bodies.items, things, act.word, 'responsible-verb');
  });
}

const CLAUSE_END = /^[，,、。；;）)\n]?$/;

interface Act {
  bodies: ThingList;
  word: RoleWord;
  passive: boolean;
}

/** The bodies before a verb and what it makes of them: 由A牵头, A负责, （A牵头，B配合）, 移交A运维. `from`: where the verb before ends. */
function actOf(scene: LinkScene, hit: RoleHit, sentence: Range, from: number): Act | null {
  const { text } = scene;
  if (!nameEndsBefore(scene, hit.start, 8)) return null;
  const bodies = listBefore(scene, Math.max(from, sentence.start), hit.start);
  if (!bodies) return null;
  const gap = text.slice(bodies.end, hit.start);
  if (!/^(?:等)?(?:单位|部门|具体|共同|联合|分别|统一|按职责|双方|会同)?$/.test(gap)) return null;
  if (!bodies.items.every((i) => canStart(scene, 'PARTICIPATES_IN', i))) return null;
  const before = text.slice(Math.max(sentence.start, bodies.start - 3), bodies.start);
  const led = /(?:由|交由|委托)$/.test(before);
  const given = /(?:移交|移交给|交付|交给|划转)$/.test(before);
  const word = hit.words.find(
    (w) => w.form === 'verb' || (w.form === 'by' && led) || (w.form === 'to' && given),
  );
  return word ? { bodies, word, passive: led || given } : null;
}

function verbThings(
  scene: LinkScene,
  hit: RoleHit,
  list: Range,
  sentence: Range,
  passive: boolean,
): number[] {
  const { text } = scene;
  const bracket = openBracket(text, sentence.start, list.start);
  if (bracket !== null) {
    const block = blockAt(scene, hit.start);
    if (!block) return [];
    return block.topic !== null ? [block.topic] : actedOn(scene, { start: block.start, end: bracket });
  }
  const start = clauseStart(text, sentence.start, list.start);
  if (passive) {
    const before = listBefore(scene, start, list.start);
    if (before) return before.items;
    const handed = stagedIn(scene, { start, end: list.start + 1 });
    if (handed.length > 0) return handed;
  }
  const after = listsIn(scene, { start: hit.end, end: Math.min(sentence.end, hit.end + WINDOW) }).find((l) =>
    l.items.some((i) => canEnd(scene, 'RESPONSIBLE_FOR', i)),
  );
  const reach = LEADS.test(text.slice(hit.start, hit.end)) ? 60 : 12;
  if (after && after.start - hit.end <= reach && !/[；;]/.test(text.slice(hit.end, after.start)))
    return after.items;
  if (!passive) return [];
  // 开展X，由A负责组织实施: the clause before says what.
  const topic = blockAt(scene, hit.start)?.topic ?? null;
  if (topic !== null) return [topic];
  const told = clauseStart(text, sentence.start, Math.max(sentence.start, start - 1));
  return text.slice(start, list.start) === '由' ? actedOn(scene, { start: told, end: start }) : [];
}

/** Offset of a bracket that opens before `at` and is still open there. */
function openBracket(text: string, from: number, at: number): number | null {
  for (let i = at - 1; i >= from && at - i < 160; i--) {
    const c = text.charAt(i);
    if (Object.values(CLOSE).includes(c)) return null;
    if (CLOSE[c] !== undefined) return i;
  }
  return null;
}

/** Every body with every thing, under the relation their types allow. */
export function link(
  scene: LinkScene,
  bodies: number[],
  things: number[],
  word: RoleWord,
  rule: string,
): DraftRelation[] {
  // A town or county answers beside departments; the reporting division and those above it do not.
  const above = new Set(scene.context.report.lineage.map((d) => d.name));
  const answering = bodies.filter((i) => {
    const m = mentionAt(scene, i);
    return m.type !== 'AdminDivision' || !above.has(m.name);
  });
  const paired = pairing(scene, answering, things);
  return answering.flatMap((body) =>
    things.flatMap((thing) => {
      if (!paired(body, thing)) return [];
      const choices: RelationType[] =
        word.relation === 'PARTICIPATES_IN'
          ? ['PARTICIPATES_IN', 'RESPONSIBLE_FOR']
          : ['RESPONSIBLE_FOR', 'PARTICIPATES_IN'];
      const type = choices.find((t) => canStart(scene, t, body) && canEnd(scene, t, thing));
      return type ? [draft(type, body, thing, mentionAt(scene, body), rule, { role: word.role })] : [];
    }),
  );
}

/** Two districts' governments with a work in each: each answers for its own (某区X、某县Y，由两地政府实施). */
function pairing(
  scene: LinkScene,
  bodies: readonly number[],
  things: readonly number[],
): (body: number, thing: number) => boolean {
  if (bodies.length < 2 || things.length < 2) return () => true;
  const of = (i: number): string | undefined => {
    const { start } = mentionAt(scene, i);
    const [end] = divisionsIn(scene, i);
    if (end !== undefined) return nameOf(scene, end);
    const before = scene.order[firstFrom(scene.mentions, scene.order, start) - 1];
    const m = before === undefined ? undefined : mentionAt(scene, before);
    return m?.type === 'AdminDivision' && m.end === start ? m.name : undefined;
  };
  const own = new Map([...bodies, ...things].map((i) => [i, of(i)]));
  const apart = new Set(bodies.map((i) => own.get(i))).size === bodies.length;
  const each = things.every((t) => bodies.some((b) => own.get(b) === own.get(t)));
  if (!apart || !each || [...own.values()].includes(undefined)) return () => true;
  return (body, thing) => own.get(body) === own.get(thing);
}
