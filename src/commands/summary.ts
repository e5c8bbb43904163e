/** What a build read and what the graph holds now. */
import type { Graph } from '../graph/graph.js';
import type { BuildResult } from '../pipeline.js';
import type { Row } from '../store/store.js';
import { table } from './table.js';

/** Nodes by label (entities by type) and edges by type, the most first. */
export function countsOf(graph: Graph): { nodes: Record<string, number>; edges: Record<string, number> } {
  return {
    nodes: tally(graph.nodes.map((n) => n.type ?? n.label)),
    edges: tally(graph.edges.map((e) => e.type)),
  };
}

function tally(names: string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** A build as one JSON value. */
export function summaryJson(result: BuildResult, db: string, seconds: number) {
  return {
    db,
    seconds,
    reports: result.extractions.map((e) => ({
      ...e.report,
      entities: e.entities.length,
      observations: e.observations.length,
      milestones: e.milestones.length,
      relations: e.relations.length,
      warnings: e.warnings,
    })),
    replaced: result.replaced,
    failed: result.failed.map((f) => f.file),
    counts: countsOf(result.graph),
  };
}

/** A build as text: the reports read, the graph by type, warnings, time taken. */
export function summaryText(result: BuildResult, db: string, seconds: number, columns: number): string {
  const { extractions, graph, replaced } = result;
  const reports: Row[] = extractions.map((e) => ({
    report: e.report.title || e.report.source.file,
    issuer: e.report.issuer,
    period: e.report.period ? `${e.report.period.start} – ${e.report.period.end}` : null,
    entities: e.entities.length,
    numbers: e.observations.length,
    milestones: e.milestones.length,
    relations: e.relations.length,
    warnings: e.warnings.length,
  }));
  const counts = countsOf(graph);
  const list = (of: Record<string, number>): string =>
    Object.entries(of)
      .map(([name, n]) => `${name} ${n}`)
      .join(' · ');
  const all = graph.nodes.filter((n) => n.label === 'Report').length;
  const warned = extractions.flatMap((e) =>
    e.warnings.map((w) => `  ${w.code}: ${w.message}${w.span ? ` (“${w.span.text}”)` : ''}`),
  );
  return [
    table(Object.keys(reports[0] ?? {}), reports, columns),
    '',
    ...replaced.map((title) => `replaced an earlier edition: ${title}`),
    `graph in ${db}: ${all} report${all === 1 ? '' : 's'}, ${graph.nodes.length} nodes, ${graph.edges.length} edges`,
    `nodes: ${list(counts.nodes)}`,
    `edges: ${list(counts.edges)}`,
    ...(warned.length > 0 ? [`warnings: ${warned.length}`, ...warned.slice(0, 10)] : []),
    ...(warned.length > 10 ? [`  and ${warned.length - 10} more: govgraph ask warnings`] : []),
    `time: ${seconds.toFixed(2)} s`,
  ].join('\n');
}
