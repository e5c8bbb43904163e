/** Blocks of a report that speak of one thing: a numbered item or key-value sheet headed by the thing's name. */
import type { Mention, Range } from '../../model.js';
import type { Context } from '../context.js';
import { covers, type TableRow } from '../table/tables.js';
import { firstFrom } from './things.js';

export interface Block extends Range {
  /** The thing that heads the block, as mention index; null where it has no such head. */
  topic: number | null;
  /** It is the row of a table, and nothing below goes on with it. */
  row?: boolean;
}

const MARKER =
  /^[\s　]*(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[0-9０-９]{1,3}[.．、]|[一二三四五六七八九十]{1,3}、|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条]|[●■◆▲◇○]|——)[\s　]*/;
/** A line of a sheet (责任单位：…) goes on with the block above it. */
const SHEET_LINE = /^[\s　]*[^\s，。：:；]{2,14}[：:]/;
/** What may stand behind a head: a stop, a line end, 项目 with a stop. */
const HEAD_END = /^[”》]?(?:[（(][^）)\n]{0,30}[）)])?(?:项目|工程)?[。．.：:；\n]|^[”》]?(?:项目|工程)?$/;

const TYPES = new Set(['Project', 'Place', 'Hospital', 'School', 'Programme', 'Policy', 'Event', 'Company']);

/**
 * Cuts a report into blocks of whole lines, in order.
 * @param order outermost mention indices by start
 */
export function blocksOf(
  { report, tables }: Pick<Context, 'report' | 'tables'>,
  mentions: readonly Mention[],
  order: readonly number[],
): Block[] {
  const { text } = report;
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + 80));
    const last = blocks.at(-1);
    const marker = MARKER.exec(line);
    const row = tables.rowIn({ start, end });
    if (row !== null) {
      const topic = rowThing(row, text, mentions, order);
      blocks.push({ start, end, topic, row: true });
    } else if (marker !== null) {
      blocks.push({ start, end, topic: headAt(text, mentions, order, start + marker[0].length, end) });
    } else if (last && !last.row && (SHEET_LINE.test(line) || (last.topic !== null && !isBlank(line)))) {
      last.end = end;
    } else if (!isBlank(line)) {
      blocks.push({ start, end, topic: null });
    }
    start = end + 1;
  }
  return blocks;
}

const isBlank = (line: string): boolean => line.trim() === '';

function headAt(
  text: string,
  mentions: readonly Mention[],
  order: readonly number[],
  start: number,
  end: number,
): number | null {
  const index = order[firstFrom(mentions, order, start)];
  if (index === undefined) return null;
  const m = mentions[index] as Mention;
  if (m.start > start + 1 || m.end > end || !TYPES.has(m.type)) return null;
  return HEAD_END.test(text.slice(m.end, Math.min(end + 1, m.end + 40))) ? index : null;
}

/** The thing that a row of a table is of, as mention index; null of a sum, and where its name is none. */
export function rowThing(
  row: TableRow,
  text: string,
  mentions: readonly Mention[],
  order: readonly number[],
): number | null {
  if (row.name === null || row.total) return null;
  const from = firstFrom(mentions, order, row.name.start);
  const index = order[from];
  if (index === undefined || !covers(mentions[index] as Mention, row.name, text)) return null;
  return index;
}
