/** Stages that a table dates: days in a column headed 开工时间, 竣工日期. */
import type { DraftMilestone, EntityType, Mention } from '../../model.js';
import type { Context } from '../context.js';
import type { TableCell } from '../table/tables.js';
import { rowThing } from './topic.js';

const BUILT: readonly EntityType[] = ['Project', 'Hospital', 'School', 'Place'];
const DAY =
  /^((?:19|20)\d{2})\s*[年.\-/．]\s*(?:(\d{1,2})\s*[月.\-/．]?\s*(?:(\d{1,2})\s*日?)?)?(?:前|底|底前)?$/;

/** One milestone a day of a named thing's row; past the day of the report, or under 计划…, it is a target. */
export function readTableDays(context: Context, mentions: Mention[], order: number[]): DraftMilestone[] {
  const { report, tables } = context;
  return tables.all().flatMap((cell) => {
    const stage = cell.column?.stage ?? null;
    const date = stage === null ? null : dayOf(cell);
    if (stage === null || date === null) return [];
    const entity = rowThing(cell.row, report.text, mentions, order);
    if (entity === null || !BUILT.includes((mentions[entity] as Mention).type)) return [];
    const told = report.header.date;
    const hoped = cell.column?.status === 'target' || cell.column?.status === 'estimated';
    const status = hoped || (told !== null && date > told) ? 'target' : 'actual';
    const evidence = { start: cell.start, end: cell.end };
    return [{ entity, stage, status, date, evidence, rule: 'milestone-day' }];
  });
}

/** The day, or the last of a month or year. */
function dayOf({ text }: TableCell): string | null {
  const m = DAY.exec(text);
  if (m === null) return null;
  const year = Number(m[1]);
  const month = m[2] === undefined ? 12 : Number(m[2]);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = m[3] === undefined ? last : Number(m[3]);
  if (month < 1 || month > 12 || day < 1 || day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
