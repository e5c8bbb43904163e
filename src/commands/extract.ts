/** `govgraph extract FILE...`: the facts of reports, without a database. */
import { setImmediate } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { Extraction } from '../model.js';
import { extract } from '../pipeline.js';
import { expandInputs } from '../read/inputs.js';
import type { Row } from '../store/store.js';
import { type CommonOptions, print, progress, progressDone, reportFailed, withCommon } from './common.js';
import { table } from './table.js';

interface ExtractOptions extends CommonOptions {
  format: 'json' | 'jsonl' | 'table';
}

/** Adds the command to the program. */
export function addExtract(program: Command): void {
  const format = new Option(
    '--format <format>',
    'json (one object a line for several files), jsonl or table',
  );
  const command = program
    .command('extract')
    .description('read reports and print their facts')
    .argument('<input...>', 'report files, folders of .txt files, or - for standard input')
    .addOption(format.choices(['json', 'jsonl', 'table']).default('json'));
  withCommon(command, 'govgraph extract report.txt --format table').action(run);
}

async function run(inputs: string[], options: ExtractOptions): Promise<void> {
  const failed: { file: string; error: unknown }[] = [];
  let read = 0;
  const attempt = <T>(file: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      failed.push({ file, error });
      return undefined;
    }
  };
  const files = [...new Set(inputs.flatMap((i) => attempt(i, () => expandInputs([i])) ?? []))];
  for (const [i, file] of files.entries()) {
    progress(options, `[${i + 1}/${files.length}] ${file}`);
    // Lets signals through.
    await setImmediate();
    const extraction = attempt(file, () => extract(file));
    progressDone(options);
    if (!extraction) continue;
    read++;
    print(options.format === 'table' && !options.json ? tables(extraction) : JSON.stringify(extraction));
  }
  if (read === 0 && failed.length === 1) throw failed[0]?.error;
  reportFailed(failed, options.json === true);
}

function tables({ report, entities, observations, milestones, relations, warnings }: Extraction): string {
  const names = new Map(entities.map((e) => [e.id, e.name]));
  const name = (id: string): string => names.get(id) ?? id;
  const parts: [string, Row[]][] = [
    [
      'entities',
      entities.map((e) => ({ type: e.type, name: e.name, named: e.mentions.length, also: e.aliases })),
    ],
    [
      'numbers',
      observations.map((o) => ({
        indicator: o.indicator,
        value: o.raw,
        measure: o.measure,
        status: o.status,
        subject: name(o.subject),
        period: o.period && `${o.period.start} – ${o.period.end}`,
      })),
    ],
    [
      'milestones',
      milestones.map((m) => ({
        stage: m.stage,
        thing: name(m.entity),
        status: m.status,
        words: m.evidence.text,
      })),
    ],
    [
      'relations',
      relations.map((r) => ({
        source: name(r.source),
        relation: r.type,
        target: name(r.target),
        basis: r.basis,
        role: r.role,
      })),
    ],
    ['warnings', warnings.map((w) => ({ code: w.code, message: w.message }))],
  ];
  const screen = process.stdout.isTTY ? process.stdout.columns : 0;
  const shown = parts.filter(([, rows]) => rows.length > 0);
  return [
    report.title || report.source.file,
    ...shown.map(
      ([title, rows]) => `\n${title} (${rows.length})\n${table(Object.keys(rows[0] ?? {}), rows, screen)}`,
    ),
  ].join('\n');
}
