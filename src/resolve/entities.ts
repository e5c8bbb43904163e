/** Clusters become entities: one canonical name, its aliases, ids that hold across reports, and the judgements made. */
import type { Entity, Judgement, Mention, Report, Span } from '../model.js';
import type { Cluster, Member } from './cluster.js';
import { comparable } from './form.js';
import { hashId } from './identity.js';

/** Names of national things are the same thing in every report; so are instruments and honours. */
const NATIONAL = /^[“《]?(?:国家|全国|中国|中央|中共中央|国务院|党中央|中华|世界|国际)/;

export interface Resolved {
  entities: Entity[];
  judgements: Judgement[];
  /** Entity id of each mention, by its index. */
  ofMention: string[];
  /** Entity id of a name that only the report's form gives, by `type name`. */
  ofName: Map<string, string>;
}

/**
 * @param ownCode code of the reporting division; null when unknown (then nothing meets another report's local names)
 * @param span makes a checked span
 */
export function buildEntities(
  report: Pick<Report, 'header'>,
  ownCode: string | null,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
  span: (range: { start: number; end: number }) => Span,
): Resolved {
  const resolved: Resolved = { entities: [], judgements: [], ofMention: [], ofName: new Map() };
  const local = ownCode ?? report.header.id;
  for (const cluster of clusters) {
    const lead = leading(cluster.members);
    const group = cluster.key.startsWith('group:');
    const id = hashId(cluster.type, cluster.key, scope(cluster, lead, group ? report.header.id : local));
    const spans = new Map<number, Span>();
    for (const m of cluster.members) {
      if (m.mention === null) resolved.ofName.set(`${m.type} ${m.raw}`, id);
      else {
        resolved.ofMention[m.mention] = id;
        spans.set(m.mention, span(mentions[m.mention] as Mention));
      }
    }
    const first = cluster.members.find((m) => m.mention !== null);
    const firstMention = first === undefined ? undefined : mentions[first.mention as number];
    resolved.entities.push({
      id,
      type: cluster.type,
      name: lead.form.name,
      aliases: aliasesOf(cluster.members, lead.form.name, mentions),
      group,
      size: firstMention?.group?.size ?? null,
      attributes: attributesOf(cluster, lead, ownCode, spans.size > 0),
      mentions: distinct([...spans.values()]),
      rule: firstMention?.rule ?? 'header',
    });
    resolved.judgements.push(...judge(cluster, lead.form.name, id));
  }
  resolved.entities.sort(byFirstMention);
  return resolved;
}

/** The member whose form is the canonical name: the fullest that the report gives; shape alone settles ties. */
function leading(members: readonly Member[]): Member {
  let best = members[0] as Member;
  let rank = comparable(best.form.name).length;
  for (const m of members) {
    if (m.form.name === best.form.name) continue;
    const length = comparable(m.form.name).length;
    if (length > rank || (length === rank && m.form.name < best.form.name)) {
      best = m;
      rank = length;
    }
  }
  return best;
}

function scope(cluster: Cluster, lead: Member, local: string): string {
  if (cluster.members.some((m) => m.form.division)) return '';
  if (cluster.type === 'Funding' || cluster.type === 'Honour') return '';
  return NATIONAL.test(lead.form.name) ? '' : local;
}

function aliasesOf(members: readonly Member[], name: string, mentions: readonly Mention[]): string[] {
  const given: string[] = [];
  const derived: string[] = [];
  const order = [...members].sort((a, b) => (a.mention ?? Infinity) - (b.mention ?? Infinity));
  for (const m of order) {
    if (m.form.steps[0] !== 'levelWord' || m.type !== 'AdminDivision') given.push(m.raw);
    given.push(m.form.name, ...(m.mention === null ? [] : (mentions[m.mention]?.aliases ?? [])));
    derived.push(...m.form.aliases);
  }
  const own = comparable(name);
  const seen = new Set<string>();
  return [...new Set([...given, ...derived])].filter((alias) => {
    const key = comparable(alias);
    return key !== own && key !== '' && !seen.has(key) && seen.add(key);
  });
}

function attributesOf(
  cluster: Cluster,
  lead: Member,
  ownCode: string | null,
  mentioned: boolean,
): Record<string, string> {
  const division = cluster.members.find((m) => m.form.division)?.form.division;
  const unsaid = mentioned ? {} : { mentioned: 'no' };
  if (cluster.type === 'AdminDivision') {
    return division ? { code: division.code, level: String(division.level), ...unsaid } : unsaid;
  }
  const code = division?.code ?? (scope(cluster, lead, 'local') === '' ? null : ownCode);
  return code === null ? unsaid : { division: code, ...unsaid };
}

/** One judgement a form that is not the canonical name itself. */
function judge(cluster: Cluster, name: string, entity: string): Judgement[] {
  const made = new Map<string, Judgement>();
  for (const m of cluster.members) {
    const settled = m.type !== cluster.type;
    if (m.raw === name && !settled) continue;
    const id = hashId('judgement', entity, m.type, m.raw);
    const reasons = m.reasons.length > 0 ? m.reasons : (['quotes'] as const);
    made.set(id, { id, entity, type: m.type, form: m.raw, name, reasons: [...new Set(reasons)] });
  }
  return [...made.values()];
}

function distinct(spans: Span[]): Span[] {
  const at = new Map(spans.map((s) => [`${s.start} ${s.end}`, s]));
  return [...at.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function byFirstMention(a: Entity, b: Entity): number {
  const at = (e: Entity) => e.mentions[0]?.start ?? Infinity;
  const [x, y] = [at(a), at(b)];
  if (x !== y) return x - y;
  const end = (b.mentions[0]?.end ?? 0) - (a.mentions[0]?.end ?? 0);
  if (end !== 0) return end;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
