/** Content-hash ids: the same parts give the same id, in every run and on every machine. */
import { hash } from 'node:crypto';

/** The first 16 hex digits of SHA-256 over the parts. */
export function hashId(...parts: (string | number)[]): string {
  return hash('sha256', parts.join('\u001f')).slice(0, 16);
}
