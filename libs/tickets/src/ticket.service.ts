import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import {
  allowedActions,
  officesOf,
  refusal,
  reviewStatuses,
  statusAfter,
  type ActionInput,
  type Duty,
  type Refusal,
  type Role,
  type TicketAction,
  type TicketKind,
  type TicketState,
} from '@xiaohao/domain';
import { AppError, type ErrorDetails } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { actionLabels, dutyLabels, needLabels, roleLabels, statusLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { DeadlineInput, TicketActionInput } from './action-context.js';
import { actionEffects, checkedDeadline } from './action-effects.js';
import { createTickets } from './create-tickets.js';
import { lockTicket, type LockedTicket } from './lock-ticket.js';
import { assertItem, assertSource, getPerson, getUnit, replaceSupportUnits } from './named-in-input.js';
import type { NewTicket } from './new-ticket.js';
import { saveTicket, type TicketPatch } from './save-ticket.js';
import { chainOf } from './ticket-chain.js';
import { findTicketDetail, ticketShape, type TicketDetailRow } from './ticket-detail.queries.js';
import { dutiesOf, mayKeep } from './ticket-duties.js';
import { listTickets, type TicketListRequest, type TicketPage } from './ticket-list.queries.js';

/** A new ticket typed by a coordinator; it starts as a draft. */
export interface TicketDraft {
  kind: TicketKind;
  title: string;
  description?: string;
  level?: string;
  sourceId?: string;
  itemId?: string;
  industry?: string;
  site?: string;
  town?: string;
  leadUnitId?: string;
  leaderId?: string;
  confidential?: boolean;
  deadline?: DeadlineInput;
  raisedOn?: string;
  measures?: { text: string; persons?: string[]; dueOn?: string }[];
}

/** Facts a coordinator may correct without moving the ticket along. */
export interface TicketEdit {
  title?: string;
  description?: string | null;
  level?: string | null;
  itemId?: string | null;
  industry?: string | null;
  site?: string | null;
  town?: string | null;
  confidential?: boolean;
  leaderId?: string;
  leadUnitId?: string;
  supportUnitIds?: string[];
  deadline?: DeadlineInput;
}

export type TicketView = ReturnType<typeof ticketShape> & {
  chain: ReturnType<typeof chainOf>;
  can: Record<'edit' | 'progress' | 'outcome' | 'evidence' | 'comment' | 'measure', boolean>;
  actions: ReturnType<typeof allowedActions>;
};

@Injectable()
export class TicketService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CalendarService) private readonly calendar: CalendarService,
  ) {}

  list(actor: Actor, request: TicketListRequest): Promise<TicketPage> {
    return listTickets(this.db, actor, request, this.clock.today());
  }

  /** The ticket as this actor sees it, with the actions open to them. */
  async get(actor: Actor, id: string): Promise<TicketView> {
    return this.view(this.db, actor, id);
  }

  async create(actor: Actor, draft: TicketDraft): Promise<TicketView> {
    const { kind, level = null, leadUnitId = null } = draft;
    if (!mayKeep(actor, { kind, level, leadUnitId })) throw new AppError('forbidden');
    const today = this.clock.today();
    if (draft.deadline) checkedDeadline(draft.deadline, today);
    return this.db.transaction(async (tx) => {
      if (draft.leadUnitId) await getUnit(tx, draft.leadUnitId);
      if (draft.leaderId) await getPerson(tx, draft.leaderId, 'leaderId', '责任领导');
      if (draft.sourceId) await assertSource(tx, draft.sourceId, draft.kind);
      if (draft.itemId) await assertItem(tx, draft.itemId, draft.sourceId ?? null);
      const [created] = await createTickets(tx, actor, [newTicket(draft, today)], { today, at: this.clock.now() });
      return this.view(tx, actor, created!.id);
    });
  }

  /** Corrects facts; a deadline only while nobody works against it (draft or unresolved), later it takes an extension. */
  async edit(actor: Actor, id: string, version: number, edit: TicketEdit): Promise<TicketView> {
    return this.db.transaction(async (tx) => {
      const ticket = await lockTicket(tx, actor, id, version);
      // As it is and as it would be: nobody hands a ticket to an office of others by correcting it.
      for (const facts of [ticket, { ...ticket, ...stated(edit) } as LockedTicket])
        if (!mayKeep(actor, facts)) throw new AppError('forbidden');
      if (ticket.status === 'closed' || ticket.status === 'cancelled') throw this.notPossible(ticket, '修改');
      const { supportUnitIds, deadline, ...facts } = edit;
      const patch: TicketPatch = { ...facts };
      const isReviewed = (reviewStatuses as readonly string[]).includes(ticket.status);
      // The level decides who reviews and accepts.
      if (edit.level !== undefined && edit.level !== ticket.level && isReviewed)
        throw this.notPossible(ticket, '更改等级');
      if (edit.leadUnitId !== undefined && ticket.status !== 'draft')
        throw this.notPossible(ticket, '直接更换牵头单位');
      if (edit.leadUnitId) await getUnit(tx, edit.leadUnitId);
      if (edit.leaderId) await getPerson(tx, edit.leaderId, 'leaderId', '责任领导');
      if (edit.itemId) await assertItem(tx, edit.itemId, ticket.sourceId);
      if (supportUnitIds) await replaceSupportUnits(tx, id, supportUnitIds, ticket.leadUnitId);
      if (deadline) Object.assign(patch, this.firstDeadline(ticket, deadline));
      const payload = { changed: { ...patch, ...(supportUnitIds ? { supportUnitIds } : {}) } };
      await saveTicket(tx, actor, ticket, { action: 'edit', patch, payload, tell: false }, this.jobs, this.clock.now());
      return this.view(tx, actor, id);
    });
  }

  /** Moves a ticket along its flow. Status, history, event and job commit together or not at all. */
  async act(
    actor: Actor,
    id: string,
    version: number,
    action: TicketAction,
    input: TicketActionInput,
  ): Promise<TicketView> {
    return this.db.transaction((tx) => this.actIn(tx, actor, { id, version }, action, input));
  }

  /** The same in a transaction of the caller's. */
  async actIn(
    tx: EntityManager,
    actor: Actor,
    { id, version }: { id: string; version: number },
    action: TicketAction,
    input: TicketActionInput,
  ): Promise<TicketView> {
    const ticket = await lockTicket(tx, actor, id, version);
    const duties = dutiesOf(actor, ticket);
    const refused = refusal(ticket, action, { personId: actor.personId, duties }, input as ActionInput);
    if (refused) throw refusalError(refused, ticket, action);
    const today = this.clock.today();
    const calendar = await this.calendar.loadCalendar();
    const effect = await actionEffects[action]({ tx, actor, ticket, input, today, calendar, duties });
    const status = statusAfter(ticket, action, input.direct);
    const patch = { status, ...effect.patch };
    const payload = { from: ticket.status, to: patch.status, ...effect.words };
    await saveTicket(
      tx,
      actor,
      ticket,
      { action, patch: stated(patch), payload, tell: true },
      this.jobs,
      this.clock.now(),
    );
    return this.view(tx, actor, id);
  }

  /** The actor's view, read where the caller stands: inside a transaction it already shows the change. */
  async view(db: DataSource | EntityManager, actor: Actor, id: string): Promise<TicketView> {
    const row = await findTicketDetail(db, actor, id);
    if (!row) throw new AppError('notFound', { what: '事项' });
    const state = stateOf(row);
    const duties = dutiesOf(actor, { ...state, ...factsOf(row) });
    const open = !['closed', 'cancelled'].includes(row.status);
    const takesPart = duties.has('participant');
    return {
      ...ticketShape(row, this.clock.today()),
      chain: chainOf(row),
      can: {
        edit: open && mayKeep(actor, { ...state, ...factsOf(row) }),
        progress: row.status === 'in_progress' && takesPart,
        outcome: row.status !== 'cancelled' && takesPart,
        evidence: row.status !== 'cancelled' && takesPart,
        comment: takesPart,
        measure: open && (duties.has('coordinator') || duties.has('head') || duties.has('handler')),
      },
      actions: allowedActions(state, { personId: actor.personId, duties }),
    };
  }

  private firstDeadline(ticket: LockedTicket, deadline: DeadlineInput): TicketPatch {
    if (ticket.status !== 'draft' && ticket.deadlineKind !== 'unresolved')
      throw this.notPossible(ticket, '直接更改时限');
    const checked = checkedDeadline(deadline, this.clock.today());
    return { ...checked, originalDueOn: checked.dueOn };
  }

  private notPossible(ticket: LockedTicket, actionLabel: string): AppError {
    return new AppError('actionNotPossible', {
      status: ticket.status,
      statusLabel: statusLabels[ticket.status][0],
      action: 'edit',
      actionLabel,
    });
  }
}

