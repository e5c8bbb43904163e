/** Captions and colours of the graph for Neo4j Browser, and the queries one would type first. */
import { NODE_LABELS, type NodeLabel } from './graph.js';
import { ENTITY_TYPES, type EntityType } from './ontology.js';

/** Fill colours; dark ones take white text. */
const COLORS: Record<NodeLabel | EntityType, string> = {
  Report: '#404040',
  Section: '#737373',
  Sentence: '#A6A6A6',
  Entity: '#D9D9D9',
  Indicator: '#0B7285',
  Observation: '#3BC9DB',
  Milestone: '#F59F00',
  Warning: '#E03131',
  AdminDivision: '#2B8A3E',
  Agency: '#1864AB',
  Hospital: '#C2255C',
  School: '#9C36B5',
  Company: '#5F3DC4',
  Organization: '#4DABF7',
  Project: '#D9480F',
  Place: '#82C91E',
  Policy: '#862E9C',
  Programme: '#E8590C',
  Event: '#F06595',
  Funding: '#FCC419',
  Person: '#8D6E63',
  Honour: '#C79100',
};

const CAPTIONS: Record<NodeLabel, string> = {
  Report: 'title',
  Section: 'heading',
  Sentence: 'text',
  Entity: 'name',
  Indicator: 'name',
  Observation: 'raw',
  Milestone: 'stage',
  Warning: 'code',
};

function isDark(color: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 140;
}

function nodeStyle(label: NodeLabel | EntityType, caption: string, diameter: number): string {
  const color = COLORS[label];
  const text = isDark(color) ? '#FFFFFF' : '#202020';
  return [
    `node.${label} {`,
    `  diameter: ${diameter}px;`,
    `  color: ${color};`,
    `  border-color: ${color};`,
    `  text-color-internal: ${text};`,
    `  caption: "{${caption}}";`,
    '}',
  ].join('\n');
}

/** The style file: drag it into Neo4j Browser, or give it to `:style`. */
export function styleFile(): string {
  const base = 'node {\n  diameter: 50px;\n  font-size: 10px;\n  defaultCaption: "<id>";\n}';
  const edges =
    'relationship {\n  color: #A5ABB6;\n  shaft-width: 1px;\n  font-size: 8px;\n  caption: "<type>";\n}';
  const small: readonly string[] = ['Sentence', 'Section', 'Observation', 'Milestone'];
  const nodes = NODE_LABELS.map((l) => nodeStyle(l, CAPTIONS[l], small.includes(l) ? 40 : 60));
  const types = (Object.keys(ENTITY_TYPES) as EntityType[]).map((t) => nodeStyle(t, 'name', 65));
  return `${[base, edges, ...nodes, ...types].join('\n\n')}\n`;
}

/** What one would type first, with what it shows. */
export const FIRST_QUERIES: readonly [shows: string, cypher: string][] = [
  [
    'the reports and the places they are about',
    'MATCH (r:Report)-[a:ABOUT]->(d:AdminDivision) RETURN r, a, d',
  ],
  [
    'projects with the bodies that answer for them',
    'MATCH (b:Entity)-[r:RESPONSIBLE_FOR]->(p:Project) RETURN b, r, p LIMIT 100',
  ],
  [
    'everything around one thing, with its sentences',
    "MATCH (e:Entity {name: '武昌区'})-[r]-(n) RETURN e, r, n LIMIT 100",
  ],
  [
    'the largest figures with the sentence that states each',
    "MATCH (o:Observation {unit: '元'})-[i:IN_SENTENCE]->(s:Sentence) RETURN o, i, s ORDER BY o.value DESC, o.id LIMIT 20",
  ],
  [
    'how far the projects are',
    'MATCH (m:Milestone)-[:OF]->(p:Project) RETURN m.stage AS stage, m.status AS status, count(DISTINCT p) AS projects ORDER BY projects DESC, stage, status',
  ],
];
