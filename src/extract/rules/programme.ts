/** Campaigns, actions, schemes and brands of work: by head noun, by quoted brand, and the national ones by name. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import { AhoCorasick } from '../aho-corasick.js';
import type { Candidate } from '../context.js';
import { runsOn } from '../names/follower.js';
import { isGeneric } from '../names/generic-name.js';
import { governed } from '../names/govern.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { alternatives, WORD } from '../names/word-pattern.js';
import { listed } from './programme-list.js';

/** A quoted brand leads or closes the words before a head; a stretch of years is none, nor is a count of things. */
const BRANDED = /^[^“”\d]{0,14}“(?!十[一二三四五六七八九]五)[^“”\n]+”(?!等)[^“”等\d]{0,8}$/;
const BRAND = /“[^“”\n]{1,24}”/g;
/** 等新模式, 等做法: what the brands before it are. */
const KINDS = /^等(?:一批)?新?(?:模式|机制|做法|品牌|活动|行动|工作|改革|工程|举措|专题|制度|平台|场景|服务)/;
/** One brand, or several side by side. */
const CHAIN = /“[^“”\n]{1,24}”(?:[、和]?“[^“”\n]{1,24}”)*/g;
/** Heads so plain that only a brand right before them makes a name: “六清”任务, “平安企业”建设. */
const WORK_ONLY = /^(?:建设|任务|工作|创建)$/;
/** “引金入黔”, “校友回湘”: who is to come where. */
const MOVES = /^“[\u4e00-\u9fff]{2}[入回返兴][\u4e00-\u9fff]”/;
const PERIOD = /^十[一二三四五六七八九]五$/;
const PLAIN = /^[\u4e00-\u9fff、]+$/;
const WORK_HEAD = /(?:工程|项目|攻坚战|保卫战|行动|计划|活动|模式|机制|专项)$/;

function headed(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  for (const head of scene.heads.programme) {
    if (runsOn(scene, head)) continue;
    const shared = listed(scene, head);
    if (shared.found.length > 0 && (shared.kind === 'do' || shared.kind === 'weak')) {
      found.push(...shared.found);
      continue;
    }
    if (head.kind === 'quoted' && !nearQuote(text, head.start)) continue;
    const { start, governor } = governed(scene, head.start, { split: false });
    const modifier = text.slice(start, head.start);
    const brand = BRANDED.test(modifier);
    if (
      brand &&
      (governor?.kind === 'hold' ||
        (WORK_ONLY.test(text.slice(head.start, head.end)) && !modifier.endsWith('”')))
    ) {
      continue;
    }
    if (!brand && !plainHead(scene, head, start, governor?.kind)) continue;
    if (governor && head.kind === 'given' && DRAFTED.test(text.slice(governor.start - 3, governor.start)))
      continue;
    if (/^(?:win|confer)$/.test(governor?.kind ?? '') && /试点$/.test(text.slice(head.start, head.end)))
      continue;
    const label = governor?.kind === 'mood' && modifier.endsWith('”') && text.startsWith('品牌', head.start);
    if (governor?.kind === 'mood' && !label) continue;
    const whole = text[start - 1] === '“' && text[head.end] === '”';
    // 擦亮“X”|品牌: what the brand is called ends before the word.
    const [from, end] = whole ? [start - 1, head.end + 1] : [start, label ? head.start : head.end];
    found.push({
      start: from,
      end,
      type: 'Programme',
      name: text.slice(from, end),
      priority: brand ? 60 : 50,
      rule: brand ? 'programme-brand' : 'programme-head',
    });
  }
  return found;
}

/** Whether a quote closes just before a head, as it must for heads that only a brand makes a name. */
function nearQuote(text: string, at: number): boolean {
  for (let i = at - 1; i >= at - 9 && i >= 0; i--) if (text[i] === '”') return true;
  return false;
}

/** A pilot or plan on a mere topic is any one of its kind. */
const TOPIC_HEAD = /(?:试点|计划|战略)$|^工程$/;
const DRAFTED = /(?:制定|编制|出台|制订)(?:并)?$/;

function placed(scene: Scene, start: number, end: number): boolean {
  for (let i = start + 1; i <= end; i++) {
    if (scene.divisionEnd.has(i) || scene.solidEnd.has(i) || scene.looseEnd.has(i)) return true;
  }
  return false;
}

/** Whether a head without a quoted brand before it makes a name. */
function plainHead(scene: Scene, head: HeadHit, start: number, kind: string | undefined): boolean {
  const { text } = scene.report;
  const modifier = text.slice(start, head.start);
  if (
    head.kind === 'quoted' ||
    modifier.length < 2 ||
    isGeneric(modifier, modifier.length < 6 && TOPIC_HEAD.test(text.slice(head.start, head.end)))
  )
    return false;
  if (/^[\d第各]|[，\s]/.test(modifier)) return false;
  const short = text.slice(head.start, head.end);
  // Works at a named place are a project.
  if (short === '工程' && placed(scene, start, head.start)) return false;
  if (head.kind === 'given') return kind === 'do' && modifier.length >= 3;
  if (short === '行动' && kind !== 'do' && modifier.length < 4) return false;
  if (/^(?:攻坚|斗争|战略|试点|革命|改革试点)$/.test(short) && modifier.length < 4) return false;
  return true;
}

