import type { SqlParameters } from '@xiaohao/database';
import type { Day, Period } from '@xiaohao/domain';
import { doneOnSql, dueSql, onTimeSql, originalDueSql, originalOnTimeSql } from '@xiaohao/tickets';

/** The two times of a report, its period and its inspection round. */
export interface Situation {
  period: Period;
  /** Effective dates count up to the end of this day. */
  asOf: Day;
  /** Record time: what was known at this instant. */
  knownAt: Date;
  /** True where `knownAt` is now: the tables themselves say it, which is much quicker than their history. */
  present?: boolean;
  /** The inspection round; null when there is none up to that day. */
  sourceId: string | null;
  /** Leaves only tickets that hold of `ticket` under the given alias; default: all of the bureau. */
  sight?: (params: SqlParameters, alias: string) => string;
  /** Conditions over a row of a ticket's history under the given alias. */
  narrowing?: (params: SqlParameters, alias: string) => string[];
}

/** The period's last day, or the report's day when that is earlier. */
export const lastDayOf = ({ period, asOf }: Pick<Situation, 'period' | 'asOf'>): Day =>
  asOf < period.to ? asOf : period.to;

/** `h` narrowed to what the situation asks for, as one condition. */
export function narrowedSql({ sight, narrowing, present }: Situation, params: SqlParameters): string {
  const seen = sight?.(params, present ? 'h' : 'v') ?? 'true';
  const visible = seen === 'true' || present ? seen : `exists (select 1 from ticket v where v.id = h.id and ${seen})`;
  return [visible, ...(narrowing?.(params, 'h') ?? [])].join(' and ');
}

/** Rows of a history table as they were known; `instant` is a placeholder. */
export const knownSql = (alias: string, instant: string) =>
  `${alias}.recorded_from <= ${instant} and ${alias}.recorded_to > ${instant}`;

/** There by the day: an accident since it occurred, on whichever day it was raised; anything else since it was raised. */
export const begunSql = (x: string, day: string): string => `(${x}.raised_on <= ${day} or ${x}.occurred_on <= ${day})`;

/** Placeholders shared by the parts of one statement, each added when first asked for. */
export interface Times {
  readonly present: boolean;
  readonly knownAt: string;
  readonly asOf: string;
  readonly from: string;
  /** The period's last day, or the report's day when that is earlier. */
  readonly until: string;
}

export function timesOf(situation: Situation, params: SqlParameters): Times {
  const { period, asOf, knownAt, present = false } = situation;
  const once = (value: unknown, type: string) => {
    let placeholder: string | undefined;
    return () => (placeholder ??= `${params.add(value)}::${type}`);
  };
  const known = once(knownAt, 'timestamptz');
  const day = once(asOf, 'date');
  const first = once(period.from, 'date');
  const last = once(lastDayOf(situation), 'date');
  return {
    present,
    get knownAt() {
      return known();
    },
    get asOf() {
      return day();
    },
    get from() {
      return first();
    },
    get until() {
      return last();
    },
  };
}

/**
 * Tickets as known at one instant in their state on one day: a subquery with the columns of `ticket_history` that
 * figures ask for, plus `done_on` and the flags of `StateOnDay`. Cancelled tickets do not exist unless they are asked
 * for; `where` narrows `h`.
 *
 * The state on a day is that of the latest round begun by then. The present round mirrors its ticket, so rounds are
 * looked up only for reopened tickets not assigned by the day.
 */
export function knownTicketsSql(times: Times, where: string, { withCancelled = false } = {}): string {
  const { asOf, present } = times;
  const ofRound = (column: string) => `case when (former).round is null then ${column} else (former).${column} end`;
  return `
    select *, done_on is not null as done,
      done_on is null and completion is not null as basic,
      done_on is null and completion is null and kept_up as ongoing,
      ${dueSql(asOf, 'dated')} as due, ${onTimeSql(asOf, 'dated')} as on_time,
      ${originalDueSql(asOf, 'dated')} as original_due, ${originalOnTimeSql(asOf, 'dated')} as original_on_time
    from (
      select *, least(known_due_on, former_due_on) as due_on, ${doneOnSql(asOf, 'of_round')} as done_on
      from (
        select id, no, title, kind, level, industry, town, site, status, source_id, item_id, campaign_id, led_by as lead_unit_id, completion,
          confidential, details, occurred_on as happened_on, round as known_round, deadline_kind, raised_on, coalesce(occurred_on, raised_on) as occurred_on, kept_up, paused,
          coalesce((former).round, round) as round,
          ${['submitted_on', 'closed_on', 'accepted_on', 'closed_on_time', 'original_due_on']
            .map((column) => `${ofRound(column)} as ${column}`)
            .join(',\n          ')},
          ${ofRound('due_on')} as known_due_on, later.former_due_on,
          ${unassignedSql(ofRound('assigned_on'), times)} as unassigned
        from (
          select h.*, coalesce(l.unit_id, h.lead_unit_id) as led_by, ${keptUpSql(times)} as kept_up,
            case pause.action when 'resume' then true when 'suspend' then false else h.status = 'suspended' end as paused,
            -- A round reopened by the day may have been assigned anew, or objected to, after it.
            case when h.round > 1 and (h.assigned_on <= ${asOf}) is not true then (
              select r from ${present ? 'ticket_round' : 'ticket_round_history'} r
              where r.ticket_id = h.id and r.round <= h.round and r.opened_on <= ${asOf} and ${knownRowSql('r', times)}
              order by r.round desc limit 1) end as former
          from ${present ? 'ticket' : 'ticket_history'} h
          -- Who led on the day; of a day after the last change this is empty.
          left join (${nextLeadSql(times)}) l on l.ticket_id = h.id
          left join (${nextPauseSql(times)}) pause on pause.ticket_id = h.id
          where ${knownRowSql('h', times)}${withCancelled ? '' : ` and h.status <> 'cancelled'`} and ${where}
          -- Keeps the planner from copying the look-ups above into every figure's condition.
          offset 0
        ) known
        left join (${nextExtensionSql(times)}) later
          on later.ticket_id = known.id and later.extended_round = coalesce((former).round, known.round)
      ) of_round
    ) dated`;
}

