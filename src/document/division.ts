/** Which division of the country a document reports on, with its GB/T 2260 code. */
import type { Division } from '../model.js';
import { divisionsByName, lineageOf, STATE, subtreeOf, topDivisions } from './gazetteer.js';

export interface DivisionFinding {
  /** The reporting division and its ancestors, nearest first; empty when none was found. */
  lineage: Division[];
  /** Namesakes that the text does not tell apart; empty when one was found. */
  candidates: Division[];
  /** Name as the text has it, also where no code is known for it. */
  name: string | null;
}

interface Named {
  name: string;
  at: number;
  end: number;
}

/** Full names of the gazetteer in some words, left to right, the longest at each place. */
export function namesIn(words: string): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(15, words.length - at); length >= 2; length--) {
      const name = words.slice(at, at + length);
      if (divisionsByName(name).length === 0) continue;
      if (COMMON.test(name) && !ORGAN.test(words.slice(at + length))) continue;
      found.push({ name, at, end: at + length });
      at += length - 1;
      break;
    }
  }
  return found;
}

const STATE_NAMES = /^(?:\d{4}年)?(?:中华人民共和国|国务院|国家|最高人民|全国人)|届全国人民代表大会/;

/** Short forms of provinces and prefectures (广西, 合肥), by which branch bodies are named. */
let shortNames: Map<string, Division[]> | undefined;

function shortNamesOf(words: string): Division[] {
  if (!shortNames) {
    shortNames = new Map();
    for (const division of topDivisions()) {
      const short = shortName(division.name);
      if (division.level > 2 || short.length < 2) continue;
      shortNames.set(short, [...(shortNames.get(short) ?? []), division]);
    }
  }
  for (let length = 4; length >= 2; length--) {
    const found = shortNames.get(words.slice(0, length));
    if (found) return found;
  }
  return [];
}

/** 武昌区 -> 武昌, 广西壮族自治区 -> 广西, 恩施土家族苗族自治州 -> 恩施. */
function shortName(name: string): string {
  const plain = name.replace(
    /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|[省市区县盟旗])$/,
    '',
  );
  const bare = plain.replace(/(?:维吾尔|壮|回|[\u4e00-\u9fff]{1,3}?)族.*$/, '');
  return bare.length >= 2 ? bare : plain;
}

/** A division's own name where the gazetteer has none such, as of districts merged since. */
const UNKNOWN =
  /^(?![我本全各该])([\u4e00-\u9fff]{1,6}?[区县旗市])(?=人民政府|政府|人民代表大会|人大常委会|人民法院|人民检察院|第[一二三四五六七八九十])/;
/** 城区, 郊区, 东区 are divisions, but mostly common words: they need an organ behind them. */
const COMMON = /^[东西南北城郊矿]区$/;
const ORGAN =
  /^(?:人民|政府|人大|政协|第[一二三四五六七八九十]|\d{4}年|[\u4e00-\u9fff]{1,8}(?:局|委|办公室|街道))/;
/** A town as reporting body, right at the start of the words. */
const TOWN =
  /^([\u4e00-\u9fff]{1,8}?(?:街道|镇|乡|苏木))(?=人民政府|办事处|党工委|政府|人民代表大会|第[一二三四五六七八九十]|\d{4}年)/;

/**
 * Finds the division of a document.
 * @param places words that name it, the surest first: issuer, title, delivery line, source line
 * @param nearby lines at the head and foot of the text, where it may be named too
 * @param text the whole text, for parents and children of namesakes
 */
export function findDivision(places: string[], nearby: string[], text: string): DivisionFinding {
  const header = [...places, ...nearby];
  for (const words of places) {
    const [chain] = chainsIn(words);
    if (chain) return below(choose(chain, header, text), words, places);
    const unknown = UNKNOWN.exec(words)?.[1];
    if (unknown !== undefined)
      return { lineage: [{ code: '', name: unknown, level: 3 }], candidates: [], name: unknown };
    if (STATE_NAMES.test(words)) return { lineage: [STATE], candidates: [], name: STATE.name };
  }
  for (const words of places) {
    const town = TOWN.exec(words)?.[1];
    if (town !== undefined) return townAlone(town, text);
  }
  // Of names that only stand near, the one that the text speaks of most.
  const near = nearby.flatMap(chainsIn).map((chain) => ({ chain, count: countOf(chain.at(-1) ?? '', text) }));
  const most = near.reduce<(typeof near)[0] | null>(
    (best, c) => (best && best.count >= c.count ? best : c),
    null,
  );
  if (most) return choose(most.chain, header, text);
  for (const words of header) {
    const short = shortNamesOf(words);
    const [only] = short;
    if (only && short.length === 1) return { lineage: lineageOf(only.code), candidates: [], name: only.name };
  }
  return { lineage: [], candidates: [], name: null };
}

