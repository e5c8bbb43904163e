/** Persons: a name after a title or contact word, in the set phrases for leaders, and again wherever it stands. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Candidate } from '../context.js';
import type { NameRule, Scene } from '../names/scene.js';

const HAN = /^[\u4e00-\u9fff]$/;
const AFTER_TITLE = /^[\s　]*(?:[:：][\s　]*)?/;
/** What may follow a name that stands in running text. */
const FOLLOWS =
  /^(?:同志|作|代表|主持|在|出席|率|赴|到|讲话|致辞|指出|强调|表示|宣布|主任|摄|先生|女士|被|荣获|获|当选|参加|陪同|说|任|兼|等|和|、)/;
const STOPS = /^(?:[\s　，。；、）)：:（(,.;]|$)/;
const SET_PHRASE =
  /以([\u4e00-\u9fff]{2,4})同志为(?:核心|主要代表)|([\u4e00-\u9fff]{2,3})(?=总书记|主席(?!团|台))/g;
const CONFERRED = /(?<=^|[，。；、\n])([\u4e00-\u9fff]{2,4})(?=(?:同志)?(?:被授予|被评为|荣获|获评|当选))/gm;

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
function nameEnd(scene: Scene, at: number): number {
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
    if (STOPS.test(rest) || FOLLOWS.test(rest)) best = i;
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
    if (end < 0) continue;
    // A dictionary word after the title is an office's business, not a name: 区长热线, 主任会议.
    const whole = scene.edges[start] === 1 && wordOf(scene, start) >= end && end - start === 2 && lead === '';
    if (whole || scene.plain.subarray(start, end).every((p) => p === 1)) continue;
    found.push(candidate(scene, start, end, 'person-title'));
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
  for (const m of text.matchAll(CONFERRED)) {
    const name = m[1] as string;
    const apart = scene.edges.slice(m.index + 1, m.index + name.length).some((e) => e === 1);
    if (isSurname(name) === 0 || name.length > 3 || !apart) continue;
    found.push(candidate(scene, m.index, m.index + name.length, 'person-conferred'));
  }
  return found;
}

/** A full name once known stands for the person wherever the text repeats it. */
function persons(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const named = [...titled(scene), ...inPhrases(scene)];
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
