/** Page furniture: breadcrumbs, buttons, publication lines, photo credits and what follows the report on its page. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Line } from './lines.js';

const rowSchema = z.object({
  kind: z.enum(['button', 'label', 'path', 'tail']),
  word: z.string().min(1),
  field: z.enum(['', 'issuer', 'date', 'published']),
});

interface Furniture {
  buttons: Set<string>;
  /** Labels without blanks, with the header field their value may give. */
  labels: Map<string, string>;
  labelStart: RegExp;
  pathStart: RegExp;
  tailStart: RegExp;
}

/** A value that the page's own label line gives for the header (发布机构：…). */
export interface PageField {
  field: 'issuer' | 'date' | 'published';
  value: string;
  start: number;
}

/** Lines above the report that may be furniture by label alone; below them only near the end. */
const EDGE_LINES = 40;
/** Longest tail, in characters, that is cut off as no part of the report. */
const TAIL_LENGTH = 2000;

let known: Furniture | undefined;

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function load(): Furniture {
  if (known) return known;
  const rows = readLexicon('furniture', rowSchema);
  const words = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => row.word)
      .sort((a, b) => b.length - a.length);
  const any = (kind: string) => words(kind).map(literal).join('|');
  known = {
    buttons: new Set(words('button')),
    labels: new Map(rows.filter((row) => row.kind === 'label').map((row) => [row.word, row.field])),
    labelStart: new RegExp(`^[\\[【（(｜|]?(${any('label')})[\\]】]?(?:\\s*[:：]|\\s*[\\[【]|\\s|$)`),
    pathStart: new RegExp(`^(?:${any('path')})\\s*(?:[:：>＞»›→/|-]|&gt;|$)`),
    tailStart: new RegExp(`^[【\\[]?(?:${any('tail')})`),
  };
  return known;
}

/** 记者 王一 摄 / （图/李二） / 通讯员 … 报道: a credit, no statement of the report. */
const CREDIT =
  /(?:记者|通讯员|摄影|供图).{0,30}(?:摄|图|报道|供稿|制图)[）)]?$|[（(](?:图|摄影|资料图片?)[/／:：].{1,20}[）)]$/;
/** A stamp with the clock time: 2021-02-04 17:01, alone or before page labels. */
const STAMP = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s|$)/;
const CRUMB = /^[^。！？；]{2,20}(?:\s*[>＞»›]\s*[^。！？；>＞»›]{1,30}){2,}$/;
const LINK = /^(?:https?:\/\/|www\.)\S+$/;

/**
 * Marks the furniture among the lines.
 * @param lines all filled lines, in order; their `furniture` is set
 * @returns header values that page labels give, in order
 */
export function markFurniture(lines: Line[]): PageField[] {
  const { buttons, labelStart, pathStart, tailStart } = load();
  const fields: PageField[] = [];
  const tail = tailLine(lines, tailStart);
  for (const [i, line] of lines.entries()) {
    const { text } = line;
    const edge = i < EDGE_LINES || i >= lines.length - EDGE_LINES;
    if (i >= tail || buttons.has(text) || LINK.test(text)) line.furniture = true;
    else if (text.length > 250) continue;
    else if (CREDIT.test(text)) line.furniture = true;
    else if (edge && (pathStart.test(text) || STAMP.test(text) || CRUMB.test(text))) line.furniture = true;
    else if (edge && isLabelLine(line, labelStart, i, lines)) {
      line.furniture = true;
      fields.push(...pageFields(line));
    }
  }
  return fields;
}

/** 来源：… is a page's line at its head and foot; a long line with sentences is the report's own. */
function isLabelLine(line: Line, labelStart: RegExp, i: number, lines: Line[]): boolean {
  const m = labelStart.exec(line.text);
  if (!m) return false;
  if (m[0].length === line.text.length && !/[:：\]】]$/.test(line.text)) return false;
  const colon = /[:：[【\]】]/.test(m[0]);
  // Without a colon only a row of several labels counts (打印 收藏 关闭).
  if (!colon)
    return line.text.split(/\s+/).every((word) => load().buttons.has(word) || load().labels.has(word));
  if (/[。；！？]./.test(line.text) && !/^【?法宝/.test(line.text)) return false;
  return i < EDGE_LINES || i >= lines.length - 12;
}

/** First line of the page's own matter after the report, or the number of lines. */
function tailLine(lines: Line[], tailStart: RegExp): number {
  const end = lines.at(-1)?.end ?? 0;
  for (let i = Math.max(1, Math.ceil(lines.length / 3)); i < lines.length; i++) {
    const line = lines[i] as Line;
    if (end - line.start > Math.min(TAIL_LENGTH, end / 2)) continue;
    if (line.text.length <= 60 && tailStart.test(line.text)) return i;
  }
  return lines.length;
}

function pageFields(line: Line): PageField[] {
  const { labels } = load();
  const found: PageField[] = [];
  // Several labels may share a line: 来源：… 发布时间：2022-01-20 09:30 浏览次数：….
  for (const m of line.text.matchAll(/([\u4e00-\u9fff]{2,6})\s*[:：]\s*([^\s:：[【|｜]{2,40})/g)) {
    const label = m[1] as string;
    for (let k = 0; k < label.length - 1; k++) {
      const field = labels.get(label.slice(k));
      if (field === undefined) continue;
      const value = m[2] as string;
      if (field !== '') {
        const start = line.start + m.index + m[0].length - value.length;
        found.push({ field: field as PageField['field'], value, start });
      }
      break;
    }
  }
  return found;
}
