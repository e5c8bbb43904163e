/** Statements become nodes and edges. */
import { RELATION_TYPES, type RelationType, STAGES } from '../../schema/ontology.js';
import type { Statement } from '../../schema/statement.js';
import { hash } from './collect.js';
import { entityNodes } from './entities.js';
import {
  type EdgeType,
  type Graph,
  type GraphEdge,
  type NodeLabel,
  type NodeRef,
  nodeKey,
  type Properties,
  type PropertyValue,
} from './graph.js';

/** Place of a stage in a project's life, for sorting. */
const STAGE_ORDER = Object.keys(STAGES);

type Loose = Record<string, PropertyValue | null | undefined>;

/**
 * Builds the graph that a log describes. Facts are nodes, so that a second period, report or value never overwrites
 * the first; a relation is one edge a statement.
 * @param statements of one report or many, each once
 * @returns nodes and edges in a fixed order: the same statements give the same graph
 */
export function buildGraph(statements: Statement[]): Graph {
  const names = statements.filter((s) => s.property === 'name');
  const nodeOf = new Map(names.map((s) => [`${s.report} ${s.entity}`, s.canonical]));
  const divisions = new Map(
    names
      .filter((s) => s.qualifiers['type'] === 'AdminDivision')
      .map((s) => [`${s.report} ${s.value}`, s.canonical]),
  );
  const nodes = new Map(entityNodes(statements).map((n) => [nodeKey(n), n]));
  const edges: GraphEdge[] = [];

  const node = (label: NodeLabel, id: string, properties: Loose): NodeRef => {
    nodes.set(nodeKey({ label, id }), { label, id, properties: solid(properties) });
    return { label, id };
  };
  const edge = (type: EdgeType, id: string, from: NodeRef, to: NodeRef, properties: Loose): void => {
    edges.push({ type, id, from, to, properties: solid(properties) });
  };

  for (const s of statements) {
    const { id, report, value } = s;
    const { sentence, ...qualifiers } = s.qualifiers;
    const place = { report, start: s.span?.start, end: s.span?.end };
    const quoted = { quote: s.span?.text, ...place };
    const evidence = { ...quoted, rule: s.rule, version: s.version, basis: s.basis };
    const entity = ref('Entity', s.canonical);
    const inSentence = (from: NodeRef): void => {
      if (sentence) edge('IN_SENTENCE', id, from, ref('Sentence', sentence), { report });
    };

    if (s.property === 'report') {
      const from = node('Report', report, { title: value, ...qualifiers });
      const division = divisions.get(`${report} ${qualifiers['division']}`);
      if (division) edge('ABOUT', id, from, ref('Entity', division), { report });
    } else if (s.property === 'section') {
      const { parent, ...rest } = qualifiers;
      const from = node('Section', id, { heading: value, report, ...rest });
      edge('OF', id, from, ref('Report', report), { report });
      if (parent) edge('UNDER', id, from, ref('Section', parent), { report });
    } else if (s.property === 'sentence') {
      const from = node('Sentence', id, { text: s.span?.text, ...place });
      edge('IN_SECTION', id, from, ref('Section', qualifiers['section']), { report });
    } else if (s.property === 'warning') {
      const from = node('Warning', id, { code: value, ...qualifiers, ...quoted });
      edge('OF', id, from, ref('Report', report), { report });
      inSentence(from);
    } else if (s.property === 'mention') {
      edge('MENTIONED_IN', id, entity, ref('Sentence', sentence), { text: value, ...place });
    } else if (s.property === 'observation') {
      const from = node('Observation', id, { value, raw: s.original, ...qualifiers, ...evidence });
      const name = String(qualifiers['indicator']);
      edge('OF', id, from, node('Indicator', hash('indicator', name), { name }), { report });
      edge('ABOUT', id, from, entity, { report });
      inSentence(from);
    } else if (s.property === 'milestone') {
      const stageOrder = STAGE_ORDER.indexOf(String(value));
      const from = node('Milestone', id, { stage: value, stageOrder, ...qualifiers, ...evidence });
      edge('OF', id, from, entity, { report });
      inSentence(from);
    } else if (isRelation(s.property)) {
      const target = ref('Entity', nodeOf.get(`${report} ${value}`));
      edge(s.property, id, entity, target, { ...qualifiers, sentence, ...evidence });
    }
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => byText(nodeKey(a), nodeKey(b))),
    edges: edges.sort((a, b) => byText(a.type, b.type) || byText(a.id, b.id)),
  };
}

const isRelation = (property: string): property is RelationType => property in RELATION_TYPES;

const ref = (label: NodeLabel, id: unknown): NodeRef => ({ label, id: String(id) });

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Drops absent values, and gives every node and edge its properties in one order. */
function solid(loose: Loose): Properties {
  const properties: Properties = {};
  for (const key of Object.keys(loose).sort()) {
    const value = loose[key];
    if (value !== null && value !== undefined) properties[key] = value;
  }
  return properties;
}
