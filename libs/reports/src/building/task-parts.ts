import { doneOnSql } from '@xiaohao/tickets';
import { knownSql, type Times } from '../figures/known-tickets.js';

/**
 * What each sub-task weighs in the percent of the task above it, on the report's day: id, parent_id, percent. One nobody
 * reported on in the round of the day is at 0: the latest begun by then.
 */
export function partPercentsSql({ asOf, knownAt }: Times, ofParents: string): string {
  return `select c.id, c.parent_id, case when ${doneOnSql(asOf, 'c')} is not null then 100 else coalesce(e.percent, 0) end as percent
    from ticket_history c
    left join lateral (select e.percent from progress_entry_history e
      where e.ticket_id = c.id and e.reported_on <= ${asOf} and ${knownSql('e', knownAt)} and e.percent is not null
        and e.round = (select max(r.round) from ticket_round_history r
          where r.ticket_id = c.id and r.opened_on <= ${asOf} and ${knownSql('r', knownAt)})
      order by e.reported_on desc, e.created_at desc, e.id desc limit 1) e on true
    where ${ofParents} and c.status <> 'cancelled' and c.raised_on <= ${asOf} and ${knownSql('c', knownAt)}`;
}

/** As the ledger counts it: each sub-task weighs the same. */
export function meanOfPartsSql(times: Times): string {
  return `select parent_id, round(avg(percent))::int as percent
    from (${partPercentsSql(times, 'c.parent_id is not null')}) parts group by parent_id`;
}
