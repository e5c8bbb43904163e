/** The document stage: plain text becomes a Report with header, sections and sentences. */
import { createHash } from 'node:crypto';
import type { Report, Source } from '../model.js';

/** @param source one decoded input */
export function parseDocument(source: Source): Report {
  const { text } = source;
  const sentences = [];
  for (const m of text.matchAll(/[^。！？\n]+[。！？]?/g)) {
    sentences.push({ index: sentences.length, start: m.index, end: m.index + m[0].length, section: 0 });
  }
  return {
    header: {
      id: createHash('sha256').update(source.sha256).digest('hex').slice(0, 16),
      title: '',
      issuer: null,
      division: null,
      date: null,
      period: null,
      source: { file: source.file, sha256: source.sha256, encoding: source.encoding },
    },
    text,
    titleRange: null,
    issuerRange: null,
    dateRange: null,
    lineage: [],
    subtree: [],
    furniture: [],
    sections: [
      {
        index: 0,
        level: 0,
        heading: null,
        marker: null,
        parent: null,
        start: 0,
        end: text.length,
        standing: 'none',
        period: null,
      },
    ],
    sentences,
    damages: [],
    warnings: [],
  };
}
