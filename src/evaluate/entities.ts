/** Scores entities, and answers for the other parts which gold thing an entity of the extraction is. */
import type { Entity, Extraction, Span } from '../model.js';
import type { Gold, GoldEntity } from './gold.js';
import { type Score, score, type Tally } from './tally.js';
import { overlap, plain, plainSet } from './wording.js';

/** Spans of one extraction against its text and the range that the gold covers. */
export interface Scope {
  /** The span is in the text, word for word. */
  real: (span: Span) => boolean;
  /** The span touches the gold's range. */
  inside: (span: Span) => boolean;
}

export interface EntityScore extends Score {
  types: Record<string, Score>;
  /** Entities found whose canonical name is one of the gold's names. */
  named: number;
}

/** What the parts that hang on entities need to know. */
export interface EntityView {
  /** All plain forms that an id stands for. */
  forms: (id: string) => Set<string>;
  /** A group, or a thing that the gold leaves optional: what hangs on it is not held against an extraction. */
  aside: (id: string) => boolean;
}

const COUNTED = /一批|一系列|若干|多|几|数|各|等/;
const NUMERAL = /[0-9〇零一二两三四五六七八九十百千万]/;
/** Aliases past these are guesses: the first three prove an entity, the first eight can name it. */
const PROOF = 3;
const NAMING = 8;

interface Known {
  gold: GoldEntity;
  names: Set<string>;
  forms: Set<string>;
}

interface Found {
  entity: Entity;
  forms: Set<string>;
  /** Distinct plain mention texts inside the range. */
  shown: string[];
  /** An earlier entity bears the same id. */
  twin: boolean;
  group: boolean;
}

function isGroup(entity: Entity, scope: Scope): boolean {
  if (!entity.group) return false;
  const sized = typeof entity.size === 'number';
  const counts = (text: string) => COUNTED.test(text) || (sized && NUMERAL.test(text.normalize('NFKC')));
  return entity.mentions.some((mention) => scope.real(mention) && counts(mention.text));
}

/** Forms of an entity; where they name two different gold things, only those of one of them. */
function ownForms(
  entity: Entity,
  mentions: Span[],
  known: Known[],
  note: (line: string) => void,
): Set<string> {
  const words = [entity.name, ...entity.aliases.slice(0, NAMING), ...mentions.map((m) => m.text)];
  const forms = plainSet(words.filter((word) => word !== ''));
  const met = known.filter((k) => overlap(forms, k.forms));
  const only = (a: Known, b: Known) => [...forms].some((form) => a.forms.has(form) && !b.forms.has(form));
  if (!met.some((a) => met.some((b) => a !== b && only(a, b) && only(b, a)))) return forms;
  const one = (met.find((k) => k.forms.has(plain(entity.name))) ?? met[0]) as Known;
  note(`two things in one\t${entity.type} ${entity.name}: counted as ${one.gold.names[0]} of ${met.length}`);
  return new Set([...forms].filter((form) => one.forms.has(form)));
}

/** Share of the forms shown in the range that belong to a set. */
function shareIn(found: Found, set: Set<string>): number {
  return found.shown.filter((form) => set.has(form)).length / (found.shown.length || 1);
}

/** By its name, by half of its mentions or by one of its first aliases: a bag of guesses is no entity. */
function names(found: Found, known: Known): boolean {
  const { entity, forms, shown } = found;
  if (shown.length === 0 || !overlap(forms, known.forms)) return false;
  return (
    known.forms.has(plain(entity.name)) ||
    shareIn(found, known.forms) >= 0.5 ||
    overlap(entity.aliases.slice(0, PROOF).map(plain), known.forms)
  );
}

/**
 * @param note takes one line a miss
 * @returns the scores, and the view that observations, milestones and relations are scored through
 */
export function scoreEntities(
  gold: Gold,
  extraction: Extraction,
  scope: Scope,
  note: (line: string) => void,
): { entities: EntityScore; view: EntityView } {
  const known: Known[] = gold.entities.map((g) => ({
    gold: g,
    names: plainSet(g.names),
    forms: plainSet([...g.names, ...g.surfaces]),
  }));
  const optionalForms = plainSet(gold.optionalEntities.flatMap((g) => [...g.names, ...g.surfaces]));
  const byId = new Map<string, Found>();
  const all = extraction.entities.map((entity): Found => {
    const mentions = entity.mentions.filter(scope.real);
    const found = {
      entity,
      forms: ownForms(entity, mentions, known, note),
      shown: [...plainSet(mentions.filter(scope.inside).map((m) => m.text))],
      twin: byId.has(entity.id),
      group: isGroup(entity, scope),
    };
    if (!found.twin) byId.set(entity.id, found);
    return found;
  });
  const isOptional = (found: Found) => {
    const share = found.twin ? 0 : shareIn(found, optionalForms);
    return share === 1 || (share > 0.5 && optionalForms.has(plain(found.entity.name)));
  };

  const tallies = new Map<string, Tally>();
  const count = (type: string, key: keyof Tally) => {
    const tally = tallies.get(type) ?? { right: 0, extra: 0, missed: 0 };
    tally[key] += 1;
    tallies.set(type, tally);
  };
  const candidates = all.filter((f) => !f.group && f.entity.mentions.some(scope.inside));
  const taken = new Set<Found>();
  let named = 0;
  for (const k of known) {
    const hits = candidates.filter(
      (f) => f.entity.type === k.gold.type && !taken.has(f) && !f.twin && names(f, k),
    );
    for (const hit of hits) taken.add(hit);
    count(k.gold.type, hits.length > 0 ? 'right' : 'missed');
    if (hits.length === 0) note(`entity missed\t${k.gold.type} ${k.gold.names[0]}`);
    if (hits.some((hit) => k.names.has(plain(hit.entity.name)))) named += 1;
    for (const { entity } of hits.slice(1)) {
      count(k.gold.type, 'extra');
      note(`entity split\t${entity.type} ${entity.name} beside ${hits[0]?.entity.name}`);
    }
  }
  for (const found of candidates) {
    if (taken.has(found) || isOptional(found)) continue;
    count(found.entity.type, 'extra');
    note(`entity extra\t${found.entity.type} ${found.entity.name}`);
  }

  const sum = { right: 0, extra: 0, missed: 0 };
  for (const tally of tallies.values())
    for (const key of ['right', 'extra', 'missed'] as const) sum[key] += tally[key];
  const types = Object.fromEntries(
    [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([t, c]) => [t, score(c)]),
  );
  return {
    entities: { ...score(sum), types, named },
    view: {
      forms: (id) => byId.get(id)?.forms ?? new Set(),
      aside: (id) => {
        const found = byId.get(id);
        return found !== undefined && (found.group || isOptional(found));
      },
    },
  };
}
