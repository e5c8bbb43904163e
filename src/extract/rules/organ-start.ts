/** Where an organ of government begins: its domains (文化体育和旅游|局), before them its level or its divisions. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import { leftEdge } from '../names/left-edge.js';
import { properness } from '../names/proper.js';
import type { HeadHit, Scene } from '../names/scene.js';

const LEVEL = /[省市区县州旗盟镇乡]/;
const WIDE_LEVEL = /(?:自治[区州县旗]|地区)$/;
/** 厅党委, 局党组: a department has these too. */
const OF_DEPARTMENT = /^(?:机关)?党[委组]|^纪检/;
const HAN = /[\u4e00-\u9fff]/;
const JOINER = /[和及与]/;
const MAX_DOMAINS = 22;

let domains: { words: Set<string>; longest: number } | undefined;

/** Starts of the runs of domain words that end at `end`, the farthest first: 水利局 has 水利, 农牧水利局 both. */
function domainStarts(text: string, end: number): number[] {
  if (!domains) {
    const words = readLexicon('agency-domain', z.object({ word: z.string().min(1) })).map((r) => r.word);
    domains = { words: new Set(words), longest: Math.max(...words.map((w) => w.length)) };
  }
  const { words, longest } = domains;
  const open = [end];
  const starts = new Set<number>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const to = at < end && JOINER.test(text[at - 1] ?? '') ? [at, at - 1] : [at];
    for (const stop of to) {
      for (let n = 2; n <= longest && n <= stop; n++) {
        const start = stop - n;
        if (end - start > MAX_DOMAINS || starts.has(start) || !words.has(text.slice(start, stop))) continue;
        starts.add(start);
        open.push(start);
      }
    }
  }
  return [...starts].sort((a, b) => a - b);
}

const BUREAU = /分?局$/;

/** 局, 委员会, 大队 with its domains, the longest run of them that a level or a division stands before. */
export function departmentStart(scene: Scene, head: HeadHit): number {
  const { text } = scene.report;
  const form = BUREAU.exec(text.slice(head.start, head.end))?.[0].length;
  for (const s of domainStarts(text, form === undefined ? head.start : head.end - form)) {
    const start = organStart(scene, s);
    if (start >= 0) return start;
  }
  return -1;
}

/**
 * @param s where the organ's own word begins (人民政府, 水利局)
 * @returns first character with its level or divisions, or -1 where none stands before it
 */
export function organStart(scene: Scene, s: number): number {
  const { text } = scene.report;
  const loose = looseStart(scene, s);
  if (loose !== undefined && (scene.edges[loose] === 1 || text.startsWith('中共', loose - 2)))
    return withParty(text, divisionsBefore(scene, s));
  const town = townStart(scene, s);
  if (town >= 0) return town;
  const wide = wideLevel(scene, s);
  if (wide >= 0) return wide;
  if (ofDepartment(scene, s)) return s - 1;
  if (s > 0 && LEVEL.test(text[s - 1] as string)) {
    if (scene.edges[s - 1] === 1 || scene.floor[s] === s - 1) return unlisted(scene, s - 1);
    return -1;
  }
  // A zone, street or town that the gazetteer does not know: 柳东新区教育局, 三十岗乡人民政府.
  const start = leftEdge(scene, s, { max: 12, quotes: false });
  if (start < 0 || s - start < 3) return -1;
  return /(?:区|城|园|县|市|镇|乡|街道|州|旗|团)$/.test(text.slice(start, s)) &&
    properness(scene, start, s) > 0
    ? start
    : -1;
}

/** 厅|党委 at the head of its phrase; behind a whole name the organ is only a part of that body. */
function ofDepartment(scene: Scene, s: number): boolean {
  const { text } = scene.report;
  if (!/[厅局委院]/.test(text[s - 1] ?? '') || !OF_DEPARTMENT.test(text.slice(s, s + 4))) return false;
  return scene.floor[s - 1] === s - 1 || !HAN.test(text[s - 2] ?? '');
}

/** 自治区|交通运输厅, 地区|水利局; 贫困地区 is no level. */
function wideLevel(scene: Scene, s: number): number {
  const { text } = scene.report;
  const word = WIDE_LEVEL.exec(text.slice(Math.max(0, s - 3), s))?.[0];
  if (word === undefined) return -1;
  const start = s - word.length;
  if (scene.edges[start] !== 1) return -1;
  return word !== '地区' || scene.floor[s] === start || !HAN.test(text[start - 1] ?? '') ? start : -1;
}

/** Start of a division that no list has before its suffix (锦川|市卫生健康委), else the suffix itself. */
function unlisted(scene: Scene, suffix: number): number {
  const start = scene.floor[suffix] as number;
  const length = suffix - start;
  return length >= 2 && length <= 3 && properness(scene, start, suffix) === 2 ? start : suffix;
}

/** 三十岗乡|人民政府: a town or street of a name of its own. */
function townStart(scene: Scene, end: number): number {
  if (!/[镇乡道]/.test(scene.report.text.charAt(end - 1))) return -1;
  const start = leftEdge(scene, end, { max: 8, quotes: false });
  return start >= 0 && end - start > 2 && properness(scene, start, end - 1) > 0 ? start : -1;
}

/** 市委, 武昌区委: the word's first character is the level, which a full division name may already hold. */
export function levelStart(scene: Scene, head: { start: number }): number {
  const { text } = scene.report;
  for (const at of [head.start + 1, head.start]) {
    if (looseStart(scene, at) !== undefined) return withParty(text, divisionsBefore(scene, at));
  }
  return scene.edges[head.start] === 1 ? withParty(text, head.start) : -1;
}

/** Start of the division that ends here; 政府和|县委 holds no 和县. */
function looseStart(scene: Scene, end: number): number | undefined {
  const start = scene.looseEnd.get(end);
  if (start === undefined) return undefined;
  const { text } = scene.report;
  return end - start === 2 && JOINER.test(text[start] as string) && HAN.test(text[start - 1] ?? '')
    ? undefined
    : start;
}

/** Start of the run of division names that ends here: 湖北省|武汉市|武昌区. */
function divisionsBefore(scene: Scene, end: number): number {
  let at = end;
  for (let start = looseStart(scene, at); start !== undefined; start = looseStart(scene, at)) at = start;
  return at;
}

function withParty(text: string, start: number): number {
  return text.startsWith('中共', start - 2) ? start - 2 : start;
}
