import { readChineseNumber } from './chinese-number.js';
import { roughAfterInCell, roughLeadInCell } from './rough-words.js';

/** A percentage cell: text, or a number as the sheet stores it. */
export interface PercentCell {
  readonly value: string | number;
  readonly numberFormat?: string | null;
  /** As the sheet shows it. */
  readonly text?: string;
}

const roughPercent = new RegExp(`^${roughLeadInCell}?(\\d+(?:\\.\\d+)?)(?:余|多)?(%?)(?:余|多|${roughAfterInCell})?$`);

/** 百分之六十, 六成, 七成五: shares said in words. */
const spoken =
  /^(?:已?(?:完成|整改))?(?:百分之(?<hundredths>[零〇一二两三四五六七八九十百]+)|(?<tenths>[一二两三四五六七八九])成(?<half>[半一二三四五六七八九])?(?:左右|多|以上)?)$/;

export interface ReadPercent {
  /** Null where the cell is no share of a whole. */
  readonly percent: number | null;
  readonly raw: string;
  /** 1 or 0.6 without a sign of per cent: most likely a fraction. */
  readonly assumed: boolean;
}

/** 80%, 80, 0.8 and 0.8 shown as 80 %. */
export function readPercent({ value, numberFormat, text: shown }: PercentCell): ReadPercent {
  const raw = shown ?? String(value);
  if (typeof value === 'number') return shareOf(value, (numberFormat ?? '').includes('%') ? 'fraction' : null, raw);
  const text = value.normalize('NFKC').replace(/\s/g, '');
  const match = roughPercent.exec(text);
  if (match) return shareOf(Number(match[1]), match[2] ? 'hundredths' : null, raw);
  return { percent: spokenShare(text), raw, assumed: false };
}

/** What nobody marks is a fraction up to one, and hundredths above. */
function shareOf(number: number, marked: 'fraction' | 'hundredths' | null, raw: string): ReadPercent {
  const isFraction = marked === 'fraction' || (marked === null && number <= 1);
  const assumed = marked === null && isFraction && number > 0;
  return { percent: withinWhole(isFraction ? number * 100 : number), raw, assumed };
}

function spokenShare(text: string): number | null {
  const { hundredths, tenths, half } = spoken.exec(text)?.groups ?? {};
  if (hundredths !== undefined) return withinWhole(readChineseNumber(hundredths) ?? -1);
  if (tenths === undefined) return null;
  const rest = half === undefined ? 0 : half === '半' ? 5 : readChineseNumber(half)!;
  return readChineseNumber(tenths)! * 10 + rest;
}

function withinWhole(percent: number): number | null {
  return percent >= 0 && percent <= 100 ? Number(percent.toFixed(2)) : null;
}
