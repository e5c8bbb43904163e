/** Which mentions name one thing: equal keys first, then short forms into the one longer form that they can mean. */
import type { EntityType, Mention, Report } from '../model.js';
import { comparable, type Form, readForm, type Step } from './form.js';
import { coreOf } from './head-word.js';
import { type Jurisdiction, jurisdictionOf } from './jurisdiction.js';
import { settleType } from './type-settle.js';

/** Why a form stands under a name. */
export type Reason =
  | Step
  | 'divisionPrefix'
  | 'headDropped'
  | 'quotedCore'
  | 'draftMark'
  | 'alias'
  | 'typeSettled';

export interface Member {
  /** Index into the draft's mentions; null for a name that only the report's form gives. */
  mention: number | null;
  type: EntityType;
  /** The form as the rules gave it. */
  raw: string;
  form: Form;
  reasons: Reason[];
}

export interface Cluster {
  key: string;
  type: EntityType;
  members: Member[];
}

/** Namespaces that never meet: a division, a person and a counted group keep apart from everything else. */
function space(type: EntityType, group: boolean): string {
  if (group) return `group:${type}`;
  return type === 'AdminDivision' || type === 'Person' ? type : 'name';
}

/**
 * Groups mentions into things.
 * @param extra names that only the report's form gives (division, issuer)
 * @returns clusters in the order of their keys; the result does not depend on the order of the mentions
 */
export function clusterMentions(
  report: Pick<Report, 'lineage' | 'subtree'>,
  mentions: readonly Mention[],
  extra: readonly { type: EntityType; name: string }[] = [],
): { clusters: Cluster[]; where: Jurisdiction } {
  const where = jurisdictionOf(report);
  const byKey = new Map<string, Cluster>();
  const forms = new Map<string, Form>();
  const place = (type: EntityType, raw: string, mention: number | null, group = false) => {
    const id = `${type} ${raw}`;
    let form = forms.get(id);
    if (!form) {
      form = group ? groupForm(raw) : readForm(type, raw, where);
      forms.set(id, form);
    }
    const key = `${space(type, group)} ${form.key}`;
    const cluster = byKey.get(key) ?? { key, type, members: [] };
    byKey.set(key, cluster);
    cluster.members.push({ mention, type, raw, form, reasons: [...form.steps] });
  };
  for (const [i, m] of mentions.entries()) place(m.type, m.name, i, m.group !== undefined);
  for (const { type, name } of extra) place(type, name, null);
  for (const cluster of byKey.values()) settleType(cluster);
  joinAliases(byKey, mentions, where);
  joinShortForms(byKey);
  return { clusters: [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), where };
}

function groupForm(raw: string): Form {
  const rest = comparable(raw);
  return { name: raw, key: rest, division: null, rest, aliases: [], steps: [] };
}

/** Forms that the text itself declares (以下简称 …) join the thing that they abbreviate. */
function joinAliases(byKey: Map<string, Cluster>, mentions: readonly Mention[], where: Jurisdiction): void {
  for (const m of mentions) {
    for (const alias of m.aliases ?? []) {
      if (m.group) continue;
      const own = byKey.get(`${space(m.type, false)} ${readForm(m.type, m.name, where).key}`);
      const other = byKey.get(`${space(m.type, false)} ${readForm(m.type, alias, where).key}`);
      if (own && other) join(byKey, other, own, 'alias');
    }
  }
}

/** A short form joins the longer one only where exactly one in this report fits; names that differ in more never meet. */
function joinShortForms(byKey: Map<string, Cluster>): void {
  const index = new Map<string, Set<Cluster>>();
  const reasons = new Map<string, Reason>();
  const offer = (type: EntityType, short: string, cluster: Cluster, reason: Reason) => {
    const id = `${type} ${short}`;
    const list = index.get(id) ?? new Set();
    index.set(id, list.add(cluster));
    reasons.set(`${id} ${cluster.key}`, reason);
  };
  for (const cluster of byKey.values()) {
    if (!cluster.key.startsWith('name ')) continue;
    for (const { form } of cluster.members) {
      if (form.division && form.rest.length >= 4) offer(cluster.type, form.rest, cluster, 'divisionPrefix');
      for (const { core, reason } of coreOf(cluster.type, form.name)) {
        const short = comparable(core);
        if (short.length >= 2 && short !== form.key) offer(cluster.type, short, cluster, reason);
      }
    }
  }
  const order = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const cluster of order) {
    if (!cluster.key.startsWith('name ')) continue;
    const id = `${cluster.type} ${cluster.key.slice('name '.length)}`;
    const longer = [...(index.get(id) ?? [])].filter((c) => c !== cluster);
    const [only] = longer;
    if (longer.length !== 1 || !only || !byKey.has(only.key)) continue;
    join(byKey, cluster, only, reasons.get(`${id} ${only.key}`) as Reason);
  }
}

function join(byKey: Map<string, Cluster>, from: Cluster, into: Cluster, reason: Reason): void {
  if (from === into || !byKey.has(from.key) || !byKey.has(into.key)) return;
  for (const member of from.members) into.members.push({ ...member, reasons: [...member.reasons, reason] });
  byKey.delete(from.key);
}
