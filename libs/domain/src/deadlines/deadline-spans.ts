import { addDays, addMonths, dayParts, lastDayOfMonth, makeDay, mondayOf, type Day } from '../calendar/day.js';
import { grammarRow, type DurationUnit, type GrammarRow, type Groups } from './deadline-meaning.js';
import { weekdayOf } from './deadline-recurrence.js';
import { endOfMonthPart, start } from './deadline-written-day.js';

/** 1-3个工作日 allows the longer. */
const count = '(?<count>\\d{1,3})(?:(?:-|至|到|、|或)(?<upTo>\\d{1,3}))?';
const within = '(?:时间)?(?:之内|以内|内)?';
/** 提前15天, 到期前7日, 满3个月, 3个月后: no time to do something in. */
const counted = '(?<!第|提前|期前|连续|至少|不少于|不低于|满|近|每|前后|前)';
const notAfter = '(?!后|之后|以后|以上|以来|以前|之前|前|行动|计划|规划|方案|一?次|1次)';

/** Durations 15个工作日内, 两周内, 半年内, counted from the base day, which itself is not counted. */
export const durationRows: readonly GrammarRow[] = [
  duration('workdays', `${count}个?(?:法定)?工作日${within}(?!后|之后|以后|以上)`, 'workday'),
  duration('months_and_half', `${count}个半月${within}${notAfter}`, 'day', (n) => n * 30 + 15),
  duration('half_month', `半个?月${within}${notAfter}`, 'day', () => 15),
  duration('months', `${count}个月(?:时间)?${within}${notAfter}`, 'month'),
  duration('quarters_long', `${count}个季度${within}${notAfter}`, 'month', (n) => n * 3),
  duration('years_and_half', `${count}年半${within}${notAfter}`, 'month', (n) => n * 12 + 6),
  duration('half_year_long', `(?<![上下每])(?<!(?:^|[年度的;,、。])[前后])半年${within}${notAfter}`, 'month', () => 6),
  duration(
    'years',
    `(?<count>[1-9]|10)年(?:时间)?(?:之内|以内|内|(?=$|[;,。、]|完成|整改))${notAfter}`,
    'month',
    (n) => n * 12,
  ),
  duration('weeks', `${count}个?(?:周|星期|礼拜)${within}${notAfter}(?!年|岁)`, 'day', (n) => n * 7),
  duration(
    'days',
    `${count}(?:个?(?:自然日|日历日|日历天|自然天|天)${within}|日(?:时间)?(?:之内|以内|内))${notAfter}`,
    'day',
  ),
  duration('hours', `${count}个?(?:小时|钟头)${within}${notAfter}`, 'day', (n) => (n < 24 ? 0 : Math.ceil(n / 24))),
  duration('next_day', `(?:次日|翌日|隔日|第[二2]天|明[日天])${within}`, 'day', () => 1),
  duration('bare_days', `${count}日(?!\\d|常|报|前|止|之前|以前|截止|起|后)`, 'day', (n) => n, 'strict'),
];

function duration(
  name: string,
  source: string,
  unit: DurationUnit,
  scale: (count: number) => number = (n) => n,
  strict?: 'strict',
): GrammarRow {
  return grammarRow(name, `${start}${counted}${source}`, (groups) => {
    const said = groups.has('upTo') ? groups.number('upTo') : groups.number('count');
    if (said === 0 && groups.has('count')) return null;
    const fewest = groups.has('upTo') ? { fewest: scale(groups.number('count')) } : {};
    return { is: 'duration', duration: { count: scale(said), unit, ...fewest }, strict: strict === 'strict' };
  });
}

const part = '(?<part>上中旬|中下旬|上旬|中旬|下旬|月?底|月?末|月?初|月?中|内)';
const week = '(?:周|星期|礼拜)';

