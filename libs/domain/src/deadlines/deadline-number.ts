import { addDays, lastDayOfMonth, makeDay, type Day } from '../calendar/day.js';
import type { Duration, DurationUnit, Meaning } from './deadline-meaning.js';

/** What a number in a deadline cell comes to: a text for the grammar, or a meaning of its own. */
export type NumberReading =
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'meaning'; readonly rule: string; readonly meaning: Meaning }
  | { readonly as: 'duration'; readonly rule: string; readonly duration: Duration };

/** Serials of 2000-01-01 and 2099-12-31 in the 1900 system. */
const firstSerial = 36526;
const lastSerial = 73050;

/** The day of a serial of the 1900 date system (its time of day dropped); null outside 2000–2099. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  return whole >= firstSerial && whole <= lastSerial ? addDays('1899-12-30', whole) : null;
}

/** Reads a number by the way it is shown: 9.3 under 0.00 was typed 9.30, under General nobody can tell. */
export function readDeadlineNumber(
  value: number,
  numberFormat: string,
  countUnit: DurationUnit | null,
): NumberReading | null {
  if (!Number.isFinite(value) || value < 1) return null;
  const serialDay = dayOfSerial(value);
  if (serialDay !== null) return { as: 'meaning', rule: 'serial', meaning: fixedDay(serialDay) };
  if (isDateFormat(numberFormat)) return null;
  const rounded = Number(value.toFixed(4));
  if (Number.isInteger(rounded)) {
    if (countUnit && rounded <= 366)
      return { as: 'duration', rule: 'counted_number', duration: { count: rounded, unit: countUnit } };
    return rounded >= 1000 ? { as: 'text', text: String(rounded) } : null;
  }
  const decimals = decimalsShown(numberFormat);
  return decimals > 1 ? { as: 'text', text: value.toFixed(decimals) } : readPlainDecimal(String(rounded));
}

/** Digits behind the point in the first section of a number format; 0 for General. */
function decimalsShown(numberFormat: string): number {
  return /\.([0#?]+)/.exec(numberFormat.split(';')[0] ?? '')?.[1]?.length ?? 0;
}

/** True where a number format shows dates: year, month or day signs outside quotes and brackets. */
export function isDateFormat(numberFormat: string): boolean {
  const signs = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|general|G\/通用格式/gi, '');
  return /[ymd]/i.test(signs);
}

/** True where a real date is shown without its day, as 2021年6月. */
export function showsMonthOnly(numberFormat: string): boolean {
  const signs = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return isDateFormat(numberFormat) && /m/i.test(signs) && !/d/i.test(signs) && !/h/i.test(signs);
}

/** A shown zero at the end is lost in General, so one digit may stand for two: 9.3 is 3 or 30 September. */
function readPlainDecimal(shown: string): NumberReading | null {
  const [whole = '', fraction = ''] = shown.split('.');
  if (fraction.length === 4) return { as: 'text', text: `${whole}.${fraction.slice(0, 2)}.${fraction.slice(2)}` };
  if (fraction.length !== 1) return { as: 'text', text: shown };
  const typed = [fraction, `${fraction}0`];
  const number = Number(whole);
  const year = number >= 2000 && number <= 2099 ? number : number >= 18 && number <= 50 ? 2000 + number : null;
  const readings =
    year !== null
      ? typed.filter((month) => Number(month) >= 1 && Number(month) <= 12).map((month) => monthOf(year, Number(month)))
      : typed.filter((date) => makeDay(2020, number, Number(date))).map((date) => dayIn(number, Number(date)));
  if (readings.length === 0) return { as: 'text', text: shown };
  return { as: 'meaning', rule: 'plain_decimal', meaning: { is: 'choice', readings, strict: false } };
}

function fixedDay(day: Day): Meaning {
  const written = { year: Number(day.slice(0, 4)), yearShift: null, on: () => day, grain: 'day' } as const;
  return { is: 'day', written, strict: false };
}

function monthOf(year: number, month: number): Meaning {
  return {
    is: 'day',
    written: { year, yearShift: null, on: (y) => lastDayOfMonth(y, month), grain: 'month' },
    strict: false,
  };
}

function dayIn(month: number, date: number): Meaning {
  return {
    is: 'day',
    written: { year: null, yearShift: null, on: (year) => makeDay(year, month, date), grain: 'day' },
    strict: false,
  };
}
