/** Ratios and amounts in words: 1.72∶1, 三分之一, 七成, 一半, 翻两番. */
import type { Quantity } from '../context.js';
import { type Numeral, parseChinese, times } from './numeral.js';
import { bounded, none, one, type Reading } from './reading.js';

const COLON = /[ \u00a0]?[:：∶][ \u00a0]?/y;
const RATIO_WORD = /[比例构](?:为|是|由|达到|调整为|优化为|升级为|至|到|达)?$|为$|∶/;

/** 13.9:43.2:42.9 gives its parts, 1.72∶1 the part that is not 1; 17:01 is a time. */
export function readRatio(text: string, numerals: Numeral[], i: number): Reading | null {
  const chain = [numerals[i] as Numeral];
  for (let n = numerals[i + 1]; n && n.form === 'arabic'; n = numerals[i + chain.length]) {
    COLON.lastIndex = (chain.at(-1) as Numeral).end;
    if (!COLON.test(text) || COLON.lastIndex !== n.start) break;
    chain.push(n);
  }
  const [a, b] = chain as [Numeral, Numeral | undefined];
  const last = chain.at(-1) as Numeral;
  if (!b || a.form !== 'arabic') return null;
  const whole = { start: a.start, end: last.end };
  const clock =
    a.value < 25 &&
    /^\d{1,2}$/.test(text.slice(a.start, a.end)) &&
    /^[0-5]\d$/.test(text.slice(b.start, b.end));
  if (clock && !RATIO_WORD.test(text.slice(Math.max(0, a.start - 6), a.start)))
    return none(whole, 'time of day');
  if (chain.length > 2) {
    const part = (n: Numeral): Quantity => ({
      start: n.start,
      end: n.end,
      value: n.value,
      valueMax: null,
      unit: '',
      approx: 'exact',
      measure: 'share',
      rule: 'structureRatio',
    });
    return { quantities: chain.map(part) };
  }
  const value = a.value === 1 ? b.value : a.value;
  return one({ ...whole, value, unit: '', measure: 'ratio', rule: 'ratio' });
}

const PARTS_OF = /分之([〇零一二三四五六七八九十百点两]+|\d+(?:\.\d+)?)/y;
/** 七成, 七成五, 两成半, 六成多; 三成立 and the like are other words. */
const TENTHS = /成(?:([半一二三四五六七八九])(?![成个项家倍])|([多余]))?(?![立为果员本功效交套品型都])/y;
const HALF = /半(?![年月天日数径导成小个途程岛夜价])/y;
const DOUBLING = /翻(?:了|上)?[近约]?$/;

/** Amounts in words: 三分之一, 百分之八, 七成, 一半, 翻两番. */
export function readPhrase(text: string, n: Numeral): Reading | null {
  PARTS_OF.lastIndex = n.end;
  const parts = PARTS_OF.exec(text);
  if (parts && n.value > 1) {
    const end = n.end + parts[0].length;
    const [whole, point] = (parts[1] as string).split('点') as [string, string | undefined];
    const top = /^\d/.test(whole) ? Number(whole) : decimal(whole, point);
    if (!Number.isFinite(top)) return null;
    const [unit, value] = n.value === 100 ? ['%', top] : n.value === 1000 ? ['‰', top] : ['', top / n.value];
    return one({ ...bounded(text, n.start, end, 'fraction'), value, unit, measure: null, rule: 'fraction' });
  }
  TENTHS.lastIndex = n.end;
  const tenths = n.value > 0 && n.value <= 10 && n.factor === 1 ? TENTHS.exec(text) : null;
  if (tenths) {
    const more = tenths[1] === '半' ? 5 : tenths[1] ? parseChinese(tenths[1]) : 0;
    const over = n.over || tenths[2] ? { approx: 'over' as const } : {};
    return one({
      ...bounded(text, n.start, n.end + tenths[0].length, 'fraction'),
      ...over,
      value: times(n.value, 10) + more,
      valueMax: n.valueMax === null ? null : n.valueMax * 10,
      unit: '%',
      measure: null,
      rule: 'tenths',
    });
  }
  HALF.lastIndex = n.end;
  if (n.form === 'chinese' && n.value === 1 && HALF.test(text)) {
    return one({
      ...bounded(text, n.start, n.end + 1, 'fraction'),
      value: 0.5,
      unit: '',
      measure: 'share',
      rule: 'half',
    });
  }
  if (text[n.end] === '番' && n.value <= 20 && DOUBLING.test(text.slice(Math.max(0, n.start - 3), n.start))) {
    const start = text.lastIndexOf('翻', n.start);
    return one({
      start,
      end: n.end + 1,
      value: 2 ** n.value,
      unit: '倍',
      measure: 'ratio',
      rule: 'doubling',
    });
  }
  return null;
}

function decimal(whole: string, point: string | undefined): number {
  const scale = '〇零一二三四五六七八九';
  const read = (s: string) => [...s].map((c) => Math.max(0, scale.indexOf(c) - 1));
  const value = parseChinese(whole);
  return point === undefined ? value : Number(`${value}.${read(point).join('')}`);
}