/** Dates told from the base day: 本月底, 次月10日前, 25日前, 本周五. */
export const fromBaseRows: readonly GrammarRow[] = [
  fromBase('this_month', `(?:本|当|这个?|该)月份?(?:(?<date>\\d{1,2})[日号]?(?![\\d个])|${part})?`, (g, base) =>
    inMonth(g, base, 0),
  ),
  fromBase(
    'next_month',
    `(?:次|(?<!下)下个?|下1个?|翌)月份?(?:(?<date>\\d{1,2})[日号]?(?![\\d个])|${part})?`,
    (g, base) => inMonth(g, base, 1),
  ),
  fromBase('month_after_next', `下下个?月份?(?:(?<date>\\d{1,2})[日号]?(?![\\d个])|${part})?`, (g, base) =>
    inMonth(g, base, 2),
  ),
  fromBase('month_end', '(?<![\\d每个])月(?<part>底|末|内)', (g, base) => inMonth(g, base, 0)),
  fromBase('this_quarter', '(?:(?:本|当|该|这个?)季度?(?:底|末|内)?|季度?(?:底|末))', (_, base) =>
    endOfQuarter(base, 0),
  ),
  fromBase('next_quarter', '(?:下个?|下1个?|次)季度?(?:底|末|内)?', (_, base) => endOfQuarter(base, 1)),
  fromWeek('this_week', `(?:本|这个?|当)${week}(?<weekday>[一二三四五六日天末])?内?`, (g, base) => inWeek(g, base, 0)),
  fromWeek('week_after_next', `下下个?${week}(?<weekday>[一二三四五六日天末])?内?`, (g, base) => inWeek(g, base, 2)),
  fromWeek('next_week', `(?:(?<!下)下个?|下1个?|次)${week}(?<weekday>[一二三四五六日天末])?内?`, (g, base) =>
    inWeek(g, base, 1),
  ),
  fromWeek('weekday', `(?<![每\\d个])${week}(?<weekday>[一二三四五六日天末])(?:内|底)?`, (g, base) =>
    comingWeekday(g, base),
  ),
  fromBase(
    'day_of_month',
    `${start}(?<date>\\d{1,2})(?:日(?=(?:之|以)?前|止|截止)|号)`,
    (g, base) => comingDate(g.number('date'), base),
    'strict',
  ),
];

function fromBase(
  name: string,
  source: string,
  on: (groups: Groups, base: Day) => Day | null,
  strict?: 'strict',
): GrammarRow {
  return grammarRow(name, source, (groups) => ({
    is: 'fromBase',
    on: (base) => on(groups, base),
    strict: strict === 'strict',
  }));
}

/** Counted from the week the sheet is of, where it is of one. */
function fromWeek(name: string, source: string, on: (groups: Groups, base: Day) => Day | null): GrammarRow {
  return grammarRow(name, source, (groups) => ({
    is: 'fromBase',
    on: (base) => on(groups, base),
    strict: false,
    ofWeek: true,
  }));
}

function inMonth(groups: Groups, base: Day, ahead: number): Day | null {
  const { year, month } = dayParts(addMonths(`${base.slice(0, 7)}-01`, ahead));
  return groups.has('date')
    ? makeDay(year, month, groups.number('date'))
    : endOfMonthPart(year, month, groups.text('part'));
}

function endOfQuarter(base: Day, ahead: number): Day {
  const { year, month } = dayParts(addMonths(`${base.slice(0, 7)}-01`, ahead * 3));
  return lastDayOfMonth(year, Math.ceil(month / 3) * 3);
}

function inWeek(groups: Groups, base: Day, ahead: number): Day {
  const day = groups.has('weekday') ? weekdayOf(groups.text('weekday')) : 7;
  return addDays(mondayOf(base), ahead * 7 + day - 1);
}

/** 周五 said on a Saturday means the next one. */
function comingWeekday(groups: Groups, base: Day): Day {
  const day = inWeek(groups, base, 0);
  return day < base ? addDays(day, 7) : day;
}

/** 25日前 is the 25th of the base day's month, of the next month once it has passed. */
function comingDate(date: number, base: Day): Day | null {
  const { year, month } = dayParts(base);
  const day = makeDay(year, month, date);
  if (day !== null && day >= base) return day;
  const next = dayParts(addMonths(`${base.slice(0, 7)}-01`, 1));
  return makeDay(next.year, next.month, date);
}
