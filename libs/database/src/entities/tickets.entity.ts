import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where tickets come from: an inspection round, a meeting, a campaign check. */
@Entity('source')
export class Source {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text') name: string;
  @Column('date', { nullable: true }) feedbackOn: string | null;
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

/** 项: the aspect under which a source lists its problems. */
@Entity('source_item')
export class SourceItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sourceId: string;
  @Column('integer') no: number;
  @Column('text') title: string;
}

@Entity('ticket')
export class Ticket {
  @PrimaryColumn('uuid') id: string;
  @Column('text') no: string;
  @Column('text') kind: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text') status: string;
  @Column('text', { nullable: true }) level: string | null;
  @Column('uuid', { nullable: true }) sourceId: string | null;
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('uuid', { nullable: true }) campaignId: string | null;
  @Column('uuid', { nullable: true }) parentId: string | null;
  /** The number it bears in the ledger it came from. */
  @Column('text', { nullable: true }) theirNo: string | null;
  @Column('text', { nullable: true }) industry: string | null;
  @Column('text', { nullable: true }) site: string | null;
  @Column('text', { nullable: true }) town: string | null;
  @Column('uuid', { nullable: true }) leadUnitId: string | null;
  @Column('uuid', { nullable: true }) leaderId: string | null;
  /** As written in an imported ledger when it matches no person. */
  @Column('text', { nullable: true }) leaderName: string | null;
  @Column('uuid', { nullable: true }) handlerId: string | null;
  @Column('uuid', { nullable: true }) submitterId: string | null;
  @Column('boolean', { default: false }) submittedByHead: boolean;
  @Column('boolean', { default: false }) confidential: boolean;
  @Column('text') deadlineKind: string;
  @Column('date', { nullable: true }) dueOn: string | null;
  /** Never changes within a round. */
  @Column('date', { nullable: true }) originalDueOn: string | null;
  @Column('boolean', { default: false }) deadlineOngoing: boolean;
  @Column('text', { nullable: true }) deadlineRaw: string | null;
  @Column('jsonb', { nullable: true }) deadlineRule: Record<string, unknown> | null;
  @Column('boolean', { default: false }) statutoryDeadline: boolean;
  @Column('date') raisedOn: string;
  @Column('date', { nullable: true }) occurredOn: string | null;
  @Column('date', { nullable: true }) assignedOn: string | null;
  @Column('date', { nullable: true }) signedOn: string | null;
  @Column('date', { nullable: true }) submittedOn: string | null;
  @Column('date', { nullable: true }) closedOn: string | null;
  /** Accepted and kept up: counts as done though its status is `ongoing`. */
  @Column('date', { nullable: true }) acceptedOn: string | null;
  /** Stored at closing: the accepted round's submittedOn ≤ dueOn; null where assumed or no date. */
  @Column('boolean', { nullable: true }) closedOnTime: boolean | null;
  /** Next look at what is suspended or kept up. */
  @Column('date', { nullable: true }) reviewOn: string | null;
  /** How often what is kept up is looked at; null: each quarter. */
  @Column('integer', { nullable: true }) reviewMonths: number | null;
  /** Asked to be cancelled and not decided yet. */
  @Column('uuid', { nullable: true }) cancelRequestedBy: string | null;
  @Column('date', { nullable: true }) cancelRequestedOn: string | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('text', { nullable: true }) completion: string | null;
  @Column('text', { nullable: true }) result: string | null;
  @Column('integer', { nullable: true }) progressPercent: number | null;
  @Column('text', { nullable: true }) latestProgress: string | null;
  @Column('date', { nullable: true }) latestProgressOn: string | null;
  @Column('integer', { default: 1 }) round: number;
  /** Granted extensions of the present round. */
  @Column('integer', { default: 0 }) extensionCount: number;
  @Column('boolean', { default: false }) extensionPending: boolean;
  @Column('jsonb', { default: {} }) details: Record<string, unknown>;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('text', { nullable: true }) importSheet: string | null;
  @Column('integer', { nullable: true }) importRow: number | null;
  /** Compare-and-set: every change of the ticket counts it up. */
  @Column('integer', { default: 1 }) version: number;
  @Column('integer', { default: 0 }) eventCount: number;
  /** Hash of the last event; the chain's end. */
  @Column('text', { default: '' }) eventHead: string;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) updatedAt: Date;
  /** dueOn, or infinity: keyset pages sort by it. Written by PostgreSQL. */
  @Column({ type: 'date', insert: false, update: false, select: false }) sortDueOn: string;
}

@Entity('measure')
export class Measure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('integer') sort: number;
  @Column('text') text: string;
  @Column('text', { array: true, default: [] }) persons: string[];
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) deadlineRaw: string | null;
  @Column('date', { nullable: true }) doneOn: string | null;
  @Column('text', { nullable: true }) undoneReason: string | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('progress_entry')
export class ProgressEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('integer') round: number;
  @Column('date') reportedOn: string;
  @Column('text') text: string;
  @Column('integer', { nullable: true }) percent: number | null;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

@Entity('outcome')
export class Outcome {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('integer') round: number;
  @Column('text') type: string;
  /** In the type's base unit. */
  @Column({ type: 'numeric', precision: 18, scale: 4 }) amount: string;
  @Column('date') happenedOn: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean', { default: false }) afterClosing: boolean;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

@Entity('evidence')
export class Evidence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('integer') round: number;
  @Column('uuid') fileId: string;
  @Column('text') name: string;
  /** Counts up when a file of the same name is added again. */
  @Column('integer', { default: 1 }) fileVersion: number;
  @Column('boolean', { default: false }) afterClosing: boolean;
  /** Record of an on-site check 现场复查 by the kind's coordinator. */
  @Column('boolean', { default: false }) onSite: boolean;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

@Entity('ticket_comment')
export class TicketComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) byId: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}

@Entity('extension')
export class Extension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('integer') round: number;
  @Column('text') reasonCode: string;
  @Column('text') reason: string;
  @Column('date') requestedOn: string;
  @Column('date') requestedDueOn: string;
  @Column('date', { nullable: true }) formerDueOn: string | null;
  /** Requested after the deadline had passed. */
  @Column('boolean') late: boolean;
  @Column('text', { nullable: true }) decision: 'granted' | 'refused' | null;
  @Column('date', { nullable: true }) grantedDueOn: string | null;
  @Column('text', { nullable: true }) opinion: string | null;
  @Column('uuid') requestedBy: string;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('date', { nullable: true }) decidedOn: string | null;
  @Column('timestamp with time zone', { precision: 3, default: () => 'now()' }) createdAt: Date;
}
