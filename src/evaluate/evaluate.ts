/** Scores an extraction against gold, and adds up the scores of many. */
import type { Extraction, Span } from '../model.js';
import { type EntityScore, scoreEntities } from './entities.js';
import type { Gold } from './gold.js';
import { scoreLinks } from './links.js';
import { FIELDS, type Field, type ObservationScore, scoreObservations } from './observations.js';
import { addTallies, type Score, score } from './tally.js';

export interface Scores {
  entities: EntityScore;
  observations: ObservationScore;
  milestones: Score;
  relations: Score;
}

export interface FileScores extends Scores {
  doc: string;
  /** One line a miss: kind, tab, what. */
  misses: string[];
}

/**
 * Compares an extraction with a gold file, inside the gold's range only.
 * @param text the decoded text that both speak of
 */
export function evaluate(gold: Gold, extraction: Extraction, text: string): FileScores {
  const [from, to] = gold.range;
  const scope = {
    real: (span: Span) => span.end > span.start && text.slice(span.start, span.end) === span.text,
    inside: (span: Span) => span.start < to && span.end > from,
  };
  const misses: string[] = [];
  const note = (line: string) => misses.push(line);
  const { entities, view } = scoreEntities(gold, extraction, scope, note);
  const observations = scoreObservations(gold, extraction, scope, view, note);
  return {
    doc: gold.doc,
    entities,
    observations,
    ...scoreLinks(gold, extraction, scope, view, note),
    misses,
  };
}

/** Micro-average: the counts of all files are added, then scored. */
export function total(files: Scores[]): Scores {
  const sum = (pick: (s: Scores) => Score) => score(addTallies(files.map(pick)));
  const types = [...new Set(files.flatMap((f) => Object.keys(f.entities.types)))].sort();
  const field = (key: Field) => files.reduce((n, f) => n + f.observations.fields[key], 0);
  return {
    entities: {
      ...sum((s) => s.entities),
      types: Object.fromEntries(
        types.map((t) => [t, score(addTallies(files.flatMap((f) => f.entities.types[t] ?? [])))]),
      ),
      named: files.reduce((n, f) => n + f.entities.named, 0),
    },
    observations: {
      ...sum((s) => s.observations),
      fields: Object.fromEntries(FIELDS.map((key) => [key, field(key)])) as Record<Field, number>,
      whole: sum((s) => s.observations.whole),
    },
    milestones: sum((s) => s.milestones),
    relations: sum((s) => s.relations),
  };
}
