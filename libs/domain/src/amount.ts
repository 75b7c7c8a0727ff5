import { chineseDigitClass, readChineseNumber } from './chinese-number.js';

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The factor in a unit such as 万元, 千人次, 亿元, from a heading's brackets; 1 where there is none. */
export function scaleOf(unit: string): number {
  const signs = /^[（(\s]*(?:单位[:：])?\s*([十百千万亿]+)/.exec(unit)?.[1] ?? '';
  return [...signs].reduce((factor, sign) => factor * scales[sign]!, 1);
}

/** Part of an amount: a number and, if written, its scale: 3万, 5千, 1.5万. */
const part = '(\\d+(?:\\.\\d+)?)[余多]?([十百千万亿]*)';
const fuzz = '(?:余|多|左右|以上|上下)?';
const unit = '(?:元整?|圆整?|块|人次|人|项|条|件|个|起|次|处|份|家|台|辆|吨|公斤|亩|公里|平方米|立方米?|RMB)?';
const wholeAmount = new RegExp(`^(?:约|近|共计?|计|合计|人民币|元|¥|￥|RMB)*((?:${part}${fuzz})+)${unit}${fuzz}$`);

/**
 * Reads an amount in its base unit: 1.5万元 is 15000, 3万5千元 35000; a number without a scale of its own takes the column's.
 * Null for blank and for what is not one plain amount (a range, a list, a negative number).
 */
export function readAmount(value: string | number | null, columnScale = 1): number | null {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? scaled(value, columnScale) : null;
  const text = arabic(
    value
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s()]/g, '')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
  );
  const match = wholeAmount.exec(text);
  if (!match) return null;
  const parts = [...match[1]!.matchAll(new RegExp(part, 'g'))].map(([, number, signs]) => ({
    number: Number(number),
    scale: [...signs!].reduce((factor, sign) => factor * scales[sign]!, 1),
  }));
  const falls = parts.every((one, at) => at === 0 || one.scale < parts[at - 1]!.scale);
  if (!falls) return null;
  if (parts.length === 1 && parts[0]!.scale === 1)
    return scaled(parts[0]!.number, /元|圆|块/.test(text) ? 1 : columnScale);
  return parts.reduce((sum, one) => sum + scaled(one.number, one.scale), 0);
}

/** Without the crumbs of binary fractions: 1.1 × 10000 is 11000. */
function scaled(number: number, factor: number): number {
  return Number((number * factor).toFixed(6));
}

/** 三万五千元 is read as a whole; a lone 万 behind digits stays for the scale. */
function arabic(text: string): string {
  return text.replace(new RegExp(`(?<!\\d)[${chineseDigitClass}万亿]+`, 'g'), (numerals) => {
    const value = readChineseNumber(numerals.replace(/^[万亿]/, ''));
    return value === null || /^[万亿]/.test(numerals) ? numerals : String(value);
  });
}
