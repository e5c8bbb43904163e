/** Page furniture: breadcrumbs, buttons, publication lines, photo credits and what follows the report on its page. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Line } from './lines.js';

const rowSchema = z.object({
  kind: z.enum(['button', 'label', 'path', 'start', 'tail']),
  word: z.string().min(1),
  field: z.enum(['', 'issuer', 'date', 'published', 'source']),
});

interface Furniture {
  buttons: Set<string>;
  /** Labels without blanks, with the header field their value may give. */
  labels: Map<string, string>;
  labelStart: RegExp;
  pathStart: RegExp;
  lineStart: RegExp;
  tailStart: RegExp;
}

/** A value that the page's own label line gives for the header (发布机构：…). */
export interface PageField {
  field: 'issuer' | 'date' | 'published' | 'source';
  value: string;
  start: number;
}

/** Lines above the report that may be furniture by label alone; below them only near the end. */
const EDGE_LINES = 40;
const FOOT_LINES = 12;
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
    labelStart: new RegExp(`^[\\[【（(｜|•·*-]?\\s*(${any('label')})[\\]】]?(?:\\s*[:：]|\\s*[\\[【]|\\s|$)`),
    pathStart: new RegExp(`^(?:${any('path')})\\s*(?:[:：>＞»›→/|-]|&gt;|$)`),
    lineStart: new RegExp(`^(?:${any('start')})`),
    tailStart: new RegExp(`^[【\\[]?(?:${any('tail')})`),
  };
  return known;
}

/** 记者 王一 摄 / （图/李二） / 通讯员 … 报道: a credit, no statement of the report. */
const CREDIT =
  /(?:记者|通讯员|摄影|供图).{0,30}(?:摄|图|报道|供稿|制图)[）)]?$|[（(](?:图|摄影|资料图片?)[/／:：].{1,20}[）)]$/;
/** A stamp of the page: 2021-02-04 17:01, alone or before page labels; 2021-02-04 alone. A signature is written with 年. */
const STAMP =
  /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d{2}(?::\d{2})?(?=\D|$)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$)/;
const PICTURE = /^[^。，]{1,40}\.(?:jpe?g|png|gif|bmp|webp)$/i;
const CRUMB = /^[^。！？；]{2,20}(?:\s*[>＞»›]\s*[^。！？；>＞»›]{1,30}){2,}$/;
const LINK = /^(?:https?:\/\/|www\.)\S+$/;

/**
 * Marks the furniture among the lines.
 * @param lines all filled lines, in order; their `furniture` is set
 * @returns header values that page labels give, in order
 */
export function markFurniture(lines: Line[]): PageField[] {
  const { buttons, pathStart, lineStart, tailStart } = load();
  const fields: PageField[] = [];
  const tail = tailLine(lines, tailStart);
  for (const [i, line] of lines.entries()) {
    const { text } = line;
    if (line.furniture) continue;
    if (i >= tail || buttons.has(text) || LINK.test(text) || PICTURE.test(text)) line.furniture = true;
    else if (text.length > 250) continue;
    else if (CREDIT.test(text)) line.furniture = true;
    else if (i >= EDGE_LINES && i < lines.length - FOOT_LINES) continue;
    else if (pathStart.test(text) || CRUMB.test(text) || (lineStart.test(text) && text.length <= 80))
      line.furniture = true;
    else if (STAMP.test(text)) {
      line.furniture = true;
      fields.push({ field: 'published', value: text, start: line.start }, ...pageFields(line));
    } else if (isLabelLine(text)) {
      line.furniture = true;
      fields.push(...pageFields(line), ...valueBelow(line, lines[i + 1]));
    }
  }
  return fields;
}

/** 来源：… is a page's line at its head and foot; a long line with sentences is the report's own. */
function isLabelLine(text: string): boolean {
  const { labelStart, buttons, labels } = load();
  const m = labelStart.exec(text);
  if (!m) return false;
  if (m[0].length === text.length && !/[:：\]】]$/.test(text)) return false;
  // Without a colon only a row of several labels counts (打印 收藏 关闭).
  if (!/[:：[【\]】]/.test(m[0]))
    return text.split(/\s+/).every((word) => buttons.has(word) || labels.has(word));
  return !/[。；！？]./.test(text) || text.startsWith('【法宝');
}

/** A table of labels falls apart into lines: the label, then its value, up to the next label. */
function valueBelow(line: Line, next: Line | undefined): PageField[] {
  const m = /^[•·*\s]*([^\s:：]{2,8})\s*[:：]$/.exec(line.text);
  const field = load().labels.get(m?.[1] ?? '');
  if (field === undefined || !next || next.text.length > 50 || /[。；，《：:](?!\d)/.test(next.text))
    return [];
  if (/^[一二三四五六七八九十]+、|^[（(]/.test(next.text)) return [];
  next.furniture = true;
  return field === '' ? [] : [{ field: field as PageField['field'], value: next.text, start: next.start }];
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
