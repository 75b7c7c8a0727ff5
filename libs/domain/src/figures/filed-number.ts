/** A number as a clerk writes it in a sheet. */
export interface FiledNumber {
  value: number;
  /** It was written with 约, 余 or 万, so that the value is a reading of it. */
  isRough: boolean;
}

const scales: Readonly<Record<string, number>> = { 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const form = /^(约|近|大约|超|超过)?(-?\d{1,14}(?:\.\d+)?)([千万亿])?(余|多|左右|以上)?$/;

/**
 * Reads `1,236`, `１２３６`, `36场次` where that is the unit, `约120`, `1.2万余`. Null where it is no number; its size and
 * decimals are for the caller to judge.
 */
export function readFiledNumber(written: string, unit: string): FiledNumber | null {
  const text = written.normalize('NFKC').replace(/[\s,]/g, '');
  const bare = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  const found = form.exec(bare);
  if (!found) return null;
  const [, about, digits, scale, more] = found;
  // Ten-thousandths are kept, so that 1.2万 is 12000 and no neighbour of it.
  const value = scale ? Math.round(Number(digits) * scales[scale]! * 10_000) / 10_000 : Number(digits);
  return { value, isRough: about !== undefined || scale !== undefined || more !== undefined };
}