/** Of a table itself every row is known. */
export const knownRowSql = (alias: string, times: Times) => (times.present ? 'true' : knownSql(alias, times.knownAt));

/**
 * 长期坚持 without acceptance. The ticket keeps no date of that turn; the event that made it does, so a turn after the
 * day does not count, and one by an acceptance after the day neither. One that was ended after the day still does: it
 * closed without ever having been accepted.
 */
function keptUpSql(times: Times): string {
  const { asOf } = times;
  const turned = `select 1 from event e where e.ticket_id = h.id and e.action = 'to_ongoing'`;
  return `((h.status = 'ongoing' or (h.status = 'closed' and h.deadline_ongoing and h.accepted_on is null and h.closed_on > ${asOf}))
    and not exists (${turned} and ${afterDaySql('e.at', times)})
    and (h.accepted_on is null or h.accepted_on <= ${asOf} or exists (${turned} and ${byDaySql('e.at', times)})))`;
}

/**
 * Not yet assigned on the day, or sent back by then. The day of assignment is that of the latest one, so where it is
 * later the events tell what came first after the day; one imported as assigned without a day was so from the first.
 */
function unassignedSql(assignedOn: string, times: Times): string {
  return `case when status = 'draft' or ${assignedOn} > ${times.asOf} then coalesce((
            select e.action = 'assign' from event e
            where e.ticket_id = known.id and e.action in ('assign', 'object', 'reassign') and ${afterDaySql('e.at', times)}
            order by e.at, e.seq limit 1), true) else false end`;
}

/**
 * Who led until the first change of lead after the day. The table has no record time; a change cannot have been known
 * while no earlier state of the ticket named that unit as its lead.
 */
function nextLeadSql(times: Times): string {
  const known = times.present
    ? ''
    : ` and exists (select 1 from ticket_history p
          where p.id = l.ticket_id and p.lead_unit_id = l.unit_id and p.recorded_to <= ${times.knownAt})`;
  return `select distinct on (ticket_id) ticket_id, unit_id from ticket_former_lead l
    where changed_on > ${times.asOf}${known} order by ticket_id, changed_on, id`;
}

/** The first suspension or resumption after the day, which tells what the ticket was on it; usually there is none. */
function nextPauseSql(times: Times): string {
  return `select distinct on (ticket_id) ticket_id, action from event
    where action in ('suspend', 'resume') and ${afterDaySql('at', times)} order by ticket_id, at, seq`;
}

/** The first extension of a round granted after the day, which tells the deadline that held on it; usually there is none. */
function nextExtensionSql(times: Times): string {
  const extensions = times.present ? 'extension' : 'extension_history';
  return `select distinct on (ticket_id, round) ticket_id, round as extended_round, former_due_on from ${extensions} e
    where decision = 'granted' and decided_on > ${times.asOf} and ${knownRowSql('e', times)}
    order by ticket_id, round, decided_on, id`;
}

/** Happened after the report's day, and was known. */
function afterDaySql(at: string, times: Times): string {
  const known = times.present ? '' : ` and ${at} <= ${times.knownAt}`;
  return `${at} >= (${times.asOf} + 1)::timestamp at time zone 'Asia/Shanghai'${known}`;
}

/** Happened up to the end of the report's day, and was known. */
function byDaySql(at: string, times: Times): string {
  const known = times.present ? '' : ` and ${at} <= ${times.knownAt}`;
  return `${at} < (${times.asOf} + 1)::timestamp at time zone 'Asia/Shanghai'${known}`;
}
