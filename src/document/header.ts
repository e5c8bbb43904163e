/** The header of a report: title, issuer, division, day and period, each with the place it was read from. */
import type { Division, Range, ReportHeader, Source, Warning } from '../model.js';
import { findDamages } from './damage.js';
import { findDate } from './dates.js';
import { type DivisionFinding, findDivision, namesIn } from './division.js';
import type { PageField } from './furniture.js';
import { bodyLine, findIssuers, findSignature, type Issuer } from './issuer.js';
import type { Line } from './lines.js';
import { findPeriod } from './period.js';
import type { MarkedLine } from './sections.js';
import type { Clock } from './standing.js';
import { findTitle, headLength, type Title } from './title.js';

export interface HeaderFinding {
  header: Omit<ReportHeader, 'id' | 'source'>;
  titleRange: Range | null;
  issuerRange: Range | null;
  dateRange: Range | null;
  lineage: Division[];
  clock: Clock;
  /** Offset from which the body runs. */
  bodyStart: number;
  title: Title | null;
  warnings: Warning[];
}

const MEETING = /会议|大会|全会|常委会|会上|代表会/;

/**
 * Reads the header.
 * @param source the decoded document
 * @param lines lines without furniture, with markers
 * @param fields values that the page's label lines give; they count only where the report itself is silent
 */
export function readHeader(source: Source, lines: MarkedLine[], fields: PageField[]): HeaderFinding {
  const { text } = source;
  const plain = lines.map(({ line }) => line);
  const marked = new Map(lines.map(({ line, marker }) => [line, marker]));
  const isHeading = (line: Line) =>
    ['cn', 'part', 'chapter', 'cnBracket', 'number'].includes(marked.get(line)?.style ?? '');
  const length = headLength(plain, isHeading);
  const head = plain.slice(0, length);
  const title = findTitle(head, (words) => namesIn(words).length > 0);
  const aside = title ? head.filter((line) => line.end <= title.start || line.start >= title.end) : head;
  const delivery = findDelivery(text, aside);
  const date = findDay(text, plain, delivery, fields);
  const issuers = findIssuers(title, aside, plain);
  for (const { value, start } of fields.filter(({ field }) => field === 'issuer')) {
    if (bodyLine(value) !== null) issuers.push({ name: value, start, end: start + value.length });
  }
  const spoken = delivery ? text.slice(delivery.start, delivery.end) : '';
  const division = findDivision(divisionPlaces(issuers, title, spoken, fields), nearbyLines(plain), text);
  const issuer = withDivision(issuers, division) ?? assumedIssuer(title, division);
  const bodyStart = plain[length]?.start ?? text.length;
  const clock = findPeriod({
    title,
    headings: lines
      .filter(({ marker }) => marker && ['cn', 'part', 'chapter'].includes(marker.style))
      .map(({ line }) => line.text.slice(0, 60)),
    opening: text.slice(bodyStart, bodyStart + 300),
    date: date?.iso ?? null,
    isSpeech: /^[^\S\n]*各位代表/m.test(text.slice(0, bodyStart + 200)) || /代表大会/.test(spoken),
  });
  const [own] = division.lineage;
  const header = {
    title: title?.words ?? '',
    issuer: issuer?.name ?? null,
    division: own
      ? { name: own.name, code: own.code }
      : division.name !== null
        ? { name: division.name, code: '' }
        : null,
    date: date?.iso ?? null,
    period: clock.period,
  };
  return {
    header,
    titleRange: title && { start: title.start, end: title.end },
    issuerRange: issuer && issuer.end > issuer.start ? { start: issuer.start, end: issuer.end } : null,
    dateRange: date?.range ?? null,
    lineage: division.lineage,
    clock,
    bodyStart,
    title,
    warnings: headerWarnings(header, division, issuer),
  };
}

/** ——2022年1月18日在某县第十九届人民代表大会第一次会议上, also over several lines, or （2024年1月15日）. */
function findDelivery(text: string, head: Line[]): Range | null {
  for (const [i, line] of head.entries()) {
    const opens = /^(?:[—–―－-]{1,3}|[（(])/.test(line.text);
    const hasDay = findDate(line.text) !== null || /\d{3,8}日/.test(line.text);
    if (!hasDay || !(opens || MEETING.test(line.text))) continue;
    let end = line.end;
    for (
      let k = i + 1;
      k < Math.min(head.length, i + 3) && !/[上）)]$/.test(text.slice(line.start, end));
      k++
    ) {
      const next = head[k] as Line;
      if (next.text.length > 40 || !/[上）)]$|会议/.test(next.text)) break;
      end = next.end;
    }
    return { start: line.start, end };
  }
  return null;
}

