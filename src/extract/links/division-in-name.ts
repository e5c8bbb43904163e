/** Which divisions the name of a thing carries: 柳江区…基地, 鹿寨抽水蓄能电站, …高速柳江段. */
import type { Division, Ref } from '../../model.js';
import { type LinkScene, mentionAt, shortDivision } from './link-scene.js';

const LONGEST = 12;
/** A road or river named for another place lies anywhere (a 柳州路 in Wuhan). */
const NAMED_FOR = /^(?:[东西南北中]?(?:路|街|大道|巷|桥|道|河|江|湖|山|里|弄))/;
/** 黔江至吉首高铁: the ends of a line. */
const LINE_END = /^[至到—－-]/;
/** 中国（眉县）…大会 */
const BRACKETED = /[（(]([一-鿿]{2,8})[）)]/;
/** 柳覃高速柳江段, 某银行武汉分行 */
const SECTION = /([一-鿿]{2,4})(?:段|分行|支行|分公司|分院|院区|校区|供电局)$/;

/**
 * Divisions in a name: those found inside it as names of their own, else what it begins or ends with.
 * @returns relation ends; empty where the name carries no division that the report knows
 */
export function divisionsIn(scene: LinkScene, index: number): Ref[] {
  const nested = (scene.inside.get(index) ?? []).filter((i) => {
    const m = mentionAt(scene, i);
    return (
      m.type === 'AdminDivision' && m.end - m.start > 1 && !LINE_END.test(scene.text.slice(m.end, m.end + 1))
    );
  });
  if (nested.length > 0) return nested;
  const form = fullForm(scene, index);
  const own = scene.context.report.header.division?.name;
  const known = (word: string): Ref | null => {
    if (own !== undefined && (word === own || word === shortDivision(own))) return 'division';
    const division = scene.divisions.get(word);
    const near = division !== undefined && isNear(scene, mentionAt(scene, division).name, word.length);
    return near && division !== index ? division : null;
  };
  const bracketed = known(BRACKETED.exec(form)?.[1] ?? '');
  if (bracketed !== null) return [bracketed];
  for (let n = Math.min(LONGEST, form.length - 1); n >= 2; n--) {
    const rest = form.slice(n);
    const division = NAMED_FOR.test(rest) || LINE_END.test(rest) ? null : known(form.slice(0, n));
    if (division !== null) return [division];
  }
  const section = SECTION.exec(form)?.[1] ?? '';
  for (let n = 0; section.length - n >= 2; n++) {
    const division = known(section.slice(n));
    if (division !== null) return [division];
  }
  // 310国道眉县过境公路, 法士特眉县铸造基地: only the reporting division is looked for further inside a name.
  return own !== undefined && form.includes(own) ? ['division'] : [];
}

/** Subtrees are shared between documents of one division, so each is indexed once. */
const names = new WeakMap<readonly Division[], Set<string>>();

/** Names of a list of divisions. */
export function namesOf(divisions: readonly Division[]): Set<string> {
  const known = names.get(divisions) ?? new Set(divisions.map((d) => d.name));
  names.set(divisions, known);
  return known;
}

/** A short form (黄山) means a division only where the report's own jurisdiction has it; 黄山水利枢纽 in another province does not. */
function isNear(scene: LinkScene, name: string, length: number): boolean {
  const { lineage, subtree } = scene.context.report;
  if (length >= name.length || subtree.length === 0) return true;
  return lineage.some((d) => d.name === name) || namesOf(subtree).has(name);
}

/** As written; the first half of a coordination (襄阳、宜昌高新区) in its full form. */
function fullForm(scene: LinkScene, index: number): string {
  const m = mentionAt(scene, index);
  const text = scene.text.slice(m.start, m.end);
  return (m.name.startsWith(text) ? m.name : text).replace(/^[“《（(]/, '');
}
