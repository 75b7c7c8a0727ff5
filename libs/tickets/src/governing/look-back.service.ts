import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId } from '@xiaohao/database';
import {
  kindsCoordinatedBy,
  kindTable,
  type Day,
  type LookBackResult,
  type Sampling,
  type TicketKind,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, type SentFile } from '@xiaohao/files';
import { JobQueue } from '@xiaohao/jobs';
import { lookBackResultLabels, pageTexts, roleLabels } from '@xiaohao/messages';
import { findActor, type Actor } from '@xiaohao/org';
import type { DeadlineInput } from '../acting/action-context.js';
import { appendEvents, lockChains } from '../chain/append-events.js';
import { lockTicket, type LockedTicket } from '../acting/lock-ticket.js';
import { drawSample, getLookBackRow, type LookBackFilter, type LookBackRow } from './look-back.queries.js';
import { createRecurrence } from './recurrence.js';
import { insertEvidence } from '../acting/ticket-entries.service.js';
import { TicketService } from '../acting/ticket.service.js';
import { kindsInOffice } from '../reading/visibility.js';

export interface NewLookBack extends LookBackFilter {
  name: string;
  sampling: Sampling;
  sampleSize?: number;
  ticketIds?: readonly string[];
  dueOn?: Day;
  inspectorId?: string;
}

/** A sample larger than this is no sample; who wants more makes two. */
const largestSample = 1000;
const evidenceLimitBytes = 20_000_000;

