/** What the form of the report implies: a government that reports on its own work answers for what it says was done. */
import type { DraftRelation } from '../../model.js';
import { canEnd, draft, type LinkScene, mentionAt } from './link-scene.js';

/** What the centre or the state does or lays down. */
const OF_CENTRE = /^[“《]?(?:中央|中共中央|国务院|全国人大)/;
/** Bodies that always report on their own work. */
const GOVERNMENT = /(?:人民政府|政府|国务院|管委会|管理委员会)$/;
/** Departments do so in reports on their year; a statistics office or a sender of task lists only tells of others' work. */
const DEPARTMENT = /(?<!统计)[局厅委会]$/;
const OWN_REPORT = /(?:工作总结|工作报告|工作情况|工作计划|工作要点|工作安排|工作思路|总结)/;
/** Sessions of the assemblies are not the government's. */
const ASSEMBLY = /(?:人民代表大会|人大|政协|党代会|代表大会)/;
/** What assemblies, meetings and companies make: a government neither enacts a statute nor owns their dealings. */
const OF_OTHERS = /(?:(?<!暂行)条例|倡议|宣言|共识|股权\S{0,4}|并购|收购)[》”]?$/;

/**
 * RESPONSIBLE_FOR and ISSUED by the issuer, for things that the report says were done.
 * @param stated relations that the text states: where a body is named, none is implied
 */
export function readIssuer(scene: LinkScene, stated: readonly DraftRelation[]): DraftRelation[] {
  const { header } = scene.context.report;
  if (header.issuer === null || !isOwnWork(header.issuer, header.title)) return [];
  const held = new Set(
    stated
      .filter((r) => r.type === 'RESPONSIBLE_FOR' || r.type === 'ISSUED')
      .map((r) => (typeof r.target === 'number' ? mentionAt(scene, r.target).name : '')),
  );
  const found = new Map<string, DraftRelation>();
  for (const { entity, stage, status } of scene.milestones) {
    if (typeof entity !== 'number' || !canEnd(scene, 'RESPONSIBLE_FOR', entity)) continue;
    // It answers for what was done; a plan is not done yet, and what was awarded or signed is told of others.
    if (status === 'target') continue;
    if (stage === 'approved' || stage === 'signed') continue;
    const m = mentionAt(scene, entity);
    const key = `${m.type} ${m.name}`;
    if (m.group !== undefined || held.has(m.name) || found.has(key) || ASSEMBLY.test(m.name)) continue;
    if (!isState(header.issuer) && (OF_OTHERS.test(m.name) || OF_CENTRE.test(m.name))) continue;
    const type = stage === 'issued' && m.type === 'Policy' ? 'ISSUED' : 'RESPONSIBLE_FOR';
    found.set(key, draft(type, 'issuer', entity, m, 'issuer', { basis: 'implied' }));
  }
  return [...found.values()];
}

function isOwnWork(issuer: string, title: string): boolean {
  return GOVERNMENT.test(issuer) || (DEPARTMENT.test(issuer) && OWN_REPORT.test(title));
}

const isState = (issuer: string): boolean => issuer.endsWith('国务院');
