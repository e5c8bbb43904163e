/** Rows as a table in the terminal, as CSV and as JSON. Chinese characters are two columns wide. */
import type { ResultEdge, ResultNode, ResultPath, Row, Value } from '../store/store.js';

/** East Asian wide and full-width characters, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Control characters would move the cursor or colour the screen. */
const CONTROL = /\p{Cc}+/gu;

/** Columns that a text takes in a terminal. */
function width(text: string): number {
  let columns = 0;
  for (const c of text) columns += WIDE.test(c) ? 2 : ZERO.test(c) ? 0 : 1;
  return columns;
}

/** Cuts a text to so many columns, with … where something is left out. */
function cutTo(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const c of text) {
    used += width(c);
    if (used > columns - 1) break;
    kept += c;
  }
  return `${kept}…`;
}

/** One value as a cell of a table or CSV file. */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(cell).join('、');
  if (isNode(value)) {
    const type = value.labels.find((label) => label !== 'Entity') ?? value.labels[0] ?? '';
    const { name, title, text, raw, stage, code, id } = value.properties;
    return `(${cell(name ?? title ?? raw ?? stage ?? code ?? text ?? id ?? null)}:${type})`;
  }
  if (isEdge(value)) return `[:${value.type}]`;
  if (isPath(value)) {
    return value.nodes.map((n, i) => `${i > 0 ? `-[:${value.edges[i - 1]?.type}]-` : ''}${cell(n)}`).join('');
  }
  return JSON.stringify(value);
}

const isNode = (v: object): v is ResultNode => 'labels' in v && 'properties' in v;
const isEdge = (v: object): v is ResultEdge => 'type' in v && 'properties' in v;
const isPath = (v: object): v is ResultPath => 'nodes' in v && 'edges' in v;

/**
 * @param total columns of the screen; cells are cut to fit. 0 for no limit, as in a pipe
 */
export function table(columns: string[], rows: Row[], total = 0): string {
  const cells = [columns, ...rows.map((row) => columns.map((c) => cell(row[c] ?? null)))].map((line) =>
    line.map((text) => text.replace(CONTROL, ' ')),
  );
  const widths = columns.map((_, i) => Math.max(1, ...cells.map((line) => width(line[i] ?? ''))));
  const numeric = columns.map((c) => rows.length > 0 && rows.every((r) => typeof (r[c] ?? 0) === 'number'));
  shrink(widths, total);
  const lines = cells.map((line) => {
    const padded = line.map((text, i) => {
      const shown = cutTo(text, widths[i] ?? 0);
      const gap = ' '.repeat((widths[i] ?? 0) - width(shown));
      return numeric[i] ? gap + shown : shown + gap;
    });
    return padded.join('  ').trimEnd();
  });
  const rule = widths.map((w) => '─'.repeat(w)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Takes columns from the widest until the table fits. */
function shrink(widths: number[], total: number): void {
  if (total <= 0) return;
  let over = widths.reduce((sum, w) => sum + w, 2 * (widths.length - 1)) - total;
  while (over-- > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 8) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/** CSV after RFC 4180, lines ended by CR LF. */
export function csv(columns: string[], rows: Row[]): string {
  const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...rows.map((row) => columns.map((c) => cell(row[c] ?? null)))];
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}
