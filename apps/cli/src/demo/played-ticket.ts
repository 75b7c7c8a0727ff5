import type { Day, Details, TicketState, TicketStatus } from '@xiaohao/domain';
import type { ChainEnd, DutyFacts, TicketEvent, TicketPatch } from '@xiaohao/tickets';
import type { DemoTicket } from './demo-ticket.js';

/** What the moves look at; the same words as the columns a change may set. */
export interface Facts {
  status: TicketStatus;
  deadlineKind: string;
  dueOn: Day | null;
  originalDueOn: Day | null;
  deadlineOngoing: boolean;
  statutoryDeadline: boolean;
  leadUnitId: string | null;
  leaderId: string | null;
  handlerId: string | null;
  submitterId: string | null;
  submittedByHead: boolean;
  submittedOn: Day | null;
  closedOn: Day | null;
  acceptedOn: Day | null;
  cancelRequestedBy: string | null;
  extensionPending: boolean;
  extensionCount: number;
  reviewMonths: number | null;
  round: number;
  details: Details;
}

const fresh: Omit<Facts, 'details'> = {
  status: 'draft',
  deadlineKind: 'unresolved',
  dueOn: null,
  originalDueOn: null,
  deadlineOngoing: false,
  statutoryDeadline: false,
  leadUnitId: null,
  leaderId: null,
  handlerId: null,
  submitterId: null,
  submittedByHead: false,
  submittedOn: null,
  closedOn: null,
  acceptedOn: null,
  cancelRequestedBy: null,
  extensionPending: false,
  extensionCount: 0,
  reviewMonths: null,
  round: 1,
};

/** A ticket while its story is told: what it has become, and what of it is not written yet. */
export class PlayedTicket {
  readonly facts: Facts;
  readonly children: PlayedTicket[] = [];
  readonly supportUnitIds: readonly string[];
  /** The unit that leads it now, by its key. */
  unit: string;
  evidence = 0;
  onSite = 0;
  /** Versions of its note, over all rounds. */
  files = 0;
  openMeasures: number;
  end: ChainEnd;
  patch: TicketPatch = {};
  events: TicketEvent[] = [];

  constructor(
    readonly plan: DemoTicket,
    readonly id: string,
    readonly no: string,
    { end, supportUnitIds }: { end: ChainEnd; supportUnitIds: readonly string[] },
  ) {
    this.facts = { ...fresh, details: plan.details };
    this.unit = plan.unit;
    this.openMeasures = plan.measures.length;
    this.end = end;
    this.supportUnitIds = supportUnitIds;
  }

  /** What the product's rules ask about. */
  state(): TicketState & DutyFacts {
    const { plan, facts, children } = this;
    return {
      ...facts,
      // Every unit of the demo has a leader in charge, and none is ever closed.
      deputyInCharge: true,
      extensionRequestedBy: null,
      leadUnitOpen: facts.leadUnitId !== null,
      kind: plan.kind,
      level: plan.level,
      grantedExtensionCount: facts.extensionCount,
      evidenceCount: this.evidence,
      onSiteCount: this.onSite,
      openMeasureCount: this.openMeasures,
      openChildCount: children.filter(
        ({ facts: { status, acceptedOn } }) => !['closed', 'cancelled'].includes(status) && !acceptedOn,
      ).length,
      personIds: [],
      supportUnitIds: this.supportUnitIds,
    };
  }

  /** Takes a change over; another round begins without evidence. */
  become(patch: TicketPatch, event: TicketEvent): void {
    if (patch.round !== undefined && patch.round !== this.facts.round) this.evidence = this.onSite = 0;
    Object.assign(this.facts, patch);
    Object.assign(this.patch, patch);
    this.events.push(event);
    this.end = { eventCount: event.seq, eventHead: event.hash };
  }
}
