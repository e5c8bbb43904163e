/** What one form of a name says by itself: its canonical form in this report and the key under which it is compared. */
import { z } from 'zod';
import { readLexicon } from '../lexicon.js';
import type { Division, EntityType } from '../model.js';
import { expandOrgan } from './abbreviation.js';
import { divisionForms, type Jurisdiction } from './jurisdiction.js';

/** Steps by which a form was read, the reasons of a judgement. */
export type Step =
  | 'quotes'
  | 'ancestor'
  | 'levelWord'
  | 'shortDivision'
  | 'abbreviation'
  | 'ordinal'
  | 'party'
  | 'term'
  | 'blank';

export interface Form {
  name: string;
  /** Equal for forms of one thing; starts with a division's code where the name carries its division. */
  key: string;
  /** The division that the name carries; null when none. */
  division: Division | null;
  /** The key without the division. */
  rest: string;
  /** Derived forms: with the division prefixed, written out by the table. */
  aliases: string[];
  steps: Step[];
}

/** Types whose names the table of short forms knows. */
const ORGANS: ReadonlySet<EntityType> = new Set(['Agency', 'Organization', 'Hospital', 'Place']);
const WHOLE = /^(?:全|我|本|该|辖)(自治区|自治州|省|市|区|县|州|旗|盟|镇|乡|街道|街|村|社区)$/;
const LEVEL = /^(?:我|本|全)?(自治区|自治州|自治县|自治旗|地区|省|市|区|县|州|旗|盟|镇|乡)(?=.)/;
/** The government of a 地区 or 盟, which has no other. */
const SEAT = /^(?:行署|行政公署)/;
const PARTY = /^(?:中共|中国共产党)/;
const MARK = /^[“‘《〈「『]/;
const TERM = /第[一二三四五六七八九十]+届/;
const NUMBERED = /^([一二三四五六七八九十]+)(?=医院|人民医院|中学|小学|幼儿园)/;
const SCHOOL_SHORT = /^第?([一二三四五六七八九十]+)([中小])$/;

let exceptions: string[] | undefined;
let bodies: string[] | undefined;
const words = (table: string) => readLexicon(table, z.object({ word: z.string().min(1) })).map((r) => r.word);

/** A name as it is compared: no quotes, title marks, blanks or middle dots; brackets and digits in one width. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s“”"‘’'《》〈〉「」『』·•]/g, '')
    .toLowerCase();
}

/**
 * Reads one form of a name.
 * @param type type of the mention
 * @param raw the form, as the rules give it
 */
export function readForm(type: EntityType, raw: string, where: Jurisdiction): Form {
  if (type === 'AdminDivision') return divisionForm(raw, where);
  if (type === 'Person') return personForm(raw);
  const marked = MARK.test(raw);
  const form = bodyForm(type, raw.trim().replace(MARK, ''), where);
  // Within title marks or quotes the name stands as it is written.
  return marked ? { ...form, name: raw } : form;
}

function plain(name: string, steps: Step[] = []): Form {
  const rest = comparable(name);
  return { name, key: rest, division: null, rest, aliases: [], steps };
}

function personForm(raw: string): Form {
  const name = raw.replace(/\s/g, '');
  return plain(name, name === raw ? [] : ['blank']);
}

function divisionForm(raw: string, where: Jurisdiction): Form {
  const whole = WHOLE.exec(raw);
  let division = whole ? where.byLevel(whole[1] as string) : where.byName(raw);
  const steps: Step[] = whole ? ['levelWord'] : [];
  let outer = division ? null : where.prefix(raw);
  let inner = raw;
  while (!division && outer) {
    inner = inner.slice(outer.length);
    division = where.byName(inner);
    outer = division ? null : where.prefix(inner);
    steps.push('ancestor');
  }
  if (!division) return plain(raw);
  if (!whole && steps.length === 0 && raw !== division.name) steps.push('shortDivision');
  const aliases = divisionForms(division).filter((f) => f !== division.name);
  return { name: division.name, key: division.code, division, rest: '', aliases, steps };
}

