/** Gold files: what a careful reader found in a stretch of a report, written down by hand. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { assetPath } from '../assets.js';
import { GovGraphError } from '../errors.js';

/** A value or a list of accepted values; always a list once read. */
const accepted = z.union([z.string(), z.array(z.string())]).transform((x) => (Array.isArray(x) ? x : [x]));
const noForms = accepted.default([]);

const goldEntity = z.object({ type: z.string(), names: noForms, surfaces: noForms });
const goldNumber = z.object({ at: z.number().int(), raw: z.string().min(1) });
const goldObservation = goldNumber.extend({
  value: z.number(),
  unit: accepted,
  /** Words the indicator must hold; a list inside the list names alternatives. */
  must: z.array(accepted).default([]),
  /** Reference wordings of the indicator. */
  indicator: accepted.nullish(),
  measure: accepted,
  status: accepted,
  approx: accepted,
  period: z.tuple([z.string(), z.string()]).nullish(),
  subject: accepted.nullish(),
});
const goldMilestone = z.object({ entity: accepted, stage: accepted, optional: z.boolean().default(false) });
const goldRelation = z.object({
  type: accepted,
  source: accepted,
  target: accepted,
  optional: z.boolean().default(false),
});

const goldSchema = z.object({
  doc: z.string(),
  text: z.string(),
  range: z.tuple([z.number().int(), z.number().int()]),
  entities: z.array(goldEntity),
  optionalEntities: z.array(goldEntity.partial({ type: true })).default([]),
  observations: z.array(goldObservation),
  optionalObservations: z.array(goldNumber).default([]),
  milestones: z.array(goldMilestone).default([]),
  relations: z.array(goldRelation).default([]),
});

export type Gold = z.output<typeof goldSchema>;
export type GoldEntity = z.output<typeof goldEntity>;
export type GoldNumber = z.output<typeof goldNumber>;

/** One gold file with the place of its text; `textFile` is null where no text was found. */
export interface GoldFile {
  gold: Gold;
  textFile: string | null;
}

function readGold(file: string): Gold {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new GovGraphError('GOLD_INVALID', `no JSON: ${(cause as Error).message}`, { where: file, cause });
  }
  const parsed = goldSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GovGraphError('GOLD_INVALID', `no gold file: ${issue?.message}`, {
    where: `${file} at ${issue?.path.join('.')}`,
    hint: 'data/gold/wuchang-2020q3.json shows the form',
  });
}

/**
 * Every `*.json` of a folder, sorted by name. A text is looked for in `texts`, `../texts`, the folder itself and data/reports.
 * @param folder the gold folder; by default the package's own, data/gold
 * @throws GovGraphError GOLD_NOT_FOUND where the folder holds no gold file, GOLD_INVALID where a file is none
 */
export function readGoldFolder(folder: string = assetPath('data', 'gold')): GoldFile[] {
  const names = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
  const files = names.filter((name) => name.endsWith('.json'));
  if (files.length === 0) {
    throw new GovGraphError('GOLD_NOT_FOUND', `no gold file (*.json) in ${folder}`, {
      where: folder,
      hint: 'give the folder that holds the gold files, or none for the package’s own',
    });
  }
  const places = [join(folder, 'texts'), join(folder, '..', 'texts'), folder, assetPath('data', 'reports')];
  return files.map((file) => {
    const gold = readGold(join(folder, file));
    const textFile = places.map((place) => join(place, basename(gold.text))).find((path) => existsSync(path));
    return { gold, textFile: textFile ?? null };
  });
}
