import { chineseDigitClass, readChineseNumber } from '../words/chinese-number.js';
import { makeDay, lastDayOfMonth, parsePeriod, type Day, type Period } from '../calendar/day.js';

/** Pieces of the forms in which reports write their periods and days; the groups of a piece are named by its caller. */
export const yearForm = '20\\d{2}|二[〇○零ΟOo][〇○零ΟOo一二三四五六七八九]{2}';
const numeral = `\\d{1,2}|[${chineseDigitClass}]{1,3}`;
export const monthForm = numeral;
export const dateForm = numeral;
export const wordForm = '上半年|下半年|第?[一二三四1-4]季度|全年';
/** No part of a day, and none of what is called by its year: 2021年版. */
export const bareYear = `(?<year>${yearForm})年(?![春夏秋冬汛版修第级届]|\\s?(?:${monthForm})月)`;
export const until = '\\s?[-—–－~～至到]{1,2}\\s?';

export function numberOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) : (readChineseNumber(written.replace(/[ΟOo○]/g, '〇')) ?? 0);
}

/** Null where the calendar has no such day; without a date the last of the month. */
export function dayOf(year: number, month: string, date?: string): Day | null {
  const [monthNumber, dateNumber] = [numberOf(month), date === undefined ? null : numberOf(date)];
  if (monthNumber < 1 || monthNumber > 12) return null;
  return dateNumber === null ? lastDayOfMonth(year, monthNumber) : makeDay(year, monthNumber, dateNumber);
}

const quarterSigns: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** The period a word of `wordForm` names in a year. */
export function periodOfWord(year: number, word: string): Period {
  if (word.endsWith('半年')) return parsePeriod(`${year}H${word === '上半年' ? 1 : 2}`)!;
  const quarter = /^第?(.)季度$/.exec(word)?.[1];
  return parsePeriod(quarter ? `${year}Q${quarterSigns[quarter] ?? quarter}` : String(year))!;
}

/** The period from the first of one month to the last of another, where there is one of that length. */
export function periodOfMonths(year: number, first: string, last: string): Period | null {
  const [from, to] = [numberOf(first), numberOf(last)];
  const months = to - from + 1;
  if (from < 1 || to > 12) return null;
  if (months === 12) return parsePeriod(String(year));
  if (months === 6 && to % 6 === 0) return parsePeriod(`${year}H${to / 6}`);
  return months === 3 && to % 3 === 0 ? parsePeriod(`${year}Q${to / 3}`) : null;
}
