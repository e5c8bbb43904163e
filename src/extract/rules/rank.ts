/** Which 第N is a rank (居全市第二) and which an ordinal of a meeting, phase or list. */
import type { NonFact } from '../../model.js';
import type { Quantity } from '../context.js';
import type { Numeral } from './numeral.js';

/** Words for the first place that are no numeral. */
const FIRST_PLACE = /首位(?![度一])|榜首/g;
const HOLDS = /(?:[居列位占排]|升至|跃至|升到|保持)[^，。；,;：:\n]{0,20}$/;
const RANK_WORD =
  /[居列位占排跃升]|名次|保持|全国|全省|全市|全区|全县|全州|全球|世界|国内|同类|副省级|中部|西部|东部|城区|开发区|省内|市内|各县|各区|区县|均为|均|进入/;
const RISE = /^(?:跃升|上升|升|提升|提高|前移|进|晋|跃|跃居|上移|移|降|下降|下滑|跌|至|到)/;
const SCOPE =
  /(?:全国|全省|全市|全区|全县|全州|全球|世界|[东西南北中]部|[东西南北中华]方|国内|省内|同类|地区|城市群)$/;

/** The numeral behind a 第: a rank with unit 位, or the reason it is none. */
export function readRank(text: string, n: Numeral): { quantities: Quantity[] } | NonFact {
  const start = n.start - 1;
  const next = text[n.end] ?? '\n';
  const left = text
    .slice(Math.max(0, start - 16), start)
    .split(/[，。；,;\n：:！？]/)
    .at(-1) as string;
  let end = n.end;
  let rank = false;
  if (next === '位' || (next === '名' && RANK_WORD.test(left))) {
    end += 1;
    rank = true;
  } else if (next === '个') {
    rank = SCOPE.test(left);
    end += rank ? 1 : 0;
  } else if (!/[\u4e00-\u9fffA-Za-z\d—-]/.test(next) || RISE.test(text.slice(n.end, n.end + 2))) {
    rank = left !== '' && RANK_WORD.test(left) && !/[《“"]$/.test(left);
  }
  if (!rank || !Number.isFinite(n.value)) return { start, end: n.end, reason: 'ordinal' };
  const quantity = {
    start,
    end,
    value: n.value,
    valueMax: null,
    unit: '位',
    approx: 'exact',
    measure: 'rank',
    rule: 'rank',
  } as const;
  return { quantities: [quantity] };
}

/**
 * 居…首位 and 榜首: rank 1 without a numeral; 放在首位 is none.
 * @param numerals those of the text, in order; 首 right behind one is a measure word
 */
export function firstPlaces(text: string, numerals: Numeral[]): Quantity[] {
  const found: Quantity[] = [];
  const ends = new Set(numerals.map((n) => n.end));
  for (const m of text.matchAll(FIRST_PLACE)) {
    if (ends.has(m.index) || !HOLDS.test(text.slice(Math.max(0, m.index - 22), m.index))) continue;
    const range = { start: m.index, end: m.index + 2 };
    found.push({
      ...range,
      value: 1,
      valueMax: null,
      unit: '位',
      approx: 'exact',
      measure: 'rank',
      rule: 'firstPlace',
    });
  }
  return found;
}
