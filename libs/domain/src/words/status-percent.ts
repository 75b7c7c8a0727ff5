import { readChineseNumber } from './chinese-number.js';
import { isRough, roughAfterInCell, roughLeadInCell } from './rough-words.js';

/** A percentage cell: text, or a number as the sheet stores it. */
export interface PercentCell {
  readonly value: string | number;
  readonly numberFormat?: string | null;
  /** As the sheet shows it. */
  readonly text?: string;
}

const written = `${roughLeadInCell}?\\d{1,3}(?:\\.\\d{1,4})?(?:余|多)?%(?:余|多|${roughAfterInCell})?`;
const count = '一二两三四五六七八九';
/** 百分之六十, 六成, 七成五, 三分之二, 过半: shares said in words. */
const said = `${roughLeadInCell}?(?:百分之[零〇${count}十百]{1,5}|[${count}]成(?:[半${count}](?!分))?|[${count}十]分之[${count}]|一半)(?:多|${roughAfterInCell})?|已?过半`;
/** A share of a whole as a status writes it, as alternatives of a pattern. */
export const shareForms = `${written}|${said}`;

const roughPercent = new RegExp(`^${roughLeadInCell}?(\\d+(?:\\.\\d+)?)(?:余|多)?(%?)(?:余|多|${roughAfterInCell})?$`);
const spoken = new RegExp(`^(?:已?(?:完成|整改)?)?(?:${said})$`);
const hundredths = /百分之([^多左上以出许]+)/;
const tenths = new RegExp(`([${count}])成([半${count}])?`);
const parts = new RegExp(`([${count}十])分之([${count}])`);

/** 约80%, 三分之二, 过半: a share that is only about so much. */
export function isRoughShare(raw: string): boolean {
  return isRough(raw) || /[过一]半|(?<!百)分之/.test(raw);
}

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
  if (!spoken.test(text)) return null;
  const [, inHundred] = hundredths.exec(text) ?? [];
  if (inHundred !== undefined) return withinWhole(readChineseNumber(inHundred) ?? -1);
  const [, ten, rest] = tenths.exec(text) ?? [];
  if (ten !== undefined)
    return readChineseNumber(ten)! * 10 + (rest === '半' ? 5 : rest ? readChineseNumber(rest)! : 0);
  const [, whole, part] = parts.exec(text) ?? [];
  return whole === undefined
    ? 50
    : withinWhole(Math.round((100 * readChineseNumber(part!)!) / readChineseNumber(whole)!));
}

function withinWhole(percent: number): number | null {
  return percent >= 0 && percent <= 100 ? Number(percent.toFixed(2)) : null;
}
