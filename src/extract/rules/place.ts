/** Places: zones and natural features always; spots, hubs and lines where the sentence does not build them, else Projects. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { isBuilt, itemBefore, sharers } from '../names/list.js';
import { endsHere, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { stretchEnd } from '../names/works.js';

/** What a place may be a part of the name of. */
const AROUND_PLACE: readonly EntityType[] = ['Agency', 'Programme', 'Policy', 'Event', 'Company'];

/** A verb that rivers and hills are the object of: 入河, 沿江. */
const VERB = /^[入沿引跨过治护向临滨傍巡清通环]$/;
/** The same right before a head of one character: 港人治港, 河湖入河. */
const VERB_LAST = /[入治护巡思出之门套]$/;

/** A number that is no length: 国道310, 大桥2号. */
const FIGURE = /^\d+(?![\d.]|公里|千米|余?米)/;

function propose(scene: Scene): Candidate[] {
  const places = scene.heads.place.flatMap((head) => {
    if (head.kind === 'nature') return nature(scene, head);
    if (head.kind === 'feature') return feature(scene, head);
    return named(scene, head);
  });
  const lines = scene.heads.project.filter((h) => h.kind === 'line').flatMap((head) => named(scene, head));
  return [...places, ...lines];
}

function named(scene: Scene, head: HeadHit): Candidate[] {
  const { text } = scene.report;
  const edge = leftEdge(scene, head.start, { max: 20, quotes: false });
  if (edge < 0) return [];
  const start = head.kind === 'zone' && head.vague ? joined(scene, edge, head.start) : edge;
  if (head.start - start < 1) return [];
  if (head.start - start === 1 && head.kind !== 'line') return ofLevel(scene, start, head);
  if (
    head.end - head.start === 1 &&
    (!standsAlone(scene, head) || VERB_LAST.test(text.slice(start, head.start)))
  )
    return [];
  if (!proper(scene, start, head) || VERB.test(text.slice(start, head.start))) return [];
  const range = { start, end: head.kind === 'line' ? stretchEnd(text, head.end) : head.end };
  const built = head.kind !== 'zone' && isBuilt(scene, range);
  if (head.kind !== 'zone' && !built && FIGURE.test(text.slice(head.end, head.end + 8))) return [];
  const type = built ? 'Project' : 'Place';
  const rule = `${built ? 'project' : 'place'}-${head.kind}`;
  const found: Candidate[] = [
    {
      ...range,
      type,
      name: text.slice(start, range.end),
      ...(range.end > head.end ? { aliases: [text.slice(start, head.end)] } : {}),
      // A stretch in a bracket is no road of its own.
      priority: range.end > head.end ? 53 : 50,
      nest: head.kind === 'line' ? [] : AROUND_PLACE,
      rule,
    },
  ];
  if (head.kind !== 'line' && head.kind !== 'hub') return found;
  // 莱宁、德商铁路: a bare name before shares the head.
  const kind = text.slice(head.start, head.end);
  const bare = (r: { start: number; end: number }) =>
    r.end - r.start <= 8 && properness(scene, r.start, r.end) === 2 && !scene.headEnd.has(r.end);
  for (const item of sharers(scene, start, bare)) {
    found.push({ ...item, type, name: text.slice(item.start, item.end) + kind, priority: 50, rule });
  }
  return found;
}

/** 瓮山新材料及电子化学品产业园: a modifier that names nothing goes with the named one before it. */
function joined(scene: Scene, start: number, headStart: number): number {
  if (!/[及和与]/.test(scene.report.text.charAt(start - 1)) || properness(scene, start, headStart) === 2)
    return start;
  const first = itemBefore(scene, start);
  if (!first || headStart - first.start > 20 || scene.headEnd.has(first.end)) return start;
  return properness(scene, first.start, first.end) === 2 ? first.start : start;
}

/** A vague head wants a word of its own before it, or another place (太白山|旅游区). */
function proper(scene: Scene, start: number, head: HeadHit): boolean {
  const degree = properness(scene, start, head.start);
  if (degree !== 1 || !head.vague) return degree > 0;
  if (scene.plain[start] !== 1 && isBuilt(scene, { start, end: head.end }, true)) return true;
  for (let i = start + 1; i <= head.start; i++) if (scene.solidEnd.has(i)) return true;
  return false;
}

/** 省人民会堂: the one of its level. */
function ofLevel(scene: Scene, start: number, head: HeadHit): Candidate[] {
  const { text } = scene.report;
  if (head.end - head.start < 3 || !/[省市区县州]/.test(text.charAt(start))) return [];
  return [{ ...place(scene, start, head.end, head.kind), priority: 50 }];
}

/** 路 and 桥 make a name only where it ends, and not inside a word of two characters (思路) or of a longer name (板桥河). */
function standsAlone(scene: Scene, head: HeadHit): boolean {
  let word = head.start;
  while (word > 0 && scene.edges[word] !== 1) word--;
  if (word < head.start && head.end - word < 3) return false;
  if (endsHere(scene, head.end) || scene.headStart.has(head.end)) return true;
  return head.kind === 'hub' && (scene.divisionEnd.has(head.start) || scene.plain[head.end] === 1);
}

/** Rivers, lakes, mountains by their suffix: never a word of two characters that the dictionary has (矿山). */
function nature(scene: Scene, head: HeadHit): Candidate[] {
  if (head.end - head.start === 1) {
    let word = head.start;
    while (word > 0 && scene.edges[word] !== 1) word--;
    // 矿山 is a word; 白|龙湖 is a name that the segmentation tore apart.
    const torn =
      word > 0 && scene.edges[word - 1] === 1 && scene.plain[word - 1] !== 1 && scene.floor[word] !== word;
    if (word < head.start && head.end - word < 3 && !torn) return [];
  }
  let start = leftEdge(scene, head.start, { max: 16, quotes: false, brackets: false });
  if (start < 0) return [];
  start = Math.max(start, head.start - 5);
  while (start < head.start && scene.edges[start] !== 1) start++;
  if (start === head.start || properness(scene, start, head.start) === 0) return [];
  const own = scene.report.text.slice(start, head.start);
  if (VERB.test(own) || VERB_LAST.test(own)) return [];
  if (head.end - head.start === 1 && !flowsOn(scene, head.end)) return [];
  return [place(scene, start, head.end, 'nature')];
}

/** What may stand behind a river's name: its end, a division's stretch of it, or another head (板桥河|桥). */
function flowsOn(scene: Scene, end: number): boolean {
  if (endsHere(scene, end) || scene.headStart.has(end) || scene.plain[end] === 1) return true;
  return scene.divisions.some((d) => d.start === end);
}

function feature(scene: Scene, head: HeadHit): Candidate[] {
  // 黄山 in a report of Anhui is the city.
  const city = scene.divisionEnd.get(head.end)?.start === head.start;
  // 乌江寨, 黄河村: a place called after it.
  const bearer = /[寨庄屯村镇乡坝]/.test(scene.report.text.charAt(head.end));
  return scene.edges[head.start] === 1 && !city && !bearer
    ? [place(scene, head.start, head.end, 'feature')]
    : [];
}

function place(scene: Scene, start: number, end: number, kind: string): Candidate {
  return {
    start,
    end,
    type: 'Place',
    name: scene.report.text.slice(start, end),
    priority: 48,
    nest: ['Programme', 'Event'],
    rule: `place-${kind}`,
  };
}

export const placeRules: NameRule[] = [{ name: 'place', propose }];
