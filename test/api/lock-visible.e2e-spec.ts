import type { DataSource, EntityManager } from 'typeorm';
import { applicationDataSource, execute } from '@xiaohao/database';
import { findActor, systemActor, type Actor } from '@xiaohao/org';
import { createTickets, lockLedgerTickets, lockTicket } from '@xiaohao/tickets';
import { assertParent } from '../../libs/tickets/src/acting/ticket-tree.js';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { waitingForLocks } from '../support/waiting.js';

const today = '2026-07-01';
let api: TestApi;
let db: DataSource;
let head: Actor;

beforeAll(async () => {
  api = await bootApi(today);
  db = await applicationDataSource({ databaseUrl: api.appUrl }).initialize();
  head = (await findActor(api.owner, api.bureau.people['head']!, today))!.actor;
});
afterAll(async () => {
  await db.destroy();
  await api.stop();
});

type Lock = (tx: EntityManager, id: string) => Promise<string | undefined>;

const locks: readonly (readonly [name: string, lock: Lock])[] = [
  ['changed', async (tx, id) => (await lockTicket(tx, head, id, null)).id],
  ['divided', async (tx, id) => (await assertParent(tx, head, id, { id: null, kind: 'key_task' }), id)],
  ['corrected by a ledger', async (tx, id) => (await lockLedgerTickets(tx, head, [id])).get(id)?.id],
];

/** Two at once: the first makes another unit lead and keeps the former among the supporting ones. */
it.each(locks)('a ticket one still sees after waiting for another change is there to be %s', async (_, lock) => {
  const { units } = api.bureau;
  const deadline = { kind: 'date' as const, dueOn: '2026-12-31', ongoing: false };
  const draft = { kind: 'key_task' as const, title: '任务', status: 'in_progress' as const, raisedOn: today, deadline };
  const [ticket] = await api.owner.transaction((tx) =>
    createTickets(tx, systemActor, [{ ...draft, leadUnitId: units.chemicals }], { today, at: new Date() }),
  );
  const { id } = ticket!;
  const first = db.createQueryRunner();
  await first.startTransaction();
  await execute(first.manager, 'update ticket set lead_unit_id = $2 where id = $1', [id, units.relief]);
  await execute(first.manager, 'insert into ticket_support_unit (ticket_id, unit_id, sort) values ($1, $2, 1)', [
    id,
    units.chemicals,
  ]);
  const second = db.transaction((tx) => lock(tx, id));
  await waitingForLocks(api.owner, 1);
  await first.commitTransaction();
  await first.release();
  expect(await second).toBe(id);
});
