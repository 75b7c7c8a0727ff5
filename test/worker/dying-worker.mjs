import { DataSource } from 'typeorm';
import { applicationDataSource, execute } from '../../dist/libs/database/src/index.js';
import { JobWorker, jobNames } from '../../dist/libs/jobs/src/index.js';

/**
 * A worker process for tests that kill it. Builds take for ever; a message leaves an effect in the transaction that
 * marks it done, the first fifty do; the others are begun and never end.
 */
const { config, timing } = JSON.parse(process.argv[2]);
process.once('disconnect', () => process.exit());

const db = await applicationDataSource(config).initialize();
if (!(db instanceof DataSource)) throw new Error('two copies of TypeORM');

const forEver = () => new Promise(() => {});
let begun = 0;
const send = (job) =>
  db.transaction(async (tx) => {
    begun += 1;
    await execute(tx, `insert into effect values ($1, 'sent')`, [job.id]);
    if (begun > 50) await forEver();
    await job.done(tx);
  });
const handlers = { ...Object.fromEntries(jobNames.map((name) => [name, forEver])), 'message.send': send };

await new JobWorker(db, config, handlers, { timing, schedules: {} }).start();
