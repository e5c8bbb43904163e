import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractionSchema } from '../schema/extraction.js';
import type { Division, Draft, Mention, Report } from '../src/model.js';
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

type Given = Pick<Mention, 'type' | 'name'> & Partial<Mention>;

/** A report whose text is the mentions one after another, and its resolution. */
function resolve(division: string, given: Given[], facts: Partial<Draft> = {}) {
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

const names = (division: string, given: Given[]) =>
  resolve(division, given)
    .entities.filter((e) => e.mentions.length > 0)
    .map((e) => e.name);

describe('canonical names', () => {
  it.each<[string, Mention['type'], string, string]>([
    ['武昌区', 'Agency', '区卫健局', '武昌区卫健局'],
    ['武昌区', 'Agency', '区政府', '武昌区人民政府'],
    ['武昌区', 'Agency', '区政府督查室', '武昌区人民政府督查室'],
    ['武昌区', 'Agency', '市委', '武汉市委'],
    ['武昌区', 'Agency', '市政府', '武汉市人民政府'],
    ['武昌区', 'Agency', '市政府办公室', '武汉市人民政府办公室'],
    ['武昌区', 'Agency', '省发改委', '湖北省发改委'],
    ['武昌区', 'Agency', '区市场监管局', '武昌区市场监管局'],
    ['武昌区', 'Agency', '市场监管局', '市场监管局'],
    ['武昌区', 'Agency', '区法院', '武昌区人民法院'],
    ['武昌区', 'Agency', '武汉市武昌区第十五届人大常委会', '武昌区人大常委会'],
    ['武昌区', 'Agency', '我区商务局', '武昌区商务局'],
    ['武昌区', 'Agency', '国务院', '国务院'],
    ['武昌区', 'Agency', '武昌公安分局', '武昌公安分局'],
    ['湖南省', 'Agency', '中共湖南省委', '中共湖南省委'],
    ['湖南省', 'Agency', '省直机关工委', '湖南省直机关工委'],
    ['三江侗族自治县', 'Agency', '自治区发展改革委', '广西壮族自治区发展改革委'],
    ['武昌区', 'Hospital', '市七医院', '武汉市第七医院'],
    ['武昌区', 'Hospital', '市第三医院', '武汉市第三医院'],
    ['眉县', 'Hospital', '县人民医院', '眉县人民医院'],
    ['眉县', 'School', '市一中', '宝鸡市第一中学'],
    ['眉县', 'Project', '县中医医院迁建项目', '眉县中医医院迁建项目'],
    ['眉县', 'Place', '市民广场', '市民广场'],
    ['眉县', 'Place', '县城东区', '县城东区'],
    ['武昌区', 'AdminDivision', '全区', '武昌区'],
    ['武昌区', 'AdminDivision', '我市', '武汉市'],
    ['武昌区', 'AdminDivision', '武昌', '武昌区'],
    ['武昌区', 'AdminDivision', '武汉市武昌区', '武昌区'],
    ['三江侗族自治县', 'AdminDivision', '三江县', '三江侗族自治县'],
    ['三江侗族自治县', 'AdminDivision', '全县', '三江侗族自治县'],
    ['三江侗族自治县', 'AdminDivision', '全区', '广西壮族自治区'],
    ['湖南省', 'AdminDivision', '湘西州', '湘西土家族苗族自治州'],
    ['湖南省', 'AdminDivision', '长沙', '长沙市'],
    ['武昌区', 'Person', '李　强', '李强'],
  ])('%s report: %s %s is %s', (division, type, form, name) => {
    expect(names(division, [{ type, name: form }])).toEqual([name]);
  });

  it('gives the written-out form of the table as an alias', () => {
    const [e] = resolve('武昌区', [{ type: 'Agency', name: '区卫健局' }]).entities;
    expect(e?.aliases).toContain('武昌区卫生健康局');
  });
});

describe('one thing', () => {
  it.each<[string, string, Mention['type'], string[], string]>([
    ['full and short organ', '武昌区', 'Agency', ['区卫健局', '武昌区卫生健康局'], '武昌区卫生健康局'],
    ['party committee', '湖南省', 'Agency', ['省委', '中共湖南省委'], '中共湖南省委'],
    ['government', '武昌区', 'Agency', ['区政府', '武昌区人民政府', '区人民政府'], '武昌区人民政府'],
    ['division prefix', '眉县', 'School', ['城关第三小学', '眉县城关第三小学'], '眉县城关第三小学'],
    ['short division', '武昌区', 'Place', ['滨江商务区', '武昌滨江商务区'], '武昌滨江商务区'],
    ['title marks', '眉县', 'Policy', ['《眉县路网规划》', '眉县路网规划'], '《眉县路网规划》'],
    [
      'draft mark',
      '眉县',
      'Policy',
      ['《十年规划纲要（草案）》', '《十年规划纲要》'],
      '《十年规划纲要（草案）》',
    ],
    ['quoted brand', '武昌区', 'Programme', ['“清风”专项行动', '“清风”'], '“清风”专项行动'],
    ['head dropped', '武昌区', 'Project', ['红旗水库扩容项目', '红旗水库扩容'], '红旗水库扩容项目'],
  ])('%s', (_why, division, type, forms, name) => {
    const out = resolve(
      division,
      forms.map((form) => ({ type, name: form })),
    );
    const shown = out.entities.filter((e) => e.mentions.length > 0);
    expect(shown.map((e) => e.name)).toEqual([name]);
    expect(shown[0]?.mentions).toHaveLength(forms.length);
    const judged = out.judgements?.map((j) => j.form) ?? [];
    for (const form of forms) if (form !== name) expect(judged).toContain(form);
  });

  it('joins a short form that the text declares', () => {
    const shown = names('眉县', [
      { type: 'Company', name: '秦岭绿能开发有限责任公司', aliases: ['绿能公司'] },
      { type: 'Company', name: '绿能公司' },
    ]);
    expect(shown).toEqual(['秦岭绿能开发有限责任公司']);
  });

  it('settles a place that is also built as a project, and says so', () => {
    const out = resolve('武昌区', [
      { type: 'Place', name: '云桥大厦' },
      { type: 'Project', name: '云桥大厦' },
    ]);
    expect(out.entities.filter((e) => e.mentions.length > 0).map((e) => e.type)).toEqual(['Project']);
    expect(out.judgements?.some((j) => j.reasons.includes('typeSettled'))).toBe(true);
  });
});

describe('never one thing', () => {
  it.each<[string, Mention['type'], string[]]>([
    ['武昌区', 'Hospital', ['市第一医院', '市第二医院']],
    ['武昌区', 'Hospital', ['市七医院', '区七医院']],
    ['武昌区', 'School', ['光明小学东校区', '光明小学西校区']],
    ['武昌区', 'Project', ['核心区一期', '核心区二期']],
    ['武昌区', 'Event', ['第五届江滩花会', '第六届江滩花会']],
    ['武昌区', 'Agency', ['区教育局', '市教育局']],
    ['武昌区', 'Programme', ['碧水攻坚战', '碧水保卫战']],
    ['湖南省', 'Agency', ['长沙市财政局', '岳麓区财政局']],
  ])('%s %s %j', (division, type, forms) => {
    expect(
      names(
        division,
        forms.map((name) => ({ type, name })),
      ),
    ).toHaveLength(forms.length);
  });

  it('leaves a short form that two longer ones fit', () => {
    const given = ['长沙市滨江新商圈', '岳麓区滨江新商圈', '滨江新商圈'].map((name) => ({
      type: 'Place' as const,
      name,
    }));
    expect(names('湖南省', given)).toHaveLength(3);
  });

  it('keeps ordinals, directions and divisions apart (property)', () => {
    const mark = fc.constantFrom(
      '第一',
      '第二',
      '第三',
      '东',
      '西',
      '南',
      '北',
      '城东',
      '城西',
      '1号',
      '2号',
      '一期',
      '二期',
    );
    const head = fc.constantFrom<[Mention['type'], string]>(
      ['School', '中学'],
      ['Hospital', '医院'],
      ['Project', '安置房项目'],
      ['Place', '产业园'],
    );
    const prefix = fc.constantFrom('', '武昌区', '武汉市', '市', '区');
    fc.assert(
      fc.property(prefix, head, mark, mark, (p, [type, h], a, b) => {
        fc.pre(a !== b);
        const shown = names('武昌区', [
          { type, name: `${p}${a}${h}` },
          { type, name: `${p}${b}${h}` },
        ]);
        expect(shown).toHaveLength(2);
      }),
    );
  });
});

describe('ids', () => {
  const given: Given[] = [
    { type: 'Agency', name: '区卫健局' },
    { type: 'Agency', name: '武昌区卫生健康局' },
    { type: 'Place', name: '滨江商务区' },
    { type: 'Place', name: '武昌滨江商务区' },
    { type: 'Programme', name: '“清风”行动' },
    { type: 'Programme', name: '“清风”' },
    { type: 'Place', name: '云桥大厦' },
    { type: 'Project', name: '云桥大厦' },
    { type: 'AdminDivision', name: '全区' },
    { type: 'AdminDivision', name: '武昌' },
  ];

  it('do not depend on the order of the mentions (property)', () => {
    const key = (list: Given[]) =>
      resolve('武昌区', list)
        .entities.map((e) => `${e.id} ${e.type} ${e.name}`)
        .sort();
    const expected = key(given);
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (list) => {
        expect(key(list)).toEqual(expected);
      }),
    );
  });

  it('meet across reports of one division, and of another where the name carries the division', () => {
    const id = (division: string, type: Mention['type'], name: string) =>
      resolve(division, [{ type, name }]).entities.find((e) => e.mentions.length > 0)?.id;
    expect(id('武昌区', 'Agency', '区卫健局')).toBe(id('武昌区', 'Agency', '武昌区卫生健康局'));
    expect(id('湖南省', 'AdminDivision', '长沙')).toBe(id('湖南省', 'AdminDivision', '长沙市'));
    expect(id('武昌区', 'Place', '中心公园')).not.toBe(id('眉县', 'Place', '中心公园'));
    expect(id('武昌区', 'Funding', '专项债券')).toBe(id('眉县', 'Funding', '专项债券'));
    expect(id('', 'Place', '中心公园')).toBe(id('', 'Place', '中心公园'));
  });
});

