/** Years and what hangs on a year told elsewhere: 今年, 1-9月, 年底, 过去五年, “十四五”时期. */
import {
  B,
  DAY_ONLY,
  exec,
  iso,
  number,
  type Piece,
  part,
  sticky,
  unknown,
  YEAR_HEAD,
  YEAR_RANGE,
} from './calendar.js';
import type { Clock } from './clock.js';
import { wordAt } from './date-word.js';

/** A year with or without a part of it; a range of years. */
export function withYear(text: string, at: number, clock: Clock): Piece | null {
  const years = exec(YEAR_RANGE, text, at);
  if (years) {
    const [a, b] = [number(years[1] as string), number(years[2] as string)];
    if (a <= b)
      return { end: at + years[0].length, from: iso(a, 1, 1), to: iso(b, 12, 31), rule: 'yearRange' };
  }
  const head = exec(YEAR_HEAD, text, at);
  if (head) {
    const y = number(head[1] as string);
    const end = at + head[0].length;
    return part(text, end, y) ?? { end, from: iso(y, 1, 1), to: iso(y, 12, 31), rule: 'year' };
  }
  return word(text, at, clock);
}

/** Month or day without a year: the base year's. */
export function partial(text: string, at: number, clock: Clock): Piece | null {
  const y = clock.base(at);
  const piece = part(text, at, y ?? 2000);
  if (piece && !/^(?:half|yearStart|yearEnd)$/.test(piece.rule))
    return y === null ? unknown(piece.end, piece.rule) : piece;
  const day = exec(DAY_ONLY, text, at);
  if (day && /\d/.test(day[0])) return unknown(at + day[0].length, 'dayOfMonth');
  return null;
}

/** 今年, 去年四季度, 全年, 年底, 近年来. */
function word(text: string, at: number, clock: Clock): Piece | null {
  const row = wordAt(text, at);
  if (!row) return null;
  const end = at + row.word.length;
  if (row.word === '全年' && /^(?:任务|目标|计划|预[期算]|进度)/.test(text.slice(end, end + 2)))
    return unknown(end, 'yearGoal');
  if (row.anchor === 'none') return unknown(end, 'vagueTime');
  const anchor = row.anchor === 'delivery' ? clock.delivery(at) : clock.base(at);
  if (anchor === null) return unknown(part(text, end, 2000)?.end ?? end, 'relativeYear');
  const y = anchor + row.years;
  if (row.part) {
    const [a, b] = row.part.split('/') as [string, string];
    return { end, from: `${y}-${a}`, to: `${y}-${b}`, rule: 'partOfYear', upTo: /[末底终]$/.test(row.word) };
  }
  const inner = /^(?:全|当|同)/.test(row.word) ? null : part(text, end, y);
  return inner ?? { end, from: iso(y, 1, 1), to: iso(y, 12, 31), rule: 'relativeYear' };
}

const PLAN = sticky(
  `[“"‘]?(十[一二三四五六七八九]?|[一二三四五六七八九])五[”"’]?(时期|期间|以来|末期?|初期|前[一二三四]年|[一二三四]年)?`,
);
const SPAN = sticky(
  `(过去(?:的)?|近|最近|今后(?:的)?|未来(?:的)?|这|上个|前|此前|上一个|下一个)?([一二两三四五六七八九十]|\\d{1,2})${B}(?:个)?年(来|间|以来|里)?`,
);
/** Five-year plans (“十四五”时期) and stretches of years (过去五年, 五年来, 今后三年). */
export function span(text: string, at: number, clock: Clock): Piece | null {
  const plan = exec(PLAN, text, at);
  if (plan && (plan[2] || /^[“"‘]/.test(plan[0]))) {
    const n = number(plan[1] as string);
    const end = at + plan[0].length;
    if (n >= 6 && n <= 20) {
      const first = 1971 + 5 * (n - 4);
      if (!plan[2] && /^(?:规划|重大|发展|专项|纲要|国家)/.test(text.slice(end, end + 2)))
        return unknown(end, 'planName');
      return { end, from: iso(first, 1, 1), to: iso(first + 4, 12, 31), rule: 'fiveYearPlan' };
    }
  }
  const m = exec(SPAN, text, at);
  if (
    !m ||
    !(m[1] || m[3] || /[一二两三四五六七八九十]/.test(m[2] as string)) ||
    /^(?:[内以级龄薪均轮期年检历制]|义务教育|一贯制)/.test(
      text.slice(at + m[0].length, at + m[0].length + 4),
    ) ||
    (m[1] === '前' && text[at - 1] === '学')
  ) {
    return null;
  }
  if (!m[1] && !m[3] && !/(?:^|[\n，。；、的“个])$/.test(text.slice(Math.max(0, at - 1), at))) return null;
  const years = number(m[2] as string);
  const end = at + m[0].length;
  const base = clock.base(at);
  if (base === null || (!m[1] && !m[3] && years === 1)) return unknown(end, 'years');
  if (/^(?:今后|未来|下)/.test(m[1] ?? '')) {
    const first = (clock.delivery(at) ?? base) as number;
    return { end, from: iso(first, 1, 1), to: iso(first + years - 1, 12, 31), rule: 'comingYears' };
  }
  const period = clock.period(at);
  const length = period ? Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) + 1 : 0;
  const last = length === years && period ? Number(period.end.slice(0, 4)) : base;
  return { end, from: iso(last - years + 1, 1, 1), to: iso(last, 12, 31), rule: 'pastYears' };
}
