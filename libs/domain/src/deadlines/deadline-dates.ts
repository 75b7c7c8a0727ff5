import { addDays, addMonths, dayParts, lastDayOfMonth, makeDay, weekday, type Day } from '../calendar/day.js';
import { addWorkingDays, previousWorkingDay, type WorkingCalendar } from '../calendar/working-days.js';
import { notCounting } from './deadline-digits.js';
import { festivalEveRow } from './deadline-festivals.js';
import { grammarRow, type GrammarRow, type Groups, type Meaning } from './deadline-meaning.js';
import { weekdayOf } from './deadline-recurrence.js';
import {
  dateRow,
  dayOf,
  endOfMonthPart,
  firstDayOf,
  monthPart,
  spanRow,
  start,
  statedDay,
  writtenDay,
  yearWord,
} from './deadline-written-day.js';

const year = `(?:${yearWord})?`;
const month = '(?<month>\\d{1,2})';
const to = '(?:-|至|到)';
const toOrAnd = '(?<to>-|至|到|、|和|及)';
const end = '(?:底|末|内)?';
const monthOf = `${year}${month}月份?的?`;
const nth = '(?:第?(?<nth>[1-5])|最后1?)';
/** 后半年 is the second half of a year only where nothing comes before it: 反馈后半年内 is half a year from then. */
const clauseStart = '(?<=^|[年度的;,、。])';

/** Dates told with 月, 季度, 年 and by holidays. */
export const dateRows: readonly GrammarRow[] = [
  spanRow(
    'year_span',
    `(?<from>20\\d\\d)年?度?${to}(?<year>20\\d\\d)(?:年度?)?(?:年?底|年?末|内)?(?![\\d.年上下第Q前一二三四])`,
    'year',
    endOfYear,
    (_, g) => makeDay(g.number('from'), 1, 1),
    'strict',
  ),
  spanRow(
    'day_to_day',
    `${year}${month}月(?<from>\\d{1,2})[日号]?${toOrAnd}(?<date>\\d{1,2})[日号](?!内)`,
    'day',
    dayOf,
    firstDayOf,
  ),
  dateRow('month_day', `${year}${month}月份?(?<date>\\d{1,2})(?:日|号|${notCounting})`, 'day', dayOf),
  spanRow(
    'month_to_month',
    `${year}(?<from>\\d{1,2})月?份?${toOrAnd}${month}月份?${monthPart}?(?!\\d)`,
    'month',
    monthToMonth,
    (y, g, span) => (span === 'list' ? endOfMonthPart(y, g.number('from'), '') : makeDay(y, g.number('from'), 1)),
  ),
  grammarRow('month_or_count', `${start}${month}月(?:以|之)?内`, readMonthOrCount),
  grammarRow('month_working_day', `${start}${monthOf}${nth}个?工作日`, (g) =>
    writtenDay(g, 'day', (y, calendar) => workingDayOfMonth(y, g, calendar)),
  ),
  dateRow('month_weekday', `${monthOf}${nth}个(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])`, 'day', weekdayOfMonth),
  dateRow(
    'month_week',
    `${monthOf}${nth}个?(?:周|星期|礼拜)(?:(?:周|星期)?(?<weekday>[一二三四五六日天]))?`,
    'day',
    (y, g) => (g.has('weekday') ? weekdayOfMonth(y, g) : endOfWeek(y, g)),
  ),
  dateRow('month', `${year}${month}月份?${monthPart}?(?!龄|饼|(?!20\\d\\d)\\d{3})`, 'month', (y, g) =>
    endOfMonthPart(y, g.number('month'), g.text('part')),
  ),
  dateRow(
    'half_year',
    `${year}(?:(?<first>上半年|${clauseStart}前半年)|下半年|${clauseStart}后半年|H(?<half>[12]))度?${end}`,
    'half',
    (y, g) => lastDayOfMonth(y, g.has('first') || g.text('half') === '1' ? 6 : 12),
  ),
  spanRow(
    'quarters',
    `${year}第?(?<from>[1-4])季?度?${toOrAnd}第?(?<quarter>[1-4])季度?${end}`,
    'quarter',
    endOfQuarter,
    (y, g, span) =>
      span === 'list' ? lastDayOfMonth(y, 3 * g.number('from')) : makeDay(y, 3 * g.number('from') - 2, 1),
  ),
  dateRow('first_quarters', `${year}前(?<quarter>[1-3])个?季度?${end}`, 'quarter', endOfQuarter),
  // 夏秋两季 are seasons.
  dateRow(
    'quarter',
    `${year}(?:第?(?<![春夏秋冬])(?<quarter>[1-4])季度?|Q(?<q>[1-4])(?!\\d))${end}`,
    'quarter',
    endOfQuarter,
  ),
  festivalEveRow,
  grammarRow('five_year_plan', '(?<plan>十[三四五])五(?:规划)?(?:时?期)?(?:末|底|内|期间|结束|收官)', (g) =>
    statedDay({ 十三: 2020, 十四: 2025, 十五: 2030 }[g.text('plan')]!, 'year', endOfYear),
  ),
  dateRow('mid_year', `(?:${yearWord}年?|年)中(?![央心小期旬秋])`, 'half', (y) => makeDay(y, 6, 30)),
  dateRow(
    'year_end',
    `(?:(?:${yearWord})(?:年?[底末终内]|年?以内|全年|年度内)|年[底末终内]|全年|年度[内底末])[内底]?`,
    'year',
    endOfYear,
  ),
  dateRow('year', `${yearWord}(?!\\d)`, 'year', endOfYear, 'strict'),
];

