/** The tree of sections: by marker style, by the titles of inner documents, and where the text itself turns to another time. */
import type { Section } from '../model.js';
import type { Line } from './lines.js';
import { type Marker, STYLES, type Style } from './markers.js';
import { type Clock, headingTense, lengthStanding, type Tense } from './standing.js';
import { findTurns } from './turns.js';

/** A line of the report with the marker that it starts with. */
export interface MarkedLine {
  line: Line;
  marker: Marker | null;
}

type Kind = Style | 'body' | 'turn';

interface Open {
  section: Section;
  kind: Kind;
}

/**
 * Builds the sections of a report.
 * @param lines its lines without furniture, with their markers
 * @param clock what the header says about time
 * @param bodyStart offset from which the body runs; lines above are header
 * @param innerTitle tells a line that repeats the title of a document inside this one
 * @param end length of the text
 * @returns sections in order of their start; section 0 is the whole text
 */
export function buildSections(
  lines: MarkedLine[],
  clock: Clock,
  bodyStart: number,
  innerTitle: (line: Line) => boolean,
  end: number,
): Section[] {
  const ranks = styleRanks(lines);
  const standing = clock.isPlan ? 'plan' : lengthStanding(clock.period);
  const body: Section = {
    index: 0,
    level: 0,
    heading: null,
    marker: null,
    parent: null,
    standing,
    period: clock.period,
    start: 0,
    end,
  };
  const sections = [body];
  const stack: Open[] = [{ section: body, kind: 'body' }];
  const open = (
    kind: Kind,
    start: number,
    marker: Marker | null,
    heading: Section['heading'],
    tense: Tense | null,
  ) => {
    const parent = (stack.at(-1) as Open).section;
    const section: Section = {
      index: sections.length,
      level: parent.level + 1,
      heading,
      marker: marker?.range ?? null,
      parent: parent.index,
      standing: tense?.standing ?? parent.standing,
      period: tense ? tense.period : parent.period,
      start,
      end,
    };
    sections.push(section);
    stack.push({ section, kind });
  };
  const close = (at: number, keep: (kind: Kind) => boolean) => {
    while (stack.length > 1 && !keep((stack.at(-1) as Open).kind)) (stack.pop() as Open).section.end = at;
  };
  let plan: Tense | null = null;
  for (const { line, marker } of lines) {
    if (line.start < bodyStart) continue;
    const item = marker !== null && marker.style !== 'dash';
    if (innerTitle(line)) {
      close(line.start, () => false);
      open(
        'document',
        line.start,
        null,
        { start: line.start, end: line.end },
        headingTense(line.text, clock),
      );
      continue;
    }
    if (item) {
      const rank = ranks.get(marker.style) as number;
      const major = rank <= (ranks.get('cn') as number);
      close(
        line.start,
        (kind) => kind === 'body' || (kind === 'turn' ? !major : (ranks.get(kind as Style) as number) < rank),
      );
      // What follows the plans of a report, without a word on time, is planned too (四、加强政府自身建设).
      const tense: Tense | null = tenseOf(marker, line, stack, clock) ?? (major ? plan : null);
      if (major) plan = tense?.standing === 'plan' ? tense : null;
      open(marker.style, line.start, marker, marker.heading, tense);
    }
    const words = item ? marker.range.end - line.start : 0;
    const turns = inPlan(stack) ? [] : findTurns(line.text.slice(words), clock, item);
    for (const { at, tense, within } of turns) {
      const start = line.start + words + at;
      const current = (stack.at(-1) as Open).section;
      if (sameTense(tense, current)) continue;
      if (!within) close(start, (kind) => kind === 'body' || (kind !== 'turn' && isMajor(kind, ranks)));
      if (!within && sameTense(tense, (stack.at(-1) as Open).section)) continue;
      open('turn', start, null, null, tense);
      if (within) (stack.pop() as Open).section.end = line.end;
    }
    if (!marker || item) continue;
    close(line.start, (kind) => kind !== 'dash' && kind !== 'bullet' && kind !== 'ordinal');
    open('dash', line.start, marker, marker.heading, null);
  }
  return sections;
}

const isMajor = (kind: Kind, ranks: Map<Style, number>) =>
  kind !== 'body' && kind !== 'turn' && (ranks.get(kind) as number) <= (ranks.get('cn') as number);

/** What turns a section below a major one to the future. */
const COMING = /^(?:下一?步|下一?阶段|今后|下半年|明年)|(?:打算|计划|安排|思路|方向)$/;
/** Where a page lost its line ends, a heading runs into its text: its first words must do. */
const FIRST_WORDS = 16;
const LONGEST_HEADING = 24;

/** Headings of major sections decide; below them only headings that stand alone in their line, so that a fact is no heading. */
function tenseOf(marker: Marker, line: Line, stack: Open[], clock: Clock): Tense | null {
  const { heading, range, alone, style } = marker;
  const start = heading?.start ?? range.end;
  const words = line.text.slice(
    start - line.start,
    heading ? heading.end - line.start : start - line.start + FIRST_WORDS,
  );
  const major = style === 'cn' || style === 'part' || style === 'chapter' || style === 'annex';
  if (!heading && !major) return null;
  const tense = headingTense(words, clock);
  const parent = (stack.at(-1) as Open).section;
  if (major) return tense;
  if (!alone || !tense || words.length > LONGEST_HEADING || /\d(?!\d{0,3}年)/.test(words)) return null;
  if (parent.level === 0 || parent.standing === 'none') return tense;
  // Inside a plan nothing turns back to a review by a word like 成效; inside a review 目标任务完成 stays a review.
  return parent.standing !== 'plan' && tense.standing === 'plan' && COMING.test(words) ? tense : null;
}

const sameTense = (tense: Tense, section: Section) =>
  tense.standing === section.standing &&
  tense.period?.start === section.period?.start &&
  tense.period?.end === section.period?.end;

/** Plans stay plans up to their end. */
const inPlan = (stack: Open[]) =>
  stack.some(({ kind, section }) => kind !== 'turn' && section.standing === 'plan');

/** The usual order of styles, but 1. stands above （一） where a document counts its main sections so. */
function styleRanks(lines: MarkedLine[]): Map<Style, number> {
  const ranks = new Map<Style, number>(STYLES.map((style, i) => [style, i]));
  const numbered = lines.filter(
    ({ marker }) => marker !== null && ['cn', 'cnBracket', 'number'].includes(marker.style),
  );
  const first = numbered[0]?.marker;
  const hasCn = numbered.some(({ marker }) => marker?.style === 'cn');
  if (first?.style === 'number' && !hasCn) {
    ranks.set('number', STYLES.indexOf('cnBracket'));
    ranks.set('cnBracket', STYLES.indexOf('number'));
  }
  return ranks;
}
