/** The closed vocabulary of the graph in a database: labels, edge types and the types of properties. */
import { RELATION_TYPES, type RelationType } from './ontology.js';

/** Raised when a graph written by an earlier release no longer means the same. */
export const GRAPH_VERSION = 1;

/** Labels that key a node; entities carry their type as a second label. */
export const NODE_LABELS = [
  'Report',
  'Section',
  'Sentence',
  'Entity',
  'Indicator',
  'Observation',
  'Milestone',
  'Warning',
] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

const STATED = ['quote', 'start', 'end', 'report', 'rule', 'version', 'basis'];

/** Properties of each label beside `id`; an entity also has its own attributes, such as `code` and `division`. */
export const NODE_PROPERTIES: Record<NodeLabel, readonly string[]> = {
  Report: [
    'title',
    'issuer',
    'division',
    'divisionCode',
    'date',
    'periodStart',
    'periodEnd',
    'file',
    'sha256',
    'encoding',
  ],
  Section: ['heading', 'level', 'index', 'standing', 'periodStart', 'periodEnd', 'start', 'end', 'report'],
  Sentence: ['text', 'start', 'end', 'report'],
  Entity: ['type', 'name', 'aliases', 'group', 'size', 'mentioned', 'reports', 'basis', 'rule'],
  Indicator: ['name'],
  Observation: [
    'indicator',
    'value',
    'valueMax',
    'unit',
    'raw',
    'measure',
    'status',
    'approx',
    'scope',
    'periodStart',
    'periodEnd',
    ...STATED,
  ],
  Milestone: ['stage', 'stageOrder', 'status', 'date', ...STATED],
  Warning: ['code', 'message', 'quote', 'start', 'end', 'report'],
};

/** Edges that hold the graph together; the others are relations of the ontology. */
export const STRUCTURE = ['OF', 'ABOUT', 'IN_SENTENCE', 'IN_SECTION', 'UNDER', 'MENTIONED_IN'] as const;
export type EdgeType = (typeof STRUCTURE)[number] | RelationType;

/** Every type of edge. */
export const EDGE_TYPES: readonly EdgeType[] = [
  ...STRUCTURE,
  ...(Object.keys(RELATION_TYPES) as RelationType[]),
];

/** Properties that hold whole numbers; every other number is a float, also 2: a property has one type. */
export const INTEGER_PROPERTIES: ReadonlySet<string> = new Set([
  'start',
  'end',
  'index',
  'level',
  'size',
  'stageOrder',
]);

/** Properties that hold an ISO date, or its beginning (2020, 2020-09). */
export const DATE_PROPERTIES: ReadonlySet<string> = new Set(['date', 'periodStart', 'periodEnd']);

/** Name of every constraint: the version in it tells an older graph from ours. */
const constraintName = (name: string): string => `govgraph${GRAPH_VERSION}_${name.toLowerCase()}_id`;

/**
 * A key for every label and type of edge: the server makes an index of each, and without one loading is quadratic.
 * Existence and types are checked by the loader, for Neo4j Community has no constraints of them.
 */
export const CONSTRAINTS: readonly string[] = [
  ...NODE_LABELS.map(
    (l) => `CREATE CONSTRAINT ${constraintName(l)} IF NOT EXISTS FOR (n:${l}) REQUIRE n.id IS UNIQUE`,
  ),
  ...EDGE_TYPES.map(
    (t) => `CREATE CONSTRAINT ${constraintName(t)} IF NOT EXISTS FOR ()-[r:${t}]-() REQUIRE r.id IS UNIQUE`,
  ),
];

/** The constraints as a file for Neo4j's own tools. */
export const constraintsFile = (): string =>
  [
    '// Generated from schema/graph.ts by `npm run generate`. Do not edit.',
    '// Keys of the graph in Neo4j; govgraph makes them itself when it opens a server to write.',
    '',
    ...CONSTRAINTS.map((c) => `${c};`),
    '',
  ].join('\n');
