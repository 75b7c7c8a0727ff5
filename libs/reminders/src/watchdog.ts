import { select, type Queryable } from '@xiaohao/database';
import { addDays, previousWorkingDay, type Day, type WorkingCalendar } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import { dayText } from '@xiaohao/notices';

/** Whether reminders run when they should. */
export interface Watchdog {
  lastSweepAt: Date | null;
  lastSweptOn: Day | null;
  /** The last day a sweep should have been finished for by now. */
  expectedOn: Day;
  /** Minutes past the time it should have been finished; 0 when all is well. */
  overdueByMinutes: number;
  /** What to tell people; null when all is well. */
  message: string | null;
}

/** 08:30 is the later of the two sweeps; half an hour is time enough for it. */
const finishedByTime = '09:00:00+08:00';
const minuteMs = 60_000;

const finishedBy = (day: Day) => Date.parse(`${day}T${finishedByTime}`);

/** The last working day whose sweep should be over at `now`. */
export function expectedSweepOn(today: Day, now: Date, calendar: WorkingCalendar): Day {
  const latest = now.getTime() >= finishedBy(today) ? today : addDays(today, -1);
  return previousWorkingDay(latest, calendar);
}

/** Sweeps of earlier days are not asked for: the next one makes up for them. A bureau younger than the sweep misses nothing. */
export async function readWatchdog(db: Queryable, today: Day, now: Date, calendar: WorkingCalendar): Promise<Watchdog> {
  const expectedOn = expectedSweepOn(today, now, calendar);
  const [row] = await select<{ lastSweepAt: Date | null; lastSweptOn: Day | null; since: Date | null }>(
    db,
    `select max(finished_at) as "lastSweepAt", max(for_on) as "lastSweptOn", (select min(created_at) from person) as since
     from reminder_sweep where kind <> 'rehearsal' and finished_at is not null and for_on <= $1`,
    [today],
  );
  const { lastSweepAt, lastSweptOn, since } = row!;
  const swept = lastSweptOn !== null && lastSweptOn >= expectedOn;
  const young = since === null || since.getTime() > finishedBy(expectedOn);
  const late = !swept && !young;
  return {
    lastSweepAt,
    lastSweptOn,
    expectedOn,
    overdueByMinutes: late ? Math.floor((now.getTime() - finishedBy(expectedOn)) / minuteMs) : 0,
    message: late ? noticeText('watchdogText', { on: dayText(expectedOn, today) }) : null,
  };
}

/** Administrators in office who have not been told of this day's missing sweep. */
export async function listUnalarmedAdmins(db: Queryable, expectedOn: Day, today: Day): Promise<string[]> {
  const rows = await select<{ id: string }>(
    db,
    `select distinct p.id from person p join post o on o.person_id = p.id and o.role = 'admin'
     where p.disabled_at is null and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)
       and not exists (select 1 from message m where m.person_id = p.id and m.rule_code = 'watchdog' and m.for_on = $1)`,
    [expectedOn, today],
  );
  return rows.map(({ id }) => id);
}
