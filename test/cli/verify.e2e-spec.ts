import { CalendarService, Clock, dayInShanghai } from '@xiaohao/calendar';
import { execute, select } from '@xiaohao/database';
import { JobQueue } from '@xiaohao/jobs';
import { findActor, systemActor } from '@xiaohao/org';
import { computeRoot, createTickets, hashOf, TicketService, type TicketEvent } from '@xiaohao/tickets';
import { openCommandStage, refusalOf, type CommandStage } from '../support/command-stage.js';

jest.setTimeout(120_000);

const today = '2026-07-01';
let stage: CommandStage;
/** Imported, edited once: two events. */
let edited: { id: string; no: string };

beforeAll(async () => {
  stage = await openCommandStage(today);
  const { owner, bureau } = stage;
  const drafts = ['台账更新不及时', '演练记录缺签字', '值班交接不完整'].map((title) => ({
    kind: 'inspection_issue' as const,
    title,
    status: 'in_progress' as const,
    sourceId: bureau.sourceId,
    leadUnitId: bureau.units.chemicals,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date' as const, dueOn: '2026-08-31', ongoing: false },
  }));
  const made = await owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  edited = made[1]!;
  const tickets = new TicketService(owner, new JobQueue(), new Clock({ today }), new CalendarService(owner));
  const inspection = (await findActor(owner, bureau.people['inspection']!, today))!.actor;
  await tickets.edit(inspection, edited.id, 1, { title: '应急演练记录缺少签字' });
  await change('create table kept as select * from event');
});
afterEach(async () => {
  await change('delete from event');
  await change('insert into event select * from kept');
});
afterAll(() => stage?.close());

const change = (sql: string, ...values: unknown[]) => execute(stage.owner, sql, values);

describe('xiaohao verify', () => {
  it('is content with chains as they were written', async () => {
    expect(await stage.run('verify')).toEqual({ code: 0, out: '核验通过：3 件事项，4 个事件\n', error: '' });
  });

  it.each([
    [
      'an event rewritten by hand',
      `update event set payload = payload || '{"note":"改过"}' where ticket_id = $1 and seq = 1`,
      '第 1 个事件内容与校验值不符',
    ],
    [
      'who did it replaced',
      `update event set actor_name = '他人' where ticket_id = $1 and seq = 2`,
      '第 2 个事件内容与校验值不符',
    ],
    [
      'when it was moved',
      `update event set at = at - interval '1 day' where ticket_id = $1 and seq = 2`,
      '第 2 个事件内容与校验值不符',
    ],
    ['its last event taken away', `delete from event where ticket_id = $1 and seq = 2`, '第 2 个事件缺失'],
    ['its first event taken away', `delete from event where ticket_id = $1 and seq = 1`, '第 1 个事件缺失'],
  ])('names the ticket and the event that does not hold: %s', async (_, sql, reason) => {
    await change(sql, edited.id);
    expect(await stage.run('verify')).toEqual(refusalOf(1, `${edited.no} ${reason}`));
  });

  it('is not misled by an event whose hash was computed anew: the ticket keeps the end of its chain', async () => {
    const [event] = await select<TicketEvent>(
      stage.owner,
      `select ticket_id as "ticketId", seq, at, actor_id as "actorId", actor_name as "actorName", action, payload,
         prev_hash as "prevHash" from event where ticket_id = $1 and seq = 2`,
      [edited.id],
    );
    const payload = { changed: { title: '另一个题目' } };
    const hash = hashOf({ ...event!, payload });
    await change('update event set payload = $2, hash = $3 where ticket_id = $1 and seq = 2', edited.id, payload, hash);
    expect(await stage.run('verify')).toEqual(refusalOf(1, `${edited.no} 第 2 个事件`));
  });

  it('is not misled by a ticket whose end was moved along: its history keeps every former end', async () => {
    const [ticket] = await select<{ head: string }>(
      stage.owner,
      'select event_head as head from ticket where id = $1',
      [edited.id],
    );
    await change('delete from event where ticket_id = $1 and seq = 2', edited.id);
    await change(
      `update ticket t set event_count = 1, event_head = e.hash from event e
       where t.id = $1 and e.ticket_id = t.id and e.seq = 1`,
      edited.id,
    );
    expect(await stage.run('verify')).toEqual(refusalOf(1, `${edited.no} 第 2 个事件缺失`));
    await change('update ticket set event_count = 2, event_head = $2 where id = $1', edited.id, ticket!.head);
  });

  it('misses a ticket that was taken away with all its events', async () => {
    const { owner } = stage;
    const taken = await owner.transaction(async (tx) => {
      const draft = { kind: 'key_task', title: '撤走', status: 'draft', raisedOn: '2026-01-15' } as const;
      const deadline = { kind: 'unresolved', dueOn: null, ongoing: false } as const;
      const [made] = await createTickets(tx, systemActor, [{ ...draft, deadline }], { today, at: new Date() });
      return made!;
    });
    for (const table of ['event', 'ticket_round']) await change(`delete from ${table} where ticket_id = $1`, taken.id);
    await change('delete from ticket where id = $1', taken.id);
    expect(await stage.run('verify')).toEqual(refusalOf(1, `${taken.no} 第 1 个事件缺失`));
    await change('delete from ticket_history where id = $1', taken.id);
  });

  it('proves the records against the root somebody kept, and refuses another', async () => {
    const day = dayInShanghai(new Date());
    const { root } = await computeRoot(stage.owner, day);
    const agreed = await stage.run('verify', '--root', `${day}:${root}`);
    expect([agreed.code, agreed.out.split('\n')[1]]).toEqual([
      0,
      `校验根相符：截至 ${day} 3 件事项，4 个事件，校验根 ${root}`,
    ]);
    const other = `${day}:${'0'.repeat(64)}`;
    expect(await stage.run('verify', '--root', other)).toMatchObject({
      code: 1,
      error: expect.stringContaining(`截至 ${day} 的记录与留存的校验根不符`),
    });
    for (const wrong of ['2026-02-30:' + root, root, `${day}:abc`]) {
      expect([wrong, (await stage.run('verify', '--root', wrong)).code]).toEqual([wrong, 2]);
    }
  });

  it('finds by the root what nothing in the database tells any more: events gone with every trace of them', async () => {
    const day = dayInShanghai(new Date());
    const { root } = await computeRoot(stage.owner, day);
    await change('delete from event where ticket_id = $1', edited.id);
    await change(`update ticket set event_count = 0, event_head = '' where id = $1`, edited.id);
    await change('delete from ticket_history where id = $1', edited.id);
    expect((await stage.run('verify')).code).toBe(0);
    expect((await stage.run('verify', '--root', `${day}:${root}`)).code).toBe(1);
    await change(
      `update ticket set event_count = 2, event_head = (select hash from kept where ticket_id = $1 and seq = 2) where id = $1`,
      edited.id,
    );
  });

  it('is content again once all is as it was', async () => {
    expect((await stage.run('verify')).code).toBe(0);
  });
});
