/** The resolve stage: mentions of one report become entities, draft facts become facts between entities. */
import { EXIT, GovGraphError } from '../errors.js';
import type { Draft, EntityType, Extraction, Range, Ref, Report, Span } from '../model.js';
import { clusterMentions } from './cluster.js';
import { buildEntities } from './entities.js';
import { buildMilestones, buildObservations, buildRelations } from './facts.js';

/** Name of the division that a report belongs to without saying which. */
const UNKNOWN = '未知';

/**
 * Joins the mentions of one report into entities. Entities of different reports of one build meet by their ids: the same
 * type, canonical name and division give the same id.
 * @param report the parsed document
 * @param draft what the rules read
 * @returns the extraction in the form of schema/extraction.ts, sorted, every span checked against the text
 * @throws GovGraphError INTERNAL for a span outside the text
 */
export function resolveReport(report: Report, draft: Draft): Extraction {
  const { header } = report;
  const division = { type: 'AdminDivision' as EntityType, name: header.division?.name ?? UNKNOWN };
  const issuer = { type: 'Agency' as EntityType, name: header.issuer ?? UNKNOWN };
  const asks = (ref: Ref) => usesRef(draft, ref);
  const byForm = [
    ...(header.division || asks('division') ? [division] : []),
    ...(header.issuer || asks('issuer') ? [issuer] : []),
  ];
  const span = spanOf(report);
  const { clusters, where } = clusterMentions(report, draft.mentions, byForm);
  const own = where.own?.code ?? header.division?.code ?? null;
  const { entities, judgements, ofMention, ofName } = buildEntities(
    report,
    own,
    draft.mentions,
    clusters,
    span,
  );
  const at = (ref: Ref): string => {
    const named = ref === 'division' ? division : issuer;
    const id = typeof ref === 'number' ? ofMention[ref] : ofName.get(`${named.type} ${named.name}`);
    if (id === undefined)
      throw internal(`a fact hangs on mention ${ref}, which does not exist`, header.source.file);
    return id;
  };
  const ends = { report, draft, at, span };
  return {
    report: header,
    entities,
    observations: buildObservations(ends),
    milestones: buildMilestones(ends),
    relations: buildRelations(ends, entities),
    warnings: report.warnings,
    judgements: judgements.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function usesRef(draft: Draft, ref: Ref): boolean {
  return (
    draft.observations.some((o) => o.subject === ref) ||
    draft.milestones.some((m) => m.entity === ref) ||
    draft.relations.some((r) => r.source === ref || r.target === ref)
  );
}

function internal(message: string, where: string): GovGraphError {
  const hint = 'this is a fault of govgraph; please report it with the input that caused it';
  return new GovGraphError('INTERNAL', message, { where, hint, exitCode: EXIT.internal });
}

/** Makes spans of one text, and refuses those that are not in it. */
function spanOf(report: Report): (range: Range) => Span {
  const { text, header } = report;
  return ({ start, end }) => {
    const sound = Number.isInteger(start) && Number.isInteger(end);
    if (!sound || start < 0 || end <= start || end > text.length) {
      throw internal(
        `span ${start}-${end} is not in a text of ${text.length} characters`,
        header.source.file,
      );
    }
    return { start, end, text: text.slice(start, end) };
  };
}
