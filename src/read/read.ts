/** The read stage: bytes become text. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Source } from '../model.js';

/** @param file a path, or `-` for standard input */
export function readSource(file: string): Source {
  const bytes = readFileSync(file === '-' ? 0 : file);
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: 'utf-8',
    text: new TextDecoder('utf-8').decode(bytes),
  };
}