function newTicket(draft: TicketDraft, today: string): NewTicket {
  const { deadline, measures, raisedOn, ...facts } = draft;
  const kind = deadline?.kind ?? 'unresolved';
  return {
    ...facts,
    status: 'draft',
    raisedOn: raisedOn ?? today,
    deadline: {
      kind,
      dueOn: (kind === 'date' && deadline?.dueOn) || null,
      ongoing: deadline?.ongoing === true || kind === 'ongoing',
    },
    measures: measures ?? [],
  };
}

/** `undefined` means "leave as it is". */
function stated<Facts extends object>(patch: Facts): Facts {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Facts;
}

export function stateOf(row: TicketDetailRow): TicketState {
  return {
    kind: row.kind as TicketKind,
    level: row.level,
    status: row.status,
    deadlineKind: row['deadline_kind'] as string,
    deadlineOngoing: row['deadline_ongoing'] as boolean,
    handlerId: row.handler_id,
    submitterId: row.submitter_id,
    submittedByHead: row['submitted_by_head'] as boolean,
    evidenceCount: row.evidence.filter((piece) => piece.round === row.round).length,
    openMeasureCount: row.measures.filter((measure) => !measure.doneOn && !measure.undoneReason).length,
    extensionPending: row['extension_pending'] as boolean,
    grantedExtensionCount: row['extension_count'] as number,
    statutoryDeadline: row['statutory_deadline'] as boolean,
    cancelRequestedBy: row['cancel_requested_by'] as string | null,
  };
}

function factsOf(row: TicketDetailRow) {
  return {
    leadUnitId: row.lead_unit_id,
    leaderId: row['leader_id'] as string | null,
    personIds: row.personIds,
    supportUnitIds: row.supportUnits.map(({ id }) => id),
  };
}

/** A duty by the post that holds it for this ticket, where one does. */
function dutyWords(duty: Duty, { kind, level }: LockedTicket): string {
  const { coordinator, acceptor } = officesOf(kind, level);
  const posts: Partial<Record<Duty, Role>> = { coordinator, acceptor, chief: 'chief' };
  const post = posts[duty];
  return post ? roleLabels[post][0] : dutyLabels[duty][0];
}

function refusalError(refused: Refusal, ticket: LockedTicket, action: TicketAction): AppError {
  const { code, ...facts } = refused;
  const details: ErrorDetails = {
    ...facts,
    action,
    actionLabel: actionLabels[action][0],
    status: ticket.status,
    statusLabel: statusLabels[ticket.status][0],
  };
  if ('duty' in refused) details['dutyLabel'] = dutyWords(refused.duty, ticket);
  if ('field' in refused) details['fieldLabel'] = needLabels[refused.field][0];
  return new AppError(code, details);
}
