/** The title of a document: the line above the body that ends in a title's noun. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Range } from '../model.js';
import { bodyLine } from './issuer.js';
import type { Line } from './lines.js';

export type TitleKind = 'report' | 'plan' | 'act' | 'notice';

export interface Title extends Range {
  /** The words of the title; joined where the page broke it into lines. */
  words: string;
  /** Null where the line was taken for want of a better one. */
  kind: TitleKind | null;
}

/** Lines above the body that may hold title, date and issuer. */
const HEAD_LINES = 40;
const LONGEST = 120;

let nouns: { pattern: RegExp; kinds: Map<string, TitleKind> } | undefined;

function load() {
  if (nouns) return nouns;
  const rows = readLexicon(
    'title-noun',
    z.object({ word: z.string().min(1), kind: z.enum(['report', 'plan', 'act', 'notice']) }),
  );
  const words = rows.map((row) => row.word).sort((a, b) => b.length - a.length);
  nouns = {
    // Behind the noun a bracket may follow: （草案）, （摘要）, （2021—2023年）, and a page's own ending: _某市人民政府门户网站.
    pattern: new RegExp(
      `(${words.join('|')})[》”]?(?:[（(\\[][^（）()]{1,20}[）)\\]]){0,2}(?=$|\\s*[-_—|–·]{1,2}\\s*[^-_—|]{2,20}(?:网|网站|平台|门户|频道)$)`,
    ),
    kinds: new Map(rows.map((row) => [row.word, row.kind])),
  };
  return nouns;
}

/** True for 各位代表：, 区人大常委会：, 各县（区）人民政府，市直有关单位： and the like. */
function isSalutation(words: string): boolean {
  return /[：:]$/.test(words) && words.length <= 120 && !/[。；]/.test(words) && !/如下[：:]$/.test(words);
}

/**
 * Number of lines, from the top, that stand above the body.
 * @param lines lines without furniture
 * @param isHeading tells a numbered heading
 */
export function headLength(lines: Line[], isHeading: (line: Line) => boolean): number {
  for (let i = 0; i < Math.min(lines.length, HEAD_LINES); i++) {
    const line = lines[i] as Line;
    if (isHeading(line)) return i;
    if (i > 0 && isSalutation(line.text)) return i;
    if (line.text.length > LONGEST && /[。；]/.test(line.text)) return i;
    // Two sentences make a paragraph; a credit or a stamp may stand before the title.
    if (i > 0 && /。.+。/.test(line.text)) return i;
  }
  return Math.min(lines.length, HEAD_LINES);
}

/**
 * Finds the title among the lines above the body.
 * @param head lines above the body, without furniture
 * @param namesDivision tells whether words name a division of the country
 */
export function findTitle(head: Line[], namesDivision: (words: string) => boolean): Title | null {
  const { pattern, kinds } = load();
  let best: { title: Title; score: number } | null = null;
  for (const [i, line] of head.entries()) {
    if (line.text.length > LONGEST || /[。；！？]/.test(line.text) || /^[—–\-(（]/.test(line.text)) continue;
    const m = pattern.exec(line.text);
    if (!m) continue;
    const first = firstLine(head, i);
    const start = (head[first] as Line).start;
    const end = line.start + m.index + m[0].length;
    const words = `${head
      .slice(first, i)
      .map((l) => l.text)
      .join('')}${line.text.slice(0, m.index + m[0].length)}`;
    const score =
      (/(?:19|20)\d\d|[二〇○]{2}/.test(words) ? 2 : 0) +
      (namesDivision(words) ? 2 : 0) +
      (words.length >= 8 ? 1 : 0) -
      (/文件$|^附/.test(words) ? 4 : 0);
    const kind = titleKind(words, kinds.get(m[1] as string) as TitleKind);
    // Of equals the earlier wins, unless the later one is its fuller form.
    if (best === null || score > best.score || (score === best.score && start <= best.title.start))
      best = { title: { start, end, words, kind }, score };
  }
  if (best) return best.title;
  const plain = head.find((l) => l.text.length <= 60 && !/[。；：:]$/.test(l.text));
  return plain ? { start: plain.start, end: plain.end, words: plain.text, kind: null } : null;
}

/** A title may be broken: 某县人民政府 / 关于…, 关于…执行情况 / 与…的报告. */
function firstLine(head: Line[], i: number): number {
  const line = head[i] as Line;
  const before = head[i - 1];
  if (!before || before.text.length > 60 || /[。；：:）)〕\]]$|号$|文件$/.test(before.text)) return i;
  const continues = /^(?:的|与|和|及|暨|以及|并|、)/.test(line.text);
  // 关于检查《某条例》 / 实施情况的报告: a title that 关于 opens is whole only with 的 before its noun.
  const noun = load().pattern.exec(before.text);
  const opens = /^关于/.test(before.text) && !(noun && /的$/.test(before.text.slice(0, noun.index)));
  const body = /^关于/.test(line.text) && (bodyLine(before.text) !== null || /[组会]$/.test(before.text));
  const bareHead =
    /^工作报告$|^政府工作报告$/.test(line.text) && /人民政府$|[省市县区州盟旗]$/.test(before.text);
  if (continues || opens) return firstLine(head, i - 1);
  return body || bareHead ? i - 1 : i;
}

/** 关于印发…责任分解的通知 is a plan; 工作总结和工作计划 tells first what was done; a report on a plan's execution is a report. */
function titleKind(words: string, last: TitleKind): TitleKind {
  if (last === 'act' || last === 'notice') {
    const inner = /(?:印发|下发|转发|公布)[《“]?(.+?)[》”]?的(?:通知|决定|公告|通告|函)/.exec(words)?.[1];
    if (inner === undefined) return last;
    const m = load().pattern.exec(inner.replace(/[》”]$/, ''));
    return m ? titleKind(inner, load().kinds.get(m[1] as string) as TitleKind) : last;
  }
  if (
    last === 'plan' &&
    /(?:总结|完成情况|执行情况|工作情况|回顾)(?:[和及与暨、]|.{0,12}[和及与暨])/.test(words)
  )
    return 'report';
  return last;
}
