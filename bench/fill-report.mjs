// Of every twenty tickets one belongs to the former inspection round and two to the present one; the rest is daily work.

/** Makes the tickets those of a whole bureau: all kinds, two inspection rounds, a campaign, outcomes, days over two years. */
export async function fillWork(client) {
  await client.query(`
    insert into source (id, kind, name, feedback_on) select gen_random_uuid(), 'inspection_issue', name, current_date - days
      from (values ('第一轮巡察', 600), ('第二轮巡察', 420)) s (name, days);
    insert into source_item (id, source_id, no, title) select gen_random_uuid(), id, n, '方面' || n
      from source, generate_series(1, 20) n;
    insert into campaign (id, name) select gen_random_uuid(), name
      from (values ('安全生产专项整治'), ('成品油市场专项整治')) c (name)`);
  await client.query(`
    with numbered as (select id, ltrim(substr(no, 9), '0')::int as n from ticket), work as (
      select id, n, case when n % 20 < 3 then 'inspection_issue' when n % 20 < 12 then 'hazard' when n % 20 < 15 then 'public_report'
        when n % 20 < 17 then 'supervision_item' when n % 20 < 19 then 'key_task'
        when n % 200 = 19 then 'accident_investigation' else 'env_inspection_issue' end as kind from numbered)
    update ticket t set kind = w.kind,
      source_id = s.id, item_id = i.id,
      raised_on = coalesce(t.closed_on, current_date) - 20 - (w.n / 20) % 380,
      assigned_on = coalesce(t.closed_on, current_date) - 19 - (w.n / 20) % 380,
      status = case when w.n % 20 < 3 and w.n % 1100 < 20 then 'ongoing' else t.status end,
      completion = case when w.kind = 'inspection_issue' and w.n % 700 < 60 and t.closed_on is null then 'basic' end,
      level = case w.kind when 'hazard' then case when w.n % 7 = 0 then 'major' else 'general' end
        when 'accident_investigation' then 'general' end,
      industry = case when w.kind in ('hazard', 'public_report') then (array['危险化学品','非煤矿山','水域','工贸','消防','建筑施工'])[1 + (w.n / 20) % 6] end,
      campaign_id = case when w.n % 11 = 0 and w.kind in ('hazard', 'supervision_item', 'key_task') then
        (select id from campaign where name like case when w.n % 2 = 0 then '安全%' else '成品油%' end) end
    from work w left join source s on s.name = case when w.n % 20 = 0 then '第一轮巡察' when w.n % 20 < 3 then '第二轮巡察' end
      left join source_item i on i.source_id = s.id and i.no = 1 + (w.n / 20) % 20
    where t.id = w.id;
    insert into outcome (id, ticket_id, round, type, amount, happened_on)
      select gen_random_uuid(), t.id, 1, types[1 + (n / 20) % cardinality(types)], 1 + n % 900, least(t.raised_on + 15, current_date)
      from (select *, ltrim(substr(no, 9), '0')::int as n from ticket) t
      join (values
        ('inspection_issue', array['reform_measures','rules_made','money_collected','losses_recovered','talks_admonish','org_handling']),
        ('hazard', array['cases_filed','fines','hazards_eliminated','mobile_fuel_trucks_seized','illegal_fuel_points_closed','diesel_seized','gasoline_seized']),
        ('public_report', array['hazards_eliminated','cases_filed','fines']),
        ('supervision_item', array['hazards_eliminated','talks_admonish']), ('key_task', array['hazards_eliminated','org_handling']),
        ('accident_investigation', array['deaths'])) v (kind, types) on v.kind = t.kind
      where n % 3 > 0`);
}

/** Two former states of every ticket, as its assignment and its signing left them, before the present one. */
export async function fillFormerStates(client) {
  const { rows } = await client.query(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = 'public' and table_name = 'ticket_history' and column_name not in
       ('recorded_from', 'recorded_to', 'status', 'closed_on', 'submitted_on', 'closed_on_time', 'completion')`,
  );
  const { names } = rows[0];
  await client.query(
    `insert into ticket_history (${names}, status, recorded_from, recorded_to)
     select ${names}, former.status, h.recorded_from - former.since, h.recorded_from - former.until
     from ticket_history h, (values ('assigned', interval '200 days', interval '100 days'), ('in_progress', '100 days', '0')) former (status, since, until)
     where h.recorded_to = 'infinity'`,
  );
}
