import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock, momentOf } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import { kindsCoordinatedBy, kindsRegisteredBy, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import { mayKeep } from '@xiaohao/tickets';
import { assertMayAccept, formerAccepts } from './import-accepts.js';
import { cancelImport } from './import-cancel.js';
import { assertMayCommit } from './import-commit.js';
import { markedFile } from './import-errors.js';
import {
  applyCells,
  assertSomethingIsRead,
  formerChoices,
  needsNewReading,
  withoutBefore,
  withEdit,
  type ImportEdit,
  type ImportUndo,
  type StatedOptions,
} from './import-edits.js';
import { defaultOptions, readingOptionsOf, type ImportRecord } from './import-record.js';
import { plainName } from './name-matching.js';
import { rejudgeRows, rejudgeSome } from './import-rejudge.js';
import { renewRows } from './import-renewal.js';
import { tellingsOf } from './import-tellings.js';
import { takeImportBack } from './import-undo.js';
import {
  buildImportView,
  summaryView,
  type EditedImportView,
  type ImportSummaryView,
  type ImportView,
} from './import-view.js';
import {
  getImport,
  keepProgress,
  listImports,
  listPreviews,
  listRowsAt,
  listRowsNaming,
  lockImport,
  publishImport,
} from './import.queries.js';
import { countLeftOut } from './left-out.queries.js';
import { findingsInTheEnd } from '../reading/sheets/counted-findings.js';
import { findOrigin, type TicketOrigin } from './ticket-origin.js';
import { assertUnitsArePresent } from './unknown-units.js';
import { assertLooksReadable } from './upload.js';

/** Bytes an uploaded ledger may have. */
export const ledgerLimitBytes = 20_000_000;

export type ImportStart = Partial<StatedOptions>;

/** A ledger on its way in: uploaded, read by a job, looked over by a person, committed by a job. */
@Injectable()
export class ImportService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendars: CalendarService,
  ) {}

  /** Keeps the file and has it read; returns the import's id. */
  async start(
    actor: Actor,
    file: { name: string; content: Readable | Buffer },
    options: ImportStart = {},
  ): Promise<{ id: string }> {
    const mine = kindsRegisteredBy(actor.roles);
    const { kind = 'auto' } = options;
    if (mine.length === 0 || (kind !== 'auto' && !mine.includes(kind))) throw new AppError('forbidden', { kind });
    assertMayCreateUnits(actor, options);
    const content = Buffer.isBuffer(file.content) ? file.content : await buffer(file.content);
    if (content.length > ledgerLimitBytes) throw new AppError('fileTooLarge', { limit: '20 MB' });
    await assertLooksReadable(content, file.name);
    const received = await this.files.receive(content, { name: file.name, limitBytes: ledgerLimitBytes });
    const id = newId();
    const stated = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    await this.db.transaction(async (tx) => {
      const stored = await this.files.record(tx, received, actor.personId);
      await execute(
        tx,
        `insert into ledger_import (id, status, file_id, file_name, kind, options, created_by)
         values ($1, 'queued', $2, $3, $4, $5::jsonb, $6)`,
        [id, stored.id, stored.name, kind, JSON.stringify({ ...defaultOptions, ...stated }), actor.personId],
      );
      await this.jobs.add(tx, 'import.read', { importId: id }, { askedBy: actor.personId });
    });
    return { id };
  }

  async get(actor: Actor, id: string): Promise<ImportView> {
    return buildImportView(this.db, await getImport(this.db, actor, id));
  }

  /** Their own file with what is to be put right marked in it, to be corrected and given again. */
  async markedFile(actor: Actor, id: string): Promise<{ name: string; stream: Readable }> {
    const record = await getImport(this.db, actor, id);
    if (record.status === 'queued' || record.status === 'running' || record.status === 'failed') throw notNow(record);
    const rows = await listPreviews(this.db, id, null);
    const leftOut = await countLeftOut(this.db, record);
    const sheets = record.sheets.map((sheet) => ({ name: sheet.name, findings: findingsInTheEnd(sheet, leftOut) }));
    const tellings = tellingsOf(sheets, rows, record.options.accepted);
    return markedFile(await this.files.read(record.fileId), record.fileName, tellings, this.clock.now());
  }

  /** The file as it was uploaded, for its importer and the office that keeps its kind. */
  async openFile(actor: Actor, id: string): Promise<{ name: string; stream: Readable }> {
    const record = await getImport(this.db, actor, id);
    const { stream } = await this.files.open(record.fileId);
    return { name: record.fileName, stream };
  }

  originOf(actor: Actor, ticketId: string): Promise<TicketOrigin> {
    return findOrigin(this.db, actor, ticketId);
  }

  async list(actor: Actor): Promise<ImportSummaryView[]> {
    return (await listImports(this.db, actor)).map(summaryView);
  }

  /**
   * Changes what is to become of a preview. Cells and decisions take effect at once; columns, header, kind, year, base
   * date and source have the file read again (`queued`). The answer has all rows, or just those that read otherwise now,
   * and what takes the edit back.
   */
  async patch(
    actor: Actor,
    id: string,
    version: number,
    edit: ImportEdit,
    { changedOnly = false } = {},
  ): Promise<EditedImportView> {
    const moment = await momentOf(this.clock, this.calendars);
    const { nos, undo } = await this.db.transaction(async (tx): Promise<{ nos: number[]; undo: ImportUndo | null }> => {
      const record = await lockImport(tx, actor, id);
      if (record.version !== version) throw new AppError('stale', { version: record.version, status: record.status });
      const readAgain = needsNewReading(edit);
      // A file without a recognisable header may still be told where its header is.
      if (record.status !== 'ready' && !(record.status === 'failed' && readAgain)) throw notNow(record);
      const { kind } = edit.options ?? {};
      if (kind && kind !== 'auto' && !kindsRegisteredBy(actor.roles).includes(kind)) {
        throw new AppError('forbidden', { kind });
      }
      const creates = edit.options?.createUnits || edit.units?.some(({ create }) => create);
      assertMayCreateUnits(actor, { createUnits: creates });
      assertSomethingIsRead(record, edit);
      assertMayAccept(edit.accepts ?? []);
      await assertUnitsArePresent(tx, [
        ...(edit.units ?? []),
        { name: '牵头单位', unitId: edit.options?.leadUnitId ?? null },
      ]);
      const options = withEdit(record.options, edit);
      if (readAgain) options.before = record.status === 'ready' ? withoutBefore(record.options) : record.options.before;
      const changed: ImportRecord = { ...record, options };
      await execute(
        tx,
        `update ledger_import set options = $2::jsonb, failure = null, version = version + 1, status = $3, progress = $4
         where id = $1`,
        [id, JSON.stringify(options), readAgain ? 'queued' : 'ready', readAgain ? 0 : 100],
      );
      if (readAgain) {
        await this.jobs.add(tx, 'import.read', { importId: id }, { askedBy: actor.personId });
        return { nos: [], undo: null };
      }
      const reading = readingOptionsOf(options, moment.today, moment.calendar);
      const { rows, before, undo } = await applyCells(tx, changed, edit.cells ?? [], reading);
      const chosen = await listRowsAt(tx, id, edit.decisions ?? []);
      const naming = edit.units?.length
        ? await listRowsNaming(
            tx,
            id,
            edit.units.map(({ name }) => plainName(name)),
          )
        : [];
      const touched = new Map([...chosen, ...naming, ...before].map((row) => [row.no, row]));
      const nos = edit.options
        ? await rejudgeRows(tx, changed, moment, rows)
        : await rejudgeSome(tx, changed, moment, [...touched.values()], rows);
      const decisions = formerChoices(record.options, edit.decisions ?? []);
      const accepts = formerAccepts(record.options.accepted, edit.accepts ?? []);
      return { nos, undo: { cells: undo, decisions, accepts } };
    });
    const view = await buildImportView(this.db, await getImport(this.db, actor, id), changedOnly ? nos : null);
    return { ...view, undo };
  }

  /**
   * Has the confirmed rows made into tickets. Of two people at once one starts it, the other is told. `seen` is the
   * version that was looked at: what a colleague changed since is not stored unseen.
   */
  async commit(actor: Actor, id: string, seen: number | null = null): Promise<void> {
    // Rows that wait need not wait for units that are there by now.
    if ((await getImport(this.db, actor, id)).counts.attention) {
      const moment = await momentOf(this.clock, this.calendars);
      await renewRows(this.db, actor, id, moment);
    }
    await this.db.transaction(async (tx) => {
      const record = await lockImport(tx, actor, id);
      if (seen !== null && seen !== record.version) {
        throw new AppError('stale', { version: record.version, status: record.status });
      }
      if (record.status !== 'ready') throw notNow(record);
      await assertMayCommit(tx, actor, id);
      await execute(
        tx,
        `update ledger_import set status = 'committing', progress = 0, failure = null, version = version + 1,
           committed_by = $2 where id = $1`,
        [id, actor.personId],
      );
      await keepProgress(tx, id, null);
      await this.jobs.add(tx, 'import.commit', { importId: id, personId: actor.personId }, { askedBy: actor.personId });
      await publishImport(tx, record, 'committing', 0);
    });
  }

  /** Gives up what is under way. */
  cancel(actor: Actor, id: string): Promise<void> {
    return this.db.transaction((tx) => cancelImport(tx, this.jobs, actor, id));
  }

  /** Takes a committed import back while nobody has touched its tickets. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const record = await lockImport(tx, actor, id);
      if (record.status !== 'committed') throw notNow(record);
      if (!(await sortsOf(tx, id)).every((sort) => mayKeep(actor, sort))) throw new AppError('forbidden');
      await takeImportBack(tx, actor, record, { at: this.clock.now(), today: this.clock.today() });
      await execute(tx, `update ledger_import set status = 'undone', version = version + 1 where id = $1`, [id]);
      await publishImport(tx, record, 'undone', 100);
    });
  }
}

/** What decides who keeps the tickets of an import. */
function sortsOf(tx: EntityManager, importId: string) {
  return select<{ kind: TicketKind; level: string | null; leadUnitId: string | null }>(
    tx,
    `select distinct kind, level, lead_unit_id as "leadUnitId" from ticket
     where import_id = $1 or id in (select ticket_id from ledger_import_row where import_id = $1 and ticket_id is not null)`,
    [importId],
  );
}

/** Units are the offices' to make; a town names those there are. */
function assertMayCreateUnits(actor: Actor, { createUnits }: { createUnits?: boolean }): void {
  if (!createUnits || kindsCoordinatedBy(actor.roles).length > 0) return;
  throw new AppError('inputWrong', { field: 'createUnits', fieldLabel: '新建单位', reason: '镇办导入不能新建单位' });
}

/** Why an import in this status cannot be changed, committed or undone now. */
function notNow({ status }: ImportRecord): AppError {
  if (status === 'committing' || status === 'committed') return new AppError('alreadyCommitted', { status });
  if (status === 'undone') return new AppError('importUndone', { status });
  return status === 'failed' ? new AppError('importFailed', { status }) : new AppError('importNotReady', { status });
}
