/** Hospitals and schools: a head noun with a name, a number or a level before it; campuses are theirs (…柳东院区). */
import type { EntityType, Range } from '../../model.js';
import type { Candidate } from '../context.js';
import { leftEdge } from '../names/left-edge.js';
import { sharers } from '../names/list.js';
import { properness } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { companyRules } from './company.js';
import { placeRules } from './place.js';

const AROUND: readonly EntityType[] = ['Project', 'Company', 'Organization'];
const LEVEL = /^[省市区县州旗镇乡]$/;
const CAMPUS = /[\p{Script=Han}\d]{0,4}?(?:新?校区|新?院区|分校|分院)/uy;
const DIVISION_LIKE = /(?:街道|街|镇|乡|县|区|市|村|社区)$/;
/** 一中, 二小: a school only after its place. */
const NUMBERED = /^[一二三四五六七八九十](?:中|小|高|幼)$/;
const TYPES: Record<string, EntityType> = { hospital: 'Hospital', school: 'School' };

function propose(scene: Scene): Candidate[] {
  return scene.heads.facility.flatMap((head) => {
    const type = TYPES[head.kind];
    return type === undefined ? [] : read(scene, head, type);
  });
}

function read(scene: Scene, head: HeadHit, type: EntityType): Candidate[] {
  const { text } = scene.report;
  const start = leftEdge(scene, head.start, { max: 22 });
  if (start < 0 || start === head.start) return [];
  const modifier = text.slice(start, head.start);
  const numbered = NUMBERED.test(text.slice(head.start, head.end));
  if (numbered && !scene.divisionEnd.has(head.start) && !LEVEL.test(modifier)) {
    if (modifier.length > 4 || properness(scene, start, head.start) < 2) return [];
  }
  const specific = head.end - head.start > 2;
  if (!(specific && LEVEL.test(modifier)) && properness(scene, start, head.start) === 0) return [];
  const end = campusEnd(scene, head.end);
  const rule = head.kind;
  const name = text.slice(start, end);
  const found: Candidate[] = [{ start, end, type, name, priority: 55, nest: AROUND, rule }];
  const tail = text.slice(head.start, end);
  const inDivision = (r: Range) => DIVISION_LIKE.test(text.slice(r.start, r.end));
  if (!inDivision({ start, end: head.start })) return found;
  for (const item of sharers(scene, start, inDivision)) {
    found.push({
      ...item,
      type,
      name: text.slice(item.start, item.end) + tail,
      priority: 59,
      nest: AROUND,
      rule,
    });
  }
  return found;
}

/** End of a hospital's or school's name with its campus: 某某中学|新校区. */
export function campusEnd(scene: Scene, end: number): number {
  CAMPUS.lastIndex = end;
  const found = CAMPUS.exec(scene.report.text);
  if (!found) return end;
  const to = end + found[0].length;
  return (scene.floor[to] as number) > end || scene.edges[to] !== 1 ? end : to;
}

export const facilityRules: NameRule[] = [{ name: 'facility', propose }, ...companyRules, ...placeRules];
