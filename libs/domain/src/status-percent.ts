import { roughAfterInCell, roughLeadInCell } from './rough-words.js';

/** A percentage cell: text, or a number as the sheet stores it. */
export interface PercentCell {
  readonly value: string | number;
  readonly numberFormat?: string | null;
}

const roughPercent = new RegExp(`^${roughLeadInCell}?(\\d+(?:\\.\\d+)?)(?:余|多)?(%?)(?:余|多|${roughAfterInCell})?$`);

/** 80%, 80, 0.8 and 0.8 shown as 80 %; null where it is no share of a whole. */
export function readPercent({ value, numberFormat }: PercentCell): { percent: number | null; raw: string } {
  const raw = String(value);
  if (typeof value === 'number')
    return { percent: withinWhole(isFraction(value, numberFormat) ? value * 100 : value), raw };
  const text = value.normalize('NFKC').replace(/\s/g, '');
  const match = roughPercent.exec(text);
  if (!match) return { percent: null, raw };
  const number = Number(match[1]);
  return { percent: withinWhole(match[2] || !isFraction(number, null) ? number : number * 100), raw };
}

function isFraction(value: number, numberFormat: string | null | undefined): boolean {
  return (numberFormat ?? '').includes('%') || value <= 1;
}

function withinWhole(percent: number): number | null {
  return percent >= 0 && percent <= 100 ? Number(percent.toFixed(2)) : null;
}
