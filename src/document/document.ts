/** The document stage: plain text becomes a Report with header, sections and sentences; damage is marked, never mended. */
import { createHash } from 'node:crypto';
import type { Damage, Range, Report, Source, Warning } from '../model.js';
import { findDamages } from './damage.js';
import { markFurniture } from './furniture.js';
import { subtreeOf } from './gazetteer.js';
import { type HeaderFinding, readHeader } from './header.js';
import { bodyLine } from './issuer.js';
import { type Line, readLines } from './lines.js';
import { readMarker } from './markers.js';
import { buildSections } from './sections.js';
import { splitSentences } from './sentences.js';
import { unfold } from './unfold.js';

/** Below this share of Chinese characters among the letters a text is no Chinese report. */
const CHINESE_SHARE = 0.1;
/** More damages of one kind than this are summed up in one warning. */
const MOST_WARNINGS = 100;
/** A shorter text may be a note taken from a report. */
const NOTE_LENGTH = 300;
const CODES = { date: 'lostCharacters', unit: 'lostUnit', encoding: 'brokenCharacters' } as const;

/**
 * Parses one document.
 * @param source one decoded input
 * @returns its report; a text that is no Chinese report has no sentences, is furniture throughout and carries the warning `notAReport`
 */
export function parseDocument(source: Source): Report {
  const { text } = source;
  const lines = unfold(readLines(text));
  const foreign = !isChinese(text);
  if (foreign) for (const line of lines) line.furniture = true;
  const fields = foreign ? [] : markFurniture(lines);
  const all = lines.map((line) => ({ line, marker: line.furniture ? null : readMarker(line) }));
  const own = all.filter(({ line }) => !line.furniture);
  const finding = readHeader(source, own, fields);
  const { header, title, titleRange, issuerRange, dateRange, lineage, clock, bodyStart } = finding;
  const warnings = looksForeign(finding, text)
    ? [notAReport('nothing of a report was found in its header: no title, body, division or day')]
    : finding.warnings;
  const [division] = lineage;
  const innerTitle = (line: Line) =>
    title !== null &&
    line.start > title.end &&
    line.text.length >= 6 &&
    line.text.length <= 60 &&
    bodyLine(line.text) === null &&
    title.words.includes(line.text);
  const sections = buildSections(own, clock, bodyStart, innerTitle, text.length);
  const year = clock.period?.end.slice(0, 4);
  const damages = findDamages(
    text,
    own.map(({ line }) => line),
    year === undefined ? null : Number(year),
  );
  return {
    header: {
      id: createHash('sha256').update(source.sha256).digest('hex').slice(0, 16),
      ...header,
      source: { file: source.file, sha256: source.sha256, encoding: source.encoding },
    },
    text,
    titleRange,
    issuerRange,
    dateRange,
    lineage,
    subtree: division ? subtreeOf(division.code) : [],
    furniture: furnitureRanges(lines, text, foreign),
    sections,
    sentences: splitSentences(text, all, sections),
    damages,
    warnings: foreign
      ? [notAReport('the text is not Chinese, so nothing was read from it')]
      : [...warnings, ...damageWarnings(damages, text)],
  };
}

function notAReport(message: string): Warning {
  return { code: 'notAReport', message, span: null };
}

/** A page of a novel names no body, place or day, and has no title of a report. */
function looksForeign({ header, title }: HeaderFinding, text: string): boolean {
  const named = header.issuer ?? header.division ?? header.date ?? title?.kind ?? null;
  return named === null && text.length > NOTE_LENGTH;
}

function isChinese(text: string): boolean {
  let chinese = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3400 && unit <= 0x9fff) chinese++;
    else if ((unit | 32) >= 97 && (unit | 32) <= 122) letters++;
  }
  return chinese > 0 && chinese >= (chinese + letters) * CHINESE_SHARE;
}

/** Neighbouring furniture lines make one range. */
function furnitureRanges(lines: Line[], text: string, foreign: boolean): Range[] {
  if (foreign) return [{ start: 0, end: text.length }];
  const ranges: Range[] = [];
  for (const [i, line] of lines.entries()) {
    if (!line.furniture) continue;
    const last = ranges.at(-1);
    if (last && lines[i - 1]?.furniture) last.end = line.end;
    else ranges.push({ start: line.start, end: line.end });
  }
  return ranges;
}

function damageWarnings(damages: Damage[], text: string): Warning[] {
  const warnings: Warning[] = [];
  for (const kind of ['date', 'unit', 'encoding'] as const) {
    const found = damages.filter((damage) => damage.kind === kind);
    for (const { message, start, end } of found.slice(0, MOST_WARNINGS)) {
      warnings.push({ code: CODES[kind], message, span: { start, end, text: text.slice(start, end) } });
    }
    if (found.length > MOST_WARNINGS) {
      warnings.push({
        code: CODES[kind],
        message: `${found.length - MOST_WARNINGS} more of this kind`,
        span: null,
      });
    }
  }
  return warnings;
}
