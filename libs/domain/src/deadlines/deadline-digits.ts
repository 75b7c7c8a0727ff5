import { lastDayOfMonth, makeDay } from '../calendar/day.js';
import { grammarRow, type GrammarRow, type Groups, type Meaning } from './deadline-meaning.js';
import { dayOfSerial } from './deadline-number.js';
import {
  dateRow,
  dayOf,
  endOfMonthPart,
  firstDayOf,
  isPlausibleYear,
  monthPart,
  spanRow,
  start,
  statedDay,
  writtenDay,
} from './deadline-written-day.js';

/** What makes digits a count, an amount or a document number instead of a date. */
export const notCounting =
  '(?![\\d%个天周月季年元万亿吨米亩项条款章批期名人家次件份处户台套小时]|\\.\\d|日内|号(?:文|令|楼|院|厂|线|通知|函))';

/** Dates in digits and separators, without 月. */
export const digitRows: readonly GrammarRow[] = [
  dateRow('eight_digits', '(?<year>20\\d\\d)(?<month>\\d\\d)(?<date>\\d\\d)日?(?!\\d)', 'day', dayOf),
  grammarRow('serial_text', `${start}(?<serial>[3-7]\\d{4})(?:\\.\\d+)?(?![\\d.])`, readSerial),
  grammarRow('six_digits', `${start}(?<first>\\d\\d)(?<second>\\d\\d)(?<third>\\d\\d)(?![\\d.])`, readSixDigits),
  grammarRow(
    'three_numbers',
    `${start}(?<first>\\d{1,2})(?<separator>[./-])(?<second>\\d{1,2})\\k<separator>(?<third>20\\d\\d|\\d{1,2})(?!\\d)`,
    readThreeNumbers,
  ),
  daySpanRow(),
  grammarRow(
    'month_or_day',
    `${start}(?<year>20\\d\\d)[./](?<from>\\d{1,2})-(?<to>\\d{1,2})(?![\\d月日号./-])`,
    readMonthOrDay,
  ),
  grammarRow(
    'dotted_with_year',
    `${start}(?<year>20\\d\\d)(?<before>[./、,。-]{1,2}|年)(?<month>\\d{1,2})(?<after>[./、,。-]{1,2})(?<date>\\d{1,2})日?(?![\\d月])`,
    readDottedWithYear,
  ),
  dateRow(
    'year_month',
    `(?:(?<year>20\\d\\d)(?:年|[./、-])|(?<short>1[89]|[2-4]\\d)年)(?<month>\\d{1,2})${monthPart}?` +
      '(?!\\d|[./-]\\d{1,2}(?![\\d./月])|[个天周年季月])',
    'month',
    (year, g) => endOfMonthPart(year, g.number('month'), g.text('part')),
  ),
  grammarRow(
    'dotted',
    `${start}(?<month>\\d{1,2})[./。-](?<date>\\d{1,2})(?:日(?!之?内|以内))?(?![节假])${notCounting}`,
    readDotted,
  ),
  dateRow('four_digits', '(?<month>0[1-9]|1[0-2])(?<date>[0-3]\\d)(?![\\d.])', 'day', dayOf, 'strict'),
  grammarRow(
    'english_month',
    `${start}(?:(?<date>\\d{1,2})-?)?(?<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\\.?-?` +
      '(?:(?<later>\\d{1,2})(?:ST|ND|RD|TH)?,)?(?<year>20\\d\\d|\\d\\d)(?!\\d)',
    readEnglishMonth,
  ),
];

/** 10-17至18, 11.17-18, 11月17至18; with one sign throughout and no year it is three numbers of one date. */
function daySpanRow(): GrammarRow {
  const source =
    '(?:(?<year>20\\d\\d)(?:年|[./-]))?(?<month>\\d{1,2})(?<sign>[./月-])(?<from>\\d{1,2})(?<to>-|至|到)' +
    `(?<date>\\d{1,2})(?:[日号](?!之?内|以内)|${notCounting})(?![./月-]\\d)`;
  const row = spanRow('day_span', source, 'day', dayOf, firstDayOf, 'strict');
  return {
    ...row,
    read: (groups) => {
      const isOneDate = groups.text('sign') === groups.text('to') && !groups.has('year');
      return isOneDate || groups.number('date') <= groups.number('from') ? null : row.read(groups);
    },
  };
}

