import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { fillFormerStates, fillWork } from './fill-report.mjs';

const departments = 30;
const peoplePerDepartment = 10;

/** What a call reads beside the tickets; filled only where asked for. */
const parts = { work: fillWork, history: fillHistory, formerStates: fillFormerStates, search: fillSearch };

/**
 * 12 % open and overdue, 80 % closed, 30 departments, 300 people, Chinese texts; the same rows every time.
 * Triggers rest while it fills; `needs` names what they would have written, and more of it, in the order of `parts`:
 * `work` (of a whole bureau), `history` (states, rounds, events, progress, measures), `formerStates`, `search`.
 * @param {string} url the owner's
 * @param {number} rows
 * @param {(keyof typeof parts)[]} needs
 */
export async function fill(url, rows, needs) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await resting(client, ['ticket', 'progress_entry', 'measure', 'outcome', 'ticket_round'], async () => {
    await fillPeople(client);
    await fillTickets(client, rows);
    for (const [name, fillPart] of Object.entries(parts)) if (needs.includes(name)) await fillPart(client);
  });
  await client.query('commit');
  await client.query('vacuum analyze');
  const tokens = await signIn(client);
  await client.end();
  return tokens;
}

async function resting(client, tables, work) {
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await work();
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
}

async function fillPeople(client) {
  await client.query(
    `insert into unit (id, name, type, sort) select gen_random_uuid(), '第' || n || '科', 'section', n from generate_series(1, $1::int) n`,
    [departments],
  );
  await client.query(
    `insert into person (id, username, name) select gen_random_uuid(), 'p' || n, '人员' || n from generate_series(1, $1::int) n`,
    [departments * peoplePerDepartment],
  );
  await client.query(
    `insert into post (id, person_id, unit_id, role, from_on)
     select gen_random_uuid(), p.id, u.id, case when p.no % $1 = 1 then 'head' else 'handler' end, '2020-01-01'
     from (select id, row_number() over (order by username) as no from person) p
     join (select id, row_number() over (order by sort) as no from unit) u on u.no = (p.no - 1) / $1 + 1`,
    [peoplePerDepartment],
  );
}

const subjects = `array['消防通道','疏散标志','配电箱','灭火器材','应急照明','燃气管线','危化品仓库','特种作业证','安全培训记录','隐患台账',
  '值班值守','防汛物资','森林防火隔离带','应急预案','演练记录','有限空间作业','临时用电','高处作业','动火审批','安全距离',
  '报警装置','防雷检测','压力容器','起重设备','矿井通风','尾矿库坝体','加油站卸油口','烟花爆竹零售点','水库溢洪道','避难场所']`;
const faults = `array['被杂物占用','更新不及时','长期未检测','责任人不明确','记录不完整','未按规定公示','存在漏项','档案缺失','老化破损',
  '未落实专人管理','与方案不一致','超期未整改','制度未上墙','培训流于形式','数量不足','验收手续不全','标识不清','联动失效','未闭环管理']`;
const places = `array['东湖','西岭','南桥','北关','青石','云栖','白沙','红旗','长乐','永宁','新安','古渡','双井','三里','柳林','平安','银杏']`;

async function fillTickets(client, rows) {
  await client.query(
    `insert into ticket (id, no, kind, title, description, status, site, lead_unit_id, handler_id, deadline_kind, due_on,
       original_due_on, raised_on, assigned_on, signed_on, submitted_on, closed_on, closed_on_time, latest_progress,
       event_count, event_head, created_at, updated_at)
     select gen_random_uuid(), 'XC-2026-' || lpad(n::text, 7, '0'),
       (array['inspection_issue','inspection_issue','key_task'])[1 + n % 3],
       '关于' || pl || '片区第' || n || '项' || sub || fau || '问题的整改' || case when n % 1000 = 0 then '（液氨储罐）' else '' end,
       case when n % 3 = 0 then '检查发现' || sub || fau || '，责任制落实不到位' end,
       st, pl || '镇' || (n % 997) || '号院', u.id, p.id, 'date', due, due, current_date - 400 + n % 30, current_date - 365,
       case when st <> 'assigned' then current_date - 360 end,
       case when st in ('closed', 'dept_review') then current_date - n % 300 - 1 end,
       case when st = 'closed' then current_date - n % 300 end,
       case when st = 'closed' then current_date - n % 300 - 1 <= due end,
       '已补录部分记录，正在完善' || sub || '佐证材料', 3, encode(sha256((n || '-3')::bytea), 'hex'), now(),
       now() - make_interval(secs => n % 1000000)
     from generate_series(1, $1::int) n
     cross join lateral (select (${subjects})[1 + (n / 7 + n) % 30] as sub, (${faults})[1 + (n / 3) % 19] as fau,
       (${places})[1 + n % 17] as pl,
       case when n % 100 < 80 then 'closed' when n % 2 = 0 then 'in_progress' when n % 5 = 0 then 'dept_review' else 'assigned' end as st,
       case when n % 100 < 92 then current_date - (n % 400) - 1 else current_date + n % 200 end as due) x
     join (select id, row_number() over (order by sort) as no from unit) u on u.no = 1 + n % $2
     join (select id, row_number() over (order by username) as no from person) p on p.no = (n % $2) * $3 + 1 + (n / 7) % $3`,
    [rows, departments, peoplePerDepartment],
  );
}

