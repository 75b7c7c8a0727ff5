import { addDays, makeDay, type Day } from '@xiaohao/domain';
import { lunarFestivals } from './lunar-festivals.js';
import type { HolidayName } from './official-schedules.js';

/**
 * The statutory holidays alone (《全国年节及纪念日放假办法》): 13 days since 2025, 11 before (without New Year's Eve and
 * 2 May). Serves years without a published schedule; a year outside the festival table has only its fixed dates.
 */
export function statutoryDays(year: number): ReadonlyMap<Day, HolidayName> {
  const since2025 = year >= 2025;
  const days = new Map<Day, HolidayName>();
  const add = (name: HolidayName, first: Day | null, count: number) => {
    for (let n = 0; first !== null && n < count; n += 1) days.set(addDays(first, n), name);
  };
  const [spring, qingming, duanwu, midAutumn] = (lunarFestivals[year] ?? []).map((day) => `${year}-${day}`);
  add('元旦', makeDay(year, 1, 1), 1);
  if (spring) add('春节', since2025 ? addDays(spring, -1) : spring, since2025 ? 4 : 3);
  add('清明节', qingming ?? null, 1);
  add('劳动节', makeDay(year, 5, 1), since2025 ? 2 : 1);
  add('端午节', duanwu ?? null, 1);
  add('国庆节', makeDay(year, 10, 1), 3);
  add('中秋节', midAutumn ?? null, 1);
  return days;
}