/** A serial number pasted as text, 44469. */
function readSerial(groups: Groups): Meaning | null {
  const day = dayOfSerial(groups.number('serial'));
  return day === null ? null : statedDay(Number(day.slice(0, 4)), 'day', () => day, true);
}

/** 202107 is a month, 210715 a day. */
function readSixDigits(groups: Groups): Meaning | null {
  const [first, second, third] = [groups.number('first'), groups.number('second'), groups.number('third')];
  const fullYear = first * 100 + second;
  if (isPlausibleYear(fullYear) && third >= 1 && third <= 12) {
    return statedDay(fullYear, 'month', (year) => lastDayOfMonth(year, third));
  }
  const shortYear = 2000 + first;
  return isPlausibleYear(shortYear) ? statedDay(shortYear, 'day', (year) => makeDay(year, second, third)) : null;
}

/** 21.7.15 is written year first as usual; 1/2/21 as some spreadsheets show it may be January or February. */
function readThreeNumbers(groups: Groups): Meaning | null {
  const [first, second, third] = [groups.number('first'), groups.number('second'), groups.number('third')];
  if (third < 2000 && first > 12 && isPlausibleYear(2000 + first)) {
    return statedDay(2000 + first, 'day', (year) => makeDay(year, second, third));
  }
  const lastYear = third < 2000 ? 2000 + third : third;
  // Years are not written with one digit, so 7/15/1 is nothing.
  if (third < 10 || !isPlausibleYear(lastYear)) return null;
  const orders = [
    { month: first, date: second },
    { month: second, date: first },
  ].filter(({ month, date }) => makeDay(lastYear, month, date) !== null);
  if (orders.length === 0) return statedDay(lastYear, 'day', () => null);
  const readings = orders.map(({ month, date }) => statedDay(lastYear, 'day', (year) => makeDay(year, month, date)));
  return { is: 'choice', readings, strict: false };
}

/** 2021.6-8 may be June to August or the eighth of June; 2021.6-30 only the day. */
function readMonthOrDay(groups: Groups): Meaning {
  const [from, to] = [groups.number('from'), groups.number('to')];
  const asDay = statedDay(groups.number('year'), 'day', (year) => makeDay(year, from, to));
  if (to > 12 || to <= from) return asDay;
  const asRange = statedDay(groups.number('year'), 'month', (year) => lastDayOfMonth(year, to));
  return { is: 'choice', readings: [asRange, asDay], strict: false };
}

/** 2021-6-30, 2021、6、30, 2021年6.30; with a sign of range or list in between it is none. */
function readDottedWithYear(groups: Groups): Meaning | null {
  const [before, after] = [groups.text('before')[0]!, groups.text('after')[0]!];
  const isRangeSign = after === '-' && before !== '-';
  const isListSign = /[、,。]/.test(before + after) && before !== after;
  return isRangeSign || isListSign ? null : writtenDay(groups, 'day', (year) => dayOf(year, groups));
}

/** 6.30, 6/30, 6-30; 21.7 can only be a month of 2021. */
function readDotted(groups: Groups): Meaning | null {
  const [first, second] = [groups.number('month'), groups.number('date')];
  const shortYear = 2000 + first;
  if (first > 12 && isPlausibleYear(shortYear) && second <= 12) {
    return statedDay(shortYear, 'month', (year) => endOfMonthPart(year, second, ''), true);
  }
  return first > 31 ? null : writtenDay(groups, 'day', (year) => makeDay(year, first, second), true);
}

const englishMonths = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** 30-Jun-21, June 30, 2021, Jun-21. */
function readEnglishMonth(groups: Groups): Meaning | null {
  const month = englishMonths.indexOf(groups.text('name')) + 1;
  const year = groups.number('year') < 100 ? 2000 + groups.number('year') : groups.number('year');
  const date = groups.has('date') ? groups.number('date') : groups.number('later');
  if (!isPlausibleYear(year)) return null;
  return date > 0
    ? statedDay(year, 'day', (y) => makeDay(y, month, date))
    : statedDay(year, 'month', (y) => lastDayOfMonth(y, month));
}