function workingDayOfMonth(y: number, groups: Groups, calendar: WorkingCalendar): Day | null {
  const first = makeDay(y, groups.number('month'), 1);
  if (first === null) return null;
  return groups.has('nth')
    ? addWorkingDays(addDays(first, -1), groups.number('nth'), calendar)
    : previousWorkingDay(lastDayOfMonth(y, groups.number('month')), calendar);
}

/** 第2个周五, 最后一个周五. */
function weekdayOfMonth(y: number, groups: Groups): Day | null {
  const last = endOfMonthPart(y, groups.number('month'), '');
  if (last === null) return null;
  const wanted = weekdayOf(groups.text('weekday'));
  if (!groups.has('nth')) return addDays(last, -((weekday(last) - wanted + 7) % 7));
  const first: Day = `${last.slice(0, 7)}-01`;
  const { date } = dayParts(addDays(first, (wanted - weekday(first) + 7) % 7));
  return makeDay(y, groups.number('month'), date + 7 * (groups.number('nth') - 1));
}

/** The second week ends on the 14th; the last one with the month. */
function endOfWeek(y: number, groups: Groups): Day | null {
  const week = groups.has('nth') ? groups.number('nth') : 5;
  const last = endOfMonthPart(y, groups.number('month'), '');
  return week < 5 && last !== null ? makeDay(y, groups.number('month'), 7 * week) : last;
}

function endOfYear(y: number): Day | null {
  return makeDay(y, 12, 31);
}

function endOfQuarter(y: number, groups: Groups): Day {
  return lastDayOfMonth(y, 3 * groups.number(groups.has('q') ? 'q' : 'quarter'));
}

/** 11-2月 ends in the year after. */
function monthToMonth(y: number, groups: Groups): Day | null {
  const [from, until] = [groups.number('from'), groups.number('month')];
  if (from < 1 || from > 12) return null;
  return endOfMonthPart(until < from ? y + 1 : y, until, groups.text('part'));
}

/** 3月内: within March, or within three months. */
function readMonthOrCount(groups: Groups): Meaning | null {
  const count = groups.number('month');
  if (count < 1 || count > 12) return null;
  return {
    is: 'choice',
    readings: [
      writtenDay(groups, 'month', (y) => lastDayOfMonth(y, count)),
      { is: 'fromBase', on: (base) => addMonths(base, count), strict: false },
    ],
    strict: false,
  };
}
