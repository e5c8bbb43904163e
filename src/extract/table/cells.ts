/** Cells of tables, and the units that their headings, captions and labels name. */
import { parseChinese } from '../rules/numeral.js';
import { unitAt } from '../rules/unit.js';

/** A stretch of text without the blanks around it. */
export interface Cell {
  start: number;
  text: string;
}

export const cellEnd = (cell: Cell): number => cell.start + cell.text.length;

/** A unit named apart from its number; 万元 is 元 ten thousand times. */
export interface NamedUnit {
  unit: string;
  factor: number;
}

/** A cell that holds a number and nothing else. */
export const NUMBER = /^[-+−－]?\d[\d,]*(?:\.\d+)?$/;
/** The same with a bound or a direction: 约120, 不足400, 下降3.2, 7左右, ≥95. */
export const FIGURE =
  /^(?:约|近|超过?|逾|达到?|不足|不低于|不少于|不超过|[≥≤＞＜]){0,2}(增长|上升|提高|增加|下降|降低|减少|[↑↓])?\s*[-+−－]?\d[\d,]*(?:\.\d+)?(?:左右|以上|以内|以下|余)?$/;
const IN_BRACKETS = /^(.*?)\s*[（(]\s*([^（）()]{1,8})\s*[）)]$/;
/** 总投资/万元, 增长%, 同比±%. */
const BEHIND = /^(.*?)(?:[/／]\s*([^/／]{1,4})|(±?[%％‰]))$/;
const CAPTION = /单位[：:]\s*([^\s，、,;；）)]{1,8})[）)]?\s*$/;
const LABEL = /[（(]\s*([^（）()\n]{1,8})\s*[）)][ \u3000]*[：:]?[ \u3000]*$/;

/** What words in a heading or unit column mean as unit; null where they are none. */
export function unitOf(words: string): NamedUnit | null {
  const scale = /^[十百千万亿]*/.exec(words)?.[0].length ?? 0;
  // The longest unit wins: 千瓦时 keeps its 千.
  for (let cut = 0; cut <= scale; cut++) {
    const unit = unitAt(words, cut)?.word;
    if (unit && unit.length === words.length - cut)
      return { unit, factor: cut === 0 ? 1 : parseChinese(words.slice(0, cut)) };
  }
  return words === '±%' ? { unit: '%', factor: 1 } : null;
}

/** 总投资（万元）: the column's name and unit; null without a unit in brackets. */
export function unitInHeading(heading: string): (NamedUnit & { name: string }) | null {
  const m = IN_BRACKETS.exec(heading) ?? BEHIND.exec(heading);
  const unit = m && unitOf((m[2] ?? m[3] ?? '').replace('％', '%'));
  return unit ? { ...unit, name: m[1] as string } : null;
}

/** 单位：万元 at the end of a line above a table. */
export function unitInCaption(line: string): NamedUnit | null {
  const words = CAPTION.exec(line)?.[1];
  return words === undefined ? null : unitOf(words);
}

/** The unit in brackets that ends a label: 投资额（万元）：. */
export function unitInLabel(left: string): NamedUnit | null {
  const words = LABEL.exec(left)?.[1];
  return words === undefined ? null : unitOf(words);
}
