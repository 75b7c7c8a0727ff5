import { chineseDigitClass, readChineseNumber } from './chinese-number.js';
import { isRough, roughAfterInCell, roughLeadInCell, roughWithin } from './rough-words.js';

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** The factor in a unit such as 万元, 千人次, 亿元, from a heading's brackets; 1 where there is none. */
export function scaleOf(unit: string): number {
  const signs = /^[（(\s]*(?:单位[:：])?\s*([十百千万亿]+)/.exec(unit)?.[1] ?? '';
  return [...signs].reduce((factor, sign) => factor * scales[sign]!, 1);
}

const number = `\\d+(?:\\.\\d+)?(?:${roughWithin})?`;
const fuzz = `(?:${roughWithin}|${roughAfterInCell})?`;
const unit = '(?:元整?|圆整?|块|人次|人|项|条|件|个|起|次|处|份|家|台|辆|吨|公斤|亩|公里|平方米|立方米?|RMB)?';
const lead = `(?:共|计|合计|人民币|元|¥|￥|RMB|${roughLeadInCell})*`;
/**
 * 3万5千, 1.5万, 200. Every part but the last ends in a scale; were that left open, a long row of digits could be cut into
 * parts in so many ways that trying them all takes for ever.
 */
const parts = `(?=\\d)(?:${number}[十百千万亿]+${fuzz})*(?:${number}${fuzz})?`;
const wholeAmount = new RegExp(`^${lead}(${parts})${unit}${fuzz}$`);
const part = new RegExp(`(\\d+(?:\\.\\d+)?)(?:${roughWithin})?([十百千万亿]*)`, 'g');
/** 上万, 万余: the scale alone is the number. */
const scaleAlone = new RegExp(`(?<=^${roughLeadInCell})[万亿]|^[万亿](?=余|多|来)`);
/** 3-5万元, 2千元至3千元. */
const range = /^([^-至到]{1,20})(?:-|至|到)([^-至到]{1,20})$/;
const dashes = /[-‐‑‒–—―−─~〜∼]+/g;

/** No amount is written in more signs; the patterns try many ways through what they are given. */
const longest = 100;

/** More than any bureau moves, and more than the column behind it holds. */
const largest = 1e13;

/** What an amount cell says, in base units. */
export interface AmountReading {
  /** Null for blank and for what is not one plain amount. */
  readonly amount: number | null;
  /** 约, 近, 余, 多 …: the number is read, and is only about so much. */
  readonly rough: boolean;
  /** Lower and upper end of 3-5万元, which names no amount. */
  readonly range: readonly [number, number] | null;
}

/**
 * Reads an amount in its base unit: 1.5万元 is 15000, 3万5千元 35000; a number without a scale of its own takes the column's.
 * A range, a list, a negative number and a row of digits too long are no amount.
 */
export function readAmountCell(value: string | number | null, columnScale = 1): AmountReading {
  const none: AmountReading = { amount: null, rough: false, range: null };
  if (value === null) return none;
  if (typeof value === 'number') {
    return { ...none, amount: Number.isFinite(value) && value >= 0 ? bounded(scaled(value, columnScale)) : null };
  }
  if (value.trim().length > longest) return none;
  const text = plain(value);
  const amount = readPlain(text, columnScale);
  if (amount !== null) return { ...none, amount, rough: isRough(text) };
  return { ...none, range: readRange(text, columnScale) };
}

function plain(value: string): string {
  const text = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()]/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return arabic(text).replace(scaleAlone, (scale) => `1${scale}`);
}

function readPlain(text: string, columnScale: number): number | null {
  const match = wholeAmount.exec(text);
  if (!match) return null;
  const found = [...match[1]!.matchAll(part)].map(([, digits, signs]) => ({
    number: Number(digits),
    scale: [...signs!].reduce((factor, sign) => factor * scales[sign]!, 1),
  }));
  const falls = found.every((one, at) => at === 0 || one.scale < found[at - 1]!.scale);
  if (!falls) return null;
  if (found.length === 1 && found[0]!.scale === 1)
    return bounded(scaled(found[0]!.number, /元|圆|块/.test(text) ? 1 : columnScale));
  return bounded(found.reduce((sum, one) => sum + scaled(one.number, one.scale), 0));
}

/** 3-5万元 is 30000 to 50000: a bare number before the sign takes scale and unit from the one behind it. */
function readRange(text: string, columnScale: number): readonly [number, number] | null {
  const [, from, to] = range.exec(text.replace(dashes, '-')) ?? [];
  if (from === undefined || to === undefined) return null;
  const bare = /\d$/.test(from) ? from + to.replace(/^[^\d]*[\d.]+/, '') : from;
  const [low, high] = [readPlain(bare, columnScale), readPlain(to, columnScale)];
  return low !== null && high !== null && low < high ? [low, high] : null;
}

function bounded(amount: number): number | null {
  return amount <= largest ? amount : null;
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
