import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationDataSource, execute, newId, ownerDataSource, select } from '@xiaohao/database';
import { JobQueue } from '@xiaohao/jobs';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { buildBureau } from '../support/bureau.js';
import { pause, until } from '../support/job-stage.js';
import { openSmtpSink, type ReceivedMail } from '../support/smtp-sink.js';
import { createSuiteDatabase } from '../support/suite-database.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

jest.setTimeout(180_000);

const monday = '2022-07-04';
const handlers = 1_000;
/** The handlers, their head, the deputy in charge and the chief. */
const people = handlers + 3;
const halfWay = Math.floor(people / 2);
/** Five jobs at once, each with five mails in one transaction: what a dying worker may leave sent but unmarked. */
const mailsUnderWay = 25;

const queueHomes = [
  { home: 'PostgreSQL', redisUrl: () => '' },
  { home: 'Redis', redisUrl: () => process.env['TEST_REDIS_URL']! },
];

// The homes take turns waiting for the dead worker's locks to run out, so they may as well wait together.
it.concurrent.each(queueHomes)(
  'a worker killed in the middle of a thousand mails loses none, jobs on $home',
  async ({ home, redisUrl }) => {
    const stage = await openStage(redisUrl());
    try {
      await stage.enqueueWeeklyNotice();
      const dying = stage.startWorker();
      const dead = new Promise<void>((resolve, reject) => {
        stage.sink.beforeAnswer = () => {
          if (stage.sink.mails.length === halfWay) void dying.kill().then(resolve, reject);
        };
      });
      await dead;
      await pause(100);
      const sentBefore = stage.sink.mails.length;
      expect(await stage.queued()).toBeGreaterThanOrEqual(people - sentBefore);
      expect(sentBefore).toBeLessThan(people);

      await stage.startWorker().ready;
      await until(async () => (await stage.queued()) === 0, 'all mails are sent', 90_000);
      const { mails } = stage.sink;
      const [first, again] = firstAndAgain(mails);
      process.stderr.write(
        `${home}: ${people} mails, the worker killed after ${sentBefore}, ${again.length} sent twice: taken by the mail ` +
          `server before the worker could note it\n`,
      );
      expect(first).toHaveLength(people);
      expect(await stage.messageIds()).toEqual(messageIdsOf(first));
      expect(again.length).toBeLessThanOrEqual(mailsUnderWay);
      for (const mail of again) {
        const { messageId, subject, text } = first.find(({ to }) => to === mail.to)!;
        expect(mail).toMatchObject({ messageId, subject, text });
      }
      // The last mail is out before the job that sent it is.
      await until(async () => (await stage.unfinishedJobs()).length === 0, 'every job is done', 90_000);
    } finally {
      await stage.close();
    }
  },
);

it.each(queueHomes)('two workers at once send one mail a person, jobs on $home', async ({ redisUrl }) => {
  const stage = await openStage(redisUrl());
  try {
    const workers = [stage.startWorker(), stage.startWorker()];
    await Promise.all(workers.map(({ ready }) => ready));
    stage.sink.beforeAnswer = () => pause(20);
    await stage.enqueueWeeklyNotice({ times: 4 });
    await until(
      async () => stage.sink.mails.length >= people && (await stage.unfinishedJobs()).length === 0,
      'all is sent',
      90_000,
    );
    const { mails } = stage.sink;
    const [first, again] = firstAndAgain(mails);
    expect([first.length, again.length]).toEqual([people, 0]);
    expect(await stage.messageIds()).toEqual(messageIdsOf(mails));
    for (const { finished } of workers) expect(finished('message.send')).toBeGreaterThan(0);
  } finally {
    await stage.close();
  }
});

/** By address, in order: with a mail too many or too few it does not equal what was written. */
const messageIdsOf = (mails: readonly ReceivedMail[]) => mails.map(({ to, messageId }) => `${to} ${messageId}`).sort();

function firstAndAgain(mails: readonly ReceivedMail[]): [first: ReceivedMail[], again: ReceivedMail[]] {
  const seen = new Set<string>();
  const isFirst = mails.map(({ to }) => !seen.has(to) && seen.add(to));
  return [mails.filter((_, at) => isFirst[at]), mails.filter((_, at) => !isFirst[at])];
}

/** A bureau whose thousand handlers have one overdue ticket each, and a mail server. */
async function openStage(redisUrl: string) {
  const database = await createSuiteDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
  const sink = await openSmtpSink();
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const db = await applicationDataSource({ databaseUrl: database.appUrl }).initialize();
  const workers: WorkerProcess[] = [];
  const bureau = await buildBureau(owner);
  const ids = Array.from({ length: handlers }, () => newId());
  await owner.transaction(async (tx) => {
    await execute(
      tx,
      `insert into person (id, username, name, email)
       select id, 'many' || n, '承办' || n, 'many' || n || '@test.invalid' from unnest($1::uuid[]) with ordinality r (id, n)`,
      [ids],
    );
    await execute(
      tx,
      `insert into post (id, person_id, unit_id, role, from_on)
       select gen_random_uuid(), id, $2, 'handler', '2020-01-01' from unnest($1::uuid[]) id`,
      [ids, bureau.units.chemicals],
    );
    const drafts = ids.map((handlerId, index): NewTicket => ({
      kind: 'inspection_issue',
      title: `第 ${index + 1} 处台账登记与现场不一致`,
      status: 'in_progress',
      leadUnitId: bureau.units.chemicals,
      handlerId,
      deadline: { kind: 'date', dueOn: '2022-06-20', ongoing: false },
      raisedOn: '2022-01-10',
    }));
    await createTickets(tx, systemActor, drafts, { today: '2022-01-10', at: new Date() });
  });
  const count = async (sql: string) => (await select<{ count: number }>(db, sql))[0]!.count;
  return {
    sink,
    async enqueueWeeklyNotice({ times } = { times: 1 }) {
      const payloads = Array.from({ length: times }, () => ({ day: monday }));
      await db.transaction((tx) => new JobQueue().addAll(tx, 'reminder.weekly', payloads));
    },
    startWorker() {
      const worker = startWorker({
        DATABASE_URL: database.appUrl,
        REDIS_URL: redisUrl,
        SMTP_URL: sink.url,
        SMTP_FROM: 'xiaohao@test.invalid',
        XIAOHAO_DATA: dataFolder,
        XIAOHAO_SECRET: 's'.repeat(64),
        XIAOHAO_TODAY: monday,
      });
      workers.push(worker);
      return worker;
    },
    queued: () => count(`select count(*)::int from delivery where channel = 'mail' and status <> 'sent'`),
    async messageIds() {
      const rows = await select<{ line: string }>(
        db,
        `select address || ' ' || mail_message_id as line from delivery where channel = 'mail'`,
      );
      return rows.map(({ line }) => line).sort();
    },
    unfinishedJobs: () =>
      select(
        db,
        `select job, failure from outbox where job in ('reminder.weekly', 'message.send') and done_at is null`,
      ),
    async close() {
      await Promise.all(workers.map((worker) => worker.kill()));
      await sink.close();
      await db.destroy();
      await owner.destroy();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
