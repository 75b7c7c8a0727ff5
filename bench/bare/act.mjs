import { createHash, randomUUID } from 'node:crypto';
import { ask, inTransaction, serveBare } from './bare-server.mjs';
import { readDetail } from './ticket-detail.mjs';

const lock = 'select status, version, event_count, event_head, handler_id from ticket where id = $1 for update';
const change = `update ticket set status = $2, review_on = $3, version = version + 1, event_count = $4, event_head = $5,
  updated_at = $6 where id = $1 returning pg_notify('live', json_build_object('type', 'ticket', 'id', id)::text)`;
const tell = `insert into event (ticket_id, seq, at, actor_id, actor_name, action, payload, prev_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const enqueue = `insert into outbox (id, job, payload) values ($1, 'ticket.changed', $2)`;

/** The same rows as ours: the ticket with its next version, its event with a hash, the job; history follows by trigger. */
serveBare({
  '/act': ({ body: { id, version, action } }) =>
    inTransaction(async (client) => {
      const { rows } = await ask(client, lock, [id]);
      const ticket = rows[0];
      if (ticket.version !== version) throw new Error('stale');
      const suspends = action === 'suspend';
      const at = new Date();
      const payload = { from: ticket.status, reason: '等待上级批复' };
      const seq = ticket.event_count + 1;
      const hash = createHash('sha256')
        .update(JSON.stringify([id, seq, at, action, payload, ticket.event_head]))
        .digest('hex');
      const reviewOn = suspends ? new Date(Date.now() + 86_400_000 * 30) : null;
      await ask(client, change, [id, suspends ? 'suspended' : 'in_progress', reviewOn, seq, hash, at]);
      await ask(client, tell, [id, seq, at, ticket.handler_id, '人员', action, payload, ticket.event_head, hash]);
      await ask(client, enqueue, [randomUUID(), { ticketId: id, seq }]);
      return readDetail(client, id);
    }),
});
