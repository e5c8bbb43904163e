/** Offices: who heads a body, and which division it governs. */
import type { DraftRelation, Ref } from '../../model.js';
import { divisionsIn } from './division-in-name.js';
import { draft, type LinkScene, mentionAt, nameOf } from './link-scene.js';
import { firstFrom } from './things.js';

/** Titles of those who head a body, at the end of what stands before a name; deputies and former ones head nothing. */
const TITLE =
  /(副|原|前任?|常务)?(?:代理?)?(书记|总理|省长|主席|[市州盟县旗区镇乡]长|厅长|局长|部长|主任|院长|校长|会长|检察长|理事长)[\s　:：]*$/;
/** Between two titles of one person: 厅党委书记、厅长, 区委副书记，区长. */
const AND = /[、兼，][^、兼，。；;]{0,12}$/;
const GOVERNMENT_HEAD = /^(?:总理|省长|主席|[市州盟县旗区镇乡]长)$/;
const HEAD_BEHIND = /^(?:总理|省长|市长|州长|县长|区长|镇长|乡长)/;
/** The issuing body that a bare title means: 厅长 in the report of a 厅. */
const OF_ISSUER: Record<string, RegExp> = {
  厅长: /厅$/,
  局长: /局$/,
  主任: /(?:委|委员会|办公室|中心)$/,
  部长: /部$/,
  院长: /院$/,
};
/** Most titles of one person. */
const TITLES = 3;
/** Organs of government; assemblies, parties and courts govern no division. */
const GOVERNS = /(?:政府|[局厅委]|分局|管委会|办事处|政府办公室|政府办公厅|指挥部)$/;
const PARTY = /^(?:中共|中国共产党)|[省市区县州旗]委$/;
const CORE = /^同志为核心的/;

/** HEADED_BY: 省长 王某, 厅党委书记、厅长李某, 以…同志为核心的党中央. */
export function readHeads(scene: LinkScene): DraftRelation[] {
  const found = new Map<string, DraftRelation>();
  for (const index of scene.order) {
    const m = mentionAt(scene, index);
    if (m.type !== 'Person') continue;
    const behind = scene.text.slice(m.end, m.end + 12);
    const core = CORE.test(behind) ? agencyNear(scene, m.end, 'after') : null;
    const bodies = core !== null ? [core] : bodiesOfTitles(scene, m.start, behind);
    for (const body of bodies) {
      const key = `${m.name} ${nameOf(scene, body)}`;
      if (!found.has(key)) found.set(key, draft('HEADED_BY', body, index, m, 'head-title'));
    }
  }
  return [...found.values()];
}

/** Bodies that the titles before a name head, the last title first. */
function bodiesOfTitles(scene: LinkScene, start: number, behind: string): Ref[] {
  const bodies: Ref[] = [];
  let end = start;
  for (let n = 0; n < TITLES; n++) {
    const before = scene.text.slice(Math.max(0, end - 16), end);
    const title = TITLE.exec(before);
    if (title === null) break;
    const at = end - before.length + title.index;
    const body = title[1] === undefined ? bodyOf(scene, at, title[2] as string) : null;
    if (body !== null) bodies.push(body);
    const and = AND.exec(scene.text.slice(Math.max(0, at - 16), at));
    if (and === null) break;
    end = at - and[0].length;
  }
  if (bodies.length === 0 && end === start && HEAD_BEHIND.test(behind)) {
    const body = issuerIf(scene, /(?:政府|国务院)$/);
    if (body !== null) bodies.push(body);
  }
  return bodies;
}

/** The body that a title heads: the agency right before it, else the issuer where the title is its own. */
function bodyOf(scene: LinkScene, at: number, title: string): Ref | null {
  const near = agencyNear(scene, at, 'before');
  if (near !== null && at - mentionAt(scene, near).end <= 1) return near;
  if (GOVERNMENT_HEAD.test(title)) return near ?? issuerIf(scene, /(?:政府|国务院)$/);
  // 教育局局长, where no name was read, heads another body than the issuer.
  if (/[局厅委部院处室会]$/.test(scene.text.slice(Math.max(0, at - 1), at))) return null;
  const own = OF_ISSUER[title];
  return own === undefined ? null : issuerIf(scene, own);
}

function issuerIf(scene: LinkScene, kind: RegExp): Ref | null {
  const { issuer } = scene.context.report.header;
  return issuer !== null && kind.test(issuer) ? 'issuer' : null;
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
