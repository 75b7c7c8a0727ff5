import { Clock, dayInShanghai } from '@xiaohao/calendar';
import { execute, select } from '@xiaohao/database';
import { addDays } from '@xiaohao/domain';
import { JobQueue } from '@xiaohao/jobs';
import { NoticeService } from '@xiaohao/notices';
import { systemActor } from '@xiaohao/org';
import { createTickets, DailyRootService } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';

/** Events bear the real time, so the days of this suite are the real ones. */
const today = dayInShanghai(new Date());
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());

const rootsOn = (day: string) =>
  new DailyRootService(
    api.owner,
    new Clock({ today: day }),
    new NoticeService(api.owner, { smtpFrom: 'xiaohao@test.invalid' }, new JobQueue()),
  );
const create = (title: string) =>
  api.owner.transaction((tx) =>
    createTickets(
      tx,
      systemActor,
      [
        {
          kind: 'inspection_issue',
          title,
          status: 'assigned',
          raisedOn: today,
          deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
        },
      ],
      { today, at: new Date() },
    ),
  );
const mails = () =>
  select<{ username: string; subject: string }>(
    api.owner,
    `select p.username, m.subject from message m join person p on p.id = m.person_id
     where m.rule_code = 'daily_root' order by m.for_on, p.username`,
  );

it('keeps one root for each day that is over, and mails the auditor only what is new', async () => {
  await rootsOn(today).keepDue();
  expect(await mails()).toEqual([]);
  await create('一件');
  const tomorrow = addDays(today, 1);
  await Promise.allSettled([rootsOn(tomorrow).keepDue(), rootsOn(tomorrow).keepDue()]);
  await rootsOn(tomorrow).keepDue();
  await rootsOn(addDays(today, 4)).keepDue();
  const roots = await rootsOn(today).list(10);
  expect(roots.map(({ day, tickets, events }) => [day, tickets, events])).toEqual([
    [addDays(today, 3), 1, 1],
    [addDays(today, 2), 1, 1],
    [addDays(today, 1), 1, 1],
    [today, 1, 1],
    [addDays(today, -1), 0, 0],
  ]);
  expect(new Set(roots.slice(0, 4).map(({ root }) => root)).size).toBe(1);
  expect(await mails()).toEqual([{ username: 'auditor', subject: `${today} 全过程记录校验根` }]);
});

it('shows the roots to the auditor and the administrator, and nobody can change one as the application', async () => {
  const { body } = await api.as('auditor').get('/api/daily-roots');
  expect(body.items[0]).toMatchObject({ root: expect.stringMatching(/^[0-9a-f]{64}$/), tickets: 1 });
  expect((await api.as('admin').get('/api/daily-roots')).status).toBe(200);
  expect((await api.as('chief').get('/api/daily-roots')).status).toBe(403);
  await api.owner.transaction(async (tx) => {
    await execute(tx, 'set local role xiaohao_app');
    await expect(execute(tx, `update daily_root set root = ''`)).rejects.toThrow('permission denied');
  });
});
