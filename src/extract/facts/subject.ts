/** Whom a number belongs to: a named thing that its clause, an earlier clause or its paragraph is about, else the division. */
import type { EntityType, Mention, Range, Ref, Sentence } from '../../model.js';
import { clausesOf } from '../clauses.js';
import type { Context } from '../context.js';
import type { Cell } from '../table/cells.js';
import { covers } from '../table/tables.js';
import type { Frame } from './frame.js';
import { lineWalk } from './lines.js';
import { stripLead } from './phrase.js';
import { endWord, factWords } from './words.js';

const OWNERS: ReadonlySet<EntityType> = new Set<EntityType>([
  'Project',
  'Hospital',
  'School',
  'Company',
  'Organization',
  'Place',
  'AdminDivision',
]);
/** These own numbers only under a name of their own, in quotes (“金种子”基金). */
const NAMED_OWNERS: ReadonlySet<EntityType> = new Set<EntityType>(['Programme', 'Funding']);
const BUILT: ReadonlySet<EntityType> = new Set<EntityType>(['Project', 'Hospital', 'School']);
/** Verbs that may stand before an attribute (规划床位800张). */
const PLANNED = /^(?:规划|设置|新增|设计|累计)/;

/** Finds subjects of the numbers of one report; sentences must be asked in order. */
export class Subjects {
  private readonly starts = new Map<number, number>();
  private readonly order: number[];
  private readonly context: Context;
  private readonly mentions: Mention[];
  private readonly own: Set<string>;
  private readonly lineAt: (offset: number) => number;
  private paragraph = -1;
  private head: number | null = null;
  private sentence = -1;
  private cursor = 0;
  private clauses: (Range & { subject: number | null; fresh: boolean })[] = [];

  constructor(context: Context, mentions: Mention[]) {
    this.context = context;
    this.lineAt = lineWalk(context.report.text);
    this.mentions = mentions;
    this.own = new Set(context.report.lineage.map((d) => d.name));
    const sorted = mentions.map((_, i) => i).filter((i) => this.owns(i));
    sorted.sort((a, b) => this.at(a).start - this.at(b).start || this.at(b).end - this.at(a).end);
    // A hospital inside the name of its project owns nothing there.
    let end = 0;
    this.order = sorted.filter((i) => {
      const outer = this.at(i).end > end;
      end = Math.max(end, this.at(i).end);
      return outer;
    });
    for (const i of this.order) if (!this.starts.has(this.at(i).start)) this.starts.set(this.at(i).start, i);
  }

  /** The subject of a number that measures `indicator`. */
  of(frame: Frame, indicator: string): Ref {
    const { sentence, quantity } = frame;
    this.enter(sentence);
    const k = this.clauseAt(quantity.start);
    const clause = this.clauses[k];
    if (!clause) return this.head ?? 'division';
    if (clause.fresh && clause.subject !== null && this.at(clause.subject).end <= quantity.start)
      return clause.subject;
    const { attribute, metric } = factWords();
    if (attribute.words.get(indicator.replace(PLANNED, '')) === 'attribute') {
      const built =
        this.built(k) ?? (/^投[资入]$/.test(indicator) ? this.builtAfter(k, quantity.start) : null);
      if (built !== null) return built;
    }
    // Only what leans on the clause before (入驻企业, 总规模) belongs to the thing that clause is about.
    const opens = [2, 1].some((n) => attribute.words.get(indicator.slice(0, n)) === 'lean');
    const leans = opens || endWord(metric, indicator)?.word === indicator;
    return (leans ? clause.subject : null) ?? this.head ?? 'division';
  }

  /** The thing that the number's clause or paragraph is about, or null. */
  about(frame: Frame): number | null {
    this.enter(frame.sentence);
    return this.clauses[this.clauseAt(frame.quantity.start)]?.subject ?? this.head;
  }

  /** The thing that a cell of a table names, as a subject, or null. */
  named(cell: Cell): number | null {
    const i = this.starts.get(cell.start);
    return i !== undefined && covers(this.at(i), cell, this.context.report.text) ? i : null;
  }

  isDivision(i: number): boolean {
    return this.at(i).type === 'AdminDivision';
  }

  /** Whether a number is part of the name of a table's row (200万千瓦光伏项目). */
  inName(offset: number): boolean {
    const cell = this.context.tables.cellAt(offset);
    return cell !== null && cell.start === cell.row.name?.start && this.named(cell.row.name) !== null;
  }

