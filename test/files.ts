/** Files of the package, for tests that read the code and the word tables themselves. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The package's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Paths relative to the package, sorted, e.g. `filesUnder('src', '.ts')`. */
export function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}
