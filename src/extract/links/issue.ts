/** ISSUED by the name of a paper: 国务院关于…的意见, 某市人民政府关于…的通知. */
import type { DraftRelation } from '../../model.js';
import { draft, type LinkScene, mentionAt } from './link-scene.js';

/** Papers whose name begins with the body that issued them. */
export function readIssues(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.type !== 'Policy' || found.has(m.name)) continue;
    for (const i of scene.inside.get(index) ?? []) {
      const body = mentionAt(scene, i);
      const leads = body.type === 'Agency' && body.start - m.start <= 1;
      if (leads && /^(?:办公厅|办公室)?(?:关于|印发)/.test(scene.text.slice(body.end, body.end + 6)))
        found.set(m.name, draft('ISSUED', i, index, body, 'issue-name'));
    }
  }
  return [...found.values()];
}
