import type { FigureOptions } from './template-tag.js';

/** Why there is no number: nothing was counted or filed, or a rate has nothing to divide by. */
export type FigureGap = 'missing' | 'noDenominator';

export const missingText = '____';

/**
 * A figure as a report prints it. Texts (names, dates) are printed as they are.
 *
 * The scale alone divides and prints no word, for the template writes it (`{fines|万}万元` → `1.5万元`), with two decimals at
 * most where none are asked for. `余` and `多` have
 * to stand on one side of the scale's word, so with them the word is printed here: `20余万`, or `20万余` for `万余`; a
 * value below one such unit is then printed in units (`5300余`), and so is what are no whole thousands or hundreds (`4700余`). `约` stands before the number.
 *
 * `,` parts thousands. With a fuzz word the value is cut to its leading two digits, never up. Where nothing was cut the
 * word would be untrue and is left out. Zero is `0`, whatever the options.
 */
export function formatFigure(
  value: number | string | null,
  options: FigureOptions,
  gap: FigureGap = 'missing',
): string {
  if (typeof value === 'string') return value;
  if (value === null || !Number.isFinite(value)) return gap === 'noDenominator' ? '—' : missingText;
  const text = textOf(value, options);
  return options.grouped ? text.replace(/\d+/, withCommas) : text;
}

/** The whole part of a number in groups of three: the digits behind the point follow it. */
const withCommas = (digits: string) => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

function textOf(value: number, options: FigureOptions): string {
  if (value === 0) return '0';
  if (options.fuzz === null || value < 0) return scaledText(value / scaleOf(options), options);
  const cut = leadingTwoDigits(value);
  const fuzz = cut < withoutNoise(value) ? options.fuzz : '';
  if (options.fuzz === '约') return fuzz + plainText(cut / scaleOf(options), null);
  const scale = printsScale(cut, options) ? options.scale : null;
  const number = plainText(cut / (scale?.factor ?? 1), null);
  const unit = scale?.word ?? '';
  return options.fuzzAfterScale ? number + unit + fuzz : number + fuzz + unit;
}

/** 千余 and 百余 say so many whole thousands or hundreds: 4.7千余 is written 4700余. */
function printsScale(cut: number, options: FigureOptions): boolean {
  const scaled = cut / scaleOf(options);
  return scaled >= 1 && (scaleOf(options) > 1000 || (scaled < 10 && Number.isInteger(scaled)));
}

/** A sum too small for two decimals is printed exactly: it is not nothing. */
function scaledText(value: number, { scale, decimals }: FigureOptions): string {
  const isRounded = scale !== null && decimals === null && Math.abs(value) >= 0.005;
  return plainText(isRounded ? Math.sign(value) * rounded(Math.abs(value), 2) : value, decimals);
}

const scaleOf = (options: FigureOptions) => options.scale?.factor ?? 1;

/** Binary fractions carry noise behind the fifteenth digit. */
const withoutNoise = (value: number) => Number(value.toPrecision(15));

/** 1236 → 1200, 203000 → 200000, 36 → 36. */
function leadingTwoDigits(value: number): number {
  const [mantissa, exponent] = withoutNoise(value).toExponential(14).split('e') as [string, string];
  return Number(`${mantissa.slice(0, 3)}e${exponent}`);
}

const rounded = (value: number, places: number) => Math.round(withoutNoise(value * 10 ** places)) / 10 ** places;

/** Half is rounded up as people do it; without asked decimals the exact value, at most six places. */
function plainText(value: number, decimals: number | null): string {
  const places = decimals ?? 6;
  const text = rounded(Math.abs(value), places).toFixed(places);
  const short = decimals === null ? text.replace(/\.?0+$/, '') : text;
  return (value < 0 && Number(short) !== 0 ? '-' : '') + short;
}
