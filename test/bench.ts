/**
 * `npm run bench [-- FILE] [--json]`: speed of extraction warmed up, and wall time and memory of a cold start.
 * One thread; the build is of the Wuchang report with the embedded database.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetPath } from '../src/assets.js';
import { extractSource } from '../src/pipeline.js';
import { readSource } from '../src/read/read.js';

const args = process.argv.slice(2);
const json = args.includes('--json');
const wuchang = assetPath('data', 'reports', 'wuchang-2020q3.txt');
const file = args.find((arg) => !arg.startsWith('--')) ?? wuchang;
const cli = assetPath('dist', 'src', 'cli.js');
const ROUNDS = 5;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Characters a second of whole extractions, median of rounds of at least half a second, after three seconds of warm-up. */
function throughput(): number {
  const source = readSource(file);
  const round = (): number => {
    const from = performance.now();
    let runs = 0;
    while (performance.now() - from < 500) {
      extractSource(source);
      runs++;
    }
    return (source.text.length * runs) / ((performance.now() - from) / 1000);
  };
  for (let warmUp = 0; warmUp < 6; warmUp++) round();
  return median(Array.from({ length: ROUNDS }, round));
}

interface Cold {
  seconds: number;
  megabytes: number;
}

/** Median wall time and largest resident memory of a fresh process. */
function cold(command: (out: string) => string[]): Cold {
  const runs = Array.from({ length: ROUNDS }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'govgraph-bench-'));
    const report = 'process.on("exit", () => console.error("maxRSS", process.resourceUsage().maxRSS))';
    const preload = `--import=data:text/javascript,${encodeURIComponent(report)}`;
    const from = performance.now();
    const run = spawnSync(process.execPath, [preload, cli, ...command(join(folder, 'db'))], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const seconds = (performance.now() - from) / 1000;
    rmSync(folder, { recursive: true, force: true });
    if (run.status !== 0) throw new Error(`${command('DB').join(' ')}: ${run.stderr}`);
    return { seconds, megabytes: Number(/maxRSS (\d+)/.exec(run.stderr)?.[1]) / 1024 };
  });
  return {
    seconds: median(runs.map((run) => run.seconds)),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
  };
}

const speed = throughput();
const extract = cold(() => ['extract', wuchang]);
const build = cold((out) => ['build', wuchang, '--db', out, '--quiet']);

if (json) {
  console.log(JSON.stringify({ file, charactersPerSecond: Math.round(speed), extract, build }));
} else {
  const rows: [string, string, string][] = [
    [
      `extract ${file.split(/[\\/]/).at(-1)}, warm`,
      `${(speed / 1e6).toFixed(2)} M characters/s`,
      '1 M or more',
    ],
    ['extract Wuchang, cold: wall', `${extract.seconds.toFixed(2)} s`, 'under 1 s'],
    ['extract Wuchang, cold: memory', `${extract.megabytes.toFixed(0)} MB`, 'under 250 MB'],
    ['build Wuchang, cold: wall', `${build.seconds.toFixed(2)} s`, 'under 2 s'],
    ['build Wuchang, cold: memory', `${build.megabytes.toFixed(0)} MB`, ''],
  ];
  for (const [what, value, goal] of rows) console.log(`${what.padEnd(36)}${value.padStart(20)}   ${goal}`);
}
