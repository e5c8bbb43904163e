/** `govgraph show NAME|ID`: an entity with its facts, each with the sentence that states it. */
import type { Command } from 'commander';
import { describeEntities, type EntityCard, type QuotedFact } from '../store/entity.js';
import { type DatabaseOptions, openGraph, print, withCommon, withDatabase } from './common.js';

/** Adds the command to the program. */
export function addShow(program: Command): void {
  const command = program
    .command('show')
    .description('show an entity: aliases, facts, milestones and relations, each with its sentence')
    .argument('<name>', 'name, alias or id');
  withCommon(withDatabase(command), 'govgraph show 武昌区').action(run);
}

async function run(name: string, options: DatabaseOptions): Promise<void> {
  const store = await openGraph(options);
  try {
    const cards = await describeEntities(store, name);
    print(options.json ? JSON.stringify(cards, null, 2) : cards.map(cardText).join('\n\n'));
  } finally {
    await store.close();
  }
}

function cardText(card: EntityCard): string {
  const { group, size, mentioned } = card.properties;
  const group_ = group ? [`a group${size ? ` of ${size}` : ''}`] : [];
  return [
    `${card.name}  ${card.type}  ${card.id}`,
    ...group_,
    ...(card.aliases.length > 0 ? [`also: ${card.aliases.join('、')}`] : []),
    `reports: ${card.reports.join('; ')}`,
    mentioned === false ? 'not named in the text' : `named ${card.mentions} times`,
    ...section('Facts', card.observations),
    ...section('Milestones', card.milestones),
    ...section('Relations', card.relations),
  ].join('\n');
}

function section(title: string, facts: QuotedFact[]): string[] {
  if (facts.length === 0) return [];
  return ['', `${title} (${facts.length})`, ...facts.flatMap(factLines)];
}

function factLines(f: QuotedFact): string[] {
  const status = f.status && f.status !== 'actual' ? ` · ${f.status}` : '';
  const line = `  ${f.fact}${status} · ${f.basis}`;
  return f.sentence === null ? [line] : [line, `      ${marked(f)}`];
}

/** The sentence with its evidence in reverse on a terminal, in 【】 elsewhere; long sentences are cut around it. */
function marked({ sentence, start, end }: QuotedFact): string {
  const text = sentence ?? '';
  const [open, close] =
    process.stdout.isTTY && !process.env['NO_COLOR'] ? ['\u001b[7m', '\u001b[27m'] : ['【', '】'];
  const from = start > 60 ? start - 50 : 0;
  const to = text.length - end > 60 ? end + 50 : text.length;
  const clean = (part: string): string => part.replace(/\p{Cc}+/gu, ' ');
  const quote = clean(text.slice(start, end));
  const head = `${from > 0 ? '…' : ''}${clean(text.slice(from, start))}`;
  const tail = `${clean(text.slice(end, to))}${to < text.length ? '…' : ''}`;
  return `${head}${open}${quote}${close}${tail}`.trim();
}
