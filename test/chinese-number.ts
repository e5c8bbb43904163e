/** Writes numbers the way reports do, for round trips. */
const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Chinese words of a whole number below 10^16, e.g. 10500 -> 一万零五百. */
export function inChinese(n: number): string {
  if (n === 0) return '零';
  let words = '';
  let gap = false;
  for (let g = GROUPS.length - 1; g >= 0; g--) {
    const group = Math.floor(n / 10 ** (4 * g)) % 10000;
    if (group === 0) {
      gap = words !== '';
      continue;
    }
    if (words !== '' && (gap || group < 1000)) words += '零';
    words += `${below10000(group)}${g === 2 && words.endsWith('万') ? '亿' : GROUPS[g]}`;
    gap = false;
  }
  return words.replace(/^一十/, '十');
}

function below10000(n: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return words;
}

/** The digits in full width. */
export const wide = (s: string): string =>
  s.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
