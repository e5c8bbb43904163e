/** Links inferred from a published table: which organ of the reporting level is in charge of a kind of thing. */
import { z } from 'zod';
import { ENTITY_TYPES, type EntityType } from '../../schema/ontology.js';
import { readLexicon } from '../lexicon.js';
import type { Division, Entity, Extraction, Relation, Report, Span } from '../model.js';
import { comparable, readForm } from './form.js';
import { hashId } from './identity.js';
import { divisionForms, type Jurisdiction, jurisdictionOf } from './jurisdiction.js';

const list = z.string().transform((cell) => (cell === '' ? [] : cell.split('|')));
const row = z.object({
  id: z.string().min(1),
  types: z
    .string()
    .transform((cell) => cell.split(',').map((t) => z.enum(Object.keys(ENTITY_TYPES)).parse(t))),
  name: z.string(),
  words: z.string(),
  county: list,
  city: list,
  province: list,
  ground: z.string().min(1),
});

interface Rule {
  id: string;
  types: readonly string[];
  name: RegExp | null;
  words: RegExp | null;
  /** Names of the organ by level of the reporting division (1 province, 2 city, 3 county), the usual one first. */
  organs: Record<number, readonly string[]>;
}

let rules: Rule[] | undefined;

function loadRules(): Rule[] {
  const pattern = (cell: string) => (cell === '' ? null : new RegExp(cell));
  return readLexicon('competence', row).map((r) => ({
    id: r.id,
    types: r.types,
    name: pattern(r.name),
    words: pattern(r.words),
    organs: { 1: r.province, 2: r.city, 3: r.county },
  }));
}

/** Municipalities: their organs bear other names than those of provinces. */
const MUNICIPALITY = /市$/;
/** Things of the state or the province are in charge of others. */
const HIGHER = /^[“《]?(?:国家|全国|中央|中国|省|自治区)/;

/**
 * Adds the links that `data/lexicon/competence.tsv` gives without doubt, with basis `inferred`.
 * @param report the parsed document
 * @param extraction what was read out of it
 * @returns the extraction with further relations; organs that the report does not name stand as entities with
 * `attributes.mentioned` = `no`
 */
export function addCompetence(report: Report, extraction: Extraction): Extraction {
  const own = report.lineage[0];
  if (!own || own.code === '' || own.level > 3 || (own.level === 1 && MUNICIPALITY.test(own.name)))
    return extraction;
  rules ??= loadRules();
  const organs = new Organs(extraction, own, jurisdictionOf(report));
  const answered = new Set(
    extraction.relations
      .filter((r) => r.type === 'RESPONSIBLE_FOR' && r.basis === 'stated')
      .map((r) => r.target),
  );
  const staged = new Set(extraction.milestones.map((m) => m.entity));
  const relations: Relation[] = [];
  for (const entity of extraction.entities) {
    if (entity.group || answered.has(entity.id) || organs.isElsewhere(entity) || HIGHER.test(entity.name))
      continue;
    const open = rules.filter((r) => concerns(r, entity, staged.has(entity.id)));
    if (open.length === 0) continue;
    for (const mention of entity.mentions) {
      const fits = fitting(open, report, mention);
      if (fits.length === 0) continue;
      const organ = organs.agreed(fits.map((r) => r.organs[own.level] ?? []));
      if (organ !== null) relations.push(link(report, organ, entity, mention, fits[0] as Rule));
      break;
    }
  }
  if (relations.length === 0) return extraction;
  return {
    ...extraction,
    entities: [...extraction.entities, ...organs.added(relations)],
    relations: [...extraction.relations, ...relations].sort(byPlace),
  };
}

/** A thing of the rule's kind and name; a place is told of only where its sentence says what is done there. */
function concerns(rule: Rule, entity: Entity, staged: boolean): boolean {
  if (!rule.types.includes(entity.type) || (rule.name !== null && !rule.name.test(entity.name))) return false;
  return rule.words !== null || entity.type !== 'Place' || staged;
}

/** Those of the rules whose words stand in the mention's sentence. */
function fitting(open: Rule[], report: Report, mention: Span): Rule[] {
  let sentence: string | undefined;
  return open.filter((r) => {
    if (r.words === null) return true;
    sentence ??= sentenceText(report, mention);
    return r.words.test(sentence);
  });
}

