import { ask, pool, serveBare } from './bare-server.mjs';

// The figures of the half-year report as one would write them by hand, one aggregate per group, of the same two times. Counts and
// sums alone: no ids of the tickets behind them, no former rounds, no former lead units. $1 period from, $2 until, $3 known at.

const known = (alias) => `${alias}.recorded_from <= $3 and ${alias}.recorded_to > $3`;
const done = 'least(t.closed_on, t.accepted_on)';
const inPeriod = (day) => `${day} between $1::date and $2::date`;
const latestRound = `(select id from source where kind = 'inspection_issue' and feedback_on <= $2 order by feedback_on desc limit 1)`;

const ticketsIn = (where) =>
  `from ticket_history t where ${known('t')} and t.status <> 'cancelled' and $1::date is not null and ${where}`;

const outcomesIn = (where) => `from outcome_history o join ticket_history t on t.id = o.ticket_id
  where ${known('o')} and ${known('t')} and t.status <> 'cancelled' and o.happened_on <= $2 and $1::date is not null and ${where}`;

const chemistry = `t.kind in ('hazard', 'public_report') and t.industry in ('危化', '危化品', '危险化学品')`;
const mines = `t.kind in ('hazard', 'public_report') and t.industry in ('非煤矿山', '非煤矿山领域')`;
const fuel = `t.kind in ('hazard', 'supervision_item', 'key_task')
  and t.campaign_id in (select id from campaign where position('成品油' in name) > 0)`;

/** The sum of outcomes of one type where `when` holds, as the figure `key`. */
const amount = (key, type, when = inPeriod('o.happened_on')) =>
  `coalesce(sum(o.amount) filter (where o.type = '${type}' and ${when}), 0)::float8 as ${key}`;
const dated = (key, type, where) => amount(key, type, `${where} and ${inPeriod('o.happened_on')}`);
const ofRound = (key, type) => amount(key, type, 'true');

const groups = {
  roundTickets: `select count(distinct t.item_id)::int as inspection_items, count(*)::int as inspection_issues,
      count(*) filter (where ${done} <= $2)::int as inspection_issues_done,
      count(*) filter (where (${done} <= $2) is not true and t.completion is not null)::int as inspection_issues_basic,
      count(*) filter (where (${done} <= $2) is not true and t.completion is null and t.status = 'ongoing')::int as inspection_issues_ongoing,
      count(*) filter (where t.due_on <= $2)::int as inspection_issues_due,
      count(*) filter (where t.due_on <= $2 and ${done} <= $2 and t.closed_on_time)::int as inspection_issues_on_time
    ${ticketsIn(`t.kind = 'inspection_issue' and t.source_id = ${latestRound} and t.raised_on <= $2`)}`,
  roundOutcomes: `select ${[
    ofRound('reform_measures', 'reform_measures'),
    ofRound('rules_made', 'rules_made'),
    ofRound('illicit_money_collected', 'money_collected'),
    ofRound('losses_recovered', 'losses_recovered'),
    ofRound('talks_admonish_rect', 'talks_admonish'),
    ofRound('org_handling_rect', 'org_handling'),
  ].join(', ')} ${outcomesIn(`t.kind = 'inspection_issue' and t.source_id = ${latestRound}`)}`,
  periodTickets: `select
      count(*) filter (where t.kind = 'accident_investigation' and t.level in ('general', '一般', '一般事故')
        and ${inPeriod('coalesce(t.occurred_on, t.raised_on)')})::int as accident_count,
      count(*) filter (where t.kind = 'hazard' and t.industry in ('水域', '危险水域') and ${inPeriod('t.raised_on')})::int as water_hazards,
      count(*) filter (where t.kind = 'public_report' and ${inPeriod(done)})::int as reports_handled,
      count(*) filter (where t.kind = 'hazard' and t.campaign_id is not null and ${inPeriod(done)})::int as campaign_hazards_eliminated
    ${ticketsIn(`t.kind in ('accident_investigation', 'hazard', 'public_report') and t.raised_on <= $2`)}`,
  periodOutcomes: `select ${[
    amount('talks_admonish_all', 'talks_admonish'),
    amount('org_handling_all', 'org_handling'),
    amount(
      'accident_deaths',
      'deaths',
      `t.kind = 'accident_investigation' and t.level in ('general', '一般', '一般事故')
        and ${inPeriod('coalesce(t.occurred_on, t.raised_on)')}`,
    ),
    dated('reports_hazards_eliminated', 'hazards_eliminated', `t.kind = 'public_report'`),
    dated(
      'campaign_hazards_eliminated',
      'hazards_eliminated',
      `t.kind in ('key_task', 'supervision_item', 'env_inspection_issue') and t.campaign_id is not null
        and t.id not in (select parent_id from ticket_history c where c.parent_id is not null and c.kind = 'hazard' and ${known('c')})`,
    ),
    dated('chem_cases', 'cases_filed', chemistry),
    dated('chem_fines', 'fines', chemistry),
    dated('mine_cases', 'cases_filed', mines),
    dated('mine_fines', 'fines', mines),
    ...['mobile_fuel_trucks_seized', 'illegal_fuel_points_closed', 'diesel_seized', 'gasoline_seized'].map((type) =>
      dated(type, type, fuel),
    ),
  ].join(', ')} ${outcomesIn(`(o.happened_on >= $1 or o.type = 'deaths')
      and o.type in ('talks_admonish', 'org_handling', 'deaths', 'hazards_eliminated', 'cases_filed', 'fines',
        'mobile_fuel_trucks_seized', 'illegal_fuel_points_closed', 'diesel_seized', 'gasoline_seized')`)}`,
};

/** The first page of what stands behind a number, and how many that are; $1 report, $2 figure. */
const firstPage = `with figure as (select ticket_ids from report_figure where report_id = $1 and key = $2)
  select (select cardinality(ticket_ids) from figure) as count, t.id, t.no, t.title, t.status, u.name, t.due_on, t.raised_on,
    t.closed_on, t.accepted_on
  from figure cross join unnest(figure.ticket_ids) i (id) join ticket t on t.id = i.id left join unit u on u.id = t.lead_unit_id
  order by t.no limit 51`;

serveBare({
  '/figures': async ({ query }) => {
    const values = ['from', 'until', 'knownAt'].map((name) => query.get(name));
    const figures = {};
    const seconds = {};
    for (const [group, text] of Object.entries(groups)) {
      const began = performance.now();
      const { rows } = await ask(pool, text, values);
      seconds[group] = (performance.now() - began) / 1000;
      for (const [key, value] of Object.entries(rows[0])) figures[key] = (figures[key] ?? 0) + value;
    }
    return { figures, seconds };
  },
  '/tickets': async ({ query }) => (await ask(pool, firstPage, [query.get('report'), query.get('figure')])).rows,
});
