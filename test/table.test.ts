/** Numbers in tables and behind labels take the unit that stands in the heading, the caption or the brackets. */
import { describe, expect, it } from 'vitest';
import { extractSource } from '../src/pipeline.js';
import { atoms } from './reading.js';

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
      ['发电量', 14.8, '%', 'change', undefined],
    ]);
  });
});
