import type { Day, WorkingCalendar } from '@xiaohao/domain';
import type { CalendarService } from './calendar.service.js';
import type { Clock } from './clock.js';

/** Today, and the calendar its working days are counted by. */
export interface Moment {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

export async function momentOf(clock: Clock, calendars: CalendarService): Promise<Moment> {
  return { today: clock.today(), calendar: await calendars.loadCalendar() };
}
