/** Trims an indicator to what people can read: no separators, no amounts, no loose brackets. */

/** At most 30 characters, without separators, amounts and unmatched brackets. */
export function tidy(words: string): string {
  let s = words.replace(
    /[“"‘]?[\d０-９.]+[万亿千百]*(?:元|美元|%|％|个百分点|万|亿)(?:以上|以下|以内|级)?[”"’]?/g,
    '',
  );
  s = s.replace(
    /(?:海拔|面积|直径|高度|长度)?[\d.]+[万亿千百]*(?:平方米|公里|米|吨|亩|公顷|千瓦)(?:及?以[上下内])的?/g,
    '',
  );
  s = s
    .replace(/[（(][^（）()]*[，。；：:;!?！？,][^（）()]*[）)]/g, '')
    .replace(/[。；！？，：;!?,:\s]/g, '');
  if (!/[（(].*[）)]/.test(s)) s = s.replace(/[（）()]/g, '');
  s = s.replace(/^[一二三四五六七八九十]+、/, '');
  if (s.split('“').length !== s.split('”').length || s.includes('"')) s = s.replace(/[“”"]/g, '');
  s = s.replace(/^(?:累计)?完成(?=投资$)/, '');
  s = s.replace(/^[、的和及与+]+|(?:[、的和+]|(?<!参)与)+$/g, '');
  return s.length > 30 ? s.slice(-30) : s;
}
