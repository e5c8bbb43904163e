/** What the rows of a table link: the row's thing with the bodies, places and funds in its other columns. */
import type { DraftRelation, Range, RelationType } from '../../model.js';
import type { TableCell } from '../table/tables.js';
import { canEnd, canStart, draft, type LinkScene, mentionAt, mentionsIn } from './link-scene.js';
import { link } from './responsibility.js';
import { rowThing } from './topic.js';

/** RESPONSIBLE_FOR and PARTICIPATES_IN by the heading's role, LOCATED_IN by columns of places, FUNDED_BY by those of funds. */
export function readTableLinks(scene: LinkScene): DraftRelation[] {
  return scene.context.tables.all().flatMap((cell) => {
    const { column, row } = cell;
    const role = column?.role ?? null;
    if (column === null || role === null) return [];
    if (role !== 'body' && role !== 'place' && role !== 'division' && role !== 'fund') return [];
    const thing = rowThing(row, scene.text, scene.mentions, scene.order);
    if (thing === null || cell.start === row.name?.start) return [];
    if (column.answers) return link(scene, mentionsIn(scene, cell), [thing], column.answers, 'table-body');
    const type = role === 'fund' ? 'FUNDED_BY' : 'LOCATED_IN';
    return ends(scene, cell, type, thing).map((end) =>
      draft(type, thing, end, mentionAt(scene, end), role === 'fund' ? 'table-fund' : 'table-place'),
    );
  });
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
