import { addDays, type Day } from '../calendar/day.js';
import { grammarRow, type GrammarRow, type Groups, type Meaning } from './deadline-meaning.js';
import { start, writtenDay, yearWord } from './deadline-written-day.js';
import {
  addWorkingDays,
  dayBeforeHoliday,
  previousWorkingDay,
  type WorkingCalendar,
} from '../calendar/working-days.js';

/** Holidays named in deadlines: looked up in the calendar under the official name. */
const festivals: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春节',
  清明: '清明节',
  劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
};
/** Bare numerals, holidays only where 节, 假, 前 or 后 follows; a fixed eve where they are no days off. */
const numberedFestivals: Readonly<Record<string, string>> = {
  五一: '劳动节',
  '5.1': '劳动节',
  十一: '国庆节',
  '10.1': '国庆节',
  三八: '03-07',
  六一: '05-31',
  七一: '06-30',
  八一: '07-31',
  妇女: '03-07',
  儿童: '05-31',
  建党: '06-30',
  建军: '07-31',
  教师: '09-09',
};

const oneOf = (names: object) => Object.keys(names).join('|').replaceAll('.', '\\.');
const named =
  `${start}(?:${yearWord})?(?:(?:(?<turn>元旦节?[、和及与]?)(?=春节))?(?<name>${oneOf(festivals)})|(?<!双)(?<numbered>${oneOf(numberedFestivals)})(?=节|小?长?假|(?:之|以)?[前后]))` +
  '(?:节|小?长?假期?|放假|黄金周)*';
const count = '(?:(?<half>半)个?月|(?<count>\\d{1,3})个?(?<unit>工作日|自然日|天|日|周|星期|礼拜|月))';

/** 清明后一周, 国庆节前10天: counted from the day of the feast itself. */
export const festivalOffsetRows: readonly GrammarRow[] = [
  festivalRow('festival_after', `(?:之|以)?后的?${count}(?:之|以)?内?`, (feast, groups, calendar) =>
    counted(feast, groups, 1, calendar),
  ),
  festivalRow('festival_before', `(?:之|以)?前的?${count}`, (feast, groups, calendar) =>
    counted(feast, groups, -1, calendar),
  ),
];

/** 国庆节前 is the eve of the holiday; 元旦前 without a year means the turn of the document's year. */
export const festivalEveRow: GrammarRow = festivalRow(
  'festival',
  '(?:(?<eve>(?:来临|到来)?(?:之|以)?前夕?)|(?!期间|后|之后|以后|过后|结束|收假|返[岗工]|上班|复[工产课]|第|\\d|月))',
  null,
);

function festivalRow(
  name: string,
  source: string,
  from: ((feast: Day, groups: Groups, calendar: WorkingCalendar) => Day) | null,
): GrammarRow {
  return grammarRow(name, named + source, (groups): Meaning => {
    const known = festivals[groups.text('name')] ?? numberedFestivals[groups.text('numbered')]!;
    const turnsTheYear =
      (known === '元旦' || groups.has('turn')) && !groups.has('year') && !groups.has('short') && !groups.has('shift');
    const on = (year: number, calendar: WorkingCalendar): Day | null => {
      const y = turnsTheYear ? year + 1 : year;
      if (from) return from(dayOfFeast(known, y), groups, calendar);
      return /^\d/.test(known) ? `${y}-${known}` : dayBeforeHoliday(known, y, calendar);
    };
    return writtenDay(groups, 'day', on, from === null && !groups.has('eve'));
  });
}

const daysOf: Readonly<Record<string, number>> = { 周: 7, 星期: 7, 礼拜: 7, 月: 30 };

function counted(feast: Day, groups: Groups, direction: 1 | -1, calendar: WorkingCalendar): Day {
  const said = groups.number('count');
  if (groups.text('unit') !== '工作日') {
    const days = groups.has('half') ? 15 : said * (daysOf[groups.text('unit')] ?? 1);
    return addDays(feast, direction * days);
  }
  if (direction === 1) return addWorkingDays(feast, said, calendar);
  let day = feast;
  for (let left = said; left > 0; left -= 1) day = previousWorkingDay(addDays(day, -1), calendar);
  return day;
}

const fixedFeasts: Readonly<Record<string, string>> = { 元旦: '01-01', 劳动节: '05-01', 国庆节: '10-01' };
/** Lunar month and day, and the earliest day of the year it falls on. */
const lunarFeasts: Readonly<Record<string, readonly [lunar: string, notBefore: string]>> = {
  春节: ['1/1', '01-20'],
  端午节: ['5/5', '05-25'],
  中秋节: ['8/15', '09-06'],
};
const lunarDay = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** The feast itself, whatever days off lie around it. */
export function dayOfFeast(name: string, year: number): Day {
  const fixed = fixedFeasts[name];
  if (fixed) return `${year}-${fixed}`;
  const lunar = lunarFeasts[name];
  if (lunar) {
    let day: Day = `${year}-${lunar[1]}`;
    while (lunarOf(day) !== lunar[0]) day = addDays(day, 1);
    return day;
  }
  // 清明 of this century; the others are a day after their eve.
  if (name === '清明节')
    return `${year}-04-0${Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)}`;
  return addDays(`${year}-${name}`, 1);
}

function lunarOf(day: Day): string {
  const parts = lunarDay.formatToParts(new Date(`${day}T00:00:00Z`));
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${value('month')}/${value('day')}`;
}
