/** What the rows of a table link: the row's thing with the bodies, places and funds in its other columns. */
import type { DraftRelation, Range, RelationType } from '../../model.js';
import { cellEnd } from '../table/cells.js';
import type { TableCell, TableRow } from '../table/tables.js';
import { canEnd, canStart, draft, type LinkScene, mentionAt, mentionsIn } from './link-scene.js';
import { actedOn, link } from './responsibility.js';
import { rowThing } from './topic.js';

/** RESPONSIBLE_FOR and PARTICIPATES_IN by the heading's role, LOCATED_IN by columns of places, FUNDED_BY by those of funds. */
export function readTableLinks(scene: LinkScene): DraftRelation[] {
  return scene.context.tables.all().flatMap((cell) => {
    const { column, row } = cell;
    const role = column?.role ?? null;
    if (column === null || role === null) return [];
    if (role !== 'body' && role !== 'place' && role !== 'division' && role !== 'fund') return [];
    if (cell.start === row.name?.start) return [];
    const thing = rowThing(row, scene.text, scene.mentions, scene.order);
    if (column.answers) {
      const things = thing === null ? tasksOf(scene, row) : [thing];
      return things.length === 0
        ? []
        : link(scene, mentionsIn(scene, cell), things, column.answers, 'table-body');
    }
    if (thing === null) return [];
    const type = role === 'fund' ? 'FUNDED_BY' : 'LOCATED_IN';
    return ends(scene, cell, type, thing).map((end) =>
      draft(type, thing, end, mentionAt(scene, end), role === 'fund' ? 'table-fund' : 'table-place'),
    );
  });
}

/** What a row that names a task works on: 推进甲大道改造工程. */
function tasksOf(scene: LinkScene, row: TableRow): number[] {
  if (row.total || row.table.columns.some((c) => c.role === 'unit')) return [];
  const told = row.cells.filter((_, i) => {
    const role = row.table.columns[i]?.role ?? null;
    return role === null || role === 'name' || role === 'content';
  });
  return told.flatMap((cell) => actedOn(scene, { start: cell.start, end: cellEnd(cell) }));
}

/** Of each item of a cell the last name, which is the nearest (松岭县东岭镇). */
function ends(scene: LinkScene, cell: TableCell, type: RelationType, thing: number): number[] {
  if (!canStart(scene, type, thing)) return [];
  const last = new Map<number, number>();
  const items = itemEnds(cell);
  for (const index of mentionsIn(scene, cell)) {
    if (!canEnd(scene, type, index) || index === thing) continue;
    last.set(
      items.findIndex((end) => mentionAt(scene, index).end <= end),
      index,
    );
  }
  return [...last.values()];
}

function itemEnds(cell: TableCell & Range): number[] {
  return [...cell.text.matchAll(/[、，,；;]|$/g)].map((m) => cell.start + m.index);
}
