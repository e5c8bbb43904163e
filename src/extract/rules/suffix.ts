/** What stands behind a numeral: 余, its unit, and a second unit after a slash. */
import type { Numeral } from './numeral.js';
import { type Unit, unitAt } from './unit.js';

/** What stands behind a numeral: 余, unit, a second unit after a slash. */
export interface Suffix {
  unit: Unit | null;
  /** Unit as written, with its denominator. */
  word: string;
  end: number;
  over: boolean;
}

const INNER = /[ \u00a0\u3000]?(?:([余多几])|(?=.))[ \u00a0\u3000]?/y;
const PER =
  /[/／](?:\d+|[十百千万亿])*(?:[a-zA-Z]+[23³²]?|平方米|立方米|平方公里|平方千米|公里|公顷|千瓦时|千瓦|吨|公斤|升|小时|分钟|工作日|学年|学期|[人户年月日天秒亩家件头辆套台次米生师床例车班个所座张名项条间栋村])?(?:[·/／](?:学年|学期|[人年月日天次生户亩]))?/y;
/** 举办培训班12期: courses and issues are counted, where 2期工程 is a phase. */
const COURSES = /(?:[举开承]办|培训|讲[堂座]|简报|节目|专栏|刊发)[^，。；、]*$/;
const PHASE = /^期[工项建楼扩货间]/;
const ISSUE: Unit = { word: '期', kind: 'count', chinese: false, notBefore: [] };

/** A second measure word in brackets: 套（间）, 台（套）, 所（个）. */
const PAIRED = /[（(][个家项户名所座条件台套辆间处次场期批人份栋幢][）)]/y;
const MONTHS = /个(?:[多半])?(?:月|小时|星期|百分点)/y;

/** Reads the unit of a numeral, blanks between allowed. */
export function suffix(text: string, n: Numeral): Suffix {
  INNER.lastIndex = n.end;
  const inner = INNER.exec(text);
  let over = inner?.[1] !== undefined;
  const at = inner ? n.end + inner[0].length : n.end;
  MONTHS.lastIndex = at;
  const months = MONTHS.exec(text)?.[0];
  if (months && months[1] === '多') {
    const kind = 'time';
    const word = `个${months.slice(2)}`;
    return { unit: { word, kind, chinese: true, notBefore: [] }, word, end: at + months.length, over: true };
  }
  const unit = unitAt(text, at) ?? (isIssue(text, n, at) ? ISSUE : null);
  let word = unit?.word ?? '';
  // 3000余师生, 14亿多人口; but 5多元… is no 多 of a number.
  if (!unit && !(inner?.[1] === '余' || (inner?.[1] === '多' && n.factor > 1))) over = false;
  let end = unit ? at + word.length : over ? n.end + (inner?.[0].trimEnd().length ?? 0) : n.end;
  PAIRED.lastIndex = end;
  const paired = unit && PAIRED.exec(text)?.[0];
  if (paired) {
    word += paired;
    end += paired.length;
  }
  PER.lastIndex = end;
  const per = PER.exec(text)?.[0];
  if (per && per.length > 1 && (!unit || /^.\d/.test(per) ? /[万千]/.test(per) : true)) {
    word += per;
    end += per.length;
    return { unit: unit ?? { word, kind: 'ratio', chinese: false, notBefore: [] }, word, end, over };
  }
  return { unit, word, end, over };
}

function isIssue(text: string, n: Numeral, at: number): boolean {
  if (text[at] !== '期' || n.form !== 'arabic' || PHASE.test(text.slice(at, at + 2))) return false;
  return COURSES.test(text.slice(Math.max(0, n.start - 12), n.start));
}
