/** Dates and periods as written, read into inclusive stretches of days. */
import type { Period, Range, Report } from '../../model.js';
import type { DateAtom } from '../context.js';
import { exec, fullDate, type Piece } from './calendar.js';
import { type Clock, clockOf } from './clock.js';
import { fold } from './numeral.js';
import { partial, span, withYear } from './relative.js';

const DEADLINE = /(?:之前|以前|前(?![列后景沿提往期述三两一二四五六七八九十0-9]))/y;
const SINCE = /(?:份)?(?:以来|至今|起)/y;
const AS_OF = /(?:截至|截止到?)$/;
const UP_TO = /(?<![增升降减高长展大加提])至$/;
const AGAINST = /(?:比|较|与|同|相当于|相比|对比)$/;
const TIMES_OF = /同期|的[ \u00a0]?\d+(?:\.\d+)?[ \u00a0]?倍/y;

const ITEM = /(?:^|\n)[ \t\u3000]*\d{1,2}\.$/;

const START = /[\d〇一二三四五六七八九十今去明前后来本当全上下次首头近多几历同月季年岁过最未这此“"‘第]/g;

/** All dates and periods of the report, in text order, none overlapping. */
export function readDates(report: Report): DateAtom[] {
  const text = fold(report.text);
  const clock = clockOf(report);
  const taken = [...report.furniture, ...report.damages].sort((a, b) => a.start - b.start);
  const atoms: DateAtom[] = damaged(report);
  let next = 0;
  START.lastIndex = 0;
  while (START.test(text)) {
    const at = START.lastIndex - 1;
    while (next < taken.length && (taken[next] as Range).end <= at) next++;
    const blocked = taken[next];
    if (blocked && blocked.start <= at) {
      START.lastIndex = blocked.end;
      continue;
    }
    const atom = readAt(text, at, clock);
    if (!atom) continue;
    atoms.push(atom);
    START.lastIndex = atom.end;
  }
  return atoms.sort((a, b) => a.start - b.start);
}

/** Dates with lost characters, which the document stage found with their valid readings. */
function damaged(report: Report): DateAtom[] {
  return report.damages
    .filter((d) => d.kind === 'date')
    .map(({ start, end, readings }) => {
      const day = readings.length === 1 ? (readings[0] as string) : null;
      return { start, end, period: day ? { start: day, end: day } : null, kind: 'on', rule: 'damagedDate' };
    });
}

function readAt(text: string, at: number, clock: Clock): DateAtom | null {
  const previous = text[at - 1] ?? '';
  // Inside a longer number; but 14.9月1日 at a line's start is item 14.
  if (/\d/.test(text[at] as string) && /[\d.,A-Za-z]/.test(previous)) {
    if (previous !== '.' || !ITEM.test(text.slice(Math.max(0, at - 5), at))) return null;
  }
  const piece =
    fullDate(text, at) ?? span(text, at, clock) ?? withYear(text, at, clock) ?? partial(text, at, clock);
  return piece ? finish(text, at, piece, clock) : null;
}

/** What stands around a date decides how it is meant: deadline, state at its end, comparison. */
function finish(text: string, start: number, piece: Piece, clock: Clock): DateAtom {
  const left = text.slice(Math.max(0, start - 4), start);
  const asOf =
    AS_OF.exec(left) ?? (/^(?:year|yearRange|relativeYear)$/.test(piece.rule) ? null : UP_TO.exec(left));
  const deadline = exec(DEADLINE, text, piece.end);
  const since = exec(SINCE, text, piece.end);
  const against = AGAINST.test(left) || exec(TIMES_OF, text, piece.end) !== null;
  const kind = deadline ? 'by' : since ? 'on' : against ? 'against' : asOf || piece.upTo ? 'asOf' : 'on';
  return {
    start: asOf ? start - asOf[0].length : start,
    end: piece.end + (deadline?.[0].length ?? since?.[0].length ?? 0),
    period: piece.from === '' ? null : stretch(piece, kind, since ? clock.until(start) : null),
    kind,
    rule: piece.rule,
  };
}

/** Up to a day means from its year's start; since a day, until the last day the report knows of. */
function stretch(piece: Piece, kind: DateAtom['kind'], until: string | null): Period {
  if (until) return { start: piece.from, end: until > piece.to ? until : piece.to };
  const yearStart = `${piece.to.slice(0, 4)}-01-01`;
  const fromStart = (kind === 'by' || kind === 'asOf') && piece.from > yearStart;
  return { start: fromStart ? yearStart : piece.from, end: piece.to };
}
