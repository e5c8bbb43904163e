/** PARTICIPATES_IN by what was won there: 我省健儿在某运会上再创佳绩, 某企业在某展会亮相. */
import type { DraftRelation } from '../../model.js';
import { draft, type LinkScene, mentionAt } from './link-scene.js';
import { subjectsAt } from './subject.js';

const AT = /[在于]$/;
const RESULT =
  /^[”》]?(?:等[^，,。；;]{0,8})?[上中]?[^，,。；;、]{0,8}?(?:佳绩|奖牌|金牌|银牌|铜牌|夺冠|夺金|冠军|亚军|季军|捷报|亮相|参展|参赛|斩获|摘得|夺得|收获)/;

/** Events in which somebody is said to have won or shown something. */
export function readContests(scene: LinkScene): DraftRelation[] {
  return scene.lists.flatMap((list) => {
    const events = list.items.filter((i) => mentionAt(scene, i).type === 'Event');
    if (events.length === 0 || events.length < list.items.length) return [];
    const { text } = scene;
    if (!AT.test(text.slice(Math.max(0, list.start - 1), list.start))) return [];
    if (!RESULT.test(text.slice(list.end, list.end + 40))) return [];
    const { refs, said } = subjectsAt(scene, list.start - 1, 'PARTICIPATES_IN');
    if (!said) return [];
    return refs.flatMap((who) =>
      events.map((event) => draft('PARTICIPATES_IN', who, event, mentionAt(scene, event), 'contest')),
    );
  });
}
