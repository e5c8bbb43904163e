/** Persons: a name after a title or contact word, in the set phrases for leaders, and again wherever it stands. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Candidate } from '../context.js';
import type { NameRule, Scene } from '../names/scene.js';

const HAN = /^[\u4e00-\u9fff]$/;
const AFTER_TITLE = /^[\s　]*(?:[:：][\s　]*)?/;
const STOPS = /^(?:[\s　，。；、）)：:（(,.;]|$)/;
const SET_PHRASE =
  /以([\u4e00-\u9fff]{2,4})同志为(?:核心|主要代表)|([\u4e00-\u9fff]{2,3})(?=总书记|主席(?!团|台))/g;

const CONFER = /(?:被授予|被评为|被评选为|荣获|荣膺|获评|当选)/g;
/** 某某院士, behind the name. */
const BEHIND = /(?:院士|教授)(?!级|工作|楼|公寓|大会|论坛)/g;
const ADDRESS = /(?:同志|等)?$/;

let followers: { plain: string[]; confer: string[] } | undefined;

function follower(rest: string): 'plain' | 'confer' | null {
  if (!followers) {
    const rows = readLexicon(
      'person-follower',
      z.object({ word: z.string().min(1), kind: z.enum(['plain', 'confer']) }),
    );
    const of = (kind: string) => rows.filter((r) => r.kind === kind).map((r) => r.word);
    followers = { plain: of('plain'), confer: of('confer') };
  }
  if (followers.confer.some((w) => rest.startsWith(w))) return 'confer';
  return followers.plain.some((w) => rest.startsWith(w)) ? 'plain' : null;
}

let surnames: { one: Set<string>; two: Set<string> } | undefined;

function isSurname(text: string): 0 | 1 | 2 {
  if (!surnames) {
    const all = readLexicon('surname', z.object({ surname: z.string().min(1).max(2) })).map((r) => r.surname);
    surnames = {
      one: new Set(all.filter((s) => s.length === 1)),
      two: new Set(all.filter((s) => s.length === 2)),
    };
  }
  if (surnames.two.has(text.slice(0, 2))) return 2;
  return surnames.one.has(text.slice(0, 1)) ? 1 : 0;
}

/** End of the name that starts at `at`: surname and one or two characters, blanks between allowed; -1 where none does. */
export function nameEnd(scene: Scene, at: number): number {
  const { text } = scene.report;
  const surname = isSurname(text.slice(at, at + 2));
  if (surname === 0) return -1;
  let i = at + surname;
  let given = 0;
  let best = -1;
  while (given < 2) {
    const blank = /^[ 　]{1,2}/.exec(text.slice(i, i + 2))?.[0] ?? '';
    if (blank !== '' && given > 0) break;
    const c = text[i + blank.length];
    if (c === undefined || !HAN.test(c)) break;
    i += blank.length + 1;
    given += 1;
    const rest = text.slice(i, i + 4);
    // 李芳|荣获, not 李芳荣|获.
    if (follower(rest) === 'confer') return i;
    if (STOPS.test(rest) || follower(rest) !== null || (given === 2 && scene.ends[i] === 1)) best = i;
  }
  return best;
}

function candidate(scene: Scene, start: number, end: number, rule: string): Candidate {
  const name = scene.report.text.slice(start, end).replace(/[\s　]/g, '');
  return { start, end, type: 'Person', name, priority: 60, rule };
}

function titled(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.person) {
    const lead = AFTER_TITLE.exec(text.slice(head.end, head.end + 12))?.[0] ?? '';
    if (head.kind === 'contact' && lead === '' && !/记者|通讯员/.test(text.slice(head.start, head.end)))
      continue;
    const start = head.end + lead.length;
    const end = nameEnd(scene, start);
    if (end < 0 || (head.kind === 'role' && follower(text.slice(end, end + 4)) !== 'confer')) continue;
    // A dictionary word after the title is an office's business, not a name: 区长热线, 主任会议.
    const whole = scene.edges[start] === 1 && wordOf(scene, start) >= end && end - start === 2 && lead === '';
    if (whole || scene.plain.subarray(start, end).every((p) => p === 1)) continue;
    found.push(candidate(scene, start, end, 'person-title'));
    if (head.kind === 'office') found.push(...alongside(scene, end));
  }
  return found;
}

