/** Whether a numeral with (or without) its unit states an amount, and if not, why. */
import { z } from 'zod';
import { readLexicon } from '../../lexicon.js';
import type { Measure } from '../../model.js';
import { maskAfter, maskBefore } from './mask.js';
import type { Numeral } from './numeral.js';
import type { Suffix } from './suffix.js';
import { boundAfter, boundBefore } from './unit.js';

/** An amount's unit, or the reason it is none. */
export type Verdict = { unit: string; measure: Measure | null } | { reason: string };

const HAN = /[\u4e00-\u9fff]/;
const SIZED = new Set([
  'money',
  'area',
  'length',
  'mass',
  'volume',
  'power',
  'age',
  'score',
  'energy',
  'temperature',
]);
/** 前三位, 后五名, 末两位; but 目前3名, 之后5位 count. */
const GROUP_OF_RANKS = /(?<![目提之以此])[前末]$|(?<![之以此])后$|倒数$/;
/** An age measures only as a mean or a lifetime; elsewhere it picks out people. */
const AGE = /寿命|年龄|平均|均龄/;
const CONTINUES = /^[用于和并及与或均皆为是占比较其同全共使可将已力确推]/;

/** A numeral with a unit or measure word behind it. */
export function measured(text: string, n: Numeral, suffix: Suffix): Verdict {
  const unit = suffix.unit as NonNullable<Suffix['unit']>;
  if (/^[零〇○]/.test(text.slice(n.start, n.end))) return { reason: 'part of a word or name' };
  if (!Number.isFinite(n.value)) return { reason: n.over ? 'no definite number' : 'no readable number' };
  const around = maskAfter(text, n.end, 'after', unit.word.length) ?? maskBefore(text, n.start);
  if (around) return { reason: around };
  if (/[位名]/.test(unit.word) && GROUP_OF_RANKS.test(text.slice(Math.max(0, n.start - 2), n.start))) {
    return { reason: 'group of ranks' };
  }
  const letters = /[A-Za-z]+[-._]?$/.exec(text.slice(Math.max(0, n.start - 8), n.start))?.[0];
  if (letters && (letters.length < 3 || unit.kind === 'count')) return { reason: 'number inside a name' };
  if (unit.word === '里' && n.form === 'chinese') return { reason: 'part of a word or name' };
  if (unit.word === '对' && /\d/.test(text[suffix.end] ?? '')) return { reason: 'set phrase' };
  if (/^个\d+%/.test(text.slice(suffix.end - 1, suffix.end + 5))) return { reason: 'set phrase' };
  if (unit.kind === 'voltage') return { reason: 'class of voltage' };
  const digits = text.slice(n.start, n.digitsEnd);
  if (
    unit.kind === 'age' &&
    !DECIMAL.test(digits) &&
    !AGE.test(text.slice(Math.max(0, n.start - 20), n.start))
  ) {
    return { reason: 'threshold that selects a class' };
  }
  const reason = threshold(text, n, suffix) ?? (n.bare && !suffix.over ? bare(text, n, suffix) : null);
  if (reason) return { reason };
  if (unit.kind === 'time') {
    const span = duration(text, n, suffix);
    if (span) return { reason: span };
  } else if (n.form === 'chinese' && !suffix.over) {
    const name = smallCount(text, n, suffix);
    if (name) return { reason: name };
  }
  return { unit: plain(suffix.word), measure: unit.kind === 'multiple' ? 'ratio' : null };
}

const plain = (unit: string): string =>
  unit.replace(/^(?:人民币元|元人民币)$/, '元').replace('百分点', '百分点');

/** 亿元以上项目, 过百亿元企业, 60岁以上老人, 千亿级: the number picks a class. */
function threshold(text: string, n: Numeral, suffix: Suffix): string | null {
  const kind = suffix.unit?.kind ?? '';
  const selects = 'threshold that selects a class';
  if (text[suffix.end] === '级') return 'class word';
  if (!SIZED.has(kind)) return null;
  const bound = boundAfter(text, suffix.end);
  if (bound?.approx === 'atLeast' || bound?.approx === 'atMost') {
    const rest = text.slice(bound.end, bound.end + 2);
    if (n.bare) return selects;
    if (rest.startsWith('的')) return selects;
    if (HAN.test(rest[0] ?? '') && !CONTINUES.test(rest)) return selects;
  }
  if (kind !== 'money') return null;
  if (!/(?:(?<!超)过|超|逾)$/.test(text.slice(Math.max(0, n.start - 2), n.start))) return null;
  const from = suffix.end + (/^[的级]/.test(text[suffix.end] ?? '') ? 1 : 0);
  for (let skip = 0; skip <= 4; skip++) {
    if (skip > 0 && !HAN.test(text[from + skip - 1] ?? '')) return null;
    if (maskAfter(text, from + skip, 'class')) return selects;
  }
  return null;
}

/** 亿元, 万亩, 千家: a multiplier alone counts only behind a bound (突破万亿元). */
function bare(text: string, n: Numeral, suffix: Suffix): string | null {
  if (/[（(：:\t|]/.test(text[n.start - 1] ?? '') && /[）)\t|\n]/.test(text[suffix.end] ?? '\n'))
    return 'unit in a heading';
  return boundBefore(text, n.start) ? null : 'class word or denominator';
}

