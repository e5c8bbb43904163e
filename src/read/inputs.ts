/** The inputs of one command: files as named, folders as the text files in them. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GovGraphError } from '../errors.js';
import { fileError } from './read.js';

/** Text files under one folder, in code-unit order of their paths; hidden names and linked folders are left out. */
function textFiles(folder: string): string[] {
  const files: string[] = [];
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileError(folder, error as NodeJS.ErrnoException);
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...textFiles(path));
    else if (/\.txt$/i.test(entry.name)) files.push(path);
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Expands the paths of a command line.
 * @param paths files, folders (all `.txt` files in them and below) and `-`; a missing path is kept, so that reading it reports it
 * @returns files in the order named, each once
 * @throws GovGraphError INPUT_FOLDER_EMPTY for a folder without text files
 */
export function expandInputs(paths: string[]): string[] {
  const files = new Set<string>();
  for (const path of paths) {
    const isFolder = path !== '-' && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
    const found = isFolder ? textFiles(path) : [path];
    if (found.length === 0) {
      throw new GovGraphError('INPUT_FOLDER_EMPTY', 'no .txt file in this folder', {
        where: path,
        hint: 'name a folder that holds reports as .txt files',
      });
    }
    for (const file of found) files.add(file);
  }
  return [...files];
}
