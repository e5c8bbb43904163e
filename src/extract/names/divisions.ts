/** The forms under which a division of the country may be named: in full, without suffix, without its peoples. */
import { z } from 'zod';
import { topDivisions } from '../../document/gazetteer.js';
import { readLexicon } from '../../lexicon.js';
import type { Division, Range, Report } from '../../model.js';

/** An occurrence of a division's name. */
export interface DivisionHit extends Range {
  division: Division;
  /** `full` with suffix, `short` without peoples (三江县), `stem` without suffix (武昌). */
  form: 'full' | 'short' | 'stem';
}

export interface DivisionForm {
  divisions: Division[];
  form: DivisionHit['form'];
  /** Without its suffix it is a common word (振兴区): it means a division only among the report's own. */
  common: boolean;
}

const word = z.object({ word: z.string().min(1) });
const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|新区|省|市|区|县|州|盟|旗)$/;

/** Every form of every province, prefecture and county, by spelling. */
export function divisionForms(): Map<string, DivisionForm> {
  const forms = new Map<string, DivisionForm>();
  const peoples = readLexicon('ethnic-group', z.object({ name: z.string().min(1) }))
    .map((r) => r.name)
    .sort((a, b) => b.length - a.length);
  const common = new Set(readLexicon('common-stem', word).map((r) => r.word));
  const add = (spelling: string, division: Division, form: DivisionHit['form']) => {
    const known = forms.get(spelling);
    if (known) known.divisions.push(division);
    else forms.set(spelling, { divisions: [division], form, common: common.has(division.name.slice(0, -1)) });
  };
  const tops = topDivisions();
  for (const division of tops) add(division.name, division, 'full');
  for (const division of tops) {
    const { stem, suffix } = takeApart(division.name, peoples);
    if (stem.length < 2) continue;
    if (suffix !== '' && !forms.has(stem + suffix)) add(stem + suffix, division, 'short');
    if (!common.has(stem) && forms.get(stem)?.form !== 'full') add(stem, division, 'stem');
  }
  return forms;
}

/** 三江侗族自治县 -> 三江 and 县; 武昌区 -> 武昌 and nothing. */
function takeApart(name: string, peoples: string[]): { stem: string; suffix: string } {
  const suffix = SUFFIX.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - suffix.length);
  const whole = stem;
  for (let people = peoples.find((p) => stem.endsWith(p)); people !== undefined; ) {
    stem = stem.slice(0, -people.length);
    people = peoples.find((p) => stem.endsWith(p));
  }
  if (whole === stem && !suffix.startsWith('自治')) return { stem, suffix: '' };
  return { stem: stem.length < 2 ? whole : stem, suffix: /[县州旗]$/.exec(suffix)?.[0] ?? '' };
}

/** Codes of a division's ancestors, itself and what lies below; the reports of one division share their list. */
const kins = new WeakMap<readonly Division[], Set<string>>();

/** @returns codes of the report's own lineage and subtree */
export function kinOf(report: Pick<Report, 'lineage' | 'subtree'>): Set<string> {
  let kin = kins.get(report.subtree);
  if (!kin) {
    kin = new Set([...report.lineage, ...report.subtree].map((d) => d.code));
    kins.set(report.subtree, kin);
  }
  return kin;
}

/**
 * Which of the divisions of one spelling a report means: its own kin first; a county far away only by its full name.
 * @returns undefined where the spelling is no safe sign of any
 */
export function chooseDivision(found: DivisionForm, report: Report, kin: Set<string>): Division | undefined {
  const own = found.divisions.filter((d) => kin.has(d.code));
  const first = own.reduce<Division | undefined>((a, b) => (a && a.level <= b.level ? a : b), undefined);
  // The State Council's kin is the whole country: there a county needs its suffix.
  const far = report.lineage[0]?.level === 0 && found.form === 'stem' && first?.level === 3;
  if (first && !far && !(report.lineage[0]?.level === 0 && found.common)) return first;
  if (found.common) return undefined;
  const highest = found.divisions.reduce((a, b) => (b.level < a.level ? b : a));
  if (found.form === 'full' || highest.level <= 2) return highest;
  const province = report.lineage.at(-1)?.code.slice(0, 2);
  return found.form === 'short' ? highest : found.divisions.find((d) => d.code.slice(0, 2) === province);
}
