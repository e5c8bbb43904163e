/** Numerals as written in reports: Arabic (also full width, with separators, broken by blanks) and Chinese. */
import type { Range } from '../../model.js';

/** One numeral with the multipliers 十百千万亿 behind it, before any unit. */
export interface Numeral extends Range {
  value: number;
  /** Upper end of a pair said in one breath (七八个), else null. */
  valueMax: number | null;
  form: 'arabic' | 'chinese';
  /** 余, 多, 几 or 数 inside the numeral: the value is a lower bound. */
  over: boolean;
  /** Multiplier folded into the value: 10000 for 1.2万, 1 where there is none or the numeral is Chinese. */
  factor: number;
  /** Multipliers alone, without a digit (亿元, 千家): usually no count. */
  bare: boolean;
  /** End of the digits, before blank and multiplier. */
  digitsEnd: number;
}

const DIGITS: Record<string, number> = { 〇: 0, '○': 0, 两: 2 };
for (const [i, c] of [...'零一二三四五六七八九'].entries()) DIGITS[c] = i;
const MULTIPLIERS: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
/** More digits than any report states; a longer run is an identifier. */
const MAX_LENGTH = 24;

/** The same text, offset by offset, with full-width digits, points and percent signs made plain. */
export function fold(text: string): string {
  if (!/[０-９．％]/.test(text)) return text;
  return text.replace(/[０-９．％]|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/**
 * Value of a Chinese numeral.
 * @param words e.g. 三千八百, 两万五, 二〇二二, 十二亿
 * @returns the value, or NaN where the characters are no numeral (十四五)
 */
export function parseChinese(words: string): number {
  let total = 0; // closed by 亿
  let group = 0; // closed by 万
  let section = 0; // below 万
  let digit = -1;
  let positional = true;
  let last = 0; // last multiplier: 两万五 is 25000, and within a section they must fall
  for (const c of words) {
    const d = DIGITS[c];
    if (d !== undefined) {
      if (positional) digit = digit < 0 ? d : digit * 10 + d;
      else if (digit > 0) return Number.NaN;
      else digit = d;
      if (d === 0) last = 0;
      continue;
    }
    if (positional && digit > 9) return Number.NaN;
    positional = false;
    const multiplier = MULTIPLIERS[c] as number;
    if (multiplier < 1e4) {
      if (digit === 0 || (section > 0 && section % (multiplier * 10) !== 0)) return Number.NaN;
      section += Math.max(digit, 1) * multiplier;
    } else {
      section += Math.max(digit, 0);
      const whole = group + section;
      if (multiplier === 1e8) {
        total = (total + (whole || (total ? 0 : 1))) * 1e8;
        group = 0;
      } else group = (whole || 1) * 1e4;
      section = 0;
    }
    digit = -1;
    last = multiplier;
  }
  if (positional && digit > 9 && words.length < 4 && !/[〇○零]/.test(words)) return Number.NaN;
  const tail = Math.max(digit, 0);
  return total + group + section + (last > 10 ? (tail * last) / 10 : tail);
}

/** Groups are capped, so that an endless run of them is not read again from each of its digits. */
const ARABIC = /\d{1,3}(?:,\d{3}){1,6}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** A point or a thousand broken by blanks; a numeral at a line's start is a list number instead. */
const BROKEN =
  /(?:\d+(?:[ \u00a0\u3000]{1,2}\.[ \u00a0\u3000]{0,2}|\.[ \u00a0\u3000]{1,2})\d+|(?<![\d ] ?)\d{1,3}(?:[ \u00a0]\d{3}){1,4}(?![\d.]))(?=[ \u00a0\u3000]?(?:[%‰℃]|(?![年月日号期季])[\u4e00-\u9fff]))/y;
const ITEM = /\d{1,2}(?=\.\d+[个家项户名所座条件台套场处次])/y;
const SCALE =
  /[ \u00a0\u3000]?(?:([余多])[ \u00a0\u3000]?)?((?:(?![千百](?:瓦|米|克|伏|卡|帕|赫|焦|字节|兆|分))[十百千万亿])+)/y;
const SECOND = /(\d{1,4}(?:\.\d+)?)([百千]?万|[百千])/y;
const CHINESE = /[几数]?[〇○零一二三四五六七八九十百千万亿两]+(?:几(?![乎何]))?(?:[余多](?:百|千|万|亿)+)?/y;
const START = /[\d〇○零一二三四五六七八九十百千万亿两]|[几数](?=[十百千万亿])/g;
/** Before 数 these make a word of it (指数百, 人数十二), which then opens no 数百. */
const NUMBER_NOUN = /[指系人户总次基倍分函参天件个台套名多少半大岁奇偶约位级号序计]/;

const run = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/**
 * All numerals of a text in order, none overlapping.
 * @param text folded text (see {@link fold})
 * @returns one entry a numeral; NaN as value where its characters have no reading
 */
export function scanNumerals(text: string): Numeral[] {
  const found: Numeral[] = [];
  START.lastIndex = 0;
  while (START.test(text)) {
    const at = START.lastIndex - 1;
    const c = text[at] as string;
    const numeral = c >= '0' && c <= '9' ? arabic(text, at) : chinese(text, at);
    if (numeral) found.push(numeral);
    START.lastIndex = numeral ? numeral.end : at + 1;
  }
  return found;
}

function arabic(text: string, start: number): Numeral {
  const before = text[start - 1] ?? '\n';
  // 3.8个项目 at a line's start is item 3, with 8 of them.
  const item = before === '\n' ? run(ITEM, text, start) : null;
  const broken = '\n。；;：:'.includes(before) ? null : run(BROKEN, text, start);
  const digits = (item ?? broken ?? run(ARABIC, text, start) ?? ['0'])[0];
  const digitsEnd = start + digits.length;
  const plain = digits.replace(/[, \u00a0\u3000]/g, '');
  const numeral: Numeral = {
    start,
    end: digitsEnd,
    value: plain.length > MAX_LENGTH ? Number.NaN : Number(plain),
    valueMax: null,
    form: 'arabic',
    over: false,
    factor: 1,
    bare: false,
    digitsEnd,
  };
  const scale = run(SCALE, text, digitsEnd);
  if (!scale) return numeral;
  numeral.end = digitsEnd + scale[0].length;
  numeral.over = scale[1] !== undefined;
  numeral.factor = parseChinese(scale[2] as string);
  numeral.value = times(numeral.value, numeral.factor);
  const second = run(SECOND, text, numeral.end); // 1亿2千万
  if (second) {
    const rest = times(Number(second[1]), parseChinese(second[2] as string));
    if (rest < numeral.factor) {
      numeral.value += rest;
      numeral.end += second[0].length;
    }
  }
  return numeral;
}

/** Decimal product without binary dust: 1.38 * 10000 is 13800. */
export function times(value: number, factor: number): number {
  const product = value * factor;
  return Number.isSafeInteger(product) ? product : Number(product.toPrecision(15));
}

function chinese(text: string, start: number): Numeral | null {
  if (text[start] === '数' && NUMBER_NOUN.test(text[start - 1] ?? '')) return null;
  const words = (run(CHINESE, text, start) as RegExpExecArray)[0];
  const end = start + words.length;
  // 几十, 数百, 十几, 三十余万: a lower bound.
  const vague = /[几数余多]/.test(words);
  const core = words.replace(/[几数余多]/g, '');
  const pair = /^(|.*[十百千万亿])([一二三四五六七八九])([二三四五六七八九])([十百千万亿]*)$/.exec(core);
  const ascending = pair && (DIGITS[pair[3] as string] ?? 0) - (DIGITS[pair[2] as string] ?? 0) === 1;
  const low = ascending ? parseChinese(`${pair[1]}${pair[2]}${pair[4]}`) : parseChinese(core);
  return {
    start,
    end,
    value: low,
    valueMax: ascending ? parseChinese(`${pair[1]}${pair[3]}${pair[4]}`) : null,
    form: 'chinese',
    over: vague,
    factor: 1,
    bare: /^[百千万亿]+$/.test(core) && !vague,
    digitsEnd: end,
  };
}
