import { dayInShanghai } from '@xiaohao/calendar';
import type { SqlParameters } from '@xiaohao/database';
import { parsePeriod } from '@xiaohao/domain';
import { knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { overdueInPeriodSql, submittedOnDaySql } from '../figures/state-on-day.js';
import { reasonConditions } from './change-reasons.js';
import type { ComparedReport } from './report-comparison.queries.js';
import type { Asked, Side } from './ticket-conditions.js';

export type ReportPair = readonly [earlier: ComparedReport, later: ComparedReport];

export function situationOf({ period, asOf, knownAt, round }: ComparedReport): Situation {
  return { period: parsePeriod(period)!, asOf, knownAt, sourceId: round?.id ?? null };
}

/** Both reports as sides of one statement, the earlier first. */
export function sidesOf([earlier, later]: ReportPair, params: SqlParameters): [Side, Side] {
  const side = (x: 'a' | 'b', report: ComparedReport): Side => {
    let round: string | undefined;
    return {
      x,
      times: timesOf(situationOf(report), params),
      // A placeholder that no statement names is refused.
      get round() {
        return (round ??= `${params.add(report.round?.id ?? null)}::uuid`);
      },
    };
  };
  return [side('a', earlier), side('b', later)];
}

/** The first reason that holds, over what is asked, `f`, and what the reports knew of a ticket, `a` and `b`. */
export function reasonSql(
  [earlier, later]: ReportPair,
  sides: readonly [Side, Side],
  params: SqlParameters,
  asked: readonly Asked[],
): string {
  const { shared, reasons } = reasonConditions(sides, {
    asked: new Set(asked.flatMap(({ facets }) => facets)),
    earlierKnownOn: `${params.add(dayInShanghai(earlier.knownAt))}::date`,
    samePeriod: earlier.period === later.period,
    sameRound: earlier.round?.id === later.round?.id,
  });
  const cases = reasons.map(([reason, holds]) => `when ${holds} then '${reason}'`);
  const columns = Object.entries(shared).map(([name, holds]) => `${holds} as ${name}`);
  return `(select case ${cases.join('\n           ')} else 'other' end from (select ${columns.join(', ')} offset 0) g)`;
}

/** Tickets as one report knew them; cancelled ones too, without a state. `ids` says which. */
export function factsSql(times: Times, ids: string): string {
  const ofState = [...stateColumns.map((column) => [column, `t.${column}`]), ...Object.entries(statesSql(times))];
  return `
    select t.id, t.status, t.kind, t.source_id, t.item_id, t.level, t.industry, t.site, t.campaign_id, t.raised_on,
      t.known_round as round,
      t.details, t.title, t.confidential, t.happened_on, t.occurred_on, t.lead_unit_id,
      ${ofState.map(([name, sql]) => `case when t.status <> 'cancelled' then ${sql} end as ${name}`).join(', ')}
    from (${knownTicketsSql(times, `h.id = ${ids}`, { withCancelled: true })}) t`;
}

const stateColumns = [
  'done_on',
  'basic',
  'ongoing',
  'kept_up',
  'unassigned',
  'paused',
  'due_on',
  'original_due_on',
  'closed_on_time',
  'original_on_time',
] as const;

const statesSql = (times: Times) => ({
  submitted: submittedOnDaySql(times),
  overdue_in_period: overdueInPeriodSql(times),
});
