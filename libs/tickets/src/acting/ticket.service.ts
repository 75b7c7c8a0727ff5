import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarService, Clock } from '@xiaohao/calendar';
import {
  allowedActions,
  asksForDeputy,
  barredFromDeciding,
  refusal,
  reviewStatuses,
  statusAfter,
  type ActionInput,
  type Day,
  type Details,
  type TicketAction,
  type TicketKind,
  type TicketFacts,
  type TicketState,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import { statusLabels } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import type { DeadlineInput, TicketActionInput } from './action-context.js';
import { actionEffects, checkedDeadline } from './action-effects.js';
import { createTickets } from './create-tickets.js';
import { hasDeputyInCharge } from '../passing-on/deputy-in-charge.js';
import { clockOf, correctedClock, type TicketClock } from '../governing/deadline-rule.queries.js';
import { lockTicket, type LockedTicket } from './lock-ticket.js';
import { assertItem, getPerson, getUnit, replaceSupportUnits } from '../passing-on/named-in-input.js';
import { refusalError } from './refusal-error.js';
import { assertOccurred, assertPlaces, coordinates, registeredTicket, type TicketDraft } from './registration.js';
import { mayReadReporter, mayWriteReporter } from '../governing/reporter-rights.js';
import { saveTicket, type TicketPatch } from './save-ticket.js';
import { chainOf } from '../chain/ticket-chain.js';
import {
  checkedDetails,
  checkedLevel,
  detailChanges,
  hiddenFields,
  detailsForAction,
  detailsRights,
} from '../reading/ticket-details.js';
import { findTicketDetail, seesTicket, ticketShape, type TicketDetailRow } from '../reading/ticket-detail.queries.js';
import { dutiesOf, keepsMeasures, mayKeep } from '../reading/ticket-duties.js';
import { listTickets, type TicketListRequest, type TicketPage } from '../reading/ticket-list.queries.js';
import { assertParent, lockTree } from './ticket-tree.js';

/** Facts a coordinator may correct without moving the ticket along. */
export interface TicketEdit {
  title?: string;
  description?: string | null;
  level?: string | null;
  sourceId?: string | null;
  itemId?: string | null;
  campaignId?: string | null;
  parentId?: string | null;
  theirNo?: string | null;
  occurredOn?: string;
  details?: Details;
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
  /** False where the next step would be a deputy’s and nobody else is in charge of the lead unit: it is the chief’s. */
  deputyInCharge: boolean;
  can: Record<
    | 'edit'
    | 'details'
    | 'progress'
    | 'outcome'
    | 'evidence'
    | 'onSite'
    | 'comment'
    | 'measure'
    | 'addChild'
    | 'readReporter'
    | 'writeReporter',
    boolean
  >;
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

  /** Whether it exists for this actor. */
  sees(actor: Actor, id: string): Promise<boolean> {
    return seesTicket(this.db, actor, id);
  }

  async create(actor: Actor, draft: TicketDraft): Promise<TicketView> {
    const today = this.clock.today();
    if (draft.deadline) checkedDeadline(draft.deadline, today);
    const calendar = await this.calendar.loadCalendar();
    return this.db.transaction(async (tx) => {
      const ticket = await registeredTicket(tx, actor, draft, today, calendar);
      const [created] = await createTickets(tx, actor, [ticket], { today, at: this.clock.now() });
      return this.view(tx, actor, created!.id);
    });
  }

  /** Corrects facts; a deadline only while nobody works against it (draft or unresolved), later it takes an extension. */
  async edit(actor: Actor, id: string, version: number, edit: TicketEdit): Promise<TicketView> {
    const today = this.clock.today();
    const calendar = await this.calendar.loadCalendar();
    return this.db.transaction(async (tx) => {
      if (edit.parentId) await lockTree(tx);
      const ticket = await lockTicket(tx, actor, id, version);
      // As it is and as it would be: nobody hands a ticket to an office of others by correcting it.
      for (const facts of [ticket, { ...ticket, ...stated(edit) } as LockedTicket])
        if (!mayKeep(actor, facts)) throw new AppError('forbidden');
      if (ticket.status === 'closed' || ticket.status === 'cancelled') throw this.notPossible(ticket, '修改');
      const { supportUnitIds, deadline, details: given, ...facts } = edit;
      const patch: TicketPatch = { ...facts };
      const becomes = { ...ticket, ...stated(facts as TicketPatch) } as LockedTicket;
      checkedLevel(ticket.kind, edit.level);
      const isReviewed = (reviewStatuses as readonly string[]).includes(ticket.status);
      // The level decides who reviews and accepts.
      if (edit.level !== undefined && edit.level !== ticket.level && isReviewed)
        throw this.notPossible(ticket, '更改等级');
      if (edit.leadUnitId !== undefined && ticket.status !== 'draft')
        throw this.notPossible(ticket, '直接更换牵头单位');
      if (edit.leadUnitId) await getUnit(tx, edit.leadUnitId);
      if (edit.leaderId) await getPerson(tx, edit.leaderId, 'leaderId', '责任领导');
      await assertPlaces(tx, ticket.kind, edit);
      if (edit.itemId) await assertItem(tx, edit.itemId, becomes.sourceId);
      assertOccurred(ticket.kind, edit.occurredOn, today);
      if (edit.parentId) await assertParent(tx, actor, edit.parentId, ticket);
      const units = supportUnitIds && (await replaceSupportUnits(tx, id, supportUnitIds, becomes.leadUnitId));
      const all = coordinates(actor, ticket.kind);
      const details = given && checkedDetails(ticket.kind, given, ticket.details, { all }, calendar);
      const clocked = { ...becomes, details: details ?? ticket.details };
      let clock: Partial<TicketClock> = await correctedClock(tx, clocked, today, calendar);
      if (deadline) {
        const first = this.firstDeadline(ticket, deadline);
        const none: TicketClock = { statutoryDeadline: false, deadlineRule: null };
        clock = deadline.kind === 'date' ? await clockOf(tx, clocked, first, today, calendar) : none;
        Object.assign(patch, first, { statutoryDeadline: clock.statutoryDeadline });
      }
      const changed = { ...patch, ...(details ? detailChanges(ticket.details, details) : {}) };
      const payload = { changed, supportUnits: units };
      // The rule follows from what the history tells already.
      Object.assign(patch, clock, details ? { details } : {});
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
    // The first reading takes a connection of its own; whoever asks within a transaction finds it kept.
    await this.calendar.loadCalendar();
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
    const today = this.clock.today();
    const state = await stateToday(tx, ticket, ticket.leadUnitId, today);
    const refused = refusal(state, action, { personId: actor.personId, duties }, input as ActionInput);
    if (refused) throw refusalError(refused, ticket, action);
    const calendar = await this.calendar.loadCalendar();
    const details = detailsForAction(ticket, action, input.details, coordinates(actor, ticket.kind), today, calendar);
    const effect = await actionEffects[action]({
      tx,
      actor,
      ticket: { ...ticket, details },
      input,
      today,
      calendar,
      duties,
    });
    const status = statusAfter(ticket, action, input.direct);
    const changed = detailChanges(ticket.details, details);
    const also = Object.keys(changed).length > 0;
    const patch = { status, ...(also ? { details } : {}), ...effect.patch };
    const payload = { from: ticket.status, to: patch.status, ...effect.words, ...(also ? { changed } : {}) };
    const mayAs = (as: Actor) =>
      refusal(state, action, { personId: as.personId, duties: dutiesOf(as, ticket) }, input as ActionInput) === null;
    await saveTicket(
      tx,
      actor,
      ticket,
      { action, patch: stated(patch), payload, tell: true, mayAs },
      this.jobs,
      this.clock.now(),
    );
    return this.view(tx, actor, id);
  }

  /** The actor's view, read where the caller stands: inside a transaction it already shows the change. */
  async view(db: DataSource | EntityManager, actor: Actor, id: string): Promise<TicketView> {
    const row = await findTicketDetail(db, actor, id);
    if (!row) throw new AppError('notFound', { what: '事项' });
    const state = await stateToday(db, stateOf(row), row.lead_unit_id, this.clock.today());
    const facts = { ...state, ...factsOf(row) };
    const duties = dutiesOf(actor, facts);
    const hidden = hiddenFields(actor, facts);
    const open = !['closed', 'cancelled'].includes(row.status);
    const takesPart = duties.has('participant');
    return {
      ...ticketShape(row, this.clock.today()),
      details: Object.fromEntries(Object.entries(row.details).filter(([code]) => !hidden.includes(code))),
      chain: chainOf(row),
      deputyInCharge: state.deputyInCharge,
      can: {
        edit: open && mayKeep(actor, facts),
        details: row.status !== 'cancelled' && detailsRights(facts, duties) !== null,
        onSite: row.status !== 'cancelled' && state.kind === 'hazard' && duties.has('coordinator'),
        addChild: state.kind === 'key_task' && open && duties.has('coordinator'),
        readReporter: row['hasReporter'] === true && mayReadReporter(actor, facts),
        writeReporter: open && mayWriteReporter(duties, state.kind),
        progress: row.status === 'in_progress' && takesPart,
        outcome: row.status !== 'cancelled' && takesPart,
        evidence: row.status !== 'cancelled' && takesPart,
        comment: takesPart,
        measure: open && keepsMeasures(duties),
      },
      actions: allowedActions(state, { personId: actor.personId, duties }),
    };
  }

  private firstDeadline(ticket: LockedTicket, deadline: DeadlineInput) {
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

/** `undefined` means "leave as it is". */
function stated<Facts extends object>(patch: Facts): Facts {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Facts;
}

/** Asked only where it matters: most looks at a ticket wait for nobody in charge. */
async function stateToday<Facts extends TicketFacts>(
  db: DataSource | EntityManager,
  facts: Facts,
  leadUnitId: string | null,
  today: Day,
): Promise<Facts & TicketState> {
  const asked = asksForDeputy(facts);
  const inCharge = !asked || (await hasDeputyInCharge(db, leadUnitId, today, barredFromDeciding(facts)));
  return { ...facts, deputyInCharge: inCharge };
}

export function stateOf(row: TicketDetailRow): TicketFacts {
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
    onSiteCount: row.evidence.filter((piece) => piece.round === row.round && piece.onSite).length,
    openChildCount: row['openChildCount'] as number,
    openMeasureCount: row.measures.filter((measure) => !measure.doneOn && !measure.undoneReason).length,
    extensionPending: row['extension_pending'] as boolean,
    extensionRequestedBy: row.extensions.find(({ decision }) => decision === null)?.requestedBy?.id ?? null,
    grantedExtensionCount: row['extension_count'] as number,
    statutoryDeadline: row['statutory_deadline'] as boolean,
    cancelRequestedBy: row['cancel_requested_by'] as string | null,
    leadUnitOpen: row['leadUnitOpen'] as boolean,
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
