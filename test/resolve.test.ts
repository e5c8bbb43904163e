import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractionSchema } from '../schema/extraction.js';
import type { Mention } from '../src/model.js';
import { type Given, names, resolve } from './resolving.js';

interface Example {
  why?: string;
  division: string;
  type: Mention['type'];
  forms: string[];
  /** Names that remain; or how many things. */
  names?: string[];
  count?: number;
}

const EXAMPLES = readFileSync(join(import.meta.dirname, 'corpus', 'resolve.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example);

describe('forms of a name', () => {
  it.each(EXAMPLES)('$division report: $type $forms', ({ division, type, forms, ...expected }) => {
    const out = resolve(
      division,
      forms.map((name) => ({ type, name })),
    );
    const shown = out.entities.filter((e) => e.mentions.length > 0);
    if (expected.count !== undefined) expect(shown).toHaveLength(expected.count);
    if (expected.names === undefined) return;
    expect(shown.map((e) => e.name)).toEqual(expected.names);
    expect(shown.flatMap((e) => e.mentions)).toHaveLength(forms.length);
    const judged = out.judgements?.map((j) => j.form) ?? [];
    for (const form of forms) if (form !== shown[0]?.name) expect(judged).toContain(form);
  });

  it('gives the written-out form of the table as an alias', () => {
    const [e] = resolve('武昌区', [{ type: 'Agency', name: '区卫健局' }]).entities;
    expect(e?.aliases).toContain('武昌区卫生健康局');
  });

  it('joins a short form that the text declares', () => {
    const shown = names('眉县', [
      { type: 'Company', name: '秦岭绿能开发有限责任公司', aliases: ['绿能公司'] },
      { type: 'Company', name: '绿能公司' },
    ]);
    expect(shown).toEqual(['秦岭绿能开发有限责任公司']);
  });

  it('gives the entities again when the judgements are replayed over the forms (property)', () => {
    const form = fc.constantFrom(
      '区卫健局',
      '武昌区卫生健康局',
      '市委',
      '中共武汉市委',
      '区政府',
      '国务院',
      '区财政局',
    );
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 8 }), (forms) => {
        const out = resolve(
          '武昌区',
          forms.map((name) => ({ type: 'Agency', name })),
        );
        const read = new Map(out.judgements?.map((j) => [`${j.type} ${j.form}`, j]));
        for (const e of out.entities) {
          for (const { text } of e.mentions) {
            const judged = read.get(`Agency ${text}`);
            expect(judged ? [judged.name, judged.entity] : [text, e.id]).toEqual([e.name, e.id]);
          }
        }
      }),
    );
  });

  it('settles a place that is also built as a project, and says so', () => {
    const out = resolve('武昌区', [
      { type: 'Place', name: '云桥大厦' },
      { type: 'Project', name: '云桥大厦' },
    ]);
    expect(out.entities.filter((e) => e.mentions.length > 0).map((e) => e.type)).toEqual(['Project']);
    expect(out.judgements?.some((j) => j.reasons.includes('typeSettled'))).toBe(true);
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
