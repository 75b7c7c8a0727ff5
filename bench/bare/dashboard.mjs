import { ask, pool, serveBare } from './bare-server.mjs';

const late = `t.status in ('assigned', 'in_progress') and t.sort_due_on < current_date`;
const done = 'coalesce(t.closed_on, t.accepted_on) <= current_date';

/** The statistics of performance.md, status × section × kind with the overdue: one pass, one statement. */
const statistics = `select status, lead_unit_id, kind, count(*)::int as count, count(*) filter (where ${late})::int as overdue
  from ticket t group by 1, 2, 3`;

/** What a dashboard written by hand would ask: one aggregate per part, no rights, no other day than today. */
const parts = {
  totals: `select count(*)::int as total, count(*) filter (where ${done})::int as done,
    count(*) filter (where t.due_on <= current_date)::int as due,
    count(*) filter (where t.closed_on_time and t.due_on <= current_date)::int as on_time,
    count(*) filter (where ${late})::int as overdue from ticket t where t.status <> 'cancelled'`,
  sections: `select t.lead_unit_id, count(*)::int as total, count(*) filter (where ${done})::int as done,
    count(*) filter (where ${late})::int as red,
    count(*) filter (where t.status in ('assigned', 'in_progress') and t.sort_due_on between current_date and current_date + 7)::int as yellow,
    count(*) filter (where t.status in ('assigned', 'in_progress') and t.sort_due_on > current_date + 7)::int as green,
    count(*) filter (where t.status in ('dept_review', 'pending_review', 'pending_acceptance', 'suspended'))::int as grey,
    count(*) filter (where t.closed_on_time and t.due_on <= current_date)::int as on_time,
    avg(current_date - t.due_on) filter (where ${late}) as mean_late from ticket t where t.status <> 'cancelled' group by 1`,
  ageing: `select width_bucket(current_date - t.due_on, array[1,8,31,91]) as age, count(*)::int as count from ticket t where ${late} group by 1`,
  raised: `select date_trunc('month', t.raised_on) as month, count(*)::int as count from ticket t where t.status <> 'cancelled' group by 1`,
  closed: `select date_trunc('month', coalesce(t.closed_on, t.accepted_on)) as month, count(*)::int as count from ticket t
    where t.status <> 'cancelled' and ${done} group by 1`,
  hot: `select t.id, t.no, t.title, t.due_on, u.name from ticket t left join unit u on u.id = t.lead_unit_id
    where ${late} order by t.sort_due_on, t.id limit 10`,
  heat: `select t.industry, t.town, count(*)::int as count from ticket t where t.industry <> '' and t.town <> '' and not coalesce(${done}, false) group by 1, 2`,
};

serveBare({
  '/statistics': async () => (await ask(pool, statistics)).rows,
  '/dashboard': async () => {
    const answers = await Promise.all(
      Object.entries(parts).map(async ([name, text]) => [name, (await ask(pool, text)).rows]),
    );
    return Object.fromEntries(answers);
  },
});
