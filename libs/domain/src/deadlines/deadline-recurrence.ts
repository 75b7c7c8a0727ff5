import { addDays, addMonths, dayParts, lastDayOfMonth, makeDay, mondayOf, type Day } from '../calendar/day.js';
import { grammarRow, type GrammarRow, type Groups, type Recurrence, type RecurrenceUnit } from './deadline-meaning.js';

/** The first day on or after `from` that the rule names; intervals above 1 are counted from `from`. */
export function nextDueOn(rule: Recurrence, from: Day): Day {
  const interval = rule.interval ?? 1;
  if (rule.every === 'day') return addDays(from, interval - 1);
  if (rule.every === 'week') {
    const due = addDays(mondayOf(from), (rule.day === 'end' ? 7 : rule.day) - 1 + (interval - 1) * 7);
    return due >= from ? due : addDays(due, 7);
  }
  const { year, month } = dayParts(from);
  if (rule.every === 'half_month') {
    return dayParts(from).date <= 15 ? makeDay(year, month, 15)! : lastDayOfMonth(year, month);
  }
  const size = { month: 1, quarter: 3, half_year: 6, year: 12 }[rule.every];
  for (let ahead = (interval - 1) * size; ; ahead += 1) {
    const candidate = dayParts(addMonths(makeDay(year, month, 1)!, ahead));
    const placeInUnit = ((candidate.month - 1) % size) + 1;
    if (!(rule.months ?? [size]).includes(placeInUnit)) continue;
    const due = dayOfMonth(candidate.year, candidate.month, rule.day);
    if (due >= from) return due;
  }
}

/** The 31st of a shorter month is its last day. */
function dayOfMonth(year: number, month: number, day: 'end' | number): Day {
  return (day === 'end' ? null : makeDay(year, month, day)) ?? lastDayOfMonth(year, month);
}

const per = '(?:每一?个?|每1个?)';
const by = '(?:前|止|之前|以前)?';
/** The last of several: 每月1日至5日, 每月5日、20日. */
const dateOf = '(?:(?:\\d{1,2}[日号]?[-至到、,])*(?<date>\\d{1,2})(?:[日号]|(?=前|之前|以前|止)))';
const third = '(?<third>上旬|中旬|下旬|月?初|月?中|月?底|月?末|最后1?(?:个工作日|日|天))';
const thirds: Readonly<Record<string, number>> = { 上旬: 10, 月初: 10, 初: 10, 中旬: 20, 月中: 20, 中: 20 };
const timesUnits: Readonly<Record<string, RecurrenceUnit>> = {
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  旬: 'half_month',
  月: 'month',
  季: 'quarter',
  季度: 'quarter',
  年: 'year',
};

