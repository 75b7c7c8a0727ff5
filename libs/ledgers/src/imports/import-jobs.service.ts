import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock, momentOf } from '@xiaohao/calendar';
import { execute, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { FileStore } from '@xiaohao/files';
import { AlreadyDone } from '@xiaohao/jobs';
import { NoticeService } from '@xiaohao/notices';
import { findActor } from '@xiaohao/org';
import { keepProfiles } from './column-profile.queries.js';
import { commitRows } from './import-commit.js';
import { tellImporter } from './import-notice.js';
import type { ImportRecord } from './import-record.js';
import { rejudgeRows } from './import-rejudge.js';
import { storePreview } from './import-preview.js';
import { findImportForJob, keepProgress, publishImport } from './import.queries.js';
import { keepAliases } from './unit-aliases.queries.js';
import { LedgerReader } from '../reading/thread-reader.js';

/** The long halves of an import, run by jobs. Both may run twice without harm. */
@Injectable()
export class ImportJobs {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendars: CalendarService,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(LedgerReader) private readonly reader: LedgerReader,
  ) {}

  /**
   * Reads the uploaded file and stores its preview. What is wrong with the file becomes the import's `failure`; trouble
   * on our side is thrown, so that the job is tried again. One given up may be read after all when somebody asks again.
   */
  async read(importId: string): Promise<void> {
    const record = await findImportForJob(this.db, importId);
    if (!record || !beingRead.includes(record.status)) return;
    await this.advance(record, 5);
    try {
      const { stream } = await this.files.open(record.fileId);
      const file = await buffer(stream);
      await this.whileWanted(record, (signal) => this.db.transaction((tx) => this.keep(tx, record, file, signal)));
    } catch (error) {
      if (error instanceof Overtaken) return;
      if (!(error instanceof AppError)) throw error;
      await this.fail(record, error);
    }
  }

  async giveUpReading(importId: string): Promise<void> {
    const record = await findImportForJob(this.db, importId);
    if (record) await this.fail(record, troubleOnOurSide(importId));
  }

  /**
   * Makes tickets of a confirmed import: all of its rows or none, in one transaction. `done` marks the job in that same
   * transaction, `wanted` tells whether nobody stopped it yet. A refusal takes the import back to its preview with the
   * reason.
   */
  async commit(
    importId: string,
    personId: string,
    done?: (tx: EntityManager) => Promise<void>,
    wanted?: () => Promise<boolean>,
  ): Promise<void> {
    const { today, calendar } = await momentOf(this.clock, this.calendars);
    const signedIn = await findActor(this.db, personId, today);
    const record = await findImportForJob(this.db, importId);
    if (record?.status !== 'committing') return;
    try {
      if (!signedIn) throw new AppError('forbidden');
      await this.db.transaction(async (tx) => {
        const locked = await findImportForJob(tx, importId, 'for update');
        if (locked?.status !== 'committing') return;
        const moment = { today, at: this.clock.now(), calendar };
        const tell = async (progress: number) => {
          if (wanted && !(await wanted())) throw new AppError('importCancelled');
          await keepProgress(this.db, importId, progress);
          await publishImport(this.db, record, 'committing', progress);
        };
        const { created, updated } = await commitRows(this.db, tx, signedIn.actor, locked, moment, tell);
        await execute(
          tx,
          `update ledger_import set status = 'committed', progress = 100, failure = null, committed_at = $2,
             committed_by = $3, version = version + 1, counts = counts || jsonb_build_object('update', $4::int)
           where id = $1`,
          [importId, moment.at, personId, updated],
        );
        await keepProfiles(tx, locked, signedIn.actor, moment.at);
        await keepAliases(tx, signedIn.actor, locked, moment.at);
        await tellImporter(tx, this.notices, locked, 'committed', { count: created, updated, today });
        await keepProgress(tx, importId, null);
        await publishImport(tx, record, 'committed', 100);
        await done?.(tx);
      });
    } catch (error) {
      // Somebody stopped it; where another worker was quicker there is nothing to take back.
      const reason = error instanceof AlreadyDone ? new AppError('importCancelled') : error;
      if (!(reason instanceof AppError)) throw error;
      await this.takeBack(record, reason);
    }
  }

  async giveUpCommit(importId: string): Promise<void> {
    const record = await findImportForJob(this.db, importId);
    if (record) await this.takeBack(record, troubleOnOurSide(importId));
  }

  /** Reads, judges and stores rows part by part; of two workers at once the later waits and finds nothing left to do. */
  private async keep(tx: EntityManager, record: ImportRecord, file: Uint8Array, signal: AbortSignal): Promise<void> {
    await select(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [record.id]);
    await this.assertStillWanted(tx, record, '');
    await execute(tx, 'delete from ledger_import_row where import_id = $1', [record.id]);
    const moment = await momentOf(this.clock, this.calendars);
    const preview = await storePreview(this.db, tx, record, file, moment, {
      reader: this.reader,
      signal,
      tell: (read, all) => this.advance(record, 20 + Math.round((read / Math.max(1, all)) * 75)),
    });
    await this.assertStillWanted(tx, record, 'for update');
    await execute(
      tx,
      `update ledger_import set status = 'ready', progress = 100, failure = null, kind = $2, sheets = $3::jsonb,
         ignored = $4::jsonb, counts = $5::jsonb where id = $1`,
      [
        record.id,
        preview.kinds.length === 1 ? preview.kinds[0] : record.options.kind,
        JSON.stringify(preview.sheets),
        JSON.stringify(preview.ignored),
        JSON.stringify(preview.counts),
      ],
    );
    if (record.version === 1) {
      await tellImporter(tx, this.notices, record, 'ready', {
        count: preview.counts.tickets ?? 0,
        today: moment.today,
      });
    }
    await publishImport(tx, record, 'ready', 100);
  }

  /** Looks now and then whether somebody gave it up or changed it, and stops it there and then. */
  private async whileWanted(record: ImportRecord, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const look = setInterval(
      () => void this.assertStillWanted(this.db, record, '').catch((error: unknown) => stop.abort(error)),
      lookEveryMs,
    );
    try {
      await work(stop.signal);
    } finally {
      clearInterval(look);
    }
  }

  private async assertStillWanted(db: Queryable, record: ImportRecord, lock: string): Promise<void> {
    const [now] = await select<Pick<ImportRecord, 'status' | 'version'>>(
      db,
      `select status, version from ledger_import where id = $1 ${lock}`,
      [record.id],
    );
    if (now?.status !== 'running' || now.version !== record.version) throw new Overtaken();
  }

  private async advance(record: ImportRecord, progress: number): Promise<void> {
    await execute(
      this.db,
      // Of the version that is read: whoever stopped it meanwhile is not to see it running again.
      `update ledger_import set status = 'running', progress = $2
       where id = $1 and status = any($3) and version = $4`,
      [record.id, progress, beingRead, record.version],
    );
    await publishImport(this.db, record, 'running', progress);
  }

  private async fail(record: ImportRecord, error: AppError): Promise<void> {
    await this.db.transaction(async (tx) => {
      const failed = await execute(
        tx,
        `update ledger_import set status = 'failed', failure = $2::jsonb
         where id = $1 and status in ('queued', 'running') and version = $3`,
        [record.id, JSON.stringify(failureOf(error)), record.version],
      );
      if (failed === 0) return;
      await tellImporter(tx, this.notices, record, 'failed', { reason: error.message, today: this.clock.today() });
      await publishImport(tx, record, 'failed', record.progress);
    });
  }

  /** Back to the preview, held against the bureau as it is now: that is what the refusal was about. */
  private async takeBack(record: ImportRecord, error: AppError): Promise<void> {
    const moment = await momentOf(this.clock, this.calendars);
    await this.db.transaction(async (tx) => {
      const taken = await execute(
        tx,
        `update ledger_import set status = 'ready', progress = 100, failure = $2::jsonb, version = version + 1
         where id = $1 and status = 'committing'`,
        [record.id, JSON.stringify(failureOf(error))],
      );
      if (taken === 0) return;
      await rejudgeRows(tx, record, moment);
      await tellImporter(tx, this.notices, record, 'refused', { reason: error.message, today: moment.today });
      await publishImport(tx, record, 'ready', 100);
    });
  }
}

/** Another worker was quicker, or the import was given up or changed meanwhile. */
class Overtaken extends Error {}

const lookEveryMs = 1_000;

const beingRead: readonly ImportRecord['status'][] = ['queued', 'running', 'failed'];

/** The cause stands with the failed job; the importer is told that it is not the file. */
function troubleOnOurSide(importId: string): AppError {
  return new AppError('internal', { requestId: importId });
}

/** What went wrong, in the shape of every other error. */
function failureOf({ code, message, details }: AppError): Record<string, unknown> {
  return { code, message, details };
}
