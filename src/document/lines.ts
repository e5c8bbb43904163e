/** Lines of the text, with the blanks at their ends left out. */
import type { Range } from '../model.js';

export interface Line extends Range {
  /** The words between start and end. */
  text: string;
  /** True where the line starts with blanks that set a new paragraph off. */
  indented: boolean;
  /** True where nothing but blank lines, or nothing at all, stands before the next filled line. */
  blankAfter: boolean;
  /** Page furniture: no part of the report. */
  furniture: boolean;
}

/** Every line that holds a visible character, in order. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029\f\v]|$/g;
  let from = 0;
  for (const m of text.matchAll(breaks)) {
    const raw = text.slice(from, m.index);
    const words = raw.trim();
    const previous = lines.at(-1);
    if (words === '') {
      if (previous && from < text.length) previous.blankAfter = true;
    } else {
      const start = from + raw.length - raw.trimStart().length;
      lines.push({
        start,
        end: start + words.length,
        text: words,
        indented: /^(?:\u3000|\s\s|\t)/.test(raw),
        blankAfter: false,
        furniture: false,
      });
    }
    from = m.index + m[0].length;
  }
  return lines;
}
