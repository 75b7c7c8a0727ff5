import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select, SqlParameters } from '@xiaohao/database';
import { filingStep, mayDo, type FilingDecision, type FilingDuty, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, type SentFile } from '@xiaohao/files';
import { filingActionLabels, filingStatusLabels } from '@xiaohao/messages';
import { NoticeService } from '@xiaohao/notices';
import { unitsOf, type Actor } from '@xiaohao/org';
import { checkedFilingPeriod, checkedFilingValue, checkedReason } from './filing-input.js';
import { filingNotices } from './filing-notices.js';
import {
  addFilingEvidence,
  appendFilingEvents,
  listFilingEvents,
  listFilingsById,
  listOwnFilings,
  lockFilings,
  type FilingEvent,
  type StatedFiling,
} from './stated-filing.queries.js';

export interface NewFiling {
  unitId: string;
  period: string;
  value: number;
  note?: string | null;
  /** The version the page showed; without it the filing simply replaces what stands there. */
  version?: number;
  /** False keeps it as the department's draft; otherwise it is submitted at once. */
  submit?: boolean;
}

/** A step for several filings at once, taken for all or for none. */
export interface FilingDecisionInput {
  action: FilingDecision;
  /** Why it is returned. */
  reason?: string | null;
  filings: readonly { id: string; version: number }[];
}

/** Roles that file for their unit and the units below it. */
export const filingRoles: readonly Role[] = ['head', 'clerk', 'stats', 'office'];

const evidenceLimitBytes = 20_000_000;

