/** Numbers and signs that open headings and list items: 一、（一）1.（1）① 第一部分 —— ★ 附件 专栏. */
import type { Range } from '../model.js';
import type { Line } from './lines.js';

/** Styles from the outermost to the innermost, as the rules for official documents order them. */
export const STYLES = [
  'document',
  'annex',
  'part',
  'chapter',
  'cn',
  'cnBracket',
  'number',
  'numberBracket',
  'circle',
  'ordinal',
  'dash',
  'bullet',
  'box',
] as const;
export type Style = (typeof STYLES)[number];

export interface Marker {
  style: Style;
  /** Its number where it has one, else 0. */
  ordinal: number;
  /** The sign itself: 一、 */
  range: Range;
  /** The heading's words; null where the item runs straight into a long sentence. */
  heading: Range | null;
  /** True where nothing but the heading stands in the line. */
  alone: boolean;
}

const CN = '[一二三四五六七八九十百]{1,4}';
const AFTER = '(?=[\\u4e00-\\u9fff“"‘「《〈（(A-Za-z【〔\\d])';
const FORMS: [Style, RegExp][] = [
  ['annex', /^附\s*件\s*(\d{0,2}|[一二三四五六七八九十]{0,2})\s*(?=[:：]?$|[:：]?[\u4e00-\u9fff])/],
  ['part', new RegExp(`^第(${CN})(?:部分|篇|编)[、：:\\s]*`)],
  ['chapter', new RegExp(`^第(${CN})[章节][、：:\\s]*`)],
  ['box', /^专\s*栏\s*(\d{1,2})[、：:\s]*/],
  ['cn', new RegExp(`^(${CN})[、．]\\s*`)],
  ['cnBracket', new RegExp(`^[（(](${CN})[)）]、?\\s*`)],
  ['number', new RegExp(`^(\\d{1,3})(?:[．﹒、]\\s*|\\.\\s*(?!\\d)|\\.(?=\\d{1,2}月\\d{1,2}日))${AFTER}`)],
  ['numberBracket', /^[（(](\d{1,3})[)）]、?\s*/],
  ['circle', /^([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])\s*/],
  ['ordinal', new RegExp(`^(${CN})是(?=[\\u4e00-\\u9fff“《])`)],
  ['dash', /^(?:[—–―－]{1,3}|-{2,3})\s*/],
  ['bullet', /^[★☆●○■□◆◇▲△▶►•·➢❖※]\s*/],
];
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** A heading that shares its line with text is its first sentence, unless longer than this. */
const SHORT = 40;
const LONGEST_ALONE = 80;

function cardinal(words: string): number {
  if (words === '') return 0;
  if (/^\d/.test(words)) return Number(words);
  const circle = CIRCLES.indexOf(words);
  if (circle >= 0) return circle + 1;
  const digit = (c: string) => '〇一二三四五六七八九'.indexOf(c);
  const [tens, ones] = words.includes('十') ? words.split('十') : ['0', words];
  return (tens === '0' ? 0 : tens === '' ? 10 : digit(tens as string) * 10) + (ones ? digit(ones) : 0);
}

/** Reads the marker that a line starts with, or null. */
export function readMarker(line: Line): Marker | null {
  for (const [style, form] of FORMS) {
    const m = form.exec(line.text);
    if (!m) continue;
    const at = m[0].length;
    const ordinal = cardinal(m[1] ?? '');
    const range = { start: line.start, end: line.start + m[0].trimEnd().length };
    const rest = line.text.slice(at);
    // Signs without a number need a sentence of their own to be a heading: —— may also attribute a quotation.
    if ((style === 'dash' || style === 'bullet') && !/[。：:，]/.test(rest)) return null;
    const heading = headingIn(rest, line.start + at);
    return { style, ordinal, range, heading: heading.range, alone: heading.alone };
  }
  return null;
}

function headingIn(rest: string, start: number): { range: Range | null; alone: boolean } {
  if (rest === '') return { range: null, alone: true };
  const stop = rest.search(/[。！？；]/);
  if (stop < 0 || stop === rest.length - 1) {
    const words = stop < 0 ? rest.replace(/[：:]$/, '') : rest.slice(0, stop);
    const range = words.length <= LONGEST_ALONE ? { start, end: start + words.length } : null;
    return { range, alone: true };
  }
  const end = rest.slice(0, stop).search(/[：:]/);
  const length = end > 0 && end <= SHORT ? end : stop;
  return { range: length <= SHORT ? { start, end: start + length } : null, alone: false };
}
