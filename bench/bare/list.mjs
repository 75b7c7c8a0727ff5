import { createServer } from 'node:http';
import pg from 'pg';

// The least that could answer the same question: no sign-in, no rights, no checks; named statements, eight connections.

pg.types.setTypeParser(1082, (day) => day);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 8,
  options: '-c jit=off -c max_parallel_workers_per_gather=0',
});

const columns = `t.id, t.no, t.kind, t.title, t.status, t.level, t.source_id, s.name as source_name, t.lead_unit_id,
  u.name as lead_unit_name, t.handler_id, h.name as handler_name, t.due_on, t.original_due_on, t.deadline_raw, t.raised_on,
  t.closed_on, t.latest_progress, t.latest_progress_on, t.round, t.version, t.updated_at`;
const joins = `left join source s on s.id = t.source_id left join unit u on u.id = t.lead_unit_id
  left join person h on h.id = t.handler_id`;

const statements = {
  section: {
    count: `select count(*) from (select 1 from ticket t where t.lead_unit_id = $1 and t.status in ('assigned','in_progress')
      and t.sort_due_on < current_date limit 1001) c`,
    rows: `select ${columns} from ticket t ${joins} where t.lead_unit_id = $1 and t.status in ('assigned','in_progress')
      and t.sort_due_on < current_date order by t.sort_due_on, t.id limit 25`,
  },
  bureau: {
    count: `select count(*) from (select 1 from ticket t where t.kind = 'inspection_issue' and t.status = 'closed' limit 1001) c`,
    rows: `select ${columns} from ticket t ${joins} where t.kind = 'inspection_issue' and t.status = 'closed'
      order by t.sort_due_on, t.id limit 25`,
  },
};

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/ready') return response.end('ok');
  const name = url.pathname.slice(1);
  const { count, rows } = statements[name];
  const values = name === 'section' ? [url.searchParams.get('unit')] : [];
  const [counted, found] = await Promise.all([
    pool.query({ name: `${name}-count`, text: count, values }),
    pool.query({ name: `${name}-rows`, text: rows, values }),
  ]);
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ total: Number(counted.rows[0].count), items: found.rows }));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
