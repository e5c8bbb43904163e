/** Resolves a made-up report whose text is its mentions one after another. */
import type { Division, Draft, Extraction, Mention, Report } from '../src/model.js';
import { resolveReport } from '../src/resolve/resolve.js';

const DIVISIONS: Record<string, Division[]> = {
  武昌区: [
    { code: '420106', name: '武昌区', level: 3 },
    { code: '420100', name: '武汉市', level: 2 },
    { code: '420000', name: '湖北省', level: 1 },
  ],
  眉县: [
    { code: '610326', name: '眉县', level: 3 },
    { code: '610300', name: '宝鸡市', level: 2 },
    { code: '610000', name: '陕西省', level: 1 },
  ],
  三江侗族自治县: [
    { code: '450226', name: '三江侗族自治县', level: 3 },
    { code: '450200', name: '柳州市', level: 2 },
    { code: '450000', name: '广西壮族自治区', level: 1 },
  ],
  湖南省: [{ code: '430000', name: '湖南省', level: 1 }],
};
const SUBTREE: Division[] = [
  { code: '430100', name: '长沙市', level: 2 },
  { code: '430104', name: '岳麓区', level: 3 },
  { code: '433100', name: '湘西土家族苗族自治州', level: 2 },
];

export type Given = Pick<Mention, 'type' | 'name'> & Partial<Mention>;

/** A report whose text is the mentions one after another, and its resolution. */
export function resolve(division: string, given: Given[], facts: Partial<Draft> = {}): Extraction {
  let text = '';
  const mentions = given.map((g): Mention => {
    const start = text.length;
    text += `${g.name}。`;
    return { rule: 'test', start, end: start + g.name.length, ...g };
  });
  const lineage = DIVISIONS[division] ?? [];
  const own = lineage[0];
  const report: Report = {
    header: {
      id: 'r1',
      title: 't',
      issuer: own ? `${own.name}人民政府` : null,
      division: own ? { name: own.name, code: own.code } : null,
      date: null,
      period: null,
      source: { file: 'f.txt', sha256: '0', encoding: 'utf-8' },
    },
    text,
    titleRange: null,
    issuerRange: null,
    dateRange: null,
    lineage,
    subtree: division === '湖南省' ? SUBTREE : [],
    furniture: [],
    sections: [],
    sentences: [{ index: 0, start: 0, end: text.length, section: 0 }],
    damages: [],
    warnings: [],
  };
  const draft = { mentions, observations: [], milestones: [], relations: [], nonFacts: [], ...facts };
  return resolveReport(report, draft);
}

/** Names of the entities that the text names. */
export const names = (division: string, given: Given[]) =>
  resolve(division, given)
    .entities.filter((e) => e.mentions.length > 0)
    .map((e) => e.name);
