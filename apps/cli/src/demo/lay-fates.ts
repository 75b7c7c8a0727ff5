import { addDays, daysBetween, previousWorkingDay, type Day, type WorkingCalendar } from '@xiaohao/domain';
import type { DemoDates } from './demo-dates.js';
import type { Fate, Range } from './fates.js';
import type { StoryName } from './stories.js';

/** A fate on the calendar. */
export interface LaidFate {
  readonly story: StoryName;
  readonly level?: 'major';
  readonly raised: Day;
  readonly ends: Day;
  readonly due: Day | null;
}

/** Fates of tickets registered one by one, the earliest first. */
export function layFates(fates: readonly Fate[], dates: DemoDates, calendar: WorkingCalendar): LaidFate[] {
  const laid = fates.flatMap((fate) =>
    eachOf(fate, (value): LaidFate => {
      const { story, level } = fate;
      const ends = fate.ended ? previousWorkingDay(addDays(dates.today, -value(fate.ended)), calendar) : dates.last;
      const raised = previousWorkingDay(addDays(fate.ended ? ends : dates.today, -value(fate.span)), calendar);
      return { story, level, raised, ends, due: dueOf(fate, value, ends, dates.today) };
    }),
  );
  return laid.sort((a, b) => (a.raised < b.raised ? -1 : 1));
}

/** Fates of a round whose issues were all fed back on one day. */
export function layRound(fates: readonly Fate[], raised: Day, dates: DemoDates, calendar: WorkingCalendar): LaidFate[] {
  const since = daysBetween(raised, dates.today);
  return fates.flatMap((fate) =>
    eachOf(fate, (value): LaidFate => {
      const back = fate.ended ? Math.round((value(fate.ended) * since) / 100) : 0;
      const ends = fate.ended ? previousWorkingDay(addDays(dates.today, -back), calendar) : dates.last;
      return { story: fate.story, raised, ends, due: dueOf(fate, value, ends, dates.today) };
    }),
  );
}

type Value = (range: Range) => number;

/** The tickets of one fate lie evenly over each of its ranges, from one end to the other. */
function eachOf<Laid>({ count }: Fate, lay: (value: Value) => Laid): Laid[] {
  return Array.from({ length: count }, (_, index) =>
    lay(([from, to]) => from + Math.round(count > 1 ? ((to - from) * index) / (count - 1) : 0)),
  );
}

function dueOf(fate: Fate, value: Value, ends: Day, today: Day): Day | null {
  return fate.due ? addDays(fate.ended ? ends : today, value(fate.due)) : null;
}
