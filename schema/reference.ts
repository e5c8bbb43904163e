/** The ontology for readers and for other programs: reference page and JSON Schema, both from the zod types. */
import { z } from 'zod';
import { extractionSchema } from './extraction.js';
import { DATE_PROPERTIES, INTEGER_PROPERTIES, NODE_LABELS, NODE_PROPERTIES, STRUCTURE } from './graph.js';
import {
  type Approx,
  type Basis,
  ENTITY_TYPES,
  type FactStatus,
  type Measure,
  RELATION_TYPES,
  STAGES,
} from './ontology.js';
import { FIRST_QUERIES } from './style.js';

const BASIS_MEANING: Record<Basis, string> = {
  stated: 'a sentence says it',
  implied: 'the form of the report says it: the issuer reports on its own work',
  inferred: 'a published rule outside the text; never shown as if it were stated',
};
const MEASURE_MEANING: Record<Measure, string> = {
  level: 'amount, count or rate',
  change: 'growth or drop against an earlier period; a drop is negative',
  share: 'part of a whole or of a target',
  rank: 'place in an order; unit 位',
  ratio: 'so many times; unit 倍',
};
const STATUS_MEANING: Record<FactStatus, string> = {
  actual: 'reported as reached',
  estimated: 'expected for the period that is reported on',
  target: 'planned or hoped for',
};
const APPROX_MEANING: Record<Approx, string> = {
  exact: 'as it stands',
  about: '约, 左右, 近',
  over: '余, 多, 超, 突破',
  under: '不足',
  atLeast: '不低于, 不少于, 以上',
  atMost: '以内, 以下, 不超过',
};

interface JsonType {
  type?: string | string[];
  description?: string;
  enum?: string[];
  format?: string;
  $ref?: string;
  anyOf?: JsonType[];
  items?: JsonType;
  properties?: Record<string, JsonType>;
  $defs?: Record<string, JsonType>;
}

function schema(): JsonType {
  return z.toJSONSchema(extractionSchema) as JsonType;
}

/** JSON Schema (2020-12) of one extraction, as text. */
export function jsonSchema(): string {
  return `${JSON.stringify(schema(), null, 2)}\n`;
}

/** A type in words: `string`, `Span[]`, `number or null`. */
function typeName(type: JsonType): string {
  if (type.$ref) return type.$ref.replace('#/$defs/', '');
  if (type.anyOf) return type.anyOf.map(typeName).join(' or ');
  if (type.items) return `${typeName(type.items)}[]`;
  if (type.properties) return `{ ${Object.keys(type.properties).join(', ')} }`;
  if (type.enum) return 'word';
  return type.format ?? [type.type ?? 'any'].flat().join(' or ');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const list = (type: JsonType, key: string) =>
  type.enum && type.enum.length < 8 ? type.enum.join(', ') : type.enum ? `one of the ${key}s above` : '';

function record(name: string, type: JsonType): string {
  const rows = Object.entries(type.properties ?? {}).map(([key, field]) => [
    `\`${key}\``,
    typeName(field),
    [field.description ?? '', list(field, key)].filter(Boolean).join('; '),
  ]);
  return `### ${name}\n\n${type.description ?? ''}\n\n${table(['field', 'type', 'meaning'], rows)}`;
}

function vocabulary(rows: Record<string, { zh: string; en: string }>): string {
  return table(
    ['name', 'Chinese', 'English'],
    Object.entries(rows).map(([name, { zh, en }]) => [`\`${name}\``, zh, en]),
  );
}

function meanings(rows: Record<string, string>): string {
  return table(
    ['name', 'meaning'],
    Object.entries(rows).map(([name, meaning]) => [`\`${name}\``, meaning]),
  );
}

const ALL = Object.keys(ENTITY_TYPES).length;
const ends = (types: readonly string[]) => (types.length === ALL ? 'any' : types.join(', '));

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

/** The reference page of the graph's types, as Markdown. */
export function referencePage(): string {
  const { $defs = {}, ...root } = schema();
  const relations = Object.entries(RELATION_TYPES).map(([name, r]) => [
    `\`${name}\``,
    r.zh,
    r.en,
    ends(r.from),
    ends(r.to),
  ]);
  const labels = NODE_LABELS.map((l) => [`\`${l}\``, code(NODE_PROPERTIES[l])]);
  return `${[
    '# Reference: what the graph holds',
    '<!-- Generated from schema/*.ts by `npm run generate`. Do not edit. -->',
    'The types in `schema/` are the single source of this page, of `extraction.schema.json`, and of the labels and constraints in the databases.',
    '## Entity types',
    'One type an entity; the list is closed.',
    vocabulary(ENTITY_TYPES),
    '## Relation types',
    table(['name', 'Chinese', 'English', 'from', 'to'], relations),
    '## Basis: how a relation is known',
    meanings(BASIS_MEANING),
    '## Stages',
    'In the order of a project’s life.',
    vocabulary(STAGES),
    '## Measure: what a number says',
    meanings(MEASURE_MEANING),
    '## Status of a number',
    meanings(STATUS_MEANING),
    '## Approx: how exactly it is meant',
    meanings(APPROX_MEANING),
    '## In the database',
    'Every node has an `id`. Entities carry their type as a second label. [cypher/README.md](../cypher/README.md) tells how nodes and edges hang together.',
    table(['label', 'properties'], labels),
    `Whole numbers: ${code([...INTEGER_PROPERTIES])}; ISO dates or their beginnings: ${code([...DATE_PROPERTIES])}; other numbers are floats.`,
    `Edges beside the relations above: ${code(STRUCTURE)}.`,
    'Captions and colours for Neo4j Browser: drop [style.grass](../cypher/style.grass) on it. What to type first:',
    ...FIRST_QUERIES.map(([shows, cypher]) => `${shows}:\n\n\`\`\`cypher\n${cypher}\n\`\`\``),
    '## The JSON of one extraction',
    'All offsets are UTF-16 code units into the decoded text of the input: byte order mark dropped, nothing else changed.',
    record('Extraction', root),
    ...Object.entries($defs).map(([name, type]) => record(name, type)),
  ].join('\n\n')}\n`;
}
