import type { Day } from '@xiaohao/domain';
import { useToday } from '../api/session.js';
import { dayWithWeekday, fullInstant, shortDay, shortInstant } from './day-words.js';

/** A calendar day; hovering shows it in figures. */
export function DayText({ day, weekday = false }: { day: Day | null; weekday?: boolean }) {
  const today = useToday();
  if (!day) return <span className="faint">—</span>;
  return (
    <time className="figures" dateTime={day} title={day}>
      {weekday ? dayWithWeekday(day, today) : shortDay(day, today)}
    </time>
  );
}

/** An instant; hovering shows it to the second. */
export function InstantText({ at }: { at: string }) {
  const today = useToday();
  return (
    <time className="figures" dateTime={at} title={fullInstant(at)}>
      {shortInstant(at, today)}
    </time>
  );
}