let cues: RegExp | undefined;

/** A stretch of time counts where it says how long a thing took. */
function duration(text: string, n: Numeral, suffix: Suffix): string | null {
  cues ??= new RegExp(
    `(?:${readLexicon('duration-cue', z.object({ word: z.string() }))
      .map((r) => r.word)
      .join('|')})`,
  );
  const word = suffix.unit?.word ?? '';
  const left = text
    .slice(Math.max(0, n.start - 8), n.start)
    .split(/[，。；,;\n]/)
    .at(-1) as string;
  const limit = boundBefore(text, n.start);
  const cue =
    cues.test(left) ||
    text.slice(n.start, n.digitsEnd).includes('.') ||
    (limit !== null && limit !== 'about');
  if (word === '小时' && (n.value === 24 || n.value === 72) && !cue) {
    if (n.value === 24 || maskAfter(text, suffix.end, 'clock')) return 'round-the-clock service';
  }
  if (/^[\u4e00-\u9fff]{0,7}?圈/.test(text.slice(suffix.end, suffix.end + 8))) return 'class word';
  if ((word === '年' || word === '周' || word === '日' || word === '学年') && !cue) return 'stretch of time';
  if (n.form === 'chinese' && n.value === 1 && !cue) return 'stretch of time';
  return null;
}

/** A small Chinese numeral with its measure word is a count (两座) unless it makes a name or slogan (四个意识). */
function smallCount(text: string, n: Numeral, suffix: Suffix): string | null {
  const words = text.slice(n.start, n.end);
  if (text[n.start - 1] === '届') return 'ordinal of a meeting or term';
  if (suffix.unit?.word === '届' && !/[举连承]办|召开/.test(text.slice(Math.max(0, n.start - 6), n.start))) {
    return 'ordinal of a meeting or term';
  }
  if (words.length > 1 && n.valueMax === null && words !== '十') {
    return maskAfter(text, suffix.end, 'counted') && words.length === 2 ? 'set phrase' : null;
  }
  if (words === '一') return suffix.unit?.kind === 'multiple' ? null : 'indefinite one';
  if (words === '二') return 'ordinal';
  if (!suffix.unit?.chinese) return 'part of a word or name';
  const counted = maskAfter(text, suffix.end, 'counted');
  if (counted) return counted;
  return null;
}

/** Reason of a plain number beside which nothing stands. */
export const LOOSE = 'number without anything counted';
/** Places counted without a measure word (覆盖12镇); 3校区 and 5村道 are other words. */
const PLACES = /^[村镇乡县校](?![区长道级办域级内])/;
const DECIMAL = /\./;

/** A numeral with neither unit nor measure word: a lost unit, a bare count, or part of a name. */
export function unmeasured(text: string, n: Numeral, suffix: Suffix): Verdict {
  if (!Number.isFinite(n.value)) return { reason: n.over ? 'no definite number' : 'no readable number' };
  const after = maskAfter(text, n.end, 'after');
  if (after) return { reason: after };
  if (n.bare && n.value >= 100 && HAN.test(text[n.end] ?? '') && boundBefore(text, n.start)) {
    return { unit: '', measure: null }; // 惠及上千万家庭
  }
  if (n.form === 'chinese')
    return { reason: n.bare ? 'class word or denominator' : 'part of a word or name' };
  const before = maskBefore(text, n.start);
  if (before) return { reason: before };
  const left = text[n.start - 1] ?? '\n';
  const next = text[n.end] ?? '\n';
  if (/[A-Za-z&+×*_]|[A-Za-z][-.]/.test(text.slice(Math.max(0, n.start - 2), n.start).slice(-1)))
    return { reason: 'number inside a name' };
  if (/[A-Za-z+×*#]/.test(next) || /[A-Za-z][-.]$/.test(text.slice(Math.max(0, n.start - 2), n.start)))
    return { reason: 'number inside a name' };
  const digits = text.slice(n.start, n.digitsEnd);
  if (suffix.over || n.factor > 1 || digits.includes(',')) return { unit: '', measure: null };
  if (left === '\n' && HAN.test(next) && DECIMAL.test(digits)) return { reason: 'list number' };
  if (DECIMAL.test(digits))
    return HAN.test(next) && digits.endsWith('.0') ? { reason: 'version' } : { unit: '', measure: null };
  if (PLACES.test(text.slice(n.end, n.end + 2))) return { unit: '', measure: null };
  if (HAN.test(next) && !'和及与'.includes(next)) return { reason: 'number inside a name' };
  if (/^(?:19|20)\d{2}$/.test(digits)) return { reason: 'year' };
  if (digits.length > 8) return { reason: 'identifier' };
  if (/[为至到达增减降升缩约超破计有成共长是第]/.test(left) || cell(text, n))
    return { unit: '', measure: null };
  return { reason: LOOSE };
}

/** A numeral alone in its table cell. */
function cell(text: string, n: Numeral): boolean {
  const before = text.slice(Math.max(0, n.start - 3), n.start);
  const after = text.slice(n.end, n.end + 3);
  return /[\t|｜]\s*$/.test(before) && /^\s*(?:[\t|｜]|\n|$)/.test(after);
}
