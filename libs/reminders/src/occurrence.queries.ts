import { execute, newId, select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';

/** An occurrence and the message that tells it. */
export interface NewOccurrence {
  ruleCode: string;
  subjectType: 'ticket' | 'person' | 'instruction' | 'spread' | 'filing';
  subjectId: string;
  round: number;
  dueOn: Day | null;
  isoWeek: string | null;
  personId: string;
  forOn: Day;
  level: number;
  messageId: string;
}

/** Claims the occurrences; returns those that are ours, not those somebody else claimed before. */
export async function claimOccurrences(tx: Queryable, occurrences: readonly NewOccurrence[]): Promise<NewOccurrence[]> {
  if (occurrences.length === 0) return [];
  const rows = occurrences.map((occurrence) => ({ id: newId(), ...occurrence }));
  const claimed = await select<{ id: string }>(
    tx,
    `insert into reminder_occurrence (id, rule_code, subject_type, subject_id, round, due_on, iso_week, person_id, for_on,
       level, message_id)
     select id, "ruleCode", "subjectType", "subjectId", round, "dueOn", "isoWeek", "personId", "forOn", level, "messageId"
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "ruleCode" text, "subjectType" text, "subjectId" uuid, round int,
       "dueOn" date, "isoWeek" text, "personId" uuid, "forOn" date, level int, "messageId" uuid)
     on conflict do nothing returning id`,
    [JSON.stringify(rows)],
  );
  const ours = new Set(claimed.map(({ id }) => id));
  return occurrences.filter((_, index) => ours.has(rows[index]!.id));
}

/** Any number; one sweep at a time, so that what one person is told is never split over two messages. */
const sweepLock = 7_420_010;

export async function lockSweeps(tx: Queryable): Promise<void> {
  await execute(tx, 'select pg_advisory_xact_lock($1)', [sweepLock]);
}

export type SweepKind = 'daily' | 'weekly' | 'rehearsal';

export async function recordSweep(
  tx: Queryable,
  sweep: { on: Day; kind: SweepKind; startedAt: Date; counts: Record<string, number> },
): Promise<void> {
  await execute(
    tx,
    `insert into reminder_sweep (id, for_on, kind, started_at, finished_at, counts)
     values ($1, $2, $3, $4, clock_timestamp(), $5)`,
    [newId(), sweep.on, sweep.kind, sweep.startedAt, JSON.stringify(sweep.counts)],
  );
}

/** The last day before `on` that was swept in earnest; rehearsals of other days do not count. */
export async function findLastSweptOn(db: Queryable, on: Day): Promise<Day | null> {
  const [row] = await select<{ lastOn: Day | null }>(
    db,
    `select max(for_on) as "lastOn" from reminder_sweep
     where for_on < $1 and kind <> 'rehearsal' and finished_at is not null`,
    [on],
  );
  return row!.lastOn;
}
