export { CalendarModule } from './calendar.module.js';
export { CalendarService } from './calendar.service.js';
export { Clock, dayInShanghai } from './clock.js';
export { momentOf, type Moment } from './moment.js';
export { calendarDay, calendarDays, officialCalendar, seededYears, type CalendarDay } from './official-calendar.js';