/** The present state of each ticket with its record time, its round, three events, one measure, two progress entries. */
async function fillHistory(client) {
  await client.query(`
    insert into ticket_round (ticket_id, round, opened_on, assigned_on, submitted_on, closed_on, accepted_on,
        closed_on_time, due_on, original_due_on)
      select id, round, raised_on, assigned_on, submitted_on, closed_on, accepted_on, closed_on_time, due_on, original_due_on
      from ticket;
    insert into event (ticket_id, seq, at, actor_id, actor_name, action, payload, prev_hash, hash)
      select t.id, n, now() - make_interval(days => 4 - n), t.handler_id, '人员', (array['import','sign','progress'])[n],
        jsonb_build_object('no', t.no, 'text', t.latest_progress),
        case when n = 1 then '' else encode(sha256((t.row || '-' || (n - 1))::bytea), 'hex') end,
        encode(sha256((t.row || '-' || n)::bytea), 'hex')
      from (select *, ltrim(substr(no, 9), '0') as row from ticket) t, generate_series(1, 3) n;
    insert into measure (id, ticket_id, sort, text, due_on)
      select gen_random_uuid(), id, 0, '逐项清点并建立清单，明确责任人', due_on from ticket;
    insert into progress_entry (id, ticket_id, round, reported_on, text, percent, by_id)
      select gen_random_uuid(), id, 1, current_date - n, case when n = 1 then latest_progress else '已召开专题会议布置整改' end,
        n * 40, handler_id
      from ticket, generate_series(1, 2) n`);
  for (const table of ['ticket', 'ticket_round', 'measure', 'progress_entry', 'outcome']) {
    const { rows } = await client.query(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'public' and table_name = $1 || '_history' and column_name not like 'recorded\\_%'`,
      [table],
    );
    await client.query(
      `insert into ${table}_history (${rows[0].names}, recorded_from, recorded_to)
       select ${rows[0].names}, now() - interval '1 hour', 'infinity' from ${table}`,
    );
  }
}

/** What can be found, by the product's own function; the index is built afterwards at once, which is much quicker. */
async function fillSearch(client) {
  const { rows } = await client.query(`select pg_get_indexdef('ticket_search_grams_idx'::regclass) as definition`);
  await client.query('drop index ticket_search_grams_idx');
  await client.query('select refresh_ticket_search(array(select id from ticket))');
  await client.query(rows[0].definition);
  await client.query('alter index ticket_search_grams_idx alter column 1 set statistics 0');
}

/** Sessions of a section head and of the inspection office; real ones, only without the password. */
async function signIn(client) {
  const { rows: heads } = await client.query(
    `select o.person_id, o.unit_id from post o join unit u on u.id = o.unit_id where o.role = 'head' order by u.sort limit 2`,
  );
  await client.query(
    `insert into post (id, person_id, unit_id, role, from_on) values (gen_random_uuid(), $1, $2, 'inspection', '2020-01-01')`,
    [heads[1].person_id, heads[1].unit_id],
  );
  await client.query(`delete from post where person_id = $1 and role = 'head'`, [heads[1].person_id]);
  const tokens = { unitId: heads[0].unit_id };
  for (const [name, head] of [
    ['head', heads[0]],
    ['inspection', heads[1]],
  ]) {
    tokens[name] = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(tokens[name]).digest('hex');
    await client.query(
      `insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
      [hash, head.person_id],
    );
  }
  return tokens;
}