/** What departments state, and how it comes to count. Each step is one transaction with its event and notices. */
@Injectable()
export class FilingService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(NoticeService) private readonly notices: NoticeService,
  ) {}

  /** Units the actor files for, those below included. */
  unitsToFileFor(actor: Actor): string[] {
    return unitsOf(actor, filingRoles);
  }

  /** What the actor is to a filing of the unit. */
  dutiesOn(actor: Actor, unitId: string): FilingDuty[] {
    return [
      ...(this.unitsToFileFor(actor).includes(unitId) ? (['filer'] as const) : []),
      ...(mayDo(actor.roles, 'indicator.accept') ? (['acceptor'] as const) : []),
    ];
  }

  /** States one value, as a new version; what was accepted before goes on counting until this is accepted too. */
  async file(actor: Actor, key: string, filing: NewFiling): Promise<StatedFiling> {
    const period = checkedFilingPeriod(filing.period, this.clock.today());
    const value = checkedFilingValue(filing.value);
    if (!this.dutiesOn(actor, filing.unitId).includes('filer')) throw new AppError('forbidden');
    const action = filing.submit === false ? 'save' : 'file';
    return this.db.transaction(async (tx) => {
      const [indicator] = await select(tx, 'select 1 from indicator where key = $1', [key]);
      if (!indicator) throw new AppError('notFound', { what: `指标 ${key}` });
      const note = filing.note?.trim() || null;
      const [row] = await select<{ id: string }>(
        tx,
        `insert into indicator_filing (id, key, unit_id, period, value, note, filed_by, status)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (key, unit_id, period) do update set value = excluded.value, note = excluded.note,
           filed_by = excluded.filed_by, status = excluded.status, reason = null,
           version = indicator_filing.version + 1, updated_at = now()
         where $9::int is null or indicator_filing.version = $9
         returning id`,
        [newId(), key, filing.unitId, period.code, value, note, actor.personId, filingStep(action).to, filing.version],
      );
      if (!row) throw new AppError('stale', { key, period: period.code });
      await this.record(tx, actor, [row.id], action, null);
      return this.present(tx, row.id);
    });
  }

  /**
   * Submits, withdraws, accepts or returns filings: all or none. The first that does not allow it is named.
   * @throws stale, actionNotPossible, filingOwn, forbidden, inputMissing
   */
  async decide(actor: Actor, { action, reason, filings }: FilingDecisionInput): Promise<StatedFiling[]> {
    const step = filingStep(action);
    const why = checkedReason(reason, step.needs.includes('reason'), '退回原因');
    const ids = [...new Set(filings.map(({ id }) => id))];
    return this.db.transaction(async (tx) => {
      await lockFilings(tx, ids);
      const present = new Map((await listFilingsById(tx, ids)).map((filing) => [filing.id, filing]));
      const own = step.by === 'acceptor' ? await listOwnFilings(tx, ids, actor.personId) : new Set<string>();
      for (const { id, version } of filings) {
        const filing = present.get(id);
        if (!filing) throw new AppError('notFound', { what: '填报' });
        this.checkStep(actor, filing, { action, version, isOwn: own.has(id) });
      }
      await moveFilings(tx, ids, { action, reason: why, actor });
      await this.record(tx, actor, ids, action, why);
      return listFilingsById(tx, ids);
    });
  }

  /** How a filing came to stand as it does, oldest first. */
  async events(filingId: string): Promise<FilingEvent[]> {
    await this.present(this.db.manager, filingId);
    return listFilingEvents(this.db, filingId);
  }

  /** Keeps files with a filing that is not accepted yet; all of them or none. */
  async addEvidence(actor: Actor, filingId: string, sent: AsyncIterable<SentFile>): Promise<StatedFiling> {
    this.checkMayAdd(actor, await this.present(this.db.manager, filingId));
    const received = await this.files.receiveAll(sent, evidenceLimitBytes);
    return this.db.transaction(async (tx) => {
      await lockFilings(tx, [filingId]);
      const filing = await this.present(tx, filingId);
      this.checkMayAdd(actor, filing);
      const stored: string[] = [];
      for (const file of received) stored.push((await this.files.record(tx, file, actor.personId)).id);
      await addFilingEvidence(tx, filing, stored, actor.personId);
      await appendFilingEvents(tx, actor, [filingId], { action: 'evidence' });
      return this.present(tx, filingId);
    });
  }

  async openEvidence(filingId: string, evidenceId: string): ReturnType<FileStore['open']> {
    const [row] = await select<{ fileId: string }>(
      this.db,
      'select file_id as "fileId" from filing_evidence where id = $1 and filing_id = $2',
      [evidenceId, filingId],
    );
    if (!row) throw new AppError('notFound', { what: '佐证材料' });
    return this.files.open(row.fileId, { verify: true });
  }

  private checkStep(
    actor: Actor,
    filing: StatedFiling,
    { action, version, isOwn }: { action: FilingDecision; version: number; isOwn: boolean },
  ): void {
    const { id, key, status, unitName } = filing;
    const { from, by } = filingStep(action);
    if (!this.dutiesOn(actor, filing.unitId).includes(by)) throw new AppError('forbidden');
    if (filing.version !== version) throw new AppError('stale', { id, key, unit: unitName, version: filing.version });
    if (!from.includes(status)) {
      const labels = { statusLabel: filingStatusLabels[status][0], actionLabel: filingActionLabels[action][0] };
      throw new AppError('actionNotPossible', { id, key, unit: unitName, status, action, ...labels });
    }
    if (isOwn) throw new AppError('filingOwn', { id, key, unit: unitName });
  }

  private checkMayAdd(actor: Actor, { unitId, status }: StatedFiling): void {
    if (!this.dutiesOn(actor, unitId).includes('filer')) throw new AppError('forbidden');
    if (status !== 'accepted') return;
    const labels = { statusLabel: filingStatusLabels[status][0], actionLabel: filingActionLabels.evidence[0] };
    throw new AppError('actionNotPossible', { status, action: 'evidence', ...labels });
  }

  /** The event, and the message to whose turn it is. */
  private async record(
    tx: EntityManager,
    actor: Actor,
    ids: readonly string[],
    action: FilingDecision | 'save' | 'file',
    reason: string | null,
  ): Promise<void> {
    await appendFilingEvents(tx, actor, ids, { action, reason });
    const told = await filingNotices(tx, actor, ids, { action, reason, today: this.clock.today() });
    await this.notices.postMany(tx, told);
  }

  private async present(db: EntityManager, id: string): Promise<StatedFiling> {
    const [filing] = await listFilingsById(db, [id]);
    if (!filing) throw new AppError('notFound', { what: '填报' });
    return filing;
  }
}

/** The effect of a decision on rows that are locked and checked. */
async function moveFilings(
  tx: EntityManager,
  ids: readonly string[],
  { action, reason, actor }: { action: FilingDecision; reason: string | null; actor: Actor },
): Promise<void> {
  const params = new SqlParameters();
  const changes = [`status = ${params.add(filingStep(action).to)}`, `reason = ${params.add(reason)}`];
  if (action === 'accept') {
    changes.push(`accepted_version = version, accepted_value = value, accepted_note = note, accepted_filed_by = filed_by,
      accepted_filed_at = updated_at, accepted_by = ${params.add(actor.personId)}, accepted_at = now()`);
  }
  // Only where it is the accepted version itself that is returned does nothing count any more.
  if (action === 'return')
    changes.push(...acceptedColumns.map((name) => `${name} = case when accepted_version <> version then ${name} end`));
  const statement = `update indicator_filing set ${changes.join(', ')} where id = any(${params.add(ids)}::uuid[])`;
  await execute(tx, statement, params.values);
}

const acceptedColumns = ['version', 'value', 'note', 'filed_by', 'filed_at', 'by', 'at'].map(
  (name) => `accepted_${name}`,
);