/** Brands in quotes: alone, several before one head, or a whole name with its head inside. */
function brands(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const heads = new Map(scene.heads.programme.map((h) => [h.start, h]));
  const found: Candidate[] = [];
  for (const chain of text.matchAll(CHAIN)) {
    const chainEnd = chain.index + chain[0].length;
    const { start: left, governor } = governed(scene, chain.index, { max: 16 });
    const before = governor?.end === left && left === chain.index ? governor : null;
    if (governor && /^(?:hold|mood|confer)$/.test(governor.kind)) continue;
    const head = heads.get(chainEnd);
    const parts = [...chain[0].matchAll(BRAND)];
    const kinds = KINDS.test(text.slice(chainEnd, chainEnd + 7));
    const runs =
      MOVES.test(chain[0]) ||
      kinds ||
      acts(scene, chain.index, chainEnd) ||
      (before?.kind === 'do' && before.word !== '落实' && text[chainEnd] !== '的');
    for (const [k, m] of parts.entries()) {
      const inner = m[0].slice(1, -1);
      const start = chain.index + m.index;
      const end = start + m[0].length;
      const named = WORK_HEAD.test(inner) && inner.length >= 4;
      const shared = head !== undefined && parts.length > 1;
      if (/[，。；、]/.test(inner) || PERIOD.test(inner) || !(named || runs || shared)) continue;
      const lead = named && k === 0 && chain.index - left <= 12 && PLAIN.test(text.slice(left, chain.index));
      const joins = shared && !named;
      const tail = joins && k === parts.length - 1 ? head.end : end;
      const from = lead ? left : start;
      const name = text.slice(from, end) + (joins ? text.slice(head.start, head.end) : '');
      const priority = named || shared ? 61 : 42;
      found.push({ start: from, end: tail, type: 'Programme', name, priority, rule: 'programme-quoted' });
    }
  }
  return found;
}

let verbs: string[] | undefined;

/** “鲁惠通”兑现…: a brand at the head of its sentence that does what schemes do. */
function acts(scene: Scene, start: number, end: number): boolean {
  verbs ??= readLexicon('brand-verb', z.object({ word: z.string().min(1) })).map((r) => r.word);
  const { text } = scene.report;
  if (end - start < 5 || !/[。；，\n\u3000]/.test(text[start - 1] ?? '\n')) return false;
  const rest = text.slice(end, end + 4);
  return verbs.some((w) => rest.startsWith(w));
}

let known: { machine: AhoCorasick; quotes: string[] } | undefined;

/** National campaigns that carry no head noun. */
function national(scene: Scene): Candidate[] {
  if (!known) {
    const row = z.object({ name: z.string().min(2), quotes: z.enum(['plain', 'quoted']) });
    const rows = readLexicon('set-programme', row);
    known = { machine: new AhoCorasick(rows.map((r) => r.name)), quotes: rows.map((r) => r.quotes) };
  }
  const { quotes, machine } = known;
  const { text } = scene.report;
  const starts = new Set(scene.heads.programme.filter((h) => h.kind !== 'quoted').map((h) => h.start));
  const found: Candidate[] = [];
  machine.scan(text, (word, start, end) => {
    if (/^(?:政策|补贴|资金)/.test(text.slice(end, end + 2))) return;
    const within = text[start - 1] === '“' && text[end] === '”';
    if (!within && (quotes[word] === 'quoted' || scene.edges[start] !== 1)) return;
    // 扫黑除恶|专项斗争 is named with its head.
    if (!within && starts.has(end)) return;
    const [from, to] = within ? [start - 1, end + 1] : [start, end];
    const name = text.slice(from, to);
    found.push({
      start: from,
      end: to,
      type: 'Programme',
      name,
      priority: within ? 44 : 59,
      rule: 'programme-national',
    });
  });
  return found;
}

let epithet: RegExp | undefined;

/** 平安武昌建设, 美丽贵州建设: an epithet and the report's own division. */
function epithets(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const found: Candidate[] = [];
  epithet ??= new RegExp(
    `(?:${alternatives(readLexicon('epithet', WORD))})(?=[\\u4e00-\\u9fff]{2,4}建设)`,
    'g',
  );
  for (const m of text.matchAll(epithet)) {
    const at = m.index + m[0].length;
    const division = scene.divisions.find((d) => d.start === at);
    if (!division || !text.startsWith('建设', division.end)) continue;
    const end = division.end + 2;
    const name = text.slice(m.index, end);
    found.push({ start: m.index, end, type: 'Programme', name, priority: 57, rule: 'programme-epithet' });
  }
  return found;
}

export const programmeRules: NameRule[] = [
  { name: 'programme-head', propose: headed },
  { name: 'programme-quoted', propose: brands },
  { name: 'programme-national', propose: national },
  { name: 'programme-epithet', propose: epithets },
];