/** Everything but divisions and persons: division prefix or level word, then the body's own name. */
function bodyForm(type: EntityType, raw: string, where: Jurisdiction): Form {
  const steps: Step[] = [];
  const cut = (pattern: RegExp, text: string, step: Step) => {
    const out = text.replace(pattern, '');
    if (out !== text) steps.push(step);
    return out;
  };
  const agency = type === 'Agency';
  const party = agency && PARTY.test(raw) && !raw.startsWith('中共中央');
  const bare = party ? cut(PARTY, raw, 'party') : raw;
  const named = agency ? cut(TERM, bare, 'term') : bare;
  const { division, at, steps: found, level } = findDivision(type, named, where);
  steps.push(...found);
  const own = named.slice(at);
  if (own.length < (agency ? 1 : 2)) return plain(raw, steps);
  if (agency && (own === '委' || (party && own === '委员会'))) {
    return division ? partyForm(raw, division, party && !level, steps) : plain(raw, steps);
  }
  const spelled = division && level ? spellOrdinal(own) : own;
  if (spelled !== own) steps.push('ordinal');
  const expansion = ORGANS.has(type) ? expandOrgan(spelled) : null;
  const full = expansion?.full ?? spelled;
  if (expansion) steps.push('abbreviation');
  const written = expansion?.canonical ? full : spelled;
  const prefix = division ? (level || agency ? division.name : named.slice(0, at)) : '';
  // 庐阳公安分局 is a name of its own: a short division stays as the report writes it.
  const short = division && !level && !steps.includes('ancestor') && !named.startsWith(division.name);
  const name = short ? named.slice(0, at) + written : prefix + written;
  const aliases = [prefix + spelled, prefix + full].filter((a) => a !== name);
  const rest = comparable(full);
  return { name, key: division ? `${division.code}:${rest}` : rest, division, rest, aliases, steps };
}

function partyForm(raw: string, division: Division, written: boolean, steps: Step[]): Form {
  const name = written ? raw.replace(/委员会$/, '委') : `${division.name}委`;
  return {
    name,
    key: `${division.code}:中共委`,
    division,
    rest: '中共委',
    aliases: [`中共${division.name}委员会`],
    steps,
  };
}

/** The division that a name carries, in words or by a level word, and where the body's own name begins. */
function findDivision(type: EntityType, name: string, where: Jurisdiction) {
  const steps: Step[] = [];
  let at = 0;
  let division: Division | null = null;
  for (let hit = where.prefix(name); hit && at + hit.length < name.length; ) {
    if (division) steps.push('ancestor');
    division = hit.division;
    at += hit.length;
    const next: typeof hit | null = where.prefix(name.slice(at));
    // 武汉市武昌区…, but not 武昌武昌…: each further name must be a lower division.
    hit = next && next.division.level > division.level ? next : null;
  }
  if (division) return { division, at, steps, level: false };
  if (type === 'Agency' && SEAT.test(name)) {
    division = where.byLevel('地区') ?? where.byLevel('盟');
    if (division) steps.push('levelWord');
    return { division, at: 0, steps, level: division !== null };
  }
  exceptions ??= words('level-exception');
  bodies ??= words('public-body');
  const level = LEVEL.exec(name);
  if (!level || exceptions.some((w) => name.startsWith(w))) return { division, at: 0, steps, level: false };
  const rest = name.slice(level[0].length);
  const owned = type === 'Agency' || bodies.some((w) => rest.includes(w));
  division = owned ? where.byLevel(level[1] as string) : null;
  if (division) steps.push('levelWord');
  return { division, at: division ? level[0].length : 0, steps, level: division !== null };
}

/** 七医院 -> 第七医院, 一中 -> 第一中学. */
function spellOrdinal(own: string): string {
  const school = SCHOOL_SHORT.exec(own);
  if (school) return `第${school[1]}${school[2]}学`;
  return own.replace(NUMBERED, '第$1');
}