  /** The named thing that starts at an offset, as a subject, or null. */
  startingAt(offset: number): number | null {
    return this.starts.get(offset) ?? null;
  }

  private at(i: number): Mention {
    return this.mentions[i] as Mention;
  }

  private owns(i: number): boolean {
    const m = this.at(i);
    const owner = OWNERS.has(m.type) || (NAMED_OWNERS.has(m.type) && m.name.includes('”'));
    return owner && m.group === undefined && !this.own.has(m.name);
  }

  private enter(sentence: Sentence): void {
    if (this.sentence === sentence.start) return;
    this.sentence = sentence.start;
    this.cursor = 0;
    const { text } = this.context.report;
    const line = this.lineAt(sentence.start);
    const row = this.context.tables.rowAt(sentence.start);
    if (row) {
      this.paragraph = line;
      this.head = row.name && !row.total ? this.named(row.name) : null;
    } else if (line !== this.paragraph) {
      this.paragraph = line;
      this.head = this.headOf(line, sentence);
    }
    const first = this.order[this.firstFrom(sentence.start)];
    this.clauses = [];
    // Most sentences name nothing that could own a number.
    if (first === undefined || this.at(first).start >= sentence.end) return;
    let carried: number | null = null;
    this.clauses = clausesOf(text, sentence).map((range) => {
      if (/[；;。]/.test(text.charAt(range.start - 1))) carried = null;
      const subject = this.opening(range);
      const fresh = subject !== null;
      // A quoted campaign owns what its own clause says, not what follows.
      if (fresh) carried = NAMED_OWNERS.has(this.at(subject).type) ? null : subject;
      return { start: range.start, end: range.end, subject: fresh ? subject : carried, fresh };
    });
  }

  /** The thing that a paragraph or its section is headed by: a line or first sentence that is nothing but its name. */
  private headOf(line: number, sentence: Sentence): number | null {
    const { text, sections } = this.context.report;
    const section = sections[sentence.section];
    for (const start of [line, section?.heading?.start ?? -1]) {
      if (start < 0) continue;
      const bare =
        start +
        (/^[\s　]*(?:[（(]?[\d一二三四五六七八九十]+[）).、．]\s*)?/.exec(text.slice(start, start + 12))?.[0]
          .length ?? 0);
      const i = this.starts.get(bare);
      if (i === undefined) continue;
      if (/^(?:项目|工程)?[。．：:\n]|^(?:项目|工程)?$/.test(text.slice(this.at(i).end, this.at(i).end + 3)))
        return i;
    }
    return null;
  }

  /** The name that opens a clause, where it is one thing and no list. */
  private opening(range: Range): number | null {
    const next = this.order[this.firstFrom(range.start)];
    if (next === undefined || this.at(next).start >= range.end) return null;
    const { text } = this.context.report;
    const start = stripLead(this.context, range).start;
    for (const at of [range.start, start]) {
      const i = this.starts.get(at);
      if (i === undefined) continue;
      const after = text.slice(this.at(i).end, this.at(i).end + 1);
      if (this.at(i).end < range.end && !/[、和及与等\d]/.test(after)) return i;
    }
    return null;
  }

  /** The last project, hospital or school named in an earlier clause of the sentence. */
  private built(k: number): number | null {
    const from = (this.clauses[0] as Range).start;
    const to = (this.clauses[k] as Range).start;
    for (let n = this.firstFrom(to) - 1; n >= 0; n--) {
      const i = this.order[n] as number;
      if (this.at(i).start < from) break;
      if (BUILT.has(this.at(i).type) && this.at(i).end <= to) return i;
    }
    return null;
  }

  /** The first project named after the number in its clause or the next one (投资18亿元，实施A项目). */
  private builtAfter(k: number, offset: number): number | null {
    const end = (this.clauses[k + 1] ?? this.clauses[k])?.end ?? 0;
    for (let n = this.firstFrom(offset); n < this.order.length; n++) {
      const i = this.order[n] as number;
      if (this.at(i).end > end) break;
      if (this.at(i).type === 'Project') return i;
    }
    return null;
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(this.order[middle] as number).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Numbers come in order: the clause is sought from the last one on. */
  private clauseAt(offset: number): number {
    while (this.cursor < this.clauses.length && offset >= (this.clauses[this.cursor] as Range).end)
      this.cursor++;
    return this.cursor;
  }
}