/** 回头看: looks again at what was struck off. What was found never rewrites the closure it was found of. */
@Injectable()
export class LookBackService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Draws the sample and keeps how: the same seed over the same tickets gives the same sample. */
  async create(actor: Actor, plan: NewLookBack): Promise<string> {
    refuseOtherOffice(actor, plan.kind);
    const today = this.clock.today();
    return this.db.transaction(async (tx) => {
      const seed = plan.sampling === 'random' ? randomBytes(8).toString('hex') : null;
      const { population, sample } = await drawSample(tx, actor, plan, { ...plan, seed });
      if (sample.length === 0) {
        throw new AppError('inputWrong', {
          field: 'sampling',
          fieldLabel: '抽取范围',
          reason: '没有符合条件的已销号事项',
        });
      }
      if (sample.length > largestSample) {
        const reason = `抽取 ${sample.length} 件，超过上限 ${largestSample} 件，请缩小范围或改为随机抽取`;
        throw new AppError('inputWrong', { field: 'sampling', fieldLabel: '抽取范围', reason });
      }
      if (plan.sampling === 'picked' && sample.length !== new Set(plan.ticketIds).size) {
        throw new AppError('inputWrong', { field: 'ticketIds', fieldLabel: '所选事项', reason: '有的不是已销号事项' });
      }
      const chains = await lockChains(tx, sample);
      if (plan.inspectorId) await this.refuseUnfit(tx, plan.inspectorId, sample);
      const id = newId();
      const { name, kind, sampling, sampleSize, dueOn, ticketIds: _, inspectorId, ...filter } = plan;
      await execute(
        tx,
        `insert into look_back (id, name, kind, filter, sampling, sample_size, seed, population, due_on, created_by, created_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          name,
          kind,
          JSON.stringify(filter),
          sampling,
          sampling === 'random' ? sampleSize : null,
          seed,
          population,
          dueOn ?? null,
          actor.personId,
          today,
        ],
      );
      await execute(
        tx,
        `insert into look_back_row (id, look_back_id, sort, ticket_id, round, closed_on, inspector_id)
         select x.id, $1, x.sort, t.id, t.round, coalesce(t.closed_on, $5::date), $4
         from unnest($2::uuid[], $3::uuid[]) with ordinality x (id, ticket_id, sort) join ticket t on t.id = x.ticket_id`,
        [id, sample.map(() => newId()), sample, inspectorId ?? null, today],
      );
      await appendEvents(
        tx,
        actor,
        chains,
        { action: 'look_back_drawn', payloadOf: () => ({ lookBackId: id, name }) },
        this.clock.now(),
      );
      return id;
    });
  }

  /** How many closed tickets the filter gives, before anything is drawn. */
  async count(actor: Actor, filter: LookBackFilter): Promise<number> {
    refuseOtherOffice(actor, filter.kind);
    const { population } = await drawSample(this.db, actor, filter, { sampling: 'random', sampleSize: 0, seed: '' });
    return population;
  }

  async assignInspector(
    actor: Actor,
    lookBackId: string,
    rowIds: readonly string[],
    inspectorId: string,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const rowId of [...new Set(rowIds)].sort()) {
        const row = await getLookBackRow(tx, actor, lookBackId, rowId);
        refuseOtherOffice(actor, row.kind);
        if (row.result) throw new AppError('duplicate', { what: '回头看结果' });
        await this.refuseUnfit(tx, inspectorId, [row.ticketId]);
        await execute(tx, 'update look_back_row set inspector_id = $2, version = version + 1 where id = $1', [
          rowId,
          inspectorId,
        ]);
      }
    });
  }

  async record(
    actor: Actor,
    lookBackId: string,
    rowId: string,
    found: { version: number; result: LookBackResult; note?: string; checkedOn?: Day },
  ): Promise<void> {
    const today = this.clock.today();
    await this.inspect(actor, lookBackId, rowId, found.version, async (tx, row) => {
      if (row.followUp) throw new AppError('duplicate', { what: '回头看的后续处理' });
      const on = found.checkedOn ?? today;
      if (on > today || on < row.closedOn) {
        const reason = `应在销号之日 ${row.closedOn} 至今天之间`;
        throw new AppError('inputWrong', { field: 'checkedOn', fieldLabel: '检查日期', reason });
      }
      if (found.result !== 'kept' && !found.note?.trim()) {
        throw new AppError('inputMissing', { field: 'note', fieldLabel: '检查情况' });
      }
      await execute(
        tx,
        `update look_back_row set result = $2, note = $3, checked_on = $4, checked_by = $5, version = version + 1
         where id = $1`,
        [rowId, found.result, found.note ?? null, on, actor.personId],
      );
      const payload = {
        lookBackId,
        name: row.lookBackName,
        finding: lookBackResultLabels[found.result][0],
        on,
        note: found.note,
      };
      const chains = await lockChains(tx, [row.ticketId]);
      const seqs = await appendEvents(
        tx,
        actor,
        chains,
        { action: 'look_back', payloadOf: () => payload },
        this.clock.now(),
      );
      // The office that has to follow it up is told; what has kept needs nobody.
      if (fell(found.result))
        await this.jobs.add(tx, 'ticket.changed', { ticketId: row.ticketId, seq: seqs.get(row.ticketId)! });
    });
  }

  /** Files as evidence of the ticket, belonging to this look; all or none. Taken before the transaction: a slow upload locks nothing. */
  async addEvidence(actor: Actor, lookBackId: string, rowId: string, files: AsyncIterable<SentFile>): Promise<void> {
    const asked = await getLookBackRow(this.db, actor, lookBackId, rowId);
    refuseToInspect(actor, asked);
    const received = await this.files.receiveAll(files, evidenceLimitBytes);
    await this.inspect(actor, lookBackId, rowId, null, async (tx, row, ticket) => {
      for (const file of received) {
        const stored = await this.files.record(tx, file, actor.personId);
        const piece = await insertEvidence(tx, actor, ticket, stored);
        await execute(
          tx,
          'update look_back_row set evidence_ids = evidence_ids || $2::uuid, version = version + 1 where id = $1',
          [rowId, piece.id],
        );
        const chains = await lockChains(tx, [row.ticketId]);
        const payload = { name: stored.name, version: piece.version, sha256: stored.sha256 };
        await appendEvents(tx, actor, chains, { action: 'evidence', payloadOf: () => payload }, this.clock.now());
      }
    });
  }

  /** A relapse goes on: as a new round of the ticket, or as a ticket of its own that names it. */
  async followUp(
    actor: Actor,
    lookBackId: string,
    rowId: string,
    { version, how, deadline }: { version: number; how: 'reopen' | 'recurrence'; deadline?: DeadlineInput },
  ): Promise<{ ticketId: string }> {
    return this.db.transaction(async (tx) => {
      const { ticket, row } = await lockRow(tx, actor, lookBackId, rowId, version);
      refuseOtherCoordinator(actor, row.kind);
      if (!row.result || !fell(row.result)) {
        throw new AppError('inputWrong', { field: 'how', fieldLabel: '后续处理', reason: '没有发现反弹或未整改到位' });
      }
      if (row.followUp) throw new AppError('duplicate', { what: '回头看的后续处理' });
      const ticketId =
        how === 'reopen'
          ? ticket.id
          : await createRecurrence(tx, actor, ticket, { today: this.clock.today(), at: this.clock.now() });
      if (how === 'reopen') {
        const reason = [`回头看（${row.lookBackName}）：${lookBackResultLabels[row.result][0]}`, row.note].filter(
          Boolean,
        );
        const input = { reason: reason.join('，'), deadline };
        await this.tickets.actIn(tx, actor, { id: ticket.id, version: ticket.version }, 'reopen', input);
      }
      await execute(
        tx,
        'update look_back_row set follow_up = $2, follow_up_ticket_id = $3, version = version + 1 where id = $1',
        [rowId, how, ticketId],
      );
      return { ticketId };
    });
  }

  private async inspect(
    actor: Actor,
    lookBackId: string,
    rowId: string,
    version: number | null,
    write: (tx: EntityManager, row: LookBackRow, ticket: LockedTicket) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { ticket, row } = await lockRow(tx, actor, lookBackId, rowId, version);
      refuseToInspect(actor, row);
      if (ticket.handlerId === actor.personId || row.submitterId === actor.personId) {
        throw new AppError('inspectorTookPart');
      }
      await write(tx, row, ticket);
    });
  }

  /** An inspector sees all they are given and has neither handled nor submitted any of it. */
  private async refuseUnfit(tx: EntityManager, inspectorId: string, ticketIds: readonly string[]): Promise<void> {
    const person = await findActor(tx, inspectorId, this.clock.today());
    const wrong = (reason: string) =>
      new AppError('inputWrong', { field: 'inspectorId', fieldLabel: '检查人', reason });
    if (!person) throw wrong('没有这个人');
    for (const id of ticketIds) {
      const ticket = await lockTicket(tx, person.actor, id, null).catch((error: unknown) => {
        if (error instanceof AppError) throw wrong(`${person.actor.name}无权查看其中的事项`);
        throw error;
      });
      if (ticket.handlerId === inspectorId || ticket.submitterId === inspectorId) {
        throw wrong(`${ticket.no} 由${person.actor.name}办理`);
      }
    }
  }
}

/** Ticket before row, as everybody locks them. */
async function lockRow(
  tx: EntityManager,
  actor: Actor,
  lookBackId: string,
  rowId: string,
  version: number | null,
): Promise<{ ticket: LockedTicket; row: LookBackRow }> {
  const asked = await getLookBackRow(tx, actor, lookBackId, rowId);
  const ticket = await lockTicket(tx, actor, asked.ticketId, null);
  const row = await getLookBackRow(tx, actor, lookBackId, rowId);
  if (version !== null && row.version !== version) throw new AppError('stale', { version: row.version });
  return { ticket, row };
}

function refuseOtherOffice(actor: Actor, kind: TicketKind): void {
  if (!kindsInOffice(actor).includes(kind)) throw new AppError('forbidden');
}

const fell = (result: LookBackResult) => result === 'relapsed' || result === 'not_done';

/** Reopening and registering are the coordinating office's; who strikes off or looks again only finds. */
function refuseOtherCoordinator(actor: Actor, kind: TicketKind): void {
  if (kindsCoordinatedBy(actor.roles).includes(kind)) return;
  const { coordinator } = kindTable[kind];
  throw new AppError('notYourDuty', {
    actionLabel: pageTexts['lookBack.followUp'][0],
    dutyLabel: roleLabels[coordinator][0],
  });
}

function refuseToInspect(actor: Actor, row: LookBackRow): void {
  if (row.inspectorId !== actor.personId && !kindsInOffice(actor).includes(row.kind)) throw new AppError('forbidden');
}
