import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isDay, parsePeriod, type Day } from '@xiaohao/domain';
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

export function periodOption(value: string): string {
  if (!parsePeriod(value))
    throw new AppError('usage', { what: `--period ${value}（如 2026、2026H1、2026Q1、2026-06）` });
  return value;
}

/** Found out before the work is done, not after. */
export async function fileOption(name: string, path: string): Promise<string> {
  const folder = dirname(resolve(path));
  await access(folder, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('usage', { what: `${name} ${path}（${folder} 不存在或不可写，${error.code}）` });
  });
  return path;
}
