/** Events: conferences, festivals, fairs and contests by name, and sittings of congresses and committees. */
import { readLexicon } from '../../lexicon.js';
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { isGeneric } from '../names/generic-name.js';
import { governed, governorBefore } from '../names/govern.js';
import type { NameRule, Scene } from '../names/scene.js';
import { alternatives, WORD } from '../names/word-pattern.js';

const NUMBERED = /^(?:第[一二三四五六七八九十百\d]+届|[一二三四五六七八九十]+届|20\d\d年?|首届)/;
let words: { holiday: RegExp; wide: RegExp } | undefined;
/** A meeting, contest or show on a mere topic is any one of its kind. */
const BODY_OF_PEOPLE = /(?:会|论坛|赛|展|展览|赛事|沙龙|活动)$/;
/** 湖北省第十四届人民代表大会第四次会议; 区政府第32次常务会议. */
const SITTING =
  /第[一二三四五六七八九十百\d]+届[\u4e00-\u9fff]{2,14}?第[一二三四五六七八九十百\d]+次(?:全体)?会议|[一二三四五六七八九十]{1,3}运会|(?:中国共产党第[一二三四五六七八九十]+次全国代表大会|党的[一二三四五六七八九十]+大(?!以来)|(?:党的)?[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会|(?:省|市|区|县|州)委[一二三四五六七八九十]+届[一二三四五六七八九十]+次全(?:体会议|会)|(?:省|市|区|县|州)?第[一二三四五六七八九十]+次党代会|(?:中央|省委|市委|区委|县委|州委)(?:经济|农村|城市|民族|科技|人才)工作会议|(?:省|市|区|县)政府第[一二三四五六七八九十\d]+次常务会议)/g;

function named(scene: Scene): Candidate[] {
  words ??= {
    holiday: new RegExp(`(?:${alternatives(readLexicon('holiday', WORD))})$`),
    wide: new RegExp(`^(?:${alternatives(readLexicon('event-scope', WORD))})`),
  };
  const { text } = scene.report;
  const found: Candidate[] = [];
  let last: Candidate | undefined;
  for (const head of scene.heads.event) {
    if (head.kind === 'sitting' || runsOn(scene, head)) continue;
    const short = head.end - head.start === 1;
    if (short && scene.edges[head.start] !== 1 && text[head.end] !== '”') continue;
    const { start, governor } = governed(scene, head.start, { max: 30, split: false });
    const from = openQuote(text, start, head.end);
    const modifier = text.slice(start, head.start);
    const bare = modifier.replace(/[“”（）]/g, '');
    const marked = NUMBERED.test(bare) || from < start || modifier.includes('”');
    if (head.kind !== 'own') {
      if (bare.length < 2 || (short && words.holiday.test(bare))) continue;
      if (!words.wide.test(bare) && isGeneric(bare, BODY_OF_PEOPLE.test(text.slice(head.start, head.end))))
        continue;
    }
    if (head.kind === 'show' && !marked && governor?.kind !== 'hold' && isGeneric(bare, true)) {
      continue;
    }
    const listed: boolean = last !== undefined && last.end === start - 1 && text[last.end] === '、';
    if (head.kind === 'held' && !marked && !listed && (governor?.kind !== 'hold' || bare.length < 4))
      continue;
    const end = from < start ? closeQuote(text, head.end) : head.end;
    last = {
      start: from,
      end,
      type: 'Event',
      name: text.slice(from, end),
      priority: 53,
      rule: 'event-head',
    };
    found.push(last);
  }
  return found;
}

/** “六月欢购节”: the name is all of the quoted stretch, and its quotes belong to the mention. */
function openQuote(text: string, start: number, headEnd: number): number {
  return text[start - 1] === '“' && text[headEnd] === '”' ? start - 1 : start;
}
function closeQuote(text: string, headEnd: number): number {
  return text[headEnd] === '”' ? headEnd + 1 : headEnd;
}

function sittings(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(SITTING)) {
    let start = m.index;
    const body = m[0].startsWith('第') ? governed(scene, start, { max: 16 }).start : start;
    if (/^[\u4e00-\u9fff]+[省市区县州旗盟]$/.test(text.slice(body, start))) start = body;
    const end = m.index + m[0].length;
    found.push({
      start,
      end,
      type: 'Event',
      name: text.slice(start, end),
      priority: 66,
      rule: 'event-sitting',
    });
  }
  return found;
}

const TAIL = /^(?:系列)?(?:活动|赛事|比赛|展览)/;

/** “双创周”等活动: a brand that is held. */
function held(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  let last = -2;
  for (const m of text.matchAll(/“[^“”，。；、\n]{2,24}”/g)) {
    const end = m.index + m[0].length;
    const direct = governorBefore(scene, m.index)?.kind === 'hold';
    const listed = text[m.index - 1] === '、' && governed(scene, m.index - 1).governor?.kind === 'hold';
    const follows = listed || (text[last] === '、' ? last + 1 === m.index : last === m.index);
    if ((!direct && !follows) || /(?:事|项目|工程|行动)”$/.test(m[0])) continue;
    last = end;
    const whole = /[节季会展赛秀周月坛]”$/.test(m[0]);
    const head = whole ? 0 : (TAIL.exec(text.slice(end, end + 4))?.[0].length ?? 0);
    const name = text.slice(m.index, end + head);
    found.push({ start: m.index, end: end + head, type: 'Event', name, priority: 51, rule: 'event-held' });
  }
  return found;
}

export const eventRules: NameRule[] = [
  { name: 'event-head', propose: named },
  { name: 'event-held', propose: held },
  { name: 'event-sitting', propose: sittings },
];
