import { createHash, randomUUID } from 'node:crypto';
import { ask, inTransaction, serveBare } from './bare-server.mjs';
import { readDetail } from './ticket-detail.mjs';

const number = `insert into ticket_number as n (prefix, year, last) values ('XC', 2027, 1)
  on conflict (prefix, year) do update set last = n.last + 1 returning last`;
const insert = `insert into ticket (id, no, kind, title, description, status, lead_unit_id, deadline_kind, due_on,
    original_due_on, raised_on, event_count, event_head)
  values ($1, $2, 'inspection_issue', $3, $4, 'draft', $5, 'date', $6, $6, current_date, 1, $7)`;
const measure = 'insert into measure (id, ticket_id, sort, text) values ($1, $2, 0, $3)';
const tell = `insert into event (ticket_id, seq, at, actor_id, actor_name, action, payload, prev_hash, hash)
  values ($1, 1, $2, null, '人员', 'create', $3, '', $4)`;

/** The same rows as ours: number, ticket, measure, event with a hash; history, round and search follow by trigger. */
serveBare({
  '/create': ({ body: { title, description, leadUnitId, deadline, measures } }) =>
    inTransaction(async (client) => {
      const { rows } = await ask(client, number);
      const [id, no, at] = [randomUUID(), `XC-2027-${String(rows[0].last).padStart(4, '0')}`, new Date()];
      const payload = { no, title, status: 'draft', dueOn: deadline.dueOn };
      const hash = createHash('sha256')
        .update(JSON.stringify([id, 1, at, payload]))
        .digest('hex');
      await ask(client, insert, [id, no, title, description, leadUnitId, deadline.dueOn, hash]);
      await ask(client, tell, [id, at, payload, hash]);
      await ask(client, measure, [randomUUID(), id, measures[0].text]);
      return readDetail(client, id);
    }),
});
