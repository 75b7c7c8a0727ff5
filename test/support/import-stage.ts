import { CalendarService, Clock } from '@xiaohao/calendar';
import { applicationDataSource, select } from '@xiaohao/database';
import { FileStore } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import { ImportJobs, ledgerReader, type LedgerReader } from '@xiaohao/ledgers';
import { NoticeService } from '@xiaohao/notices';
import type { DataSource } from 'typeorm';
import type { Answer, Caller, TestApi } from './boot-api.js';

export interface ImportStage {
  db: DataSource;
  jobs: ImportJobs;
  /** Runs what waits in the outbox for imports, as a worker would. */
  runJobs(): Promise<void>;
  /** Uploads, has it read and returns the preview. */
  preview(caller: Caller, file: Buffer, fields?: Record<string, string>, name?: string): Promise<Answer>;
  /** The same, committed. */
  commit(caller: Caller, file: Buffer, fields?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** A worker's services on the suite's database, with connections of their own. */
export async function openImportStage(
  api: TestApi,
  today: string,
  reader: LedgerReader = ledgerReader({ ledgerSeconds: 300, ledgerMb: 1024 }),
): Promise<ImportStage> {
  const db = await applicationDataSource({ databaseUrl: api.appUrl }).initialize();
  const config = { dataFolder: api.dataFolder, smtpFrom: 'xiaohao@test.invalid' };
  const notices = new NoticeService(db, config, new JobQueue());
  const files = new FileStore(config, db);
  const jobs = new ImportJobs(db, files, new Clock({ today }), new CalendarService(db), notices, reader);
  const stage: ImportStage = {
    db,
    jobs,
    async runJobs() {
      const waiting = await select<{ id: string; job: string; payload: { importId: string; personId: string } }>(
        api.owner,
        `update outbox set done_at = now() where done_at is null and job like 'import.%' returning id, job, payload`,
      );
      for (const { job, payload } of waiting) {
        if (job === 'import.read') await jobs.read(payload.importId);
        else await jobs.commit(payload.importId, payload.personId).catch(() => undefined);
      }
    },
    async preview(caller, file, fields = {}, name = '整改台账.xlsx') {
      const { status, body } = await caller.upload('/api/imports', [{ name, content: file }], fields);
      if (status !== 201) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
      await stage.runJobs();
      return caller.get(`/api/imports/${body.id}`);
    },
    async commit(caller, file, fields) {
      const { body } = await stage.preview(caller, file, fields);
      const started = await caller.post(`/api/imports/${body.id}/commit`);
      if (started.status !== 200) throw new Error(`commit: ${started.status} ${JSON.stringify(started.body)}`);
      await stage.runJobs();
      return caller.get(`/api/imports/${body.id}`);
    },
    close: () => db.destroy(),
  };
  return stage;
}
