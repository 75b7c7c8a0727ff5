import { isDay, type Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

/** Readers of option values; a wrong one is wrong usage, named with its option. */
export function dayOption(name: string, value: string): Day {
  if (!isDay(value)) throw new AppError('usage', { what: `${name} ${value}（应为 YYYY-MM-DD）` });
  return value;
}

export function yearOption(value: string): number {
  const year = Number(value);
  if (!Number.isInteger(year) || year < 1990 || year > 2100) throw new AppError('usage', { what: `--year ${value}` });
  return year;
}

export function oneOf<Value extends string>(name: string, value: string, known: readonly Value[]): Value {
  if ((known as readonly string[]).includes(value)) return value as Value;
  throw new AppError('usage', { what: `${name} ${value}（可用：${known.join(' ')}）` });
}
