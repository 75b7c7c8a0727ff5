import { remembering, type Day } from '@xiaohao/domain';
import type { RawCell } from '../rows/raw-row.js';

/** Without white space, and in one sort of signs: names are read out of cells so. Several rules ask it of each cell. */
export const tight = remembering((text) => text.normalize('NFKC').replace(/[\s\u200b]+/g, ''));

export const isSame = (one: string, other: string): boolean => one === other || tight(one) === tight(other);
/** Mostly it is the whole. */
export const isPart = (part: string, whole: string): boolean => part === whole || tight(whole).includes(tight(part));

const longestWord = 8;
const clauses = /[，,；;。、]/;

/** A word of status and no more, its day beside it: 已完成, √, 基本完成, 已办结（7月7日）. */
export function isWord(text: string): boolean {
  return !clauses.test(text) && text.replace(/[^\p{L}]/gu, '').length <= longestWord;
}

const phone = /\d{7,}/;

/** 孟凡 13900030001, 0797-5520113 */
export const namesPhone = remembering((text) => phone.test(tight(text).replace(/[-—–]/g, '')));

/** Days of a spreadsheet without a format, and 20260506. */
const leastSerial = 30_000;

/** The cell tells this day, with its year or without. */
export function saysDay(cell: Pick<RawCell, 'text' | 'day'>, day: Day | null): boolean {
  if (day === null) return false;
  if (cell.day !== undefined) return cell.day === day;
  if (Number(cell.text) > leastSerial) return true;
  const numbers = (cell.text.normalize('NFKC').match(/\d+/g) ?? []).map(Number);
  const [, month, date] = day.split('-').map(Number);
  return numbers.some((number, at) => number === month && numbers[at + 1] === date);
}
