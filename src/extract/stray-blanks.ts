/** Blanks and line ends that scraping left inside running words (育肥 场, 双树 寺水库): rules read the text without them. */
import type { Draft, Range, Report } from '../model.js';

/** One blank or line break between two characters; two words set apart on purpose have wider ones, or a line of their own. */
const STRAY = /(?<=[\u4e00-\u9fff])(?: |[ \t]*\r?\n[ \t\u3000]*)(?=[\u4e00-\u9fff])/g;
const BLANK = /[ \n]/;
/** Only prose has stray ones; a line of titles and names (组长：某某 副省长) is set with blanks. */
const PROSE = /[，,。；;]/;
const LABEL = /^[^，,。；;]{1,12}[：:]/;

export interface Joined {
  /** The report as the rules read it. */
  report: Report;
  /** Puts what they read back onto the text as it stands. */
  restore: (draft: Draft) => Draft;
}

/** @returns null where the report has no stray blank */
export function withoutStrayBlanks(report: Report): Joined | null {
  const blanks = report.sentences.flatMap((sentence) => {
    const words = report.text.slice(sentence.start, sentence.end);
    if (!BLANK.test(words) || !PROSE.test(words) || LABEL.test(words)) return [];
    return [...words.matchAll(STRAY)].map((m) => ({
      start: sentence.start + m.index,
      end: sentence.start + m.index + m[0].length,
    }));
  });
  if (blanks.length === 0) return null;
  const { forth, back } = offsets(report.text.length, blanks);
  const move = <T extends Range>(r: T): T => ({ ...r, start: forth(r.start), end: forth(r.end) });
  const moveAny = (r: Range | null): Range | null => r && move(r);
  const put = <T extends Range>(r: T): T => ({ ...r, start: back(r.start), end: back(r.end - 1) + 1 });
  const putEvidence = <T extends { evidence: Range }>(fact: T): T => ({
    ...fact,
    evidence: put(fact.evidence),
  });
  let text = '';
  let from = 0;
  for (const blank of blanks) {
    text += report.text.slice(from, blank.start);
    from = blank.end;
  }
  return {
    report: {
      ...report,
      text: text + report.text.slice(from),
      titleRange: moveAny(report.titleRange),
      issuerRange: moveAny(report.issuerRange),
      dateRange: moveAny(report.dateRange),
      furniture: report.furniture.map(move),
      sections: report.sections.map((s) => ({
        ...move(s),
        heading: moveAny(s.heading),
        marker: moveAny(s.marker),
      })),
      sentences: report.sentences.map(move),
      damages: report.damages.map(move),
    },
    restore: (draft) => ({
      mentions: draft.mentions.map(put),
      observations: draft.observations.map(putEvidence),
      milestones: draft.milestones.map(putEvidence),
      relations: draft.relations.map(putEvidence),
      nonFacts: draft.nonFacts.map(put),
    }),
  };
}

/** Offsets of the text as it stands to those of the joined one, and back. */
function offsets(length: number, blanks: Range[]): Record<'forth' | 'back', (offset: number) => number> {
  const forth = new Int32Array(length + 1);
  const back: number[] = [];
  let next = 0;
  for (let at = 0, joined = 0; at <= length; at++) {
    forth[at] = joined;
    const blank = blanks[next];
    if (blank && at >= blank.start) {
      if (at === blank.end - 1) next++;
      continue;
    }
    back[joined++] = at;
  }
  return { forth: (at) => forth[at] as number, back: (at) => back[at] as number };
}
