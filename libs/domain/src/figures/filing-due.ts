import {
  addDays,
  compareDays,
  dayParts,
  lastDayOfMonth,
  periodOf,
  previousPeriod,
  type Day,
  type Period,
  type PeriodKind,
} from '../calendar/day.js';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.js';

/** The day by which a period is to be filed: the `days`-th working day after its last. */
export function filingDueOn(period: Pick<Period, 'to'>, days: number, calendar: WorkingCalendar): Day {
  return addWorkingDays(period.to, days, calendar);
}

const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];
/** Months back that are looked at: thirty working days and the longest holidays reach no further. */
const monthsBack = 3;

/** The periods, of any length, that are to be filed by that very day. */
export function periodsDueOn(on: Day, days: number, calendar: WorkingCalendar): Period[] {
  const ends: Day[] = [];
  for (let end = monthEnd(on), left = monthsBack; left > 0; left -= 1) {
    end = addDays(`${end.slice(0, 7)}-01`, -1);
    ends.push(end);
  }
  return ends
    .filter((end) => filingDueOn({ to: end }, days, calendar) === on)
    .flatMap((end) => kinds.map((kind) => periodOf(kind, end)).filter(({ to }) => to === end));
}

function monthEnd(on: Day): Day {
  const { year, month } = dayParts(on);
  return lastDayOfMonth(year, month);
}

/** For so many days after its end a half-year is still being filed. */
const filingDays = 31;

/** The half-year people file for: the one that ended last for a month, then the one that runs. */
export function halfYearToFile(today: Day): Period {
  const running = periodOf('half', today);
  return compareDays(today, addDays(running.from, filingDays)) < 0 ? previousPeriod(running) : running;
}
