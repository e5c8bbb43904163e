/** What every name rule reads: the context, the words of the name lexicons found in it, and where a name cannot reach further left. */
import type { Range } from '../../model.js';
import type { Candidate, Context } from '../context.js';
import { chooseDivision, type DivisionHit, kinOf } from './divisions.js';
import { HEAD_FAMILIES, type HeadFamily, type Meaning, nameLexicon } from './name-lexicon.js';
import { addDivision, addOwnDivisions, addUnlisted } from './own-divisions.js';
import { isWall } from './wall.js';
import { openWorks } from './works.js';

/** An occurrence of a head noun, the longest at its place, ending at a word edge. */
export interface HeadHit extends Range {
  family: HeadFamily;
  kind: string;
  /** Common words precede it more often than names. */
  vague: boolean;
}

export interface Scene extends Context {
  /** Head nouns by family, in text order, none inside another of its family. */
  heads: Record<HeadFamily, HeadHit[]>;
  /** Where a head noun of a thing (facility, place, works, building) starts and where one ends. */
  headStart: Set<number>;
  headEnd: Set<number>;
  /** The same without bases, systems and buildings, whose nouns are vague (设施, 中心). */
  solidEnd: Set<number>;
  /** Where the longest head noun of a facility, place or agency that ends at an offset starts. */
  longest: Map<number, number>;
  /** floor[i]: the latest offset at or before i where something ends that no name crosses leftward. */
  floor: Int32Array;
  /** What ends at an offset: 1 a stop word, 2 a measure phrase, a date or a list number, 0 neither. */
  barrier: Uint8Array;
  /** Where two verbs in one word end that may stand inside a company's name (投资建设): end -> start. */
  compound: Map<number, number>;
  /** Where the head noun of a road, rail or path ends. */
  lineEnd: Set<number>;
  /** Where the head noun of a plant or waterwork ends. */
  worksEnd: Set<number>;
  /** Where the suffix of a town or village ends. */
  lowEnd: Set<number>;
  /** 1 where a word for a class of bodies ends (企业, 银行), which may stand before a name in apposition. */
  classEnd: Uint8Array;
  /** Words that are verbs when they lead and parts of a name when they follow (建设, 改造): start -> end. */
  soft: Map<number, number>;
  /** 1 where a stop word (hard or soft) starts: a name may end here. */
  ends: Uint8Array;
  /** 1 on every character that a common word covers: what is left of a name's modifier is proper to it. */
  plain: Uint8Array;
  /** 1 where the name of a region ends (华中, 巴蜀). */
  regionEnd: Uint8Array;
  /** Where a verb that takes a project as its object ends: 2 if only built things have it (建成), else 1 (推进); length of the verb that may follow one, where it starts. */
  buildBefore: Uint8Array;
  buildAfter: Uint8Array;
  /** Starts of verbs that only a built thing has (封顶, 通车). */
  sureAfter: Set<number>;
  /** Divisions of level 1-3 anywhere, of level 4-5 below the reporting one; the longest at each start, in text order. */
  divisions: DivisionHit[];
  /** The longest division name that ends at an offset. */
  divisionEnd: Map<number, DivisionHit>;
  /** The same for any division of the country, also inside a word of the dictionary (湖北省委): end -> start. */
  looseEnd: Map<number, number>;
}

/** One named rule that proposes names; its examples stand under test/corpus. */
export interface NameRule {
  name: string;
  propose: (scene: Scene) => Candidate[];
}

const WORK = '建设';
const NUMERAL = /[\d０-９.．,%％‰〇零一二两三四五六七八九十百千万亿几数多余]/;
/** A list number: （3） anywhere, 1., 一、, ① at the start of a line. */
const LIST_NUMBER =
  /[（(][一二三四五六七八九十\d]{1,3}[）)]|^[ \t\u3000]*(?:第[一二三四五六七八九十]{1,3}[章节部]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、](?!\d)|[①-⑳])/gmu;

