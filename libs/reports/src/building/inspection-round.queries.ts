import { select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Situation } from '../figures/known-tickets.js';

export interface InspectionRound {
  id: string;
  name: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The latest first. A round without a feedback date counts from its first problem. */
function listRounds(db: Queryable, knownAt: Date): Promise<(InspectionRound & { fedBackOn: Day | null })[]> {
  return select(
    db,
    `select s.id, s.name, coalesce(s.feedback_on, (select min(h.raised_on) from ticket_history h
         where h.kind = s.kind and h.source_id = s.id and h.recorded_from <= $1 and h.recorded_to > $1)) as "fedBackOn"
     from source_history s
     where s.kind = 'inspection_issue' and s.recorded_from <= $1 and s.recorded_to > $1
     order by 3 desc nulls last, s.created_at desc, s.id`,
    [knownAt],
  );
}

/**
 * The inspection round a report tells of, as known at that instant: the one asked for by id or name, else the one fed
 * back latest up to the last day of the period. Null when there is none.
 */
export async function findInspectionRound(
  db: Queryable,
  asked: string | null,
  lastDay: Day,
  knownAt: Date,
): Promise<InspectionRound | null> {
  const rounds = await listRounds(db, knownAt);
  if (asked === null) return rounds.find(({ fedBackOn }) => fedBackOn !== null && fedBackOn <= lastDay) ?? null;
  const round = rounds.find(({ id, name }) => (uuid.test(asked) ? id === asked.toLowerCase() : name === asked));
  if (!round) throw new AppError('inputWrong', { field: 'source', fieldLabel: '巡察轮次', reason: `没有“${asked}”` });
  return round;
}

export interface LateRound {
  name: string;
  fedBackOn: Day;
  /** The report tells of it all the same: somebody chose it. */
  chosen: boolean;
}

/** Rounds fed back behind the period: the one the report tells of, and those it could have told of on its day. */
export async function findLateRounds(
  db: Queryable,
  { period, asOf, knownAt, sourceId }: Situation,
): Promise<LateRound[]> {
  const rounds = await listRounds(db, knownAt);
  return rounds.flatMap(({ id, name, fedBackOn }) => {
    const chosen = id === sourceId;
    const isLate = fedBackOn !== null && fedBackOn > period.to && (chosen || fedBackOn <= asOf);
    return isLate ? [{ name, fedBackOn, chosen }] : [];
  });
}
