import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import { defaultOutcomeDay } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, type SentFile } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import { statusLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { lockTicket, type LockedTicket } from './lock-ticket.js';
import { saveTicket, type TicketPatch } from './save-ticket.js';
import { dutiesOf, keepsMeasures } from '../reading/ticket-duties.js';
import { TicketService, type TicketView } from './ticket.service.js';

interface Entry {
  action: string;
  patch?: TicketPatch;
  payload: Record<string, unknown>;
}

const evidenceLimitBytes = 20_000_000;

/** What people add to a ticket without moving it along. Each entry is one event of its chain. */
@Injectable()
export class TicketEntriesService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  reportProgress(
    actor: Actor,
    id: string,
    entry: { text: string; percent?: number; on?: string },
  ): Promise<TicketView> {
    return this.enter(actor, id, ['in_progress', 'ongoing'], async (tx, ticket) => {
      const reportedOn = this.notInFuture(entry.on, 'on', '进展日期');
      await execute(
        tx,
        `insert into progress_entry (id, ticket_id, round, reported_on, text, percent, by_id) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, ticket.round, reportedOn, entry.text, entry.percent ?? null, actor.personId],
      );
      if (ticket.childCount > 0 && entry.percent !== undefined) {
        throw new AppError('inputWrong', { field: 'percent', fieldLabel: '进度', reason: '由子任务计算' });
      }
      const [latest] = await select<{ text: string; reportedOn: string }>(
        tx,
        `select text, reported_on as "reportedOn" from progress_entry where ticket_id = $1
         order by reported_on desc, created_at desc, id desc limit 1`,
        [id],
      );
      const percent = entry.percent === undefined ? {} : { progressPercent: entry.percent };
      return {
        action: 'progress',
        patch: { latestProgress: latest!.text, latestProgressOn: latest!.reportedOn, ...percent },
        payload: { text: entry.text, percent: entry.percent, on: reportedOn },
      };
    });
  }

  recordOutcome(
    actor: Actor,
    id: string,
    entry: { type: string; amount: number; on?: string; note?: string },
  ): Promise<TicketView> {
    return this.enter(actor, id, notCancelled, async (tx, ticket) => {
      const stated = entry.on ?? defaultOutcomeDay(entry.type, ticket, this.clock.today());
      const happenedOn = this.notInFuture(stated, 'on', '发生日期');
      const [type] = await select<{ name: string; unit: string }>(
        tx,
        `select name, unit from outcome_type where code = $1 and (kinds = '{}' or $2 = any(kinds))`,
        [entry.type, ticket.kind],
      );
      if (!type) throw new AppError('inputWrong', { field: 'type', fieldLabel: '成果类型', reason: entry.type });
      await execute(
        tx,
        `insert into outcome (id, ticket_id, round, type, amount, happened_on, note, after_closing, by_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          id,
          ticket.round,
          entry.type,
          entry.amount,
          happenedOn,
          entry.note ?? null,
          ticket.status === 'closed',
          actor.personId,
        ],
      );
      return { action: 'outcome', payload: { type: type.name, amount: entry.amount, unit: type.unit, on: happenedOn } };
    });
  }

  comment(actor: Actor, id: string, text: string): Promise<TicketView> {
    return this.enter(actor, id, everyStatus, async (tx) => {
      await execute(tx, 'insert into ticket_comment (id, ticket_id, text, by_id) values ($1, $2, $3, $4)', [
        newId(),
        id,
        text,
        actor.personId,
      ]);
      return { action: 'comment', payload: { text } };
    });
  }

  addMeasure(
    actor: Actor,
    id: string,
    entry: { text: string; persons?: string[]; dueOn?: string },
  ): Promise<TicketView> {
    return this.enter(actor, id, openStatuses, async (tx, ticket) => {
      if (!keepsMeasures(dutiesOf(actor, ticket))) throw new AppError('forbidden');
      await execute(
        tx,
        `insert into measure (id, ticket_id, sort, text, persons, due_on)
         select $1, $2, coalesce(max(sort) + 1, 0), $3, $4, $5 from measure where ticket_id = $2`,
        [newId(), id, entry.text, entry.persons ?? [], entry.dueOn ?? null],
      );
      return { action: 'measure', payload: { text: entry.text, dueOn: entry.dueOn } };
    });
  }

  editMeasure(
    actor: Actor,
    id: string,
    measureId: string,
    entry: { version: number; text?: string; doneOn?: string | null; undoneReason?: string | null },
  ): Promise<TicketView> {
    return this.enter(actor, id, openStatuses, async (tx, ticket) => {
      if (!keepsMeasures(dutiesOf(actor, ticket))) throw new AppError('forbidden');
      if (entry.doneOn) this.notInFuture(entry.doneOn, 'doneOn', '完成日期');
      const [measure] = await select<{ text: string }>(
        tx,
        `update measure set text = coalesce($4, text),
           done_on = case when $5 then $6::date else done_on end,
           undone_reason = case when $7 then $8 else undone_reason end,
           version = version + 1
         where id = $2 and ticket_id = $1 and version = $3 returning text`,
        [
          id,
          measureId,
          entry.version,
          entry.text ?? null,
          entry.doneOn !== undefined,
          entry.doneOn ?? null,
          entry.undoneReason !== undefined,
          // A blank explains nothing.
          entry.undoneReason?.trim() || null,
        ],
      );
      if (!measure) throw new AppError('stale', { what: 'measure' });
      return {
        action: 'measure_edit',
        payload: { text: measure.text, doneOn: entry.doneOn, undoneReason: entry.undoneReason },
      };
    });
  }

  /**
   * Adds files as evidence of the present round, all or none; the same name again is the next version of it. They are
   * taken before the transaction, so that a slow upload holds no ticket locked.
   */
  async addEvidence(actor: Actor, id: string, files: AsyncIterable<SentFile>, onSite: boolean): Promise<TicketView> {
    const { can } = await this.tickets.get(actor, id);
    if (!can.evidence || (onSite && !can.onSite)) throw new AppError('forbidden');
    const received = await this.files.receiveAll(files, evidenceLimitBytes);
    return this.db.transaction(async (tx) => {
      for (const file of received) {
        await this.enterIn(tx, actor, id, notCancelled, async (_, ticket) => {
          const stored = await this.files.record(tx, file, actor.personId);
          const { version } = await insertEvidence(tx, actor, ticket, stored, onSite);
          const payload = { name: stored.name, version, sha256: stored.sha256 };
          return { action: onSite ? 'on_site' : 'evidence', payload };
        });
      }
      return this.tickets.view(tx, actor, id);
    });
  }

  /** The stored file behind a piece of evidence of a ticket the actor may see. */
  async openEvidence(actor: Actor, id: string, evidenceId: string) {
    await this.tickets.get(actor, id);
    const [piece] = await select<{ fileId: string }>(
      this.db,
      'select file_id as "fileId" from evidence where id = $1 and ticket_id = $2',
      [evidenceId, id],
    );
    if (!piece) throw new AppError('notFound', { what: '佐证材料' });
    return this.files.open(piece.fileId);
  }

  private enter(
    actor: Actor,
    id: string,
    statuses: readonly string[],
    write: (tx: EntityManager, ticket: LockedTicket) => Promise<Entry>,
  ): Promise<TicketView> {
    return this.db.transaction(async (tx) => {
      await this.enterIn(tx, actor, id, statuses, write);
      return this.tickets.view(tx, actor, id);
    });
  }

  private async enterIn(
    tx: EntityManager,
    actor: Actor,
    id: string,
    statuses: readonly string[],
    write: (tx: EntityManager, ticket: LockedTicket) => Promise<Entry>,
  ): Promise<void> {
    const ticket = await lockTicket(tx, actor, id, null);
    if (!dutiesOf(actor, ticket).has('participant')) throw new AppError('forbidden');
    if (!statuses.includes(ticket.status)) {
      throw new AppError('actionNotPossible', {
        status: ticket.status,
        statusLabel: statusLabels[ticket.status][0],
        actionLabel: '补充内容',
      });
    }
    const { action, patch = {}, payload } = await write(tx, ticket);
    await saveTicket(tx, actor, ticket, { action, patch, payload, tell: false }, this.jobs, this.clock.now());
  }

  private notInFuture(day: string | undefined, field: string, fieldLabel: string): string {
    const today = this.clock.today();
    if (day !== undefined && day > today) {
      throw new AppError('inputWrong', { field, fieldLabel, reason: '不能晚于今天' });
    }
    return day ?? today;
  }
}

/** One more piece of evidence of the present round; the same name again is its next version. */
export async function insertEvidence(
  tx: EntityManager,
  actor: Actor,
  ticket: LockedTicket,
  stored: { id: string; name: string },
  onSite = false,
): Promise<{ id: string; version: number }> {
  const [row] = await select<{ id: string; version: number }>(
    tx,
    `insert into evidence (id, ticket_id, round, file_id, name, file_version, after_closing, by_id, on_site)
     select $1, $2, $3, $4, $5, coalesce(max(e.file_version), 0) + 1, $6, $7, $8
     from evidence e where e.ticket_id = $2 and e.name = $5 returning id, file_version as version`,
    [newId(), ticket.id, ticket.round, stored.id, stored.name, ticket.status === 'closed', actor.personId, onSite],
  );
  return row!;
}

const openStatuses = [
  'draft',
  'assigned',
  'in_progress',
  'dept_review',
  'pending_review',
  'pending_acceptance',
  'ongoing',
  'suspended',
] as const;
const notCancelled = [...openStatuses, 'closed'] as const;
const everyStatus = [...notCancelled, 'cancelled'] as const;
