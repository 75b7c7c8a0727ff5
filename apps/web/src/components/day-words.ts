import { daysBetween, dayParts, weekday, type Day } from '@xiaohao/domain';
import { language, t } from '../language.js';

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day as people say it: `6月30日`, with the year when it is not the present one. */
export function shortDay(day: Day, today: Day): string {
  const { year, month, date } = dayParts(day);
  const thisYear = day.slice(0, 4) === today.slice(0, 4);
  if (language === 'en') return `${date} ${months[month - 1]}${thisYear ? '' : ` ${year}`}`;
  return `${thisYear ? '' : `${year}年`}${month}月${date}日`;
}

/** `6月30日 周四`. */
export function dayWithWeekday(day: Day, today: Day): string {
  return `${shortDay(day, today)} ${weekdays[language][weekday(day) - 1]}`;
}

/** `还有 3 天`, `今天到期`, `逾期 5 天`. */
export function daysLeft(dueOn: Day, today: Day): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return t('day.dueToday');
  return days > 0 ? t('day.left', { days }) : t('day.late', { days: -days });
}

const instantFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant in full, as the bureau's clocks show it. */
export function fullInstant(at: string): string {
  return instantFormat.format(new Date(at));
}

/** `7月3日 09:12`. */
export function shortInstant(at: string, today: Day): string {
  const [day, time] = fullInstant(at).split(' ') as [string, string];
  return `${shortDay(day, today)} ${time.slice(0, 5)}`;
}

export function weekdayName(isoNumber: number): string {
  return weekdays[language][isoNumber - 1] ?? '';
}
