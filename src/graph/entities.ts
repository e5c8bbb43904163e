/** What several reports say of one entity becomes one node. */
import type { EntityType } from '../../schema/ontology.js';
import type { Statement } from '../../schema/statement.js';
import type { GraphNode, Properties } from './graph.js';

/** Property names that an attribute of the text may not take. */
const RESERVED = new Set([
  'id',
  'name',
  'type',
  'aliases',
  'group',
  'size',
  'mentioned',
  'reports',
  'basis',
  'rule',
]);
const BASIS_RANK = ['stated', 'implied', 'inferred'];

/**
 * One node an entity, with the union of its reports' aliases and attributes. Where reports differ the value most of
 * them give wins, then the longer, then the smaller: never the one that came first.
 */
export function entityNodes(statements: Statement[]): GraphNode[] {
  const byEntity = new Map<string, Statement[]>();
  for (const s of statements) {
    if (!['name', 'alias', 'attribute', 'mention'].includes(s.property)) continue;
    const group = byEntity.get(s.canonical);
    if (group) group.push(s);
    else byEntity.set(s.canonical, [s]);
  }
  return [...byEntity].map(([id, group]) => entityNode(id, group));
}

function entityNode(id: string, group: Statement[]): GraphNode {
  const of = (property: Statement['property']) => group.filter((s) => s.property === property);
  const names = of('name');
  const name = prevailing(names.map((s) => String(s.value)));
  const others = [...names, ...of('alias')].map((s) => String(s.value));
  const type = prevailing(names.map((s) => String(s.qualifiers['type']))) as EntityType;
  const sizes = names.flatMap((s) =>
    typeof s.qualifiers['size'] === 'number' ? [s.qualifiers['size']] : [],
  );
  const properties: Properties = {
    aliases: [...new Set(others)].filter((other) => other !== name).sort(),
    basis: BASIS_RANK.find((basis) => names.some((s) => s.basis === basis)) ?? 'stated',
    group: names.some((s) => s.qualifiers['group'] === true),
    mentioned: of('mention').length > 0,
    name,
    reports: [...new Set(names.map((s) => s.report))].sort(),
    rule: prevailing(names.map((s) => s.rule)),
    type,
  };
  if (sizes.length > 0) properties['size'] = Math.max(...sizes);
  const attributes = of('attribute').filter((s) => s.qualifiers['key'] !== 'mentioned');
  for (const key of new Set(attributes.map((s) => String(s.qualifiers['key'])).sort())) {
    const values = attributes.filter((s) => s.qualifiers['key'] === key).map((s) => String(s.value));
    properties[RESERVED.has(key) ? `${key}_` : key] = prevailing(values);
  }
  return { label: 'Entity', type, id, properties };
}

/** The value given most often; then the longest; then the smallest by code units. */
function prevailing(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(
    ([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : a > b ? 1 : 0),
  );
  return best?.[0] ?? '';
}
