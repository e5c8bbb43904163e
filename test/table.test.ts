/** Numbers in tables and behind labels take the unit that stands in the heading, the caption or the brackets. */
import { describe, expect, it } from 'vitest';
import { extractSource } from '../src/pipeline.js';
import { atoms, corpus } from './reading.js';

const read = (text: string) =>
  atoms(text).quantities.map((q) => [text.slice(q.start, q.end), q.value, q.unit]);

describe('tables', () => {
  it('take units from headings', () => {
    const text = '项目\t总投资（万元）\t形象进度（%）\n东岭大道\t12,000\t93.6\n';
    expect(read(text)).toEqual([
      ['12,000', 120_000_000, '元'],
      ['93.6', 93.6, '%'],
    ]);
  });

  it('take units from a unit column, bars for tabs', () => {
    const text = '| 指标 | 单位 | 总量 | 增长（%） |\n| 粮食产量 | 万吨 | 21.36 | -1.8 |\n';
    expect(read(text)).toEqual([
      ['21.36', 213_600, '吨'],
      ['-1.8', -1.8, '%'],
    ]);
  });

  it('take the unit of a caption where the heading has none', () => {
    const text = '（单位：亿元）\n地区\t生产总值\t占比（%）\n东岭镇\t36.5\t12.1\n南溪镇\t20\t6.6\n';
    expect(read(text)).toEqual([
      ['36.5', 3_650_000_000, '元'],
      ['12.1', 12.1, '%'],
      ['20', 2_000_000_000, '元'],
      ['6.6', 6.6, '%'],
    ]);
  });

  it('are found where blanks part the cells', () => {
    const text =
      '　　表1　重点项目        单位：万元\n序号 项目 总投资 床位（张）\n1 云溪医院 8,600 300\n2 东岭医院 12000 450\n';
    expect(read(text)).toEqual([
      ['8,600', 86_000_000, '元'],
      ['300', 300, '张'],
      ['12000', 120_000_000, '元'],
      ['450', 450, '张'],
    ]);
  });

  it('are found where each cell is a line', () => {
    const cells = ['附件', '学校', '总投资（亿元）', '学位（个）', '备注'];
    const rows = ['云溪小学', '1.2', '1080', '续建', '东岭中学', '2.05', '1500', '新建'];
    const text = `${[...cells, ...rows].join('\n\n')}\n`;
    expect(read(text)).toEqual([
      ['1.2', 120_000_000, '元'],
      ['1080', 1080, '个'],
      ['2.05', 205_000_000, '元'],
      ['1500', 1500, '个'],
    ]);
  });

  it('are not found in prose, nor where numbers keep no rhythm', () => {
    expect(read('东岭 南溪 西山\n完成 38 个\n')).toEqual([['38 个', 38, '个']]);
    expect(read('学校\n学位（个）\n云溪小学\n1080\n1200\n东岭中学\n')).toEqual([]);
  });

  it('read no row numbers, years or menus', () => {
    expect(read('序号\t名称\t床位（张）\n1\t云溪医院\t500\n')).toEqual([['500', 500, '张']]);
    expect(read('首页 | 公开 | 2022\n')).toEqual([]);
  });

  it('read a label with its unit in brackets', () => {
    expect(read('完成投资（万元）：3560\n')).toEqual([['3560', 35_600_000, '元']]);
    expect(read('联系人（女）：3560\n')).toEqual([]);
  });

  it('name a cell by row and column, and date it by the heading', () => {
    const text = '东岭县主要指标\n指标\t单位\t2020年\t2021年\t增长（%）\n发电量\t亿千瓦时\t8.1\t9.3\t14.8\n';
    const { observations } = extractSource({ file: 'test', sha256: 'test', encoding: 'utf-8', text });
    expect(observations.map((o) => [o.indicator, o.value, o.unit, o.measure, o.period?.end])).toEqual([
      ['发电量', 810_000_000, '千瓦时', 'level', '2020-12-31'],
      ['发电量', 930_000_000, '千瓦时', 'level', '2021-12-31'],
      ['发电量', 14.8, '%', 'change', '2021-12-31'],
    ]);
  });
});

/** A table, or a text about one, in a report of a county; every list holds all that is read in it. */
interface TableExample {
  why: string;
  text: string;
  names: string[];
  facts: string[];
  stages: string[];
  links: string[];
}

const TITLE = '松岭县2024年重点工作进展情况通报\n松岭县人民政府办公室\n2024年7月15日\n\n';

function shown(text: string): Omit<TableExample, 'why' | 'text'> {
  const source = { file: 'test', sha256: 'test', encoding: 'utf-8', text: `${TITLE}${text}\n` };
  const read = extractSource(source);
  const name = (id: string) => read.entities.find((e) => e.id === id)?.name;
  const here = ({ evidence }: { evidence: { start: number } }) => evidence.start >= TITLE.length;
  const role = (r: { role: string | null }) => (r.role === null ? '' : ` (${r.role})`);
  return {
    names: read.entities
      .filter((e) => e.name !== '松岭县' && e.mentions.some((m) => m.start >= TITLE.length))
      .map((e) => `${e.type} ${e.name}`)
      .sort(),
    facts: read.observations.filter(here).map((o) => {
      const bound = o.approx === 'exact' ? '' : ` ${o.approx}`;
      const period = o.period ? `${o.period.start}/${o.period.end}` : '-';
      return `${name(o.subject)} ${o.indicator} ${o.value}${o.unit} ${o.measure} ${o.status}${bound} ${period}`;
    }),
    stages: read.milestones
      .filter(here)
      .map((m) => `${name(m.entity)} ${m.stage} ${m.status} ${m.date ?? '-'}`)
      .sort(),
    links: read.relations
      .filter((r) => here(r) && r.basis === 'stated')
      .map((r) => `${r.type} ${name(r.source)} > ${name(r.target)}${role(r)}`)
      .sort(),
  };
}

describe('rows of tables', () => {
  const examples = corpus<TableExample>('table');

  it('has examples, some without any fact', () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
    expect(examples.filter((e) => e.facts.length === 0).length).toBeGreaterThanOrEqual(5);
  });

  it.each(examples)('$why', ({ text, names, facts, stages, links }) => {
    expect(shown(text)).toEqual({ names, facts, stages, links });
  });

  it('are read in time linear in their number', () => {
    const row = '1\t云岭大道改造工程\t东岭镇\t8600\t主体封顶\t县住建局\n';
    const head = '序号\t项目名称\t建设地点\t总投资（万元）\t形象进度\t责任单位\n';
    const time = (n: number) => {
      const start = performance.now();
      atoms(head + row.repeat(n));
      return performance.now() - start;
    };
    time(500);
    expect(time(8000)).toBeLessThan(40 * Math.max(5, time(1000)));
  });
});
