/** The reports of a statement log: finding one, and an earlier edition giving way to a later. */
import type { Statement } from '../../schema/statement.js';
import { GovGraphError } from '../errors.js';
import { nearest } from '../nearest.js';

export interface ReportRow {
  id: string;
  title: string;
  file: string;
  division: string | null;
}

/** The reports that a log holds. */
export function reportsOf(statements: Statement[]): ReportRow[] {
  return statements
    .filter((s) => s.property === 'report')
    .map((s) => ({
      id: s.report,
      title: String(s.value),
      file: String(s.qualifiers['file']),
      division: (s.qualifiers['division'] as string | null) ?? null,
    }));
}

/**
 * @param asked id, file name or title
 * @throws GovGraphError REPORT_UNKNOWN, REPORT_AMBIGUOUS
 */
export function findReport(statements: Statement[], asked: string): ReportRow {
  const reports = reportsOf(statements);
  const name = asked.replace(/^.*[\\/]/, '');
  const found = reports.filter((r) => [asked, name].some((a) => a === r.id || a === r.file || a === r.title));
  if (found.length === 1) return found[0] as ReportRow;
  if (found.length > 1) {
    const hint = `give the id: ${found.map((r) => `${r.id} (${r.division ?? r.title})`).join(', ')}`;
    throw new GovGraphError('REPORT_AMBIGUOUS', `${found.length} reports are called “${asked}”`, { hint });
  }
  const near = nearest(
    asked,
    reports.flatMap((r) => [r.title, r.file]),
  );
  const listed = near.length > 0 ? near : reports.slice(0, 5).map((r) => r.file);
  const hint = listed.length > 0 ? `there are: ${listed.join(', ')}` : 'the database holds no reports';
  throw new GovGraphError('REPORT_UNKNOWN', `there is no report “${asked}”`, { hint });
}

/**
 * Drops from a log what the fresh statements take the place of: the same reports, and earlier editions of them.
 * An earlier edition has the same file name, title, division and date or period, and another text.
 * @returns what stays, and the titles of the editions that went
 */
export function supersede(log: Statement[], fresh: Statement[]): { kept: Statement[]; replaced: string[] } {
  const heads = fresh.filter((s) => s.property === 'report');
  const same = new Set(heads.map((s) => s.report));
  const editions = new Set(heads.map(editionKey).filter(Boolean));
  const older = log.filter(
    (s) => s.property === 'report' && !same.has(s.report) && editions.has(editionKey(s)),
  );
  const gone = new Set([...same, ...older.map((s) => s.report)]);
  return {
    kept: log.filter((s) => !gone.has(s.report)),
    replaced: older.map((s) => String(s.value)),
  };
}

/** What a report is by its header; null when the header says too little to know it again. */
function editionKey({ value, qualifiers: q }: Statement): string | null {
  if (!value || !q['divisionCode'] || !(q['date'] || q['periodStart'])) return null;
  return JSON.stringify([value, q['file'], q['divisionCode'], q['date'], q['periodStart'], q['periodEnd']]);
}
