/** Things listed before a counted or general head: A、B等项目, A、B、C等12个项目, A、B等地块. Each item is one of that kind. */
import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../../schema/ontology.js';
import { readLexicon } from '../../lexicon.js';
import type { Candidate } from '../context.js';
import { itemsUpTo } from '../names/list.js';
import { endsHere, isNamed, properness } from '../names/proper.js';
import type { NameRule, Scene } from '../names/scene.js';
import { campusEnd } from './facility.js';

const SET = /^等“[\d一二三四五六七八九十百千]/;

let heads: { pattern: RegExp; types: Map<string, EntityType> } | undefined;

function loadHeads() {
  const types = Object.keys(ENTITY_TYPES) as [EntityType, ...EntityType[]];
  const rows = readLexicon('list-head', z.object({ word: z.string().min(1), type: z.enum(types) }));
  const words = rows.map((r) => r.word).sort((a, b) => b.length - a.length);
  return {
    types: new Map(rows.map((r) => [r.word, r.type])),
    pattern: new RegExp(`等(?:[^，；。！？：、\\n等]|、(?=\\d)){0,18}?(${words.join('|')})`, 'gu'),
  };
}

function propose(scene: Scene): Candidate[] {
  heads ??= loadHeads();
  const { text } = scene.report;
  const own = new Set(
    scene.heads.facility
      .filter((h) => h.kind === 'hospital' || h.kind === 'school')
      .map((h) => campusEnd(scene, h.end)),
  );
  const found: Candidate[] = [];
  for (const m of text.matchAll(heads.pattern)) {
    const end = m.index + m[0].length;
    if (scene.edges[m.index] !== 1 || scene.edges[end] !== 1 || !endsHere(scene, end)) continue;
    if (hasVerb(scene, m.index + 2, end - (m[1] as string).length)) continue;
    // 等“十大工程”: a set with a name, and no works.
    if (m[1] === '工程' && SET.test(m[0])) continue;
    const type = heads.types.get(m[1] as string) as EntityType;
    // 城中村 and 街区 are words, no list of villages or districts.
    if (type === 'AdminDivision' && scene.edges[end - (m[1] as string).length] !== 1) continue;
    const items = itemsUpTo(scene, m.index);
    for (const item of items) {
      if (type === 'Project' && own.has(item.end)) continue;
      const long = items.length > 2 && item.end - item.start > 5;
      const enough = type === 'Project' || items.length > 2 || /\d/.test(m[0]) ? 1 : 2;
      if (type === 'AdminDivision' && !/^\p{Script=Han}{2,5}$/u.test(text.slice(item.start, item.end)))
        continue;
      if (type === 'Place' && text[item.start] === '“') continue;
      if (item.end - item.start > 30 || item.end - item.start < 2) continue;
      const degree = properness(scene, item.start, item.end);
      const head = scene.headEnd.has(item.end);
      // 畜禽、油茶等项目: goods, not names.
      if (degree === 1 && !head && item.end - item.start < 4 && type === 'Project') continue;
      if (degree < enough && !(head && (long || isNamed(scene, item.start, item.end)))) continue;
      found.push({
        ...item,
        type,
        name: text.slice(item.start, item.end),
        priority: 70,
        rule: 'list',
      });
    }
  }
  return found;
}

/** A stop word between 等 and the head, not right before it: the head is another phrase's (等集群|入选…企业, but 等23个续建|项目). */
function hasVerb(scene: Scene, from: number, to: number): boolean {
  // 等30个拟竣工投产项目: what is said of a counted kind.
  const { text } = scene.report;
  const counted = /\d/.test(text.charAt(from - 1));
  for (let i = from; i < to; i++)
    if (scene.barrier[i] === 1 && !(counted && (scene.buildBefore[i] !== 0 || text[i - 1] === '拟')))
      return true;
  return false;
}

export const projectListRules: NameRule[] = [{ name: 'list', propose }];
