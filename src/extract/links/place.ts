/** Where things are: by the division or place in their name, by 在X举办, else the reporting division. */
import type { DraftRelation, Ref } from '../../model.js';
import { isWorkedOn } from './concern.js';
import { divisionsIn } from './division-in-name.js';
import { canEnd, canStart, draft, type LinkScene, mentionAt, nameOf, sentenceOf } from './link-scene.js';
import { firstFrom } from './things.js';

/** A line runs through many divisions; only its sections and what is named for a place lie in one. */
const LINE = /(?:铁路|高铁|高速|公路|快线|联网|直流|特高压|航道|管道|管线|通道|运河)(?:工程|项目)?$/;
/** Sessions of assemblies bear the name of their division, which is no place of meeting. */
const ASSEMBLY = /(?:人民代表大会|人大|政协|委员会|全会|代表大会)/;

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
    if (m.type === 'Organization' || ASSEMBLY.test(m.name)) continue;
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
  const above = new Set(scene.context.report.lineage.slice(1).map((d) => d.name));
  const divisions = divisionsIn(scene, index).filter(
    (end) => canEnd(scene, 'LOCATED_IN', end) && (m.type === 'Company' || !above.has(nameOf(scene, end))),
  );
  const places = (scene.inside.get(index) ?? []).filter((i) => {
    const place = mentionAt(scene, i);
    return place.type === 'Place' && place.start - m.start <= 1 && !isWorkedOn(scene, i, m.end);
  });
  return [...divisions, ...places];
}

/** What a report says was built or held stands in its division; companies and bodies may sit elsewhere. */
function isLocal(scene: LinkScene, index: number): boolean {
  const m = mentionAt(scene, index);
  const { division } = scene.context.report.header;
  if (!division?.code || LINE.test(m.name)) return false;
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
