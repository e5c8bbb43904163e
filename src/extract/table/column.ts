/** What the columns of a table hold, told by their headings. */
import { z } from 'zod';
import { ENTITY_TYPES, STAGES } from '../../../schema/ontology.js';
import { readLexicon } from '../../lexicon.js';
import type { EntityType, FactStatus, Measure, Stage } from '../../model.js';
import { findRoleWords, type RoleWord } from '../links/role-word.js';
import { type Cell, type NamedUnit, unitInHeading } from './cells.js';

const ROLES = [
  'number',
  'name',
  'division',
  'unit',
  'place',
  'progress',
  'content',
  'date',
  'fund',
  'person',
  'remark',
] as const;

export interface Column {
  /** Where its heading stands. */
  start: number;
  end: number;
  /** The heading without its unit. */
  label: string;
  unit: NamedUnit | null;
  /** Null for figures and whatever else the words do not tell. */
  role: (typeof ROLES)[number] | 'body' | null;
  /** Of a column of names: the type they all have; null where any. */
  type: EntityType | null;
  /** Names are those of things (projects, schools), not of indicators or tasks. */
  things: boolean;
  /** Of a column of days: the stage that is reached then. */
  stage: Stage | null;
  /** Of a column of bodies: how they answer. */
  answers: RoleWord | null;
  /** What the figures are, where the heading says. */
  status: FactStatus | null;
  /** How figures measure what the row names; null for an indicator of its own. */
  measure: Measure | null;
  /** The heading says nothing but measure, status and time: the row or the column before names the indicator. */
  bare: boolean;
  /** A plain number is a drop (下降). */
  falls: boolean;
}

const heading = z.object({ word: z.string().min(1), role: z.enum(ROLES), of: z.string() });
const measure = z.object({
  word: z.string().min(1),
  measure: z.enum(['level', 'change', 'share', 'rank']),
  sign: z.enum(['', 'fall']),
});
const status = z.object({
  word: z.string().min(1),
  side: z.enum(['end', 'in']),
  status: z.enum(['actual', 'target', 'estimated']),
});

type Words = ReturnType<typeof loadWords>;
let words: Words | undefined;

function loadWords() {
  const longest = <T extends { word: string }>(rows: T[]) =>
    rows.sort((a, b) => b.word.length - a.word.length);
  const measures = longest(readLexicon('cell-column', measure));
  const statuses = readLexicon('column-status', status);
  // 开工率 is an indicator of its own, 完成率 is not.
  const plain = longest([...measures, ...statuses.filter((s) => s.side === 'in')]).map((r) =>
    r.word.replace(/[±]/g, '\\$&'),
  );
  return {
    headings: longest(readLexicon('column-heading', heading)),
    measures,
    statuses,
    plain: new RegExp(`${plain.join('|')}|[\\d%％±（）()、－—\\-至年月日季度上下半第一二三四]`, 'g'),
  };
}

/** Reads one heading. */
export function readColumn(cell: Cell): Column {
  words ??= loadWords();
  const named = unitInHeading(cell.text);
  const label = (named?.name ?? cell.text).replace(/\s+/g, '');
  // 责任（牵头）单位, 县（市、区）: the role stands outside the brackets.
  const plain = label.replace(/[（(][^（）()]*[）)]/g, '').replace(/[、/]/g, '');
  const found = words.headings.find((h) => plain.endsWith(h.word));
  const answers = answering(plain);
  const figures = words.measures.find((m) => label.endsWith(m.word));
  const bare = label.replace(words.plain, '') === '';
  // 目标任务 heads figures, 任务 what is to be done.
  const figure =
    (found?.role === 'name' && bare && label !== found.word) || (found?.role === 'date' && named);
  const role = figure ? null : (found?.role ?? null);
  return {
    start: cell.start,
    end: cell.start + cell.text.length,
    label,
    unit: named,
    role: answers ? 'body' : role,
    type: found?.role === 'name' && found.of in ENTITY_TYPES ? (found.of as EntityType) : null,
    things: found?.role === 'division' || (found?.role === 'name' && found.of !== 'none'),
    stage: found?.role === 'date' && found.of in STAGES ? (found.of as Stage) : null,
    answers,
    status: statusOf(label, words),
    measure: label === '' ? 'level' : (figures?.measure ?? null),
    bare,
    falls: figures?.sign === 'fall',
  };
}

/** Length of a word of change that ends an indicator of more words (…增速), else 0. */
export function endOfChange(indicator: string): number {
  words ??= loadWords();
  const found = words.measures.find((m) => indicator.endsWith(m.word));
  const length = found?.measure === 'change' ? found.word.length : 0;
  return indicator.length - length >= 2 ? length : 0;
}

/** The heading does not name what is measured (完成数, 2024年目标, 增长). */
export const isUnnamed = (column: Column): boolean => column.bare && column.role !== 'progress';

/** 责任单位, 市级牵头部门: the label that a heading ends with, a short one only by itself. */
function answering(plain: string): RoleWord | null {
  const hit = findRoleWords(plain).at(-1);
  if (hit === undefined || hit.end !== plain.length || (hit.end - hit.start < 4 && hit.start > 0))
    return null;
  return hit.words.find((w) => w.form === 'label') ?? null;
}

function statusOf(label: string, { statuses }: Words): FactStatus | null {
  const ending = statuses.find((s) => s.side === 'end' && label.endsWith(s.word));
  if (ending) return ending.status;
  let first: { at: number; status: FactStatus } | null = null;
  for (const s of statuses) {
    const at = s.side === 'in' ? label.indexOf(s.word) : -1;
    if (at >= 0 && (first === null || at < first.at)) first = { at, status: s.status };
  }
  return first?.status ?? null;
}
