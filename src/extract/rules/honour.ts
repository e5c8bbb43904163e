/** Honours: titles, awards, lists and pilot statuses that a thing wins or seeks. */
import { readLexicon } from '../../lexicon.js';
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { type Governed, governed, governorBefore } from '../names/govern.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { alternatives, WORD } from '../names/word-pattern.js';
import { listed } from './programme-list.js';

/** A title says who gives it: 国家…, 全国…, 省级…; 全国性 and 世界上 do not. */
let levelWord: RegExp | undefined;
/** Stands between the winning verb and the title. */
const LEAD =
  /^(?:了|为|建设|创建|成为|过|首批|第[一二三四五六七八九十]+批|第[一二三四五六七八九十]+届|新一批)*(?=国家|全国|中国|世界|国际|省级|市级|全省|首批|第|[\u4e00-\u9fff“])/;
const OPEN_TITLE =
  /(?:国家级?|全国|中国|世界|国际|省级|全省|国务院|联合国)[^，。；、：！？\s\d（）《》“]{2,21}[^，。；、：！？\s\d（）《》“级](?=[，。；、\n])|(?:国家级?|全国|中国|全省)?(?:第[一二三四五六七八九十]+[批期])?“[^“”\n]{2,20}”/g;
const WON_AFTER = /^(?:获批|称号|殊荣|成功获批|顺利获批|授牌|通过验收|创建成功|花落)/;
/** A title that only counts how many of a kind there are: 省级绿色工厂200家. */
const COUNTED =
  /^[\s达至为增超共到]{0,3}(?:[\d.]+|[一二三四五六七八九十两]+)(?:余|多)?(?:家|个|座|处|所|户|名)/;
const LISTED = /^(?:\d+[个项家])?[、和及]?$/;
/** A zone, not a title. */
const FREE_TRADE = /(?:自由贸易|自贸)试验区$/;
const GRADE = /(?:国家|全国|省级)[^，。；、\s]{1,5}级、$/;
const ADDED = /新增(?:\d+[个家所])?$/;
const JOINED = /[和与及]$/;

function titles(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  let last: Candidate | undefined;
  for (const [k, head] of scene.heads.honour.entries()) {
    if (runsOn(scene, head)) continue;
    const bare = text.startsWith('称号', head.start);
    if (bare && (text[head.start - 1] === '”' || scene.heads.honour[k - 1]?.end === head.start)) continue;
    const reach = governed(scene, head.start, { max: 32, split: false });
    const follows: boolean =
      last !== undefined && reach.start - last.end < 8 && LISTED.test(text.slice(last.end, reach.start));
    // 国家领航级、卓越级智能工厂 is one title of two grades.
    const grade = GRADE.exec(text.slice(Math.max(0, reach.start - 9), reach.start))?.[0].length ?? 0;
    const own = head.kind === 'own' ? openQuote(text, head) : titleStart(scene, head, reach, follows);
    const start = grade > 0 ? reach.start - grade : own;
    if (start < 0) continue;
    const end = tail(text, start, head.end);
    last = { start, end, type: 'Honour', name: text.slice(start, end), priority: 62, rule: 'honour-title' };
    found.push(last);
  }
  return found;
}

function openQuote(text: string, head: HeadHit): number {
  return text[head.start - 1] === '“' && text[head.end] === '”' ? head.start - 1 : head.start;
}

