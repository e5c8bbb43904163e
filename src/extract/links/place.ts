/** Where things are: by the division in their name, by the place they stand beside, else the reporting division. */
import type { DraftRelation, Ref } from '../../model.js';
import { canEnd, canStart, draft, type LinkScene, mentionAt, shortDivision } from './link-scene.js';

const LONGEST = 12;
/** A road or river named for another place lies anywhere (a 柳州路 in Wuhan). */
const NAMED_FOR = /^(?:[东西南北中]?(?:路|街|大道|巷|桥|道|河|江|湖|山|里|弄))/;
/** 黔江至吉首高铁: the ends of a line. */
const LINE_END = /^[至到—－-]/;

/** Divisions that the name of a thing begins with or holds, as relation ends. */
export function divisionsIn(scene: LinkScene, index: number): Ref[] {
  const nested = (scene.inside.get(index) ?? []).filter((i) => mentionAt(scene, i).type === 'AdminDivision');
  if (nested.length > 0) return nested;
  const m = mentionAt(scene, index);
  const text = scene.text.slice(m.start, m.end).replace(/^[“《（(]/, '');
  const own = scene.context.report.header.division?.name;
  const short = own ? shortDivision(own) : undefined;
  for (let n = Math.min(LONGEST, text.length - 1); n >= 2; n--) {
    const head = text.slice(0, n);
    const rest = text.slice(n);
    if (NAMED_FOR.test(rest) || LINE_END.test(rest)) continue;
    if (own !== undefined && (head === own || head === short)) return ['division'];
    const division = scene.divisions.get(head);
    if (division !== undefined && division !== index) return [division];
  }
  // 310国道眉县过境公路, 法士特眉县铸造基地: only the reporting division is looked for inside a name.
  return own !== undefined && text.includes(own) ? ['division'] : [];
}

/** LOCATED_IN by name and by the form of the report. */
export function readPlaces(scene: LinkScene): DraftRelation[] {
  const found: DraftRelation[] = [];
  const seen = new Set<string>();
  const done = new Set(scene.milestones.map((m) => m.entity));
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.group !== undefined || !canStart(scene, 'LOCATED_IN', index)) continue;
    const key = `${m.type} ${m.name}`;
    const ends = divisionsIn(scene, index).filter((end) => canEnd(scene, 'LOCATED_IN', end));
    if (ends.length === 0 && (!done.has(index) || !isLocal(scene, index))) continue;
    if (seen.has(key)) continue;
    seen.add(key);
    if (ends.length > 0) {
      found.push(
        ...ends.map((end) => draft('LOCATED_IN', index, end, m, 'place-name', { basis: 'implied' })),
      );
    } else {
      found.push(draft('LOCATED_IN', index, 'division', m, 'place-report', { basis: 'implied' }));
    }
  }
  return found;
}

/** What a report says was built or held stands in its division; companies and bodies may sit elsewhere. */
function isLocal(scene: LinkScene, index: number): boolean {
  return ['Project', 'Hospital', 'School', 'Place'].includes(mentionAt(scene, index).type);
}
