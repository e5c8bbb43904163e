/** Divisions: by the gazetteer, by 全区/我市 of the report's own lineage, and towns and villages by their suffix. */
import type { EntityType } from '../../model.js';
import type { Candidate } from '../context.js';
import { type DivisionHit, kinOf } from '../names/divisions.js';
import { leftEdge } from '../names/left-edge.js';
import { endsHere, properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';

/** A road or station that merely bears a division's name: 南京路, 天津街. */
const BEARER =
  /^[东西南北中]?(?:路|街(?!道)|大道|大街)|^(?:巷|里(?!程)|胡同|话|菜|鱼|籍|人(?!民|大)|酒|茶|剧|台)/;
const AROUND_DIVISION: readonly EntityType[] = [
  'AdminDivision',
  'Agency',
  'Hospital',
  'School',
  'Organization',
  'Project',
  'Place',
  'Programme',
  'Event',
];
/** Verbs that a village is the object of: 访企入村. */
const INTO = /[入进下驻出到帮包联千百万带治强富兴转]/;
const LOW = /(?:街道|镇|乡|村|社区|苏木)$/;
/** The end of a line's name follows: 庆云至章丘. */
const JOINED = /[至—-]/;
const AROUND_STEM = AROUND_DIVISION.filter((type) => type !== 'AdminDivision');
/** A body that bears a county's short name is not always of the county: 岳麓实验室. */
const AROUND_COUNTY = AROUND_STEM.filter((type) => type !== 'Organization');
const OWN = /[全我][省市区县州旗镇乡村]/g;

/** A name ends here, or a word of at least two characters follows (风光村|改制, not 贵州村|超). */
function closes(scene: Scene, end: number): boolean {
  return endsHere(scene, end) || scene.edges[end + 1] !== 1;
}

function listed(scene: Scene): Candidate[] {
  const { text } = scene.report;
  const kin = kinOf(scene.report);
  return scene.divisions.flatMap((hit) => {
    if (hit.division.level > 3 && !LOW.test(hit.division.name)) return [];
    if (hit.form === 'stem' && BEARER.test(text.slice(hit.end, hit.end + 2))) return [];
    return [
      {
        start: hit.start,
        end: hit.end,
        type: 'AdminDivision',
        name: hit.division.name,
        priority: hit.form === 'stem' ? 40 : 58,
        nest: hit.form === 'stem' ? aroundStem(hit, kin, text) : [...AROUND_DIVISION, 'Company'],
        lead: hit.form === 'stem',
        rule: 'division-listed',
      },
    ];
  });
}

/** A far county in a longer name is no mention of it, a far city is none in a project's. */
function aroundStem(hit: DivisionHit, kin: Set<string>, text: string): readonly EntityType[] {
  if (JOINED.test(text.charAt(hit.end))) return [];
  if (kin.has(hit.division.code)) return hit.division.level === 3 ? AROUND_COUNTY : AROUND_STEM;
  return hit.division.level <= 2 ? AROUND_STEM.filter((type) => type !== 'Project') : [];
}

function own(scene: Scene): Candidate[] {
  const { text, lineage } = scene.report;
  const found: Candidate[] = [];
  for (const m of text.matchAll(OWN)) {
    const end = m.index + 2;
    if (scene.edges[m.index] !== 1 || scene.edges[end] !== 1) continue;
    const meant = lineage.find((d) => d.name.endsWith(m[0].charAt(1)));
    if (!meant) continue;
    found.push({
      start: m.index,
      end,
      type: 'AdminDivision',
      name: meant.name,
      priority: 40,
      nest: AROUND_DIVISION,
      rule: 'division-own',
    });
  }
  return found;
}

/** 首善街道, 横渠镇, 风光村: at most five characters of their own before the suffix. */
function suffixed(scene: Scene): Candidate[] {
  const found: Candidate[] = [];
  for (const head of scene.heads.division) {
    if (isWord(scene, head) || !closes(scene, head.end)) continue;
    const edge = leftEdge(scene, head.start, { max: 8, quotes: false, brackets: false });
    // 甲镇至乙镇: the two ends of a road.
    const start =
      edge < 0 ? edge : edge + 1 + scene.report.text.slice(edge, head.start - 1).lastIndexOf('至');
    if (start < 0 || start === head.start || /^[各该本每某]/.test(scene.report.text.charAt(start))) continue;
    if (/^(?:街道|镇|乡)/.test(scene.report.text.slice(head.end, head.end + 2))) continue;
    if (BEARER.test(scene.report.text.slice(head.end, head.end + 2))) continue;
    // 新天镇 is listed: no 天镇.
    if ((scene.divisionEnd.get(head.end)?.start ?? start) < start) continue;
    const outer = outermost(scene, start, head.start);
    if (head.start - outer > 5 || head.start === outer) continue;
    if (INTO.test(scene.report.text.charAt(head.start - 1))) continue;
    const proper = properness(scene, outer, head.start);
    if (proper < (/社区/.test(scene.report.text.slice(head.start, head.end)) ? 2 : 1)) continue;
    found.push({
      start,
      end: head.end,
      type: 'AdminDivision',
      name: scene.report.text.slice(start, head.end),
      priority: 49,
      // The ends of a road are part of its name.
      nest: JOINED.test(scene.report.text.charAt(start - 1)) ? [] : AROUND_DIVISION,
      rule: 'division-suffix',
    });
  }
  return found;
}

/** The suffix is part of a word of two characters: 城镇, 下乡. */
function isWord(scene: Scene, head: HeadHit): boolean {
  let word = head.start;
  while (word > 0 && scene.edges[word] !== 1) word--;
  return word < head.start && head.end - word < 3;
}

/** Past the divisions that lead a longer form: 武昌区|积玉桥街道. */
function outermost(scene: Scene, start: number, end: number): number {
  let at = start;
  for (let i = start + 1; i < end; i++) {
    const hit = scene.divisionEnd.get(i);
    if (hit && hit.start === at && hit.form === 'full') at = i;
  }
  return at;
}

export const divisionRules: NameRule[] = [
  { name: 'division-listed', propose: listed },
  { name: 'division-own', propose: own },
  { name: 'division-suffix', propose: suffixed },
];
