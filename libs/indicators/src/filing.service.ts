import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, select, SqlParameters, type Queryable } from '@xiaohao/database';
import { filingStep, mayDo, mayRemoveEvidence, type FilingDecision, type FilingDuty, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { FileStore, type SentFile } from '@xiaohao/files';
import { filingActionLabels, filingStatusLabels } from '@xiaohao/messages';
import { NoticeService } from '@xiaohao/notices';
import { unitsOf, type Actor } from '@xiaohao/org';
import { checkedFilingPeriod, checkedFilingValue, checkedReason } from './filing-input.js';
import { filingNotices } from './filing-notices.js';
import { listIndicators } from './filing.queries.js';
import {
  addFilingEvidence,
  appendFilingEvents,
  listFilingEvents,
  listFilingsById,
  listOwnFilings,
  lockFilings,
  removeFilingEvidence,
  stateFiling,
  type FilingEvent,
  type StatedFiling,
} from './stated-filing.queries.js';

/** One value of a unit. */
export interface FilingInput {
  key: string;
  unitId: string;
  value: number;
  note?: string | null;
  /** The version the page showed, 0 for none; without it the filing simply replaces what stands there. */
  version?: number;
}

export interface NewFiling extends Omit<FilingInput, 'key'> {
  period: string;
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
    const [stated] = await this.fileAll(actor, filing.period, [{ key, ...filing }], filing.submit !== false);
    return stated!;
  }

  /**
   * States several values of a period: all or none, as drafts or submitted.
   * @throws forbidden, notFound, inputWrong and stale, which name the row
   */
  async fileAll(
    actor: Actor,
    periodCode: string,
    inputs: readonly FilingInput[],
    submit: boolean,
  ): Promise<StatedFiling[]> {
    const period = checkedFilingPeriod(periodCode, this.clock.today()).code;
    const own = new Set(this.unitsToFileFor(actor));
    const filings = inputs.map((input) => ({ ...input, value: checkedFilingValue(input.value) }));
    if (filings.some(({ unitId }) => !own.has(unitId))) throw new AppError('forbidden');
    const action = submit ? 'file' : 'save';
    return this.db.transaction(async (tx) => {
      await checkKeys(tx, filings);
      const ids: string[] = [];
      // In one order, so that two who state the same ones never wait for each other.
      for (const filing of [...filings].sort(byPlace)) {
        const id = await stateFiling(tx, actor, { ...filing, period, status: filingStep(action).to });
        if (!id) throw new AppError('stale', { key: filing.key, unitId: filing.unitId, period });
        ids.push(id);
      }
      await this.record(tx, actor, ids, action, null);
      return listFilingsById(tx, ids);
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
      await appendFilingEvents(tx, actor, [filingId], { action: 'evidence', files: received.map(({ name }) => name) });
      return this.present(tx, filingId);
    });
  }

  /** Takes a file out while the filing is with the department; the history keeps its name. */
  async removeEvidence(actor: Actor, filingId: string, evidenceId: string): Promise<StatedFiling> {
    return this.db.transaction(async (tx) => {
      await lockFilings(tx, [filingId]);
      const filing = await this.present(tx, filingId);
      if (!this.dutiesOn(actor, filing.unitId).includes('filer')) throw new AppError('forbidden');
      const evidence = filing.evidence.find(({ id }) => id === evidenceId);
      if (!evidence) throw new AppError('notFound', { what: '佐证材料' });
      const { status, accepted } = filing;
      if (!mayRemoveEvidence({ status, acceptedVersion: accepted?.version ?? null }, evidence.version)) {
        throw notPossible(filing, 'remove_evidence');
      }
      await removeFilingEvidence(tx, evidenceId, actor.personId);
      await appendFilingEvents(tx, actor, [filingId], { action: 'remove_evidence', files: [evidence.name] });
      return this.present(tx, filingId);
    });
  }

  async openEvidence(filingId: string, evidenceId: string): ReturnType<FileStore['open']> {
    const [row] = await select<{ fileId: string }>(
      this.db,
      'select file_id as "fileId" from filing_evidence where id = $1 and filing_id = $2 and removed_at is null',
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
    const { id, key, unitName } = filing;
    const { from, by } = filingStep(action);
    if (!this.dutiesOn(actor, filing.unitId).includes(by)) throw new AppError('forbidden');
    if (filing.version !== version) throw new AppError('stale', { id, key, unit: unitName, version: filing.version });
    if (!from.includes(filing.status)) throw notPossible(filing, action);
    if (isOwn) throw new AppError('filingOwn', { id, key, unit: unitName });
  }

  private checkMayAdd(actor: Actor, filing: StatedFiling): void {
    if (!this.dutiesOn(actor, filing.unitId).includes('filer')) throw new AppError('forbidden');
    if (filing.status === 'accepted') throw notPossible(filing, 'evidence');
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

type Place = Pick<FilingInput, 'key' | 'unitId'>;

const byPlace = (a: Place, b: Place) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.unitId < b.unitId ? -1 : 1);

/** Every key is an indicator, and no place is stated twice. */
async function checkKeys(db: Queryable, filings: readonly Place[]): Promise<void> {
  const known = new Set((await listIndicators(db)).map(({ key }) => key));
  const places = new Set<string>();
  for (const { key, unitId } of filings) {
    if (!known.has(key)) throw new AppError('notFound', { what: `指标 ${key}` });
    const place = `${key} ${unitId}`;
    if (places.has(place)) {
      throw new AppError('inputWrong', { field: 'rows', fieldLabel: '填报', reason: `指标 ${key} 重复`, key, unitId });
    }
    places.add(place);
  }
}

/** Names the filing, its status and what cannot be done then. */
function notPossible({ id, key, unitName, status }: StatedFiling, action: FilingEvent['action']): AppError {
  const labels = { statusLabel: filingStatusLabels[status][0], actionLabel: filingActionLabels[action][0] };
  return new AppError('actionNotPossible', { id, key, unit: unitName, status, action, ...labels });
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
