/** One entity with everything the graph knows of it, each fact with the sentence that states it. */
import { GovGraphError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { GraphStore, Row } from './store.js';

/** A fact with its sentence; `start` and `end` of the evidence are offsets into the sentence. */
export interface QuotedFact {
  /** The fact in a line: `地区生产总值 1001.16亿元`, `RESPONSIBLE_FOR → …`. */
  fact: string;
  basis: string;
  status: string;
  rule: string;
  report: string;
  sentence: string | null;
  start: number;
  end: number;
}

export interface EntityCard {
  id: string;
  type: string;
  name: string;
  aliases: string[];
  properties: Row;
  reports: string[];
  observations: QuotedFact[];
  milestones: QuotedFact[];
  relations: QuotedFact[];
  mentions: number;
}

/**
 * @param asked id, name or alias
 * @returns every entity that goes by it
 * @throws GovGraphError ENTITY_UNKNOWN with the nearest names
 */
export async function describeEntities(store: GraphStore, asked: string): Promise<EntityCard[]> {
  const { rows } = await store.query(
    'MATCH (e:Entity) WHERE e.id = $asked OR e.name = $asked OR $asked IN e.aliases RETURN e ORDER BY e.name, e.id',
    { asked },
  );
  if (rows.length === 0) throw await unknownEntity(store, asked);
  const nodes = rows.map((row) => (row['e'] as { properties: Row }).properties);
  // A name that one thing bears as its own is not asked of those that only share it as an alias.
  const named = nodes.filter((n) => n['id'] === asked || n['name'] === asked);
  return Promise.all((named.length > 0 ? named : nodes).map((n) => card(store, n)));
}

async function card(store: GraphStore, properties: Row): Promise<EntityCard> {
  const id = String(properties['id']);
  const ask = async (cypher: string) => (await store.query(cypher, { id })).rows;
  const observations = await ask(
    'MATCH (f:Observation)-[:ABOUT]->(e:Entity {id: $id}) MATCH (f)-[:IN_SENTENCE]->(s:Sentence) ' +
      'RETURN f.indicator AS indicator, f.raw AS raw, f.measure AS measure, f.periodStart AS periodStart, ' +
      `f.periodEnd AS periodEnd, ${common('f')} ORDER BY f.report, f.start, f.id`,
  );
  const milestones = await ask(
    'MATCH (f:Milestone)-[:OF]->(e:Entity {id: $id}) MATCH (f)-[:IN_SENTENCE]->(s:Sentence) ' +
      `RETURN f.stage AS stage, f.date AS date, ${common('f')} ORDER BY f.report, f.start, f.id`,
  );
  const relation = (pattern: string) =>
    ask(
      `MATCH ${pattern} WHERE f.basis IS NOT NULL OPTIONAL MATCH (s:Sentence {id: f.sentence}) ` +
        `RETURN type(f) AS type, f.role AS role, o.name AS other, ${common('f')} ORDER BY f.report, f.start, f.id`,
    );
  const outgoing = await relation('(e:Entity {id: $id})-[f]->(o:Entity)');
  const incoming = await relation('(e:Entity {id: $id})<-[f]-(o:Entity)');
  const [mentions] = await ask(
    'MATCH (e:Entity {id: $id})-[m:MENTIONED_IN]->(s:Sentence) RETURN count(m) AS n',
  );
  const titles = await store.query(
    'MATCH (r:Report) WHERE r.id IN $ids RETURN r.title AS title, r.file AS file ORDER BY r.id',
    { ids: properties['reports'] ?? [] },
  );
  const role = (row: Row) => (row['role'] ? ` (${row['role']})` : '');
  return {
    id,
    type: String(properties['type']),
    name: String(properties['name']),
    aliases: (properties['aliases'] ?? []) as string[],
    properties,
    reports: titles.rows.map((row) => String(row['title'] || row['file'])),
    observations: observations.map((row) =>
      quoted(`${row['indicator']} ${row['raw']} · ${row['measure']}${period(row)}`, row),
    ),
    milestones: milestones.map((row) =>
      quoted(`${row['stage']}${row['date'] ? ` ${row['date']}` : ''}`, row),
    ),
    relations: [
      ...outgoing.map((row) => quoted(`${row['type']} → ${row['other']}${role(row)}`, row)),
      ...incoming.map((row) => quoted(`${row['type']} ← ${row['other']}${role(row)}`, row)),
    ],
    mentions: Number(mentions?.['n'] ?? 0),
  };
}

const common = (f: string): string =>
  `${f}.basis AS basis, ${f}.status AS status, ${f}.rule AS rule, ${f}.report AS report, ` +
  `${f}.start AS start, ${f}.end AS end, s.text AS sentence, s.start AS offset`;

const period = (row: Row): string =>
  row['periodStart'] ? ` · ${row['periodStart']} – ${row['periodEnd']}` : '';

function quoted(fact: string, row: Row): QuotedFact {
  const sentence = row['sentence'] === null ? null : String(row['sentence']);
  const offset = Number(row['offset'] ?? 0);
  return {
    fact,
    basis: String(row['basis'] ?? 'stated'),
    status: String(row['status'] ?? ''),
    rule: String(row['rule'] ?? ''),
    report: String(row['report'] ?? ''),
    sentence,
    start: Math.max(0, Number(row['start'] ?? 0) - offset),
    end: Math.min(sentence?.length ?? 0, Number(row['end'] ?? 0) - offset),
  };
}

async function unknownEntity(store: GraphStore, asked: string): Promise<GovGraphError> {
  const { rows } = await store.query('MATCH (e:Entity) RETURN e.name AS name, e.aliases AS aliases');
  const names = rows.flatMap((row) => [String(row['name']), ...((row['aliases'] ?? []) as string[])]);
  const near = nearest(asked, names);
  const hint =
    near.length > 0 ? `nearest: ${near.join(', ')}` : 'govgraph ask lists questions that give names';
  return new GovGraphError('ENTITY_UNKNOWN', `the graph has no entity “${asked}”`, { hint });
}
