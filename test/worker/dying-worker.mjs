import { DataSource } from 'typeorm';
import { applicationDataSource, execute } from '../../dist/libs/database/src/index.js';
import { JobWorker, jobNames } from '../../dist/libs/jobs/src/index.js';

/**
 * A worker process for tests that kill it. Builds take for ever; a message takes 20 ms and leaves an effect in the
 * transaction that marks it done.
 */
const { config, timing } = JSON.parse(process.argv[2]);
process.once('disconnect', () => process.exit());

const db = await applicationDataSource(config).initialize();
if (!(db instanceof DataSource)) throw new Error('two copies of TypeORM');

const send = (job) =>
  db.transaction(async (tx) => {
    await execute(tx, `insert into effect values ($1, 'sent')`, [job.id]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await job.done(tx);
  });
const forEver = () => new Promise(() => {});
const handlers = { ...Object.fromEntries(jobNames.map((name) => [name, forEver])), 'message.send': send };

await new JobWorker(db, config, handlers, { timing, schedules: {} }).start();
