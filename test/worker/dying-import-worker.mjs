import { CalendarService, Clock } from '../../dist/libs/calendar/src/index.js';
import { applicationDataSource } from '../../dist/libs/database/src/index.js';
import { FileStore } from '../../dist/libs/files/src/index.js';
import { JobQueue, JobWorker, jobNames } from '../../dist/libs/jobs/src/index.js';
import { ImportJobs, ledgerReader } from '../../dist/libs/ledgers/src/index.js';
import { NoticeService } from '../../dist/libs/notices/src/index.js';

/** A worker process for tests that kill it in the middle of an import. */
const { databaseUrl, dataFolder, today, timing } = JSON.parse(process.argv[2]);
process.once('disconnect', () => process.exit());

const db = await applicationDataSource({ databaseUrl }).initialize();
const notices = new NoticeService(db, { smtpFrom: 'xiaohao@test.invalid' }, new JobQueue());
const files = new FileStore({ dataFolder }, db);
const reader = ledgerReader({ ledgerSeconds: 300, ledgerMb: 1024 });
const imports = new ImportJobs(db, files, new Clock({ today }), new CalendarService(db), notices, reader);
const handlers = {
  ...Object.fromEntries(jobNames.map((name) => [name, async () => {}])),
  'import.read': ({ payload }) => imports.read(payload.importId),
  'import.commit': ({ payload, done }) => imports.commit(payload.importId, payload.personId, done),
};

await new JobWorker(db, { databaseUrl, redisUrl: null, today }, handlers, { timing, schedules: {} }).start();
