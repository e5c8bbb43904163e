/** PART_OF: phase of a project, division of a division, member named inside its whole's paragraph. */
import type { DraftRelation, Mention } from '../../model.js';
import { namesOf } from './division-in-name.js';
import { blockAt, draft, type LinkScene, mentionAt, shortDivision } from './link-scene.js';
import { firstFrom } from './things.js';

/** What turns the name of a whole into that of a part: 二期, 柳江段, 4号楼, 北校区, 主体工程. */
const PART =
  /^(?:项目)?(?:[（(]?(?:[一二三四五六七八九十]|[0-9０-９]+)期[）)]?(?:工程|项目)?|[0-9０-９]+号?[^，。]{0,6}|[^，。、]{1,6}(?:段|标段|院区|校区|分院|片区|核心区|起步区|首开区|泊位|主体工程|[0-9]?号楼|综合楼|门诊楼|住院楼|教学楼|操场|病区|跑道|航站楼))$/;

/** Whether what is left of a name behind that of a whole makes it the name of a part. */
export const isPart = (rest: string): boolean => PART.test(rest);

/** Parts of wholes, all implied by the names or by the form of the report. */
export function readParts(scene: LinkScene): DraftRelation[] {
  return [...phases(scene), ...members(scene), ...divisions(scene), ...cores(scene)];
}

/** Villages and communities. */
const LEAST = /(?:村|社区|嘎查|居委会|村委会)$/;

const WHOLES = new Set(['Project', 'Place', 'Hospital', 'School', 'Programme']);

/** Words that turn the name of a thing into that of the work on it (某机场 -> 某机场改扩建主体工程). */
const WORK_TAIL = /(?:改扩建|扩建|新建|迁建|改建|建设)(?:主体)?(?:工程|项目)?$/;

function phases(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  // The third runway of an airport is part of its enlargement, where the report names only that.
  const enlarged = new Map<string, number>();
  for (const index of scene.order) {
    const { type, name, group } = mentionAt(scene, index);
    if (type === 'Project' && group === undefined && WORK_TAIL.test(name))
      enlarged.set(name.replace(WORK_TAIL, ''), index);
  }
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (!WHOLES.has(m.type) || m.group !== undefined || found.has(m.name)) continue;
    for (let n = m.name.length - 1; n >= 3; n--) {
      const rest = m.name.slice(n);
      if (!isPart(rest) || WORK_TAIL.test(rest)) continue;
      const stem = m.name.slice(0, n);
      const whole =
        [...WHOLES].map((t) => scene.named.get(`${t} ${stem}`)).find((i) => i !== undefined) ??
        enlarged.get(stem);
      if (whole === undefined || whole === index) continue;
      found.set(m.name, draft('PART_OF', index, whole, m, 'part-name', { basis: 'implied' }));
      break;
    }
  }
  return [...found.values()];
}

/** 其中洛满隧道 in the paragraph of a project. */
function members(scene: LinkScene): DraftRelation[] {
  return scene.order.flatMap((index) => {
    const m = mentionAt(scene, index);
    if (m.type !== 'Project' && m.type !== 'Place') return [];
    if (m.start < 2 || !scene.text.startsWith('其中', m.start - 2)) return [];
    const topic = blockAt(scene, m.start)?.topic ?? null;
    if (topic === null || topic === index || mentionAt(scene, topic).type !== 'Project') return [];
    return [draft('PART_OF', index, topic, m, 'part-of-which', { basis: 'implied' })];
  });
}

/** Each division that the report names belongs to the nearest of its ancestors that it names too. */
function divisions(scene: LinkScene): DraftRelation[] {
  const { lineage, subtree } = scene.context.report;
  const found: DraftRelation[] = [];
  const done = new Set<string>();
  const below = namesOf(subtree);
  for (const [i, m] of scene.mentions.entries()) {
    if (m.type !== 'AdminDivision' || m.group !== undefined || done.has(m.name)) continue;
    done.add(m.name);
    const level = lineage.findIndex((d) => d.name === m.name || shortDivision(d.name) === m.name);
    if (level < 0 && !below.has(m.name)) continue;
    if (level < 0) {
      // 某镇某村: the name right before says where it belongs.
      const over = scene.order[firstFrom(scene.mentions, scene.order, m.start) - 1];
      const above = over === undefined ? undefined : mentionAt(scene, over);
      const known = above?.type === 'AdminDivision' && above.end === m.start && LEAST.test(m.name);
      const end = known && !LEAST.test(above.name) ? (over as number) : 'division';
      found.push(
        draft('PART_OF', i, end, m, 'part-division', { basis: end === 'division' ? 'implied' : 'stated' }),
      );
      continue;
    }
    const parent = lineage.slice(level + 1).find((d) => scene.divisions.has(d.name));
    if (parent === undefined) continue;
    const target = scene.divisions.get(parent.name) as number;
    const near = adjacent(mentionAt(scene, target), m);
    found.push(draft('PART_OF', i, target, m, 'part-division', { basis: near ? 'stated' : 'implied' }));
  }
  return found;
}

const adjacent = (a: Mention, b: Mention): boolean =>
  a.end === b.start || (a.start <= b.start && b.end <= a.end);

/** 以东湖科学城为核心区域的光谷科创大走廊: X is the core of Y. */
function cores(scene: LinkScene): DraftRelation[] {
  return scene.order.flatMap((index, k) => {
    const m = mentionAt(scene, index);
    const next = scene.order[k + 1];
    if (next === undefined || scene.text.charAt(m.start - 1) !== '以') return [];
    const gap = scene.text.slice(m.end, mentionAt(scene, next).start);
    if (!/^为(?:核心|中心|主体|龙头|引领|起步|先导|枢纽)[^，,。；、]{0,4}的$/.test(gap)) return [];
    return [draft('PART_OF', index, next, m, 'part-core')];
  });
}
