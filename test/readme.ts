/** The fenced blocks of the README, and a run of their commands as a newcomer would do it. */
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.js';

const CLI = `'${process.execPath}' '${join(ROOT, 'dist', 'src', 'cli.js')}'`;

export interface Step {
  command: string;
  /** What the README shows, without the last line end. */
  shown: string;
}

/** Bodies of the fenced blocks of one language. */
export function blocks(page: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...page.matchAll(fence)].map((m) => m[1] as string);
}

/** Commands of a `console` block, each with the output under it. */
export function steps(block: string): Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.split('\n');
      return { command, shown: shown.join('\n').trimEnd() };
    });
}

/** A folder laid out like a clone, where commands may leave their files. */
export function likeClone(folder: string): void {
  symlinkSync(join(ROOT, 'data'), join(folder, 'data'));
}

/** What a terminal shows for a command; `npm start` stands for its own script, without npm's install and build. */
export function run(command: string, folder: string): string {
  const line = command
    .replace('npm install && npm start', 'npx govgraph demo')
    .replace('npm run evaluate', 'npx govgraph evaluate')
    .replaceAll('npx govgraph', CLI);
  const shell = spawnSync('bash', ['-c', `{ ${line}\n} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (shell.error) throw shell.error;
  return shell.stdout.trimEnd();
}

/** Hides what differs from run to run: times and sizes. */
export function steady(output: string): string {
  return output.replace(/\d+(?:\.\d+)?(?= ?(?:ms|s|MB)\b)/g, '#');
}

/** The output shown is the output given; a line `…` stands for any lines left out. */
export function agrees(shown: string, given: string): boolean {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = steady(shown).split(/^…$/m).map(literal).join('[\\s\\S]*');
  return new RegExp(`^${pattern}$`).test(steady(given));
}

/** The output shown, brought up to date: of each stretch between lines `…` the same number of lines from where it begins. */
export function refreshed(shown: string, given: string): string {
  const lines = given.split('\n');
  return shown
    .split(/^…$/m)
    .map((stretch) => {
      const old = stretch.replace(/^\n/, '').replace(/\n$/, '').split('\n');
      const from = lines.indexOf(old[0] ?? '');
      return from < 0 ? old.join('\n') : lines.slice(from, from + old.length).join('\n');
    })
    .join('\n…\n');
}
