/** The stages in order. */
import { parseDocument } from './document/document.js';
import { type LedgerRow, ledger } from './extract/coverage.js';
import { extractDraft } from './extract/extract.js';
import type { Extraction, Source } from './model.js';
import { readSource } from './read/read.js';
import { resolveReport } from './resolve/resolve.js';

/** Reads one decoded document into facts. Pure: same text, same facts. */
export function extractSource(source: Source): Extraction {
  const report = parseDocument(source);
  return resolveReport(report, extractDraft(report));
}

/** What became of every numeral of one decoded document. */
export function coverSource(source: Source): LedgerRow[] {
  const report = parseDocument(source);
  return ledger(report, extractDraft(report));
}

/** Reads one file (`-` for standard input) into facts. */
export function extract(file: string): Extraction {
  return extractSource(readSource(file));
}
