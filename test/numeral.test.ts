/** Laws that hold for every numeral and date, whatever the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, parseChinese, scanNumerals } from '../src/extract/rules/numeral.js';
import type { Range } from '../src/model.js';
import { inChinese, wide } from './chinese-number.js';
import { atoms } from './reading.js';

const only = (text: string) => {
  const { quantities } = atoms(text);
  expect(quantities.map((q) => q.rule)).toHaveLength(1);
  return quantities[0] as (typeof quantities)[number];
};

describe('Chinese numerals', () => {
  it('are read back as the number that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(parseChinese(inChinese(n))).toBe(n);
      }),
    );
  });

  it.each([
    ['两万五', 25000],
    ['三千八', 3800],
    ['一百二', 120],
    ['十', 10],
    ['两万亿', 2e12],
    ['一亿零五十', 100000050],
    ['二〇二二', 2022],
    ['一千零五', 1005],
  ])('%s is %d', (words, value) => expect(parseChinese(words)).toBe(value));

  it.each(['十四五', '一二三', '百千', '三十百'])('%s is no number', (words) =>
    expect(parseChinese(words)).toBeNaN(),
  );
});

describe('Arabic numerals', () => {
  const amount = fc.record({
    whole: fc.integer({ min: 1, max: 9_999_999 }),
    cents: fc.integer({ min: 0, max: 99 }),
    scale: fc.constantFrom(['', 1], ['万', 1e4], ['亿', 1e8], ['万亿', 1e12]) as fc.Arbitrary<
      [string, number]
    >,
  });

  it('mean the same plain, with separators and in full width', () => {
    fc.assert(
      fc.property(amount, ({ whole, cents, scale: [word, factor] }) => {
        const fraction = cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`;
        const value = Number(`${whole}${fraction}`) * factor;
        const plain = `${whole}${fraction}`;
        for (const digits of [plain, `${whole.toLocaleString('en')}${fraction}`, wide(plain)]) {
          const q = only(`完成投资${digits}${word}元。`);
          expect(Math.abs(q.value - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12);
          expect(q.unit).toBe('元');
        }
      }),
    );
  });

  it('keep their bound and span', () => {
    const bounds = fc.constantFrom(
      ['约', 'about'],
      ['超过', 'over'],
      ['不足', 'under'],
      ['不低于', 'atLeast'],
      ['不超过', 'atMost'],
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), bounds, (n, [word, approx]) => {
        const text = `新建公园${word}${n}个。`;
        const q = only(text);
        expect(text.slice(q.start, q.end)).toBe(`${n}个`);
        expect(q.approx).toBe(approx);
      }),
    );
  });
});

describe('dates', () => {
  it('come back from every way of writing them', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2059-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (d) => {
        const iso = d.toISOString().slice(0, 10);
        const [y, m, n] = iso.split('-').map(Number) as [number, number, number];
        const year = [...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('');
        const forms = [
          `${y}年${m}月${n}日`,
          `${y} 年 ${m} 月 ${n} 日`,
          wide(String(y)).concat('年', wide(String(m)), '月', wide(String(n)), '日'),
          `${year}年${inChinese(m)}月${inChinese(n)}日`,
          iso,
        ];
        for (const form of forms) {
          const text = `会议于${form}召开。`;
          const read = atoms(text).dates;
          expect(read.map((a) => text.slice(a.start, a.end))).toEqual([form]);
          expect(read[0]?.period).toEqual({ start: iso, end: iso });
        }
      }),
    );
  });
});

/** Scraps that meet in reports, and some that should not. */
const SCRAPS = fc.constantFrom(
  ...'0 1 2 9 10 2021 1.5 8,100 ３５ ． % ‰ 个百分点 亿 万 千 百 十 两 一 三 二〇二二 几 数 余 多 年 月 日 底前 以来 截至 元 个 家 千瓦时 公斤/亩 /10万 成 倍 翻 番 第 位 届 次 分之 半 — - ~ 至 : ∶ 、 ， 。 “ ” 《 》 （ ） 约 超过 不低于 以上 左右 以内 居全市 首位 十四五 上半年 前三季度 PM K 《 \n \t \u3000 \ud800 项目 企业'.split(
    ' ',
  ),
);

describe('any text', () => {
  const texts = fc.array(SCRAPS, { maxLength: 40 }).map((parts) => parts.join(''));
  const ordered = (ranges: Range[], length: number) => {
    let last = 0;
    for (const r of ranges) {
      expect(r.start).toBeGreaterThanOrEqual(last);
      expect(r.end).toBeGreaterThan(r.start);
      last = r.end;
    }
    expect(last).toBeLessThanOrEqual(length);
  };

  it('gives atoms inside it that never overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { dates, quantities, masked } = atoms(text);
        ordered(dates, text.length);
        ordered(
          [...quantities, ...masked].sort((a, b) => a.start - b.start),
          text.length,
        );
        for (const q of quantities) {
          expect(Number.isFinite(q.value)).toBe(true);
          expect(dates.some((d) => d.start < q.end && q.start < d.end)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no numeral without atom or reason', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { dates, quantities, masked } = atoms(text);
        const ranges = [...dates, ...quantities, ...masked];
        for (const m of text.matchAll(/[0-9０-９〇零一二三四五六七八九十百千万亿两]/g))
          expect(
            ranges.some((r) => r.start <= m.index && m.index < r.end),
            m[0],
          ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hostile numerals', () => {
  it.each([
    ['10,000 digits', `完成${'9'.repeat(10_000)}元`],
    ['10,000 Chinese digits', `完成${'九'.repeat(10_000)}元`],
    ['10,000 multipliers', `完成${'亿'.repeat(10_000)}元`],
    ['100,000 brackets', '（'.repeat(100_000)],
    ['points and blanks', '1. '.repeat(50_000)],
    ['a ratio without end', '1:'.repeat(50_000)],
    ['quotes', '“1'.repeat(50_000)],
    ['endless groups', `${'1,111'.repeat(50_000)},`],
    ['groups parted by blanks', '111 '.repeat(50_000)],
    ['one long word', 'a'.repeat(1_000_000)],
    ['numbers parted by long blanks', `1${' '.repeat(1000)}`.repeat(500)],
    ['cells without end', `床位（张）\n${'甲\n乙\n5\n6\n'.repeat(20_000)}`],
    ['bars without end', '单位 1|'.repeat(50_000)],
  ])('%s is read in no time, into finite values', (_, text) => {
    const start = performance.now();
    const { quantities } = atoms(text);
    expect(quantities.every((q) => Number.isFinite(q.value))).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('folds offset by offset', () => {
    fc.assert(
      fc.property(fc.string(), (s) => {
        expect(fold(s)).toHaveLength(s.length);
        for (const n of scanNumerals(fold(s))) expect(n.end).toBeLessThanOrEqual(s.length);
      }),
    );
  });
});
