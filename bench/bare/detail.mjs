import { ask, pool, serveBare } from './bare-server.mjs';
import { readDetail } from './ticket-detail.mjs';

serveBare({
  '/ticket': ({ query }) => readDetail(pool, query.get('id')),
  '/events': async ({ query }) => {
    const { rows } = await ask(
      pool,
      'select seq, at, actor_id, actor_name, action, payload from event where ticket_id = $1 order by seq desc',
      [query.get('id')],
    );
    return { items: rows };
  },
});
