import type { Day, TicketKind, TicketStatus } from '@xiaohao/domain';

export interface NewMeasure {
  text: string;
  persons?: readonly string[];
  dueOn?: Day | null;
  deadlineRaw?: string | null;
  doneOn?: Day | null;
}

/** A ticket to be; what is not given is unknown. Effective dates come from outside, record time is now. */
export interface NewTicket {
  id?: string;
  kind: TicketKind;
  title: string;
  description?: string | null;
  status: TicketStatus;
  level?: string | null;
  sourceId?: string | null;
  itemId?: string | null;
  campaignId?: string | null;
  parentId?: string | null;
  theirNo?: string | null;
  industry?: string | null;
  site?: string | null;
  town?: string | null;
  leadUnitId?: string | null;
  supportUnitIds?: readonly string[];
  leaderId?: string | null;
  leaderName?: string | null;
  handlerId?: string | null;
  persons?: readonly { name: string; personId: string | null }[];
  confidential?: boolean;
  deadline: {
    kind: 'date' | 'immediate' | 'ongoing' | 'recurring' | 'unresolved';
    dueOn: Day | null;
    /** Default: dueOn. */
    originalDueOn?: Day | null;
    ongoing: boolean;
    raw?: string | null;
    rule?: object | null;
    /** Set by law: only the chief extends it. */
    statutory?: boolean;
  };
  raisedOn: Day;
  occurredOn?: Day | null;
  assignedOn?: Day | null;
  signedOn?: Day | null;
  submittedOn?: Day | null;
  closedOn?: Day | null;
  acceptedOn?: Day | null;
  closedOnTime?: boolean | null;
  completion?: 'basic' | null;
  result?: string | null;
  progress?: { text: string; on: Day; percent: number | null } | null;
  progressPercent?: number | null;
  measures?: readonly NewMeasure[];
  /** Amounts in the base unit of the type. */
  outcomes?: readonly { type: string; amount: number | string; on: Day; note?: string | null }[];
  importId?: string | null;
  importSheet?: string | null;
  importRow?: number | null;
  details?: Record<string, unknown>;
}
