import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { CalendarService } from '@xiaohao/calendar';
import { ownerDataSource, select } from '@xiaohao/database';
import { ticketKinds, ticketStatuses, type Day } from '@xiaohao/domain';
import { FileStore } from '@xiaohao/files';
import { readWatchdog } from '@xiaohao/reminders';
import { verifyChains } from '@xiaohao/tickets';
import { loadDemo } from '../../apps/cli/src/demo/load-demo.js';
import { createSuiteDatabase, type SuiteDatabase } from '../support/suite-database.js';

jest.setTimeout(120_000);

/** A plain weekday and one after long holidays: the stories must fit any. */
const days = ['2026-07-01', '2027-02-17'] as const;
let folder: string;
const databases: SuiteDatabase[] = [];
const sources: DataSource[] = [];

async function bureauOf(today: Day): Promise<DataSource> {
  const database = await createSuiteDatabase();
  databases.push(database);
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  sources.push(owner);
  expect(await load(owner, today)).toBe(true);
  return owner;
}

async function load(owner: DataSource, today: Day): Promise<boolean> {
  const calendar = await new CalendarService(owner).loadCalendar();
  const files = new FileStore({ dataFolder: folder }, owner);
  return loadDemo(owner, files, calendar, { today, secret: 's'.repeat(64) });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
});
afterAll(async () => {
  for (const source of sources) await source.destroy();
  for (const database of databases) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const told = `select no, title, kind, status, due_on, closed_on, event_count from ticket order by no`;

it.each(days)('loads on %s: chains that hold, nothing after yesterday, every kind and status', async (today) => {
  const owner = await bureauOf(today);
  expect(await verifyChains(owner)).toMatchObject({ broken: null });
  const late = `select count(*)::int as count from event where (at at time zone 'Asia/Shanghai')::date >= $1::date`;
  expect(await select(owner, late, [today])).toEqual([{ count: 0 }]);
  const [seen] = await select<{ kinds: string[]; statuses: string[] }>(
    owner,
    `select array_agg(distinct kind) as kinds, array_agg(distinct status) as statuses from ticket`,
  );
  expect(seen!.kinds.sort()).toEqual([...ticketKinds].sort());
  expect(seen!.statuses.sort()).toEqual([...ticketStatuses].sort());
});

it.each(days.map((day, at) => [day, at] as const))(
  'shows on %s what only governing brings about',
  async (today, at) => {
    const [seen] = await select<Record<string, number>>(
      sources[at]!,
      `select (select count(*)::int from post where acting_for_post_id is not null and $1::date between from_on and to_on) as leaves,
       (select count(*)::int from group_member where to_on is null) as members,
       (select count(*)::int from spread_answer a join ticket_relation r on r.from_id = a.ticket_id and r.type = 'spread_of') as found,
       (select count(*)::int from look_back_row b join ticket_relation r on r.from_id = b.follow_up_ticket_id
          and r.to_id = b.ticket_id and r.type = 'recurrence_of' where b.follow_up = 'recurrence') as again`,
      [today],
    );
    expect(seen).toEqual({ leaves: 1, members: 10, found: 1, again: 1 });
  },
);

it.each(days.map((day, at) => [day, at] as const))('raises on %s no alarm of a missed reminder', async (today, at) => {
  const owner = sources[at]!;
  const calendar = await new CalendarService(owner).loadCalendar();
  const beforeTheSweep = new Date(`${today}T08:00:00+08:00`);
  expect(await readWatchdog(owner, today, beforeTheSweep, calendar)).toMatchObject({ message: null });
});

it('tells the same stories for the same day, and loads once', async () => {
  const [day] = days;
  const again = await bureauOf(day);
  expect(await select(again, told)).toEqual(await select(sources[0]!, told));
  expect(await load(again, day)).toBe(false);
});

it('shows of a past day what was known then: its record time is that of the day', async () => {
  const knownThen = `select count(*)::int as count from ticket_history
    where recorded_from <= $1::timestamptz and recorded_to > $1::timestamptz and status = 'closed'`;
  const [then] = await select<{ count: number }>(sources[0]!, knownThen, ['2026-03-31T23:59:59+08:00']);
  const [closed] = await select<{ count: number }>(
    sources[0]!,
    `select count(distinct ticket_id)::int as count from ticket_round where closed_on <= '2026-03-31'`,
  );
  expect(then!.count).toBeGreaterThan(0);
  // A ticket opened again since was closed then; none of the others has been.
  expect(then!.count).toBeLessThanOrEqual(closed!.count);
  expect(closed!.count - then!.count).toBeLessThan(5);
});
