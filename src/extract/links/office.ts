/** Offices: who heads a body, and which division it governs. */
import type { DraftRelation, Ref } from '../../model.js';
import { divisionsIn } from './division-in-name.js';
import { draft, type LinkScene, mentionAt, nameOf } from './link-scene.js';
import { firstFrom } from './things.js';

/** Titles of the head of a government and of other bodies, before or behind the name. */
const GOVERNMENT_HEAD =
  /(?:^|[^副])(?:代理?|代)?(?:总理|省长|主席|市长|州长|盟长|县长|旗长|区长|镇长|乡长)[\s　:：]*$/;
const HEAD_BEHIND = /^(?:总理|省长|市长|州长|县长|区长|镇长|乡长)/;
/** Organs of government; assemblies, parties and courts govern no division. */
const GOVERNS = /(?:政府|[局厅委]|分局|管委会|办事处|政府办公室|政府办公厅|指挥部)$/;
const PARTY = /^(?:中共|中国共产党)|[省市区县州旗]委$/;
const CORE = /^同志为核心的/;

/** HEADED_BY: 省长 王某, 以…同志为核心的党中央. */
export function readHeads(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.type !== 'Person' || found.has(m.name)) continue;
    const before = scene.text.slice(Math.max(0, m.start - 16), m.start);
    const behind = scene.text.slice(m.end, m.end + 12);
    const body = CORE.test(behind)
      ? agencyNear(scene, m.end, 'after')
      : bodyOfTitle(scene, m.start, before, behind);
    if (body !== null) found.set(m.name, draft('HEADED_BY', body, index, m, 'head-title'));
  }
  return [...found.values()];
}

function bodyOfTitle(scene: LinkScene, start: number, before: string, behind: string): Ref | null {
  if (!GOVERNMENT_HEAD.test(before) && !HEAD_BEHIND.test(behind)) return null;
  const named = GOVERNMENT_HEAD.test(before) ? agencyNear(scene, start, 'before') : null;
  if (named !== null) return named;
  const { issuer } = scene.context.report.header;
  return issuer !== null && /(?:政府|国务院)$/.test(issuer) ? 'issuer' : null;
}

/** An agency that ends or begins within a few characters of an offset. */
function agencyNear(scene: LinkScene, offset: number, side: 'before' | 'after'): number | null {
  const k = firstFrom(scene.mentions, scene.order, offset);
  const index = scene.order[side === 'before' ? k - 1 : k];
  if (index === undefined) return null;
  const m = mentionAt(scene, index);
  const gap = side === 'before' ? offset - m.end : m.start - offset;
  return m.type === 'Agency' && gap >= 0 && gap <= 7 ? index : null;
}

/** HAS_JURISDICTION: a government over the division of its name, the issuing government over the reporting division. */
export function readJurisdictions(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  const { header, issuerRange, titleRange } = scene.context.report;
  for (const [index, m] of scene.mentions.entries()) {
    if (m.type !== 'Agency' || m.group !== undefined || found.has(m.name)) continue;
    if (!GOVERNS.test(m.name) || PARTY.test(m.name)) continue;
    const over: Ref[] = /^[省市区县州旗]/.test(scene.text.charAt(m.start))
      ? own(scene, m.name)
      : divisionsIn(scene, index);
    for (const division of over.slice(0, 1)) {
      if (
        !/政府$/.test(m.name) &&
        division !== 'division' &&
        nameOf(scene, division) !== header.division?.name
      )
        continue;
      found.set(
        m.name,
        draft('HAS_JURISDICTION', index, division, m, 'jurisdiction-name', { basis: 'implied' }),
      );
    }
  }
  const evidence = issuerRange ?? titleRange;
  const issuer = header.issuer ?? '';
  if (evidence && header.division && issuer.endsWith('政府') && !found.has(issuer)) {
    found.set(
      issuer,
      draft('HAS_JURISDICTION', 'issuer', 'division', evidence, 'jurisdiction-issuer', { basis: 'implied' }),
    );
  }
  return [...found.values()];
}

/** 区卫健局 in the report of a district: the letter that begins it is the reporting division's own. */
function own(scene: LinkScene, name: string): Ref[] {
  const division = scene.context.report.header.division?.name;
  if (division === undefined) return [];
  return name.startsWith(division) || name.charAt(0) === division.at(-1) ? ['division'] : [];
}
