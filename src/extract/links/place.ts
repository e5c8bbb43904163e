/** Where things are: by the division or place in their name, by 在X举办, else the reporting division. */
import type { DraftRelation, Ref } from '../../model.js';
import { isWorkedOn } from './concern.js';
import { divisionsIn } from './division-in-name.js';
import { canEnd, canStart, draft, type LinkScene, mentionAt, nameOf, sentenceOf } from './link-scene.js';
import { firstFrom } from './things.js';
import { isPart } from './whole.js';

/** A line runs through many divisions; only its sections and what is named for a place lie in one. */
const LINE =
  /(?:铁路|高铁|高速|公路|快线|联网|直流|特高压|航道|水运|流域|管道|管线|通道|运河|电[入送][一-鿿]|[东北南]送)[^段站区桥隧枢]{0,8}$/;
/** Sessions of assemblies bear the name of their division, which is no place of meeting. */
const ASSEMBLY = /(?:人民代表大会|人大|政协|委员会|全会|代表大会)/;

/** Papers and stations bear the name of what they write for. */
const MEDIA = /(?:日报|晚报|新闻|通讯社|电视台|杂志|客户端)$/;
/** A gathering named for a river or a mountain is held somewhere else. */
const LANDSCAPE = /[江河湖海山洋]$/;
/** Works that are no works on the ground. */
const IMMATERIAL = /(?:合作|改革|改制|收购|重组|试点|并购|平台|系统|数据库|应用场景)(?:项目)?$/;
/** A brand in quotes only plays with the name of its home (“好运某省”系列赛事). */
const BRAND = /^[“「]/;
/** What stands anywhere in the whole country stands nowhere in particular. */
const STATE = '中华人民共和国';

/** LOCATED_IN by verb (在X举办), by name and by the form of the report. */
export function readPlaces(scene: LinkScene): DraftRelation[] {
  return [...heldAt(scene), ...byName(scene)];
}

function byName(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation[]>();
  const done = new Set(scene.milestones.map((m) => m.entity));
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    const key = `${m.type} ${m.name}`;
    if (m.group !== undefined || found.has(key) || !canStart(scene, 'LOCATED_IN', index)) continue;
    if (MEDIA.test(m.name) || ASSEMBLY.test(m.name)) continue;
    const ends = endsOf(scene, index);
    if (ends.length > 0) {
      found.set(
        key,
        ends.map((end) => draft('LOCATED_IN', index, end, m, 'place-name', { basis: 'implied' })),
      );
    } else if (done.has(index) && isLocal(scene, index)) {
      found.set(key, [draft('LOCATED_IN', index, 'division', m, 'place-report', { basis: 'implied' })]);
    }
  }
  return [...found.values()].flat();
}

/** Divisions in the name and the place that the name begins with; an ancestor of the reporting division says too little. */
function endsOf(scene: LinkScene, index: number): Ref[] {
  const m = mentionAt(scene, index);
  if (m.type !== 'Place' && BRAND.test(scene.text.slice(m.start, m.end))) return [];
  const above = new Set(scene.context.report.lineage.slice(1).map((d) => d.name));
  const divisions = divisionsIn(scene, index).filter(
    (end) => canEnd(scene, 'LOCATED_IN', end) && (m.type === 'Company' || !above.has(nameOf(scene, end))),
  );
  const places = (scene.inside.get(index) ?? []).filter((i) => {
    const place = mentionAt(scene, i);
    if (place.type !== 'Place' || place.start - m.start > 1 || isWorkedOn(scene, i, m.end)) return false;
    const rest = scene.text.slice(place.end, m.end);
    return !isPart(rest) && !(m.type === 'Event' && LANDSCAPE.test(place.name));
  });
  return [...divisions, ...places];
}

/** What a report says was built or held stands in its division; companies and bodies may sit elsewhere. */
function isLocal(scene: LinkScene, index: number): boolean {
  const m = mentionAt(scene, index);
  const { division } = scene.context.report.header;
  if (!division?.code || division.name === STATE || LINE.test(m.name) || IMMATERIAL.test(m.name))
    return false;
  return ['Project', 'Hospital', 'School', 'Place'].includes(m.type);
}

/** 大会在省人民会堂开幕, 联盟在武汉成立: the place before the stage word. */
function heldAt(scene: LinkScene): DraftRelation[] {
  return scene.milestones.flatMap(({ entity, evidence }) => {
    if (typeof entity !== 'number' || !canStart(scene, 'LOCATED_IN', entity)) return [];
    const index = scene.order[firstFrom(scene.mentions, scene.order, evidence.start) - 1];
    if (index === undefined || index === entity || !canEnd(scene, 'LOCATED_IN', index)) return [];
    const place = mentionAt(scene, index);
    const near =
      evidence.start - place.end <= 4 &&
      /[在于]$/.test(scene.text.slice(Math.max(0, place.start - 1), place.start));
    if (!near || place.start < sentenceOf(scene, evidence.start).start) return [];
    return [draft('LOCATED_IN', entity, index, place, 'place-held')];
  });
}
