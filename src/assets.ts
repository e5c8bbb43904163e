/** Where the package's own data lies, from source, from `dist` or installed elsewhere. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const root = findRoot();

/** Absolute path of a file of the package, e.g. `assetPath('data', 'lexicon', 'unit.tsv')`. */
export function assetPath(...parts: string[]): string {
  return join(root, ...parts);
}
