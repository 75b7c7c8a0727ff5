import { select, type Queryable } from '@xiaohao/database';
import { guessRound, type Day, type RoundGuess } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { lastDayOf, type Situation } from '../figures/known-tickets.js';

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
 * back latest up to the last day of the period. What is called an audit or an assessment is told of only where it is asked
 * for, what its name leaves open where nothing is called a round. Null when there is none.
 */
export async function findInspectionRound(
  db: Queryable,
  asked: string | null,
  lastDay: Day,
  knownAt: Date,
): Promise<InspectionRound | null> {
  const rounds = await listRounds(db, knownAt);
  if (asked === null) {
    const fedBack = rounds.filter(({ fedBackOn }) => fedBackOn !== null && fedBackOn <= lastDay);
    const called = (guess: RoundGuess) => fedBack.find(({ name }) => guessRound(name) === guess);
    return called('round') ?? called('unclear') ?? null;
  }
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

export interface OtherRounds {
  taken: string | null;
  others: string[];
}

/**
 * What else could be meant where nobody chose the round: another one fed back within the period, and any source fed back
 * after the one that was taken which is not called a round, or may be one.
 */
export async function findOtherRounds(
  db: Queryable,
  { period, knownAt, asOf, sourceId }: Situation,
): Promise<OtherRounds> {
  const rounds = await listRounds(db, knownAt);
  const lastDay = lastDayOf({ period, asOf });
  const taken = rounds.find(({ id }) => id === sourceId) ?? null;
  const others = rounds.filter(({ id, name, fedBackOn }) => {
    if (id === sourceId || fedBackOn === null || fedBackOn > lastDay) return false;
    return guessRound(name) === 'round' ? fedBackOn >= period.from : fedBackOn >= (taken?.fedBackOn ?? period.from);
  });
  return { taken: taken?.name ?? null, others: others.map(({ name }) => name) };
}

/** Rounds fed back behind the period: the one the report tells of, and those it could have told of on its day. */
export async function findLateRounds(
  db: Queryable,
  { period, asOf, knownAt, sourceId }: Situation,
): Promise<LateRound[]> {
  const rounds = await listRounds(db, knownAt);
  return rounds.flatMap(({ id, name, fedBackOn }) => {
    const chosen = id === sourceId;
    const couldBe = fedBackOn !== null && fedBackOn <= asOf && guessRound(name) !== 'other';
    const isLate = fedBackOn !== null && fedBackOn > period.to && (chosen || couldBe);
    return isLate ? [{ name, fedBackOn, chosen }] : [];
  });
}
