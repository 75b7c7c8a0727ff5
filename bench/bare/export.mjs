import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { pool } from './bare-server.mjs';

// The least that could carry the same cells of the inspection office into a sheet: keyset batches, inline texts, one packed stream; no rights, no
// looks, no fitted rows, no lights.

const batch = 2000;
const statement = `select t.id, t.sort_due_on::text as sort, t.no, t.kind, t.title, t.status, s.name as source,
    coalesce(l.name, t.leader_name) as leader, u.name as unit,
    (select string_agg(su.name, '、' order by x.sort) from ticket_support_unit x join unit su on su.id = x.unit_id
      where x.ticket_id = t.id) as helping,
    coalesce((select string_agg(p.name, '、' order by p.sort) from ticket_person p where p.ticket_id = t.id), h.name) as persons,
    (select string_agg(m.text, E'\\n' order by m.sort) from measure m where m.ticket_id = t.id) as measures,
    t.due_on, t.closed_on, t.latest_progress, t.progress_percent, t.details->>'remark' as remark
  from (select * from ticket t where t.kind = 'inspection_issue' and (t.sort_due_on, t.id) > ($1::date, $2::uuid) order by t.sort_due_on, t.id limit ${batch}) t
  left join source s on s.id = t.source_id left join unit u on u.id = t.lead_unit_id
  left join person l on l.id = t.leader_id left join person h on h.id = t.handler_id order by t.sort_due_on, t.id`;

const escaped = (value) =>
  String(value ?? '').replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign]);

async function* sheet() {
  let after = ['-infinity', '00000000-0000-0000-0000-000000000000'];
  yield '<worksheet><sheetData>';
  for (;;) {
    const { rows } = await pool.query({ name: 'export', text: statement, values: after });
    yield rows
      .map(({ id: _, sort: __, ...cells }) => {
        const written = Object.values(cells).map((value) => `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`);
        return `<row>${written.join('')}</row>`;
      })
      .join('');
    if (rows.length < batch) break;
    after = [rows.at(-1).sort, rows.at(-1).id];
  }
  yield '</sheetData></worksheet>';
}

const server = createServer((request, response) => {
  if (request.url === '/ready') return response.end('ok');
  Readable.from(sheet())
    .pipe(createGzip({ level: 1 }))
    .pipe(response);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