function sentenceText(report: Report, mention: Span): string {
  let low = 0;
  let high = report.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((report.sentences[middle]?.start ?? 0) <= mention.start) low = middle;
    else high = middle - 1;
  }
  const sentence = report.sentences[low];
  return sentence ? report.text.slice(sentence.start, sentence.end) : '';
}

/** The organs of the reporting level: those that the report names, and those that the table adds. */
class Organs {
  private readonly named = new Map<string, Entity>();
  private readonly made = new Map<string, Entity>();
  private readonly byId: Map<string, Entity>;
  private readonly found = new Map<readonly string[], Entity | null>();

  private readonly own: Division;
  private readonly where: Jurisdiction;

  constructor(extraction: Extraction, own: Division, where: Jurisdiction) {
    this.byId = new Map(extraction.entities.map((e) => [e.id, e]));
    this.own = own;
    this.where = where;
    for (const entity of extraction.entities) {
      if (entity.type !== 'Agency' || entity.group) continue;
      for (const form of [entity.name, ...entity.aliases]) this.named.set(comparable(form), entity);
    }
  }

  /** Whether the name of a thing says that it belongs to another division of county level or above. */
  isElsewhere(entity: Entity): boolean {
    const named = this.where.prefix(entity.name)?.division;
    return named !== undefined && named.level <= 3 && named.code !== this.own.code;
  }

  /** The one organ that all lists of names mean; null where they differ or where a list knows none for sure. */
  agreed(lists: readonly (readonly string[])[]): Entity | null {
    const found = lists.map((names) => this.organ(names));
    const [first] = found;
    return first && found.every((organ) => organ?.id === first.id) ? first : null;
  }

  /** The organ of a list of names, looked for once. */
  private organ(names: readonly string[]): Entity | null {
    let organ = this.found.get(names);
    if (organ === undefined) {
      organ = this.find(names);
      this.found.set(names, organ);
    }
    return organ;
  }

  /** The named organ among the variants; else the usual one; null for two named ones or no usual name. */
  private find(names: readonly string[]): Entity | null {
    const said = new Set<Entity>();
    for (const name of names) {
      if (name === '') continue;
      for (const form of divisionForms(this.own)) {
        const entity = this.named.get(comparable(form + name));
        if (entity) said.add(entity);
      }
    }
    const [only] = said;
    if (said.size > 0) return said.size === 1 ? (only as Entity) : null;
    return names[0] ? this.make(this.own.name + names[0]) : null;
  }

  private make(name: string): Entity {
    const form = readForm('Agency', name, this.where);
    // The id that the organ gets where a report names it, so that both meet.
    const id = hashId('Agency', `name ${form.key}`, form.division ? '' : this.own.code);
    const present = this.byId.get(id) ?? this.made.get(id);
    if (present) return present;
    const entity: Entity = {
      id,
      type: 'Agency' as EntityType,
      name: form.name,
      aliases: form.aliases.filter((alias) => alias !== form.name),
      group: false,
      size: null,
      attributes: { division: this.own.code, mentioned: 'no' },
      mentions: [],
      rule: 'competence',
    };
    this.made.set(id, entity);
    return entity;
  }

  /** Organs of the given links that the report does not name. */
  added(relations: readonly Relation[]): Entity[] {
    const used = new Set(relations.map((r) => r.source));
    return [...this.made.values()].filter((e) => used.has(e.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function link(report: Report, organ: Entity, entity: Entity, mention: Span, rule: Rule): Relation {
  const id = hashId(
    report.header.id,
    'relation',
    'inferred',
    'RESPONSIBLE_FOR',
    organ.id,
    entity.id,
    rule.id,
  );
  return {
    id,
    type: 'RESPONSIBLE_FOR',
    source: organ.id,
    target: entity.id,
    role: null,
    basis: 'inferred',
    status: 'actual',
    evidence: mention,
    rule: `competence-${rule.id}`,
  };
}

function byPlace(a: Relation, b: Relation): number {
  return a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end || (a.id < b.id ? -1 : 1);
}