const countOf = (name: string, text: string): number => text.split(name).length;

/** Names that follow each other without a gap make a chain: 武汉市武昌区. */
function chainsIn(words: string): string[][] {
  const chains: string[][] = [];
  let end = -1;
  for (const named of namesIn(words)) {
    if (named.at === end) chains.at(-1)?.push(named.name);
    else chains.push([named.name]);
    end = named.end;
  }
  return chains;
}

/** The deepest of a chain of names: 武汉市武昌区 is 武昌区 of 武汉市. */
function choose(chain: string[], header: string[], text: string): DivisionFinding {
  const name = chain.at(-1) as string;
  const candidates = divisionsByName(name);
  const [first] = candidates;
  if (first && candidates.length === 1) return { lineage: lineageOf(first.code), candidates: [], name };
  const words = [...chain.slice(0, -1), ...header].join('\n');
  const scored = candidates.map((candidate) => ({ candidate, score: evidence(candidate, words, text) }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best && second && best.score > second.score) {
    return { lineage: lineageOf(best.candidate.code), candidates: [], name };
  }
  return { lineage: [], candidates, name };
}

/** How much speaks for one of several namesakes: parents in the header, parents in the text, its own streets in the text. */
function evidence(candidate: Division, header: string, text: string): number {
  let score = 0;
  for (const [i, parent] of lineageOf(candidate.code).slice(1).entries()) {
    const weight = i === 0 ? 2 : 1;
    if (header.includes(parent.name)) score += 20 * weight;
    else if (header.includes(shortName(parent.name))) score += 10 * weight;
    if (text.includes(parent.name)) score += 4 * weight;
    else if (text.includes(shortName(parent.name))) score += 2 * weight;
  }
  for (const child of subtreeOf(candidate.code, 4)) if (text.includes(child.name)) score += 3;
  return score;
}

/**
 * A town whose header names no county (古市镇人民政府): of the counties that the text names and that have such a town,
 * the one named most.
 */
function townAlone(town: string, text: string): DivisionFinding {
  const named = topDivisions()
    .filter((d) => d.level === 3)
    .map((county) => {
      const short = shortName(county.name);
      return { county, count: short.length < 2 ? countOf(county.name, text) : countOf(short, text) };
    })
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || a.county.code.localeCompare(b.county.code));
  for (const { county } of named) {
    const found = subtreeOf(county.code, 4).find((d) => d.level === 4 && d.name === town);
    if (found) return { lineage: lineageOf(found.code), candidates: [], name: town };
  }
  return { lineage: [{ code: '', name: town, level: 4 }], candidates: [], name: town };
}

/** What stands behind the named division: a town of it (樟塘镇人民政府) with its own code, or a district that is no more. */
function below(finding: DivisionFinding, words: string, places: string[]): DivisionFinding {
  const [county] = finding.lineage;
  if (!county || finding.name === null) return finding;
  const tail = words.slice(words.lastIndexOf(finding.name) + finding.name.length);
  const unknown = UNKNOWN.exec(tail)?.[1];
  if (unknown !== undefined && county.level < 3) {
    return {
      ...finding,
      lineage: [{ code: '', name: unknown, level: 3 }, ...finding.lineage],
      name: unknown,
    };
  }
  const town =
    TOWN.exec(tail)?.[1] ?? places.map((place) => TOWN.exec(place)?.[1]).find((t) => t !== undefined);
  if (town === undefined || county.level === 0) return finding;
  const found = subtreeOf(county.code, 4).find((d) => d.level === 4 && d.name === town);
  return found ? { ...finding, lineage: lineageOf(found.code), name: found.name } : finding;
}