interface Day {
  iso: string;
  range: Range;
}

/** The day of delivery, else of the signature, else what the page says: 成文日期 before 发布时间. */
function findDay(text: string, lines: Line[], delivery: Range | null, fields: PageField[]): Day | null {
  const signed = findSignature(lines).date;
  for (const range of [delivery, signed]) {
    const day = range && dayIn(text, range);
    if (day) return day;
  }
  for (const wanted of ['date', 'published']) {
    for (const { field, value, start } of fields) {
      const found = field === wanted ? findDate(value) : null;
      if (found) return { iso: found.iso, range: { start: start + found.start, end: start + found.end } };
    }
  }
  return null;
}

/** A whole date in a range, or a damaged one that can be read in one way only. */
function dayIn(text: string, range: Range): Day | null {
  const found = findDate(text.slice(range.start, range.end));
  if (found)
    return { iso: found.iso, range: { start: range.start + found.start, end: range.start + found.end } };
  for (const damage of findDamages(text, [range], null)) {
    const [only] = damage.readings;
    if (damage.kind === 'date' && damage.readings.length === 1 && only?.match(/^\d/)) {
      return { iso: only, range: { start: damage.start, end: damage.end } };
    }
  }
  return null;
}

/** Where the division is named, the surest first. */
function divisionPlaces(
  issuers: Issuer[],
  title: Title | null,
  delivery: string,
  fields: PageField[],
): string[] {
  const places = issuers.map(({ name }) => name);
  if (title) places.push(title.words);
  // 在武汉市武昌区第十五届…: what stands behind 在 is the congress of the division.
  if (delivery !== '') places.push(delivery.replace(/\s+/g, '').replace(/^.*?日在?/, ''));
  for (const { field, value } of fields) if (field === 'source') places.push(value);
  return places;
}

/** Lines at the head and foot of the text, by which a division may be known that the header does not name. */
function nearbyLines(lines: Line[]): string[] {
  const foot = lines.slice(Math.max(12, lines.length - 4)).filter(({ text }) => text.length <= 60);
  return [...lines.slice(0, 12), ...foot].map(({ text }) => text.slice(0, 200));
}

const LEVEL_WORD =
  /^(?:全|本|我)?(?:自治区|[省市区县州旗盟镇乡])?(?=人民|政府|政协|人大|委员会|法院|检察院|常务委员会)/;

/** The first issuer, given its division where it names none (县人民政府 -> 眉县人民政府). */
function withDivision(issuers: Issuer[], division: DivisionFinding): Issuer | null {
  const [first] = issuers;
  if (!first) return null;
  if (/国务院$/.test(first.name)) return { ...first, name: '国务院' };
  if (division.name === null || first.name.includes(division.name) || namesIn(first.name).length > 0)
    return first;
  if (!LEVEL_WORD.test(first.name)) return first;
  return { ...first, name: division.name + first.name.replace(LEVEL_WORD, '') };
}

/** A report that a title calls its division's and that no body signs is the government's, which a warning says. */
function assumedIssuer(title: Title | null, division: DivisionFinding): Issuer | null {
  const [own] = division.lineage;
  if (!own || own.level === 0 || title?.kind !== 'report') return null;
  return { name: `${own.name}人民政府`, start: 0, end: 0 };
}

function headerWarnings(
  header: HeaderFinding['header'],
  division: DivisionFinding,
  issuer: Issuer | null,
): Warning[] {
  const warnings: Warning[] = [];
  if (issuer && issuer.end === 0) {
    warnings.push({
      code: 'issuerAssumed',
      message: `no body signs the report; ${issuer.name} is assumed`,
      span: null,
    });
  }
  if (division.candidates.length > 0) {
    const list = division.candidates.map(({ code }) => code).join(', ');
    warnings.push({
      code: 'ambiguousDivision',
      message: `several divisions are called ${division.name}: ${list}; the text does not say which`,
      span: null,
    });
  } else if (header.division?.code === '') {
    warnings.push({
      code: 'unknownDivision',
      message: `${division.name} is not in the gazetteer`,
      span: null,
    });
  }
  const missing = (['title', 'issuer', 'division', 'date', 'period'] as const).filter((key) => !header[key]);
  if (missing.length > 0) {
    warnings.push({
      code: 'headerIncomplete',
      message: `not found in the text: ${missing.join(', ')}`,
      span: null,
    });
  }
  return warnings;
}
