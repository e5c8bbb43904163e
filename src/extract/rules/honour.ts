/** Honours: titles, awards, lists and pilot statuses that a thing wins or seeks. */
import type { Candidate } from '../context.js';
import { type Governed, governed } from '../names/govern.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';

/** A title says who gives it: 国家…, 全国…, 省级…. */
const LEVEL =
  /(?:首批|第[一二三四五六七八九十]+批)?(?:国家级?|全国(?!性)|中国|世界(?!上)|国际|省级|市级|全省|全市|联合国|亚洲|中部|西部|东部|长江经济带)/g;
/** Stands between the winning verb and the title. */
const LEAD =
  /^(?:了|为|建设|创建|成为|过|首批|第[一二三四五六七八九十]+批|第[一二三四五六七八九十]+届|新一批)*(?=国家|全国|中国|世界|国际|省级|市级|全省|首批|第|[\u4e00-\u9fff“])/;
const WON_AFTER = /^(?:获批|称号|殊荣|成功获批|顺利获批|授牌|通过验收|创建成功|花落)/;
const RUNS_ON = /^(?:建设项目|创建办|管委会|管理委员会|内|周边|企业家|一线|委员会)/;
/** A title that only counts how many of a kind there are: 省级绿色工厂200家. */
const COUNTED =
  /^[\s达至为增超共到]{0,3}(?:[\d.]+|[一二三四五六七八九十两]+)(?:余|多)?(?:家|个|座|处|所|户|名)/;
const LIST_MARK = /[、和及]$/;

function titles(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  let last: Candidate | undefined;
  for (const head of scene.heads.honour) {
    if (RUNS_ON.test(text.slice(head.end, head.end + 5))) continue;
    const reach = governed(scene, head.start, 32);
    const follows: boolean =
      last !== undefined && LIST_MARK.test(text[last.end] ?? '') && reach.start <= last.end + 1;
    const start = titleStart(scene, head, reach, follows);
    if (start < 0) continue;
    const end = tail(text, start, head.end);
    last = {
      start,
      end,
      type: 'Honour',
      name: text.slice(start, end).replace(/^[“”]/, ''),
      priority: 56,
      nest: false,
      rule: 'honour-title',
    };
    last.name = text.slice(start, end);
    found.push(last);
  }
  return found;
}

/** First character of the title, or -1 where the words are no title. */
function titleStart(scene: Scene, head: HeadHit, reach: Governed, follows: boolean): number {
  const { text } = scene.report;
  const kind = reach.governor?.kind;
  const wins = kind === 'win' || kind === 'seek' || WON_AFTER.test(text.slice(head.end, head.end + 5));
  const from = scene.report.text.slice(reach.start, head.start);
  const levels = [...from.matchAll(LEVEL)].filter((m) => scene.edges[reach.start + m.index] === 1);
  const level = levels[0];
  if (wins) {
    const lead = LEAD.exec(from)?.[0] ?? '';
    const first = /^(?:首批|第)/.test(lead) ? 0 : lead.length;
    const start = level && level.index <= 8 ? reach.start + level.index : reach.start + first;
    const bare = text.slice(start, head.end);
    if (bare.length < 4) return -1;
    if (!level && head.kind === 'won' && !/^(?:名单|称号|奖)$/.test(text.slice(head.start, head.end))) {
      return kind === 'win' && bare.length >= 6 ? start : -1;
    }
    return start;
  }
  if (!level || (head.kind !== 'sure' && !follows)) return -1;
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

export const honourRules: NameRule[] = [
  { name: 'honour-title', propose: titles },
  { name: 'honour-quoted', propose: quoted },
];