/** Scans a context once for the words of all families. */
export function readScene(context: Context): Scene {
  const { machine, meanings } = nameLexicon();
  const { report, edges } = context;
  const { text } = report;
  const size = text.length + 1;
  const scene: Scene = {
    ...context,
    heads: Object.fromEntries(HEAD_FAMILIES.map((f) => [f, [] as HeadHit[]])) as Scene['heads'],
    headStart: new Set(),
    headEnd: new Set(),
    solidEnd: new Set(),
    longest: new Map(),
    floor: new Int32Array(size),
    barrier: new Uint8Array(size),
    compound: new Map(),
    lineEnd: new Set(),
    worksEnd: new Set(),
    lowEnd: new Set(),
    classEnd: new Uint8Array(size),
    soft: new Map(),
    ends: new Uint8Array(size),
    plain: new Uint8Array(size),
    regionEnd: new Uint8Array(size),
    buildBefore: new Uint8Array(size),
    buildAfter: new Uint8Array(size),
    sureAfter: new Set(),
    divisions: [],
    divisionEnd: new Map(),
    looseEnd: new Map(),
  };
  const kin = kinOf(report);
  const capacities: Range[] = [];
  machine.scan(text, (word, start, end) => {
    for (const meaning of meanings[word] as Meaning[]) {
      if (meaning.as === 'division' && !scene.looseEnd.has(end)) scene.looseEnd.set(end, start);
      if (meaning.as === 'plain' && end - start > 1 && edges[start] !== edges[end])
        setAll(scene.plain, start, end, 1);
      if (edges[end] !== 1) {
        // 大力提|高中|小学: a verb that the segmentation tore apart.
        if (meaning.as === 'stop' && meaning.kind === 'hard' && end - start > 1 && edges[start] === 1)
          scene.barrier[end] = 1;
        if (meaning.as !== 'head' || !text.startsWith(WORK, end)) continue;
        // 某某工程|建设 is one word of the dictionary.
        scene.ends[end] = 1;
        scene.buildAfter[end] = WORK.length;
      }
      if (meaning.as === 'head') {
        const { family, kind, vague } = meaning;
        pushLongest(scene.heads[family], { family, kind, vague, start, end });
      } else if (meaning.as === 'stop' && (meaning.kind === 'measure' || meaning.kind === 'unit')) {
        markMeasure(scene, meaning.kind, start, end, capacities);
      } else if (edges[start] === 1) markWord(scene, meaning, start, end, kin);
      else if (meaning.as === 'stop' && meaning.kind === 'hard' && end - start > 1) scene.barrier[end] = 1;
    }
  });
  for (const family of ['facility', 'place', 'agency', 'project'] as const) {
    for (const head of scene.heads[family]) {
      if (family !== 'project' && (scene.longest.get(head.end) ?? head.end) > head.start)
        scene.longest.set(head.end, head.start);
      if (family === 'agency') continue;
      // A verb inside a head noun is none (交流|加强工程, 续建|配套项目).
      if (head.end - head.start > 2) setAll(scene.barrier, head.start + 1, head.end, 0);
      if (head.kind === 'project' || head.kind === 'renewal') continue;
      if (head.kind === 'works') scene.worksEnd.add(head.end);
      if (head.kind === 'line') scene.lineEnd.add(head.end);
      scene.headStart.add(head.start);
      scene.headEnd.add(head.end);
      if (head.kind !== 'base' && head.kind !== 'building') scene.solidEnd.add(head.end);
    }
  }
  for (const head of scene.heads.division) scene.lowEnd.add(head.end);
  addOwnDivisions(scene, report.subtree);
  for (const division of report.lineage)
    if (division.code === '' || division.level > 3) addUnlisted(scene, division);
  scene.divisions.sort((a, b) => a.start - b.start || b.end - a.end);
  openWorks(scene, capacities);
  const ends = [...context.dates.map((d) => d.end), ...context.tables.all().map((c) => c.start)];
  for (const at of ends) scene.barrier[at] = 2;
  for (const m of text.matchAll(LIST_NUMBER)) scene.barrier[m.index + m[0].length] = 2;
  for (let i = 0, last = 0; i < size; i++) {
    if (scene.barrier[i] !== 0 || (i > 0 && isWall(text, i - 1))) last = i;
    scene.floor[i] = last;
  }
  return scene;
}

function markWord(scene: Scene, meaning: Meaning, start: number, end: number, kin: Set<string>): void {
  if (meaning.as === 'stop') {
    if (meaning.kind === 'class') {
      scene.classEnd[end] = 1;
      return;
    }
    scene.ends[start] = 1;
    setAll(scene.plain, start, end, 1);
    if (meaning.kind === 'hard') {
      scene.barrier[end] = 1;
      if (meaning.compound) scene.compound.set(end, start);
    }
    if (meaning.kind !== 'hard' && (scene.soft.get(start) ?? 0) < end) scene.soft.set(start, end);
  } else if (meaning.as === 'plain') setAll(scene.plain, start, end, 1);
  else if (meaning.as === 'region') scene.regionEnd[end] = 1;
  else if (meaning.as === 'build') {
    scene.ends[start] = 1;
    if (meaning.side === 'before')
      scene.buildBefore[end] = meaning.sure ? 2 : Math.max(1, scene.buildBefore[end] as number);
    else if (meaning.sure) scene.sureAfter.add(start);
    if (meaning.side === 'after')
      scene.buildAfter[start] = Math.max(scene.buildAfter[start] as number, end - start);
  } else if (meaning.as === 'division') {
    const division = chooseDivision(meaning.found, scene.report, kin);
    if (division) addDivision(scene, { division, form: meaning.found.form, start, end });
  }
}

/** 16.7公里 and 8家 end what stands before them; 千亿立方米 may be part of a name. */
function markMeasure(
  scene: Scene,
  kind: 'measure' | 'unit',
  start: number,
  end: number,
  capacities: Range[],
): void {
  const { text } = scene.report;
  const from = numeralStart(text, start);
  if (from === start) return;
  if (kind === 'measure' || /\d/.test(text[from] as string)) {
    scene.barrier[end] = 2;
    if (kind === 'unit') capacities.push({ start: from, end });
  } else scene.soft.set(from, end);
  setAll(scene.plain, from, end, 1);
}

/** For the two or three characters of a word faster than `fill`. */
function setAll(flags: Uint8Array, start: number, end: number, value: 0 | 1): void {
  for (let i = start; i < end; i++) flags[i] = value;
}

function numeralStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 12 && NUMERAL.test(text[at - 1] as string)) at--;
  return at;
}

function pushLongest(list: HeadHit[], hit: HeadHit): void {
  let last = list.at(-1);
  if (last && last.start <= hit.start && hit.end <= last.end) return;
  while (last && last.start >= hit.start) {
    list.pop();
    last = list.at(-1);
  }
  list.push(hit);
}
