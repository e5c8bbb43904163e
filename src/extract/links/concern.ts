/** CONCERNS: what a project, policy or programme carries in its name is what it builds, changes or is for. */
import type { DraftRelation, Ref } from '../../model.js';
import { divisionsIn } from './division-in-name.js';
import { canEnd, draft, type LinkScene, mentionAt, nameOf, shortDivision } from './link-scene.js';

/** Behind the name of a thing: work on that thing. */
const WORK_ON =
  /(?:迁建|改造|改扩建|扩建|新建|建设|重建|整治|修复|治理|提升|更新|修缮|升级|保护|利用|连通|扩机|加固|搬迁|清淤|综合利用|禁捕|开发|攻坚|保卫)/;

/** Concerns implied by names. */
export function readConcerns(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.group !== undefined || (m.type !== 'Project' && m.type !== 'Policy' && m.type !== 'Programme'))
      continue;
    const nested = (scene.inside.get(index) ?? []).filter((i) => canEnd(scene, 'CONCERNS', i));
    const leading = nested.filter((i) => mentionAt(scene, i).start - m.start <= 1);
    // The river itself beside its basin (柳河流域).
    const known = knownHeads(scene, index);
    leading.push(...known);
    const ends =
      m.type === 'Project'
        ? [...nested.filter((i) => isWorkedOn(scene, i, m.end)), ...known]
        : [
            ...leading.filter((i) => mentionAt(scene, i).type !== 'AdminDivision'),
            ...leadingDivisions(scene, index),
          ];
    for (const end of ends) {
      const key = `${m.name} ${typeof end === 'number' ? mentionAt(scene, end).name : end}`;
      if (!found.has(key))
        found.set(key, draft('CONCERNS', index, end, m, 'concern-name', { basis: 'implied' }));
    }
  }
  return [...found.values()];
}

/** Declarations bear the name of the place where they were made. */
const DECLARATION = /(?:倡议|宣言|共识|声明|协定|公约)[》”]?$/;

const HOUSES = ['Place', 'Hospital', 'School'] as const;

/** Places and houses that the report names elsewhere and that this name begins with, work on them behind (柳河流域治理). */
function knownHeads(scene: LinkScene, index: number): number[] {
  const m = mentionAt(scene, index);
  const form = scene.text.slice(m.start, m.end).replace(/^[“《]/, '');
  const found: number[] = [];
  for (let n = Math.min(12, form.length - 2); n >= 3; n--) {
    // 东湖区 is another thing than 东湖.
    if (form.charAt(n) === '区' || !WORK_ON.test(form.slice(n))) continue;
    for (const type of HOUSES) {
      const house = scene.named.get(`${type} ${form.slice(0, n)}`);
      if (house !== undefined) found.push(house);
    }
  }
  return found;
}

/** Divisions in the name of a policy; those that a campaign's name begins with, for further inside they only colour it (“新韵重庆”品牌). */
function leadingDivisions(scene: LinkScene, index: number): Ref[] {
  const m = mentionAt(scene, index);
  const form = scene.text.slice(m.start, m.end);
  if (m.type === 'Policy') return DECLARATION.test(form) ? [] : divisionsIn(scene, index);
  // A brand in quotes only plays with the name of its home.
  if (form.startsWith('“')) return [];
  const head = form;
  return divisionsIn(scene, index).filter((end) => {
    if (
      typeof end === 'number' &&
      mentionAt(scene, end).start >= m.start &&
      mentionAt(scene, end).end <= m.end
    )
      return mentionAt(scene, end).start - m.start <= 1;
    return head.startsWith(shortDivision(nameOf(scene, end)));
  });
}

/** A house or place inside the name of a project, with work on it named behind. */
export function isWorkedOn(scene: LinkScene, index: number, end: number): boolean {
  const m = mentionAt(scene, index);
  return m.type !== 'AdminDivision' && m.type !== 'Company' && WORK_ON.test(scene.text.slice(m.end, end));
}
