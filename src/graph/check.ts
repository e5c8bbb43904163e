/** What no database may be given: checked here, for Neo4j Community and the embedded database refuse different things. */
import { DATE_PROPERTIES, EDGE_TYPES, INTEGER_PROPERTIES, NODE_LABELS } from '../../schema/graph.js';
import { ENTITY_TYPES } from '../../schema/ontology.js';
import { GovGraphError } from '../errors.js';
import type { GraphChange, GraphEdge, GraphNode, NodeRef, Properties } from './graph.js';

const LABELS = new Set<string>(NODE_LABELS);
const TYPES = new Set<string>(EDGE_TYPES);

/**
 * Checks everything a change would write or delete.
 * @throws GovGraphError GRAPH_INVALID: a label or type outside the schema, a missing id, one id for two edges, a value
 *   that is missing, a map, a nested or mixed list, no finite number, no whole number or no day of the calendar
 */
export function checkChange(change: GraphChange): void {
  for (const n of change.deleteNodes) checkNode(n);
  for (const n of change.upsertNodes) {
    checkNode(n);
    checkProperties(n.properties, `${n.label} ${n.id}`);
  }
  for (const e of change.deleteEdges) checkEdge(e);
  const ends = new Map<string, string>();
  for (const e of change.upsertEdges) {
    checkEdge(e);
    const where = `${e.type} ${e.id}`;
    checkProperties(e.properties, where);
    const between = `${e.from.label} ${e.from.id} ${e.to.label} ${e.to.id}`;
    if ((ends.get(where) ?? between) !== between) throw invalid('one id for two edges', where);
    ends.set(where, between);
  }
}

function checkNode(n: GraphNode): void {
  checkRef(n);
  if (n.type !== undefined && !Object.hasOwn(ENTITY_TYPES, n.type))
    throw invalid('no type of entity', n.type);
}

function checkEdge(e: GraphEdge): void {
  if (!TYPES.has(e.type)) throw invalid('no type of edge', e.type);
  checkId(e.id, e.type);
  checkRef(e.from);
  checkRef(e.to);
}

function checkRef({ label, id }: NodeRef): void {
  if (!LABELS.has(label)) throw invalid('no label of the graph', label);
  checkId(id, label);
}

function checkId(id: unknown, of: string): void {
  if (typeof id !== 'string' || id === '') throw invalid('no id', `${of} ${JSON.stringify(id)}`);
}

function checkProperties(properties: Properties, of: string): void {
  for (const key in properties) {
    const fault = faultOf(key, properties[key]);
    if (fault) throw invalid(fault, `${of}, ${key}: ${shown(properties[key])}`);
  }
}

function faultOf(key: string, value: unknown): string | null {
  if (typeof value === 'string') return DATE_PROPERTIES.has(key) && !isDate(value) ? 'no date' : null;
  if (typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'no finite number';
    return INTEGER_PROPERTIES.has(key) && !Number.isSafeInteger(value) ? 'no whole number' : null;
  }
  if (value === null || value === undefined) return 'a missing value';
  if (Array.isArray(value))
    return value.every((v) => typeof v === 'string') ? null : 'a list of other than texts';
  return 'a map';
}

/** An ISO date or its beginning, on the calendar. */
function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

const shown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 60);

const invalid = (fault: string, where: string): GovGraphError =>
  new GovGraphError('GRAPH_INVALID', `the graph may not hold this: ${fault}`, { where, exitCode: 1 });
