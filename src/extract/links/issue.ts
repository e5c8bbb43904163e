/** ISSUED by the name of a paper: 国务院关于…的意见, 某市人民政府关于…的通知. */
import type { DraftRelation } from '../../model.js';
import { draft, type LinkScene, mentionAt } from './link-scene.js';

/** The body that a paper's name begins with. */
const ISSUER = /^[《“]?([^关印《》]{2,18}?)(?:关于|印发)/;

/** Papers whose name begins with a body that the report names. */
export function readIssues(scene: LinkScene): DraftRelation[] {
  const bodies = new Map<string, number>();
  for (const [i, m] of scene.mentions.entries()) {
    if (m.type !== 'Agency') continue;
    for (const form of [m.name, scene.text.slice(m.start, m.end)]) if (!bodies.has(form)) bodies.set(form, i);
  }
  const found = new Map<string, DraftRelation>();
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.type !== 'Policy' || found.has(m.name)) continue;
    const body = bodies.get(ISSUER.exec(scene.text.slice(m.start, m.end))?.[1] ?? '');
    if (body !== undefined) found.set(m.name, draft('ISSUED', body, index, m, 'issue-name'));
  }
  return [...found.values()];
}