describe('facts', () => {
  it('fits the schema, names the unmentioned division, and keeps a repeated fact once', () => {
    const milestone = {
      entity: 0 as const,
      stage: 'started' as const,
      status: 'actual' as const,
      date: null,
      evidence: { start: 0, end: 2 },
      rule: 'test',
    };
    const relation = {
      type: 'LOCATED_IN' as const,
      source: 0,
      target: 'division' as const,
      role: null,
      basis: 'implied' as const,
      status: 'actual' as const,
      evidence: { start: 0, end: 2 },
      rule: 'test',
    };
    const out = resolve('眉县', [{ type: 'Project', name: '红旗桥' }], {
      milestones: [milestone, milestone],
      relations: [relation, relation, { ...relation, source: 'division', target: 'division' }],
    });
    expect(extractionSchema.parse(out)).toEqual(out);
    expect(out.milestones).toHaveLength(1);
    expect(out.relations).toHaveLength(1);
    const division = out.entities.find((e) => e.id === out.relations[0]?.target);
    expect(division).toMatchObject({ name: '眉县', attributes: { code: '610326', mentioned: 'no' } });
    expect(out.entities.find((e) => e.name === '眉县人民政府')?.attributes).toMatchObject({
      mentioned: 'no',
    });
  });

  it('drops a relation of a thing with itself once its names have met', () => {
    const out = resolve(
      '眉县',
      [
        { type: 'Place', name: '滨河新商圈' },
        { type: 'Place', name: '眉县滨河新商圈' },
      ],
      {
        relations: [
          {
            type: 'PART_OF',
            source: 0,
            target: 1,
            role: null,
            basis: 'stated',
            status: 'actual',
            evidence: { start: 0, end: 3 },
            rule: 'test',
          },
        ],
      },
    );
    expect(out.relations).toEqual([]);
  });

  it('refuses a span outside the text as a fault of its own', () => {
    expect(() => resolve('眉县', [{ type: 'Place', name: '桥', start: 0, end: 99 }])).toThrowError(
      expect.objectContaining({ code: 'INTERNAL' }),
    );
  });
});
