import { chineseDigitClass, readChineseNumber } from './chinese-number.js';

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The factor in a unit such as 万元, 千人次, 亿元, from a heading's brackets; 1 where there is none. */
export function scaleOf(unit: string): number {
  const signs = /^[（(\s]*(?:单位[:：])?\s*([十百千万亿]+)/.exec(unit)?.[1] ?? '';
  return [...signs].reduce((factor, sign) => factor * scales[sign]!, 1);
}

const number = '\\d+(?:\\.\\d+)?[余多]?';
const fuzz = '(?:余|多|左右|以上|上下)?';
const unit = '(?:元整?|圆整?|块|人次|人|项|条|件|个|起|次|处|份|家|台|辆|吨|公斤|亩|公里|平方米|立方米?|RMB)?';
/**
 * 3万5千, 1.5万, 200. Every part but the last ends in a scale; were that left open, a long row of digits could be cut into
 * parts in so many ways that trying them all takes for ever.
 */
const parts = `(?=\\d)(?:${number}[十百千万亿]+${fuzz})*(?:${number}${fuzz})?`;
const wholeAmount = new RegExp(`^(?:约|近|共|计|合计|人民币|元|¥|￥|RMB)*(${parts})${unit}${fuzz}$`);
const part = /(\d+(?:\.\d+)?)[余多]?([十百千万亿]*)/g;

/** More than any bureau moves, and more than the column behind it holds. */
const largest = 1e13;

/**
 * Reads an amount in its base unit: 1.5万元 is 15000, 3万5千元 35000; a number without a scale of its own takes the column's.
 * Null for blank and for what is not one plain amount (a range, a list, a negative number, a row of digits too long).
 */
export function readAmount(value: string | number | null, columnScale = 1): number | null {
  const amount = readAnyAmount(value, columnScale);
  return amount !== null && amount <= largest ? amount : null;
}

function readAnyAmount(value: string | number | null, columnScale: number): number | null {
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
  const found = [...match[1]!.matchAll(part)].map(([, number, signs]) => ({
    number: Number(number),
    scale: [...signs!].reduce((factor, sign) => factor * scales[sign]!, 1),
  }));
  const falls = found.every((one, at) => at === 0 || one.scale < found[at - 1]!.scale);
  if (!falls) return null;
  if (found.length === 1 && found[0]!.scale === 1)
    return scaled(found[0]!.number, /元|圆|块/.test(text) ? 1 : columnScale);
  return found.reduce((sum, one) => sum + scaled(one.number, one.scale), 0);
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
