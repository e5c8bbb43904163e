/** Names that a table bounds: a cell in a column of names is one name, a cell in a column of bodies a list of them. */
import type { EntityType, Range } from '../../model.js';
import type { Candidate } from '../context.js';
import { isNamed } from '../names/proper.js';
import type { HeadHit, NameRule, Scene } from '../names/scene.js';
import { cellEnd } from '../table/cells.js';
import type { TableCell, TableRow } from '../table/tables.js';

const LONGEST = 50;
/** What is left of a cell without these is the name: list numbers, quotes, what kind of work it is. */
const LEAD = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．](?!\d)\s*)/;
const NATURE =
  /[（(](?:续建|新建|扩建|改建|改扩建|在建|拟建|前期|储备|新开工|竣工|投产|跨年度?|[省市区县]?级?重[点大](?:项目)?)[）)]$/;
const BRACKET = /[（(][^（）()]*[）)]$/;
const CAMPUS = /(?:[校院]区|分校|分院)$/;
const HOUSES: Record<string, EntityType> = { hospital: 'Hospital', school: 'School' };
const BODIES: Record<string, EntityType> = {
  ...HOUSES,
  company: 'Company',
  brand: 'Company',
  organization: 'Organization',
  union: 'Organization',
};

function propose(scene: Scene): Candidate[] {
  const { tables } = scene;
  if (tables.empty) return [];
  const ends = new Map<number, HeadHit>();
  for (const head of [...scene.heads.agency, ...scene.heads.facility]) ends.set(head.end, head);
  return [
    ...tables.rows.flatMap((row) => nameOf(scene, row, ends)),
    ...tables.all().flatMap((cell) => (cell.column?.answers ? bodiesIn(scene, cell, ends) : [])),
  ];
}

/** The whole cell of a column of names; a house where it ends as one, else what the heading says. */
function nameOf(scene: Scene, row: TableRow, ends: Map<number, HeadHit>): Candidate[] {
  if (row.type === null || row.name === null || row.total || row.name.start < row.start) return [];
  const { text } = row.name;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const nature = NATURE.exec(text)?.[0].length ?? 0;
  const start = row.name.start + lead;
  const end = cellEnd(row.name) - nature;
  if (end - start < 3 || end - start > LONGEST || /[。；！？，]/.test(text)) return [];
  if (!isNamed(scene, start, end)) return [];
  const name = scene.report.text.slice(start, end);
  const bare = name.replace(BRACKET, '');
  const house =
    HOUSES[ends.get(start + bare.length)?.kind ?? ''] ?? (CAMPUS.test(bare) ? campus(bare) : null);
  return [
    {
      start,
      end,
      type: house ?? row.type,
      name,
      ...(bare === name ? {} : { aliases: [bare] }),
      priority: 100,
      rule: 'table-name',
    },
  ];
}

const campus = (name: string): EntityType | null =>
  /(?:学校|[小中]学|幼儿园|大学)/.test(name) ? 'School' : /医院|卫生院/.test(name) ? 'Hospital' : null;

/** The bodies of a cell, each up to a mark or blank: an item that ends as a body does is one, whole. */
function bodiesIn(scene: Scene, cell: TableCell, ends: Map<number, HeadHit>): Candidate[] {
  return itemsOf(cell).flatMap(({ start, end }) => {
    const head = ends.get(end);
    if (head === undefined || end - start > 30) return [];
    const name = scene.report.text.slice(start, end);
    if (/^(?:各|有关|相关|其他|所在)/.test(name)) return [];
    const type = head.family === 'agency' && head.kind !== 'union' ? 'Agency' : BODIES[head.kind];
    if (type === undefined) return [];
    const level = /^[省市区县州旗镇乡]/.test(name) && head.start > start;
    if (type !== 'Agency' && !level && !isNamed(scene, start, head.start)) return [];
    return [{ start, end, type, name, priority: 20, rule: 'table-body' }];
  });
}

function itemsOf(cell: TableCell): Range[] {
  return [...cell.text.matchAll(/[^、，,；;\s/]+/g)].map((m) => ({
    start: cell.start + m.index,
    end: cell.start + m.index + m[0].length,
  }));
}

export const tableCellRules: NameRule[] = [{ name: 'table-cell', propose }];
