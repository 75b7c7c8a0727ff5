import { addDays, addWorkingDays, daysBetween, nextWorkingDay, type Day, type WorkingCalendar } from '@xiaohao/domain';
import type { DemoStep, DemoTicket } from './demo-ticket.js';
import { stories, type Beat } from './stories.js';

/** The story of a ticket as days: in order, on working days, none after its end. */
export function layStory(ticket: DemoTicket, calendar: WorkingCalendar): DemoStep[] {
  const beats: readonly Beat[] = stories[ticket.story];
  let day = ticket.raised;
  return beats.map(({ move, when, percent, days }) => {
    const wanted = nextWorkingDay(wantedDay(when, day, ticket, calendar), calendar);
    const on = wanted > ticket.ends ? ticket.ends : wanted;
    day = on < day ? day : on;
    const named = days === undefined ? undefined : addWorkingDays(day, days, calendar);
    return { on: day, key: ticket.key, move, percent, day: named };
  });
}

function wantedDay(when: Beat['when'], before: Day, { raised, ends }: DemoTicket, calendar: WorkingCalendar): Day {
  if ('share' in when) return addDays(raised, Math.round(when.share * daysBetween(raised, ends)));
  if ('before' in when) return workingDaysBack(ends, when.before, calendar);
  return when.after === 0 ? before : addWorkingDays(before, when.after, calendar);
}

function workingDaysBack(from: Day, count: number, calendar: WorkingCalendar): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, -1);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