/** 副县长刘某、赵某某: the others who share the title. */
function alongside(scene: Scene, from: number): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (let at = from; text[at] === '、'; ) {
    const end = nameEnd(scene, at + 1);
    const word = scene.edges[at + 1] === 1 ? wordOf(scene, at + 1) : at + 1;
    // 、高新区: a word of the dictionary that runs on is no name.
    if (end < 0 || word > end || scene.plain.subarray(at + 1, end).every((p) => p === 1)) break;
    found.push(candidate(scene, at + 1, end, 'person-alongside'));
    at = end;
  }
  return found;
}

function wordOf(scene: Scene, at: number): number {
  let end = at + 1;
  while (end < scene.report.text.length && scene.edges[end] !== 1) end++;
  return end;
}

function inPhrases(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(SET_PHRASE)) {
    const name = m[1] ?? m[2] ?? '';
    if (isSurname(name) === 0) continue;
    const start = m.index + m[0].indexOf(name);
    found.push(candidate(scene, start, start + name.length, 'person-leader'));
  }
  for (const m of text.matchAll(BEHIND)) {
    const start = nameBefore(scene, m.index, () => true);
    if (start >= 0) found.push(candidate(scene, start, m.index, 'person-behind'));
  }
  return found;
}

/** Start of the name that ends at `end`, at a place that `opens` allows; -1 where none does. */
function nameBefore(scene: Scene, end: number, opens: (at: number) => boolean): number {
  const { text } = scene.report;
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < 0 || scene.edges[start] !== 1 || !opens(start)) continue;
    const name = text.slice(start, end);
    if (isSurname(name) === 0 || !ALL_HAN.test(name)) continue;
    if (scene.plain.subarray(start, end).some((p) => p === 1)) continue;
    return start;
  }
  return -1;
}

const ALL_HAN = /^[\u4e00-\u9fff]+$/;
const OPENS = /[，。；、：\n]/;

/** 某大队|马某某|荣获: a name at the head of its clause or behind the body that the person belongs to. */
function honoured(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const bodies = new Set([...scene.heads.agency, ...scene.heads.facility].map((h) => h.end));
  const found: Candidate[] = [];
  for (const m of text.matchAll(CONFER)) {
    const address = ADDRESS.exec(text.slice(Math.max(0, m.index - 2), m.index))?.[0] ?? '';
    const end = m.index - address.length;
    const start = nameBefore(
      scene,
      end,
      (at) => at === 0 || bodies.has(at) || OPENS.test(text[at - 1] ?? ''),
    );
    if (start < 0) continue;
    // 荣获 behind a word of the dictionary: 全县荣获, 高新区获评.
    const apart = scene.edges.subarray(start + 1, end).some((e) => e === 1);
    if (apart || end - start === 3) found.push(candidate(scene, start, end, 'person-conferred'));
  }
  return found;
}

/** A full name once known stands for the person wherever the text repeats it. */
function persons(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const named = [...titled(scene), ...inPhrases(scene), ...honoured(scene)];
  const at = new Set(named.map((c) => c.start));
  const again: Candidate[] = [];
  for (const name of new Set(named.map((c) => c.name))) {
    if (name.length < 3) continue;
    for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length)) {
      if (
        at.has(i) ||
        /^(?:新时代|思想|文化思想|经济思想)/.test(text.slice(i + name.length, i + name.length + 4))
      )
        continue;
      again.push(candidate(scene, i, i + name.length, 'person-repeated'));
    }
  }
  return [...named, ...again];
}

export const personRules: NameRule[] = [{ name: 'person-title', propose: persons }];
