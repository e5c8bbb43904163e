/** Documents: within title marks, by a sure head noun, or by any head where one is issued. */
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { isGeneric } from '../names/generic-name.js';
import { type Governed, governed, governorBefore } from '../names/govern.js';
import type { NameRule, Scene } from '../names/scene.js';

const PRESS = /(?:日报|晚报|早报|时报|周刊|杂志|新闻联播|专题片|纪录片|歌舞剧|电视剧|电影|图书|画报)》$/;
const BRACKET = /(?:[（(][^）)]*[）)])?》$/;
/** What may stand between a quoted period and its plan's name. */
const QUOTED_BEFORE = /”[^“”]{0,4}$/;
/** 出台…政策 names no document; 落实…政策 speaks of a known one. */
const LOOSE = /^(?:政策|措施|举措|政策措施|政策举措)$/;
/** A plan of a period is named by the period: “十四五”规划. */
const PERIOD = /“十[一二三四五六七八九]五”(?=[^“”]{0,6}$)/;
/** What such a title says is to be done may open it: 支持…若干政策. */
const OPENED = /^(?:若干|专项措施|专项政策|实施意见|指导意见|政策措施)/;
const DRAFTED = /(?:制定|编制|出台|制订)(?:并)?$/;
/** “两项补贴”标准: an amount, no paper. */
const MEASURED = /^(?:标准|清单|规定)$/;
const ABOUT =
  /关于[^，。；：\n《》]{4,44}?的(?:若干|实施|指导)?(?:意见|决定|通知|办法|措施|方案|决议|规定|批复|通告|公告)(?!》)/g;

function titled(scene: Scene): Candidate[] {
  const { text, header, titleRange } = scene.report;
  /** A title that ends with no word for a document is a book, a film or a play, unless it is issued. */
  const headEnds = new Set(scene.heads.policy.map((h) => h.end));
  const found: Candidate[] = [];
  for (const m of text.matchAll(/《[^《》\n]{2,80}》/g)) {
    const end = m.index + m[0].length;
    const inner = m[0].slice(1, -1);
    if (PRESS.test(m[0]) || (titleRange && titleRange.start <= m.index && end <= titleRange.end)) continue;
    if (header.title !== '' && header.title === inner) continue;
    const issued = governorBefore(scene, m.index)?.kind;
    const wordEnd = end - (BRACKET.exec(m[0])?.[0].length ?? 1);
    if (!headEnds.has(wordEnd) && issued !== 'issue' && issued !== 'do') continue;
    found.push({
      start: m.index,
      end,
      type: 'Policy',
      name: m[0],
      priority: 100,
      rule: 'policy-title-marks',
    });
  }
  return found;
}

/** 出台|支持…若干措施: the verb of such a title is its first word. */
function opened(scene: Scene, word: string, reach: Governed): Governed {
  const { governor, start } = reach;
  if (!OPENED.test(word) || governor?.kind !== 'weak' || governor.end !== start || governor.word.length < 2)
    return reach;
  const before = governorBefore(scene, governor.start);
  const alone = !/[\u4e00-\u9fff]/.test(scene.report.text[governor.start - 1] ?? '');
  const issued = before !== null && (before.kind === 'issue' || before.kind === 'do');
  return issued || alone ? { start: governor.start, governor: before } : reach;
}

function headed(scene: Scene): Candidate[] {
  const { text, titleRange } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.policy) {
    if (head.kind === 'title') continue;
    if (runsOn(scene, head)) continue;
    if (titleRange && titleRange.start <= head.start && head.end <= titleRange.end) continue;
    const word = text.slice(head.start, head.end);
    const reach = opened(scene, word, governed(scene, head.start, { max: 40, split: false }));
    const { governor } = reach;
    let { start } = reach;
    const period = PERIOD.exec(text.slice(start, head.start));
    if (period) start += period.index;
    const modifier = text.slice(start, head.start);
    const quoted = QUOTED_BEFORE.test(modifier) && !MEASURED.test(word);
    const carried = governor !== null && /^(?:落实|实施|执行)/.test(governor.word);
    const issued = carried || (governor?.kind === 'issue' && !LOOSE.test(word));
    // 制定…计划 is a paper, 实施…计划 a scheme.
    if (
      word === '计划' &&
      governor?.kind === 'do' &&
      !DRAFTED.test(text.slice(Math.max(0, governor.start - 3), governor.start))
    )
      continue;
    if (modifier.length < 3 || (!quoted && modifier.length < 4 && head.kind !== 'sure')) continue;
    if (/^[\d第]/.test(modifier) || isGeneric(modifier, true)) continue;
    if (head.kind === 'given' && !quoted && !(issued && modifier.length >= 6)) continue;
    found.push({
      start,
      end: head.end,
      type: 'Policy',
      name: text.slice(start, head.end),
      priority: quoted || head.kind === 'sure' ? 63 : 59,
      rule: quoted ? 'policy-quoted' : head.kind === 'sure' ? 'policy-head' : 'policy-issued',
    });
  }
  return found;
}

/** 国务院关于支持…发展的意见: the body that issues it belongs to the name. */
function about(scene: Scene): Candidate[] {
  const { text, titleRange } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(ABOUT)) {
    const end = m.index + m[0].length;
    if (titleRange && titleRange.start <= m.index && end <= titleRange.end) continue;
    if (/[\n《]/.test(text[m.index - 1] ?? '\n')) continue;
    const { start } = governed(scene, m.index, { max: 16 });
    found.push({
      start,
      end,
      type: 'Policy',
      name: text.slice(start, end),
      priority: 64,
      rule: 'policy-about',
    });
  }
  return found;
}

export const policyRules: NameRule[] = [
  { name: 'policy-title-marks', propose: titled },
  { name: 'policy-about', propose: about },
  { name: 'policy-head', propose: headed },
];