/** First character of the title, or -1 where the words are no title. */
function titleStart(scene: Scene, head: HeadHit, reach: Governed, follows: boolean): number {
  const { text } = scene.report;
  const kind = reach.governor?.kind;
  const wins =
    kind === 'confer' ||
    kind === 'win' ||
    kind === 'seek' ||
    WON_AFTER.test(text.slice(head.end, head.end + 5));
  const from = scene.report.text.slice(reach.start, head.start);
  levelWord ??= new RegExp(`(?:${alternatives(readLexicon('title-level', WORD))})(?![性上])`, 'g');
  const levels = [...from.matchAll(levelWord)].filter(
    (m) => scene.edges[reach.start + m.index] === 1 && !/^[和与及]/.test(from.slice(m.index + m[0].length)),
  );
  // Two titles joined by 和 are two: the nearer level is this one's.
  const level = levels.findLast((m) => JOINED.test(from.slice(0, m.index))) ?? levels[0];
  const levelAt = reach.start + (level?.index ?? 0);
  if (
    level &&
    /^(?:国家|全国|中国)/.test(level[0]) &&
    ADDED.test(text.slice(Math.max(0, levelAt - 7), levelAt))
  )
    return levelAt;
  if (wins) {
    const lead = LEAD.exec(from)?.[0] ?? '';
    const first = /^(?:首批|第)/.test(lead) ? 0 : lead.length;
    // A region may stand before the level: 创建长株潭国家…示范区.
    const own = level !== undefined && level.index - first > 5 ? level.index : first;
    const start = reach.start + own;
    const bare = text.slice(start, head.end);
    if (bare.length < 3 || (!level && head.kind === 'sure' && bare.length < 6)) return -1;
    if (!level && head.kind === 'won' && !/^(?:名单|称号|奖)$/.test(text.slice(head.start, head.end))) {
      return (kind === 'win' || kind === 'confer') && bare.length >= 6 ? start : -1;
    }
    return start;
  }
  if (!level)
    return follows && head.kind === 'sure' && from.length + head.end - head.start >= 3 ? reach.start : -1;
  if (head.kind !== 'sure' && !follows) return -1;
  if (FREE_TRADE.test(text.slice(head.end - 7, head.end))) return -1;
  if (COUNTED.test(text.slice(head.end, head.end + 8)) && !follows) return -1;
  return reach.start + level.index;
}

/** A bracket or the class word that belongs to a title: （市）, 企业, 称号. */
function tail(text: string, start: number, end: number): number {
  const after = /^(?:（[市区县省旗、]{1,5}）|企业(?!家))/.exec(text.slice(end, end + 7));
  const closes = text[end] === '”' && text.slice(start, end).includes('“') ? 1 : 0;
  return end + (after ? after[0].length : closes);
}

/** “时代楷模”称号: a quoted title that is conferred. */
function quoted(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(/“[^“”\n]{2,20}”(?=称号|荣誉|金奖|奖(?!补|励)|殊荣)/g)) {
    const before = text.slice(Math.max(0, m.index - 12), m.index);
    const level = /(?:国家级?|全国|全省|中国|省级)$/.exec(before);
    const start = m.index - (level ? level[0].length : 0);
    const end = m.index + m[0].length;
    found.push({
      start,
      end,
      type: 'Honour',
      name: text.slice(start, end),
      priority: 62,
      rule: 'honour-quoted',
    });
  }
  return found;
}

/** 获评全国…目的地: a title that ends with its clause. */
function conferred(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(OPEN_TITLE)) {
    const led = text[m.index - 1] === '为' ? governorBefore(scene, m.index - 1) : null;
    const governor = governorBefore(scene, m.index) ?? led;
    // 获 alone takes all sorts of objects: 获国家补助, 获得全国支持.
    const sought =
      governor?.kind === 'seek' && governor.word.includes('创') && /[省市县区镇乡村城]$/.test(m[0]);
    const given = governor?.kind === 'confer' && governor.word !== '获' && governor.word !== '获得';
    if (!sought && !given) continue;
    if (scene.edges[m.index] !== 1) continue;
    const end = m.index + m[0].length;
    found.push({
      start: m.index,
      end,
      type: 'Honour',
      name: m[0],
      priority: 48,
      rule: 'honour-conferred',
    });
  }
  return found;
}

/** 获批A、B国家试点: each is a title of its own. */
function pilots(scene: Scene): Candidate[] {
  return scene.heads.programme.flatMap((head) => {
    const { found, kind } = listed(scene, head);
    if (!/^(?:confer|win|seek)$/.test(kind ?? '')) return [];
    return found.map((c): Candidate => ({ ...c, type: 'Honour', rule: 'honour-list' }));
  });
}

export const honourRules: NameRule[] = [
  { name: 'honour-title', propose: titles },
  { name: 'honour-conferred', propose: conferred },
  { name: 'honour-quoted', propose: quoted },
  { name: 'honour-list', propose: pilots },
];