/** Standing duties 每…, 按月, 一季度一次. They stand before the dates they contain. */
export const recurrenceRows: readonly GrammarRow[] = [
  // The month after each one is every month; of longer units it is the first of the next.
  recurring(
    'after_each',
    `${per}(?<unit>月度?|季度?|半年度?|年度?)(?:结束|终了|末)?(?:后|次月)的?(?<date>\\d{1,2})(?:个?工作日|[日天号])(?:之?内|以内|前)?`,
    (g) => {
      const every = timesUnits[g.text('unit').replace('度', '')] ?? 'half_year';
      return { every, ...(every === 'month' ? {} : { months: [1] }), day: g.number('date') };
    },
  ),
  recurring(
    'yearly_on',
    `${per}年度?(?<list>(?:\\d{1,2}月?份?[底末]?[、,和及与])*)(?<month>\\d{1,2})月份?(?:${dateOf}|${third})?${by}`,
    (g) => ({
      every: 'year',
      months: [...[...g.text('list').matchAll(/\d+/g)].map(Number), g.number('month')],
      day: dateIn(g),
    }),
  ),
  recurring('yearly_part', `${per}年度?(?:第?(?<quarter>[1-4])季度?|(?<first>上)半年|下半年)(?:底|末)?${by}`, (g) => ({
    every: 'year',
    months: [g.has('quarter') ? 3 * g.number('quarter') : g.has('first') ? 6 : 12],
    day: 'end',
  })),
  recurring('several_times', `(?:每|1)(?:个)?(?<unit>年|月)度?(?<times>[两二四24])次`, (g) => severalTimes(g)),
  recurring('half_yearly', `(?:${per}半年|半年(?:度)?(?:1|一)次|按半年)(?:度?(?:底|末))?`, () => ({
    every: 'half_year',
    day: 'end',
  })),
  recurring(
    'quarterly_on',
    `(?:${per}|次|各)季度?(?:的)?(?:(?<first>首|第1个?|头1?个?)|(?<last>末|尾|最后1?个?))月(?:份)?的?(?:${dateOf}|${third})?${by}`,
    (g) => ({ every: 'quarter', ...(g.has('first') ? { months: [1] } : {}), day: dateIn(g) }),
  ),
  recurring(
    'quarterly',
    `(?:${per}季度?|(?:按|逐)季度?|各季度?)(?:的)?(?:结束|终了)?(?:底|末|内)?(?:${dateOf})?${by}`,
    (g) => ({
      every: 'quarter',
      day: dateIn(g),
    }),
  ),
  recurring('every_n_months', `每(?:隔)?(?<count>\\d{1,2})个?月|(?<twice>每?(?:双|隔)月)`, (g) => ({
    every: 'month',
    ...(g.has('twice') ? { interval: 2 } : g.number('count') > 1 ? { interval: g.number('count') } : {}),
    day: 'end',
  })),
  recurring('month_ends', '月(?:底|末)前?每月', () => ({ every: 'month', day: 'end' })),
  recurring('half_monthly', `(?:每半个?月|半月(?:1|一)次|每旬|按旬)`, () => ({ every: 'half_month', day: 'end' })),
  recurring('monthly', `(?:${per}月度?|(?:按|逐)月度?|各月)(?:份)?的?(?:${dateOf}|${third})?${by}`, (g) => ({
    every: 'month',
    day: dateIn(g),
  })),
  recurring(
    'weekly',
    `(?:${per}(?:周|星期|礼拜)|按周|逐周)(?:(?<weekday>[一二三四五六日天末])(?!次))?(?:[、,和及](?:周|星期)?[一二三四五六日天](?!次))*(?:内|底)?${by}`,
    (g) => ({
      every: 'week',
      day: g.has('weekday') ? weekdayOf(g.text('weekday')) : 'end',
    }),
  ),
  recurring('yearly', `(?:${per}年度?|按年度?|逐年)(?:度)?(?:年?底|年?末|年?终)?${by}`, () => ({
    every: 'year',
    day: 'end',
  })),
  recurring('every_n_days', `每(?:隔)?(?<count>\\d{1,3})(?<unit>天|日|个?周|个?星期|个?季度|年)`, (g) =>
    everySoMany(g),
  ),
  recurring('daily', `(?:${per}(?:日|天)|逐日|按日|日日)`, () => ({ every: 'day', day: 'end' })),
  recurring('periodical', `(?<unit>周|月|季|年)报(?!告|送|备)`, (g) => ({
    every: timesUnits[g.text('unit')] ?? 'month',
    day: 'end',
  })),
  recurring('times_a_unit', '[1一两二2]次/每?(?<unit>日|天|周|旬|月|季度|季|年)', (g) => ({
    every: timesUnits[g.text('unit')] ?? 'month',
    day: 'end',
  })),
  recurring(
    'times_per_several',
    `(?<![\\d.])(?<count>[2-9]|1\\d)(?<unit>天|日|个?周|个?星期|个?月|个?季度|年)[一1](?=次|报|调度|通报|汇报|研判|总结|检查|排查|督查|小结)`,
    everySoMany,
  ),
  recurring(
    'times_per',
    `(?<![\\d.])1(?:个)?(?<unit>日|天|周|月|季度|季|年)(?:[一二两三四\\d])(?=次|报|调度|通报|汇报|研判|总结|检查|排查|督查|清|小结)`,
    (g) => ({
      every: timesUnits[g.text('unit')] ?? 'month',
      day: 'end',
    }),
  ),
];

function recurring(name: string, source: string, read: (groups: Groups) => Recurrence | null): GrammarRow {
  return grammarRow(name, source, (groups) => {
    const recurrence = read(groups);
    return recurrence && recurrence.day !== 0 && (recurrence.day === 'end' || recurrence.day <= 31)
      ? { is: 'recurring', recurrence }
      : null;
  });
}

function dateIn(groups: Groups): 'end' | number {
  if (groups.has('date')) return groups.number('date');
  return thirds[groups.text('third')] ?? 'end';
}

/** Twice a year is each half-year, twice a month each half-month. */
function severalTimes(groups: Groups): Recurrence {
  const isTwice = /[两二2]/.test(groups.text('times'));
  if (groups.text('unit') === '月') return { every: isTwice ? 'half_month' : 'week', day: 'end' };
  return { every: isTwice ? 'half_year' : 'quarter', day: 'end' };
}

function everySoMany(groups: Groups): Recurrence {
  const unit = groups.text('unit').replace('个', '');
  return { every: timesUnits[unit] ?? 'day', interval: groups.number('count'), day: 'end' };
}

/** 一 … 日 as Monday 1 … Sunday 7; 末 is Sunday. */
export function weekdayOf(sign: string): number {
  const place = '一二三四五六'.indexOf(sign);
  return place >= 0 ? place + 1 : 7;
}
