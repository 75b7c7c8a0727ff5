import { dayInShanghai } from '@xiaohao/calendar';
import type { SqlParameters } from '@xiaohao/database';
import { parsePeriod } from '@xiaohao/domain';
import { knownSql, knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { overdueInPeriodSql, submittedOnDaySql } from '../figures/state-on-day.js';
import { reasonConditions } from './change-reasons.js';
import type { ComparedReport } from './report-comparison.queries.js';
import type { Side } from './ticket-conditions.js';

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
export function reasonSql([earlier, later]: ReportPair, sides: readonly [Side, Side], params: SqlParameters): string {
  const { shared, reasons } = reasonConditions(sides, {
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
  return `
    select h.id, h.status, h.kind, h.source_id, h.item_id, h.level, h.industry, h.site, h.campaign_id, h.raised_on, h.round,
      h.details, h.title, h.confidential, h.occurred_on as happened_on, coalesce(h.occurred_on, h.raised_on) as occurred_on,
      coalesce(t.lead_unit_id, h.lead_unit_id) as lead_unit_id,
      t.done_on, t.basic, t.ongoing, t.kept_up, t.paused, t.due_on, t.original_due_on, t.closed_on_time, t.original_on_time,
      ${submittedOnDaySql(times)} as submitted, ${overdueInPeriodSql(times)} as overdue_in_period
    from ticket_history h
    left join (${knownTicketsSql(times, `h.id = ${ids}`)}) t on t.id = h.id
    where h.id = ${ids} and ${knownSql('h', times.knownAt)}`;
}
