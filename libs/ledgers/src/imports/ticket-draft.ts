import {
  addWorkingDays,
  defaultOutcomeDay,
  isUnderWayStill,
  nextDueOn,
  type Day,
  type Recurrence,
  type TicketStatus,
  type WorkingCalendar,
} from '@xiaohao/domain';
import type { NewTicket } from '@xiaohao/tickets';
import { assuredOf, yesNo } from '../exports/layout-texts.js';
import type { PreviewTicket } from '../reading/preview.js';
import { progressDay } from '../reading/tickets/row-state.js';
import { immediateFrom, immediateWorkingDays } from '../reading/tickets/ticket-deadline.js';
import { ownProgress } from '../reading/tickets/own-progress.js';
import type { TicketMatch } from './ticket-match.js';

export interface DraftContext {
  today: Day;
  calendar: WorkingCalendar;
  doneIsClosed: boolean;
  importId: string;
  sourceId: string;
  itemId: string | null;
}

type Origin = Pick<PreviewTicket, 'status' | 'completion' | 'deadline' | 'closedOn' | 'completedOn' | 'assignedOn'>;

/** A confirmed row as a ticket: an imported fact with its own effective dates, claiming no approvals. */
export function draftTicket(preview: PreviewTicket, match: TicketMatch, context: DraftContext): NewTicket {
  const status = storedStatus(preview, match.leadUnitId !== null, context.doneIsClosed);
  const deadline = storedDeadline(preview, context);
  const closed = status === 'closed';
  const { percent, ...reported } = reportedProgress(preview);
  const text = withFailedReview(reported.text, preview);
  const closedOn = closed ? (preview.closedOn ?? preview.completedOn ?? context.today) : null;
  const doneOn = preview.completedOn ?? closedOn ?? progressDay(preview) ?? context.today;
  return {
    kind: preview.kind,
    title: preview.title,
    description: preview.description,
    status,
    level: preview.level,
    sourceId: context.sourceId,
    itemId: context.itemId,
    theirNo: preview.theirNo,
    industry: preview.industry,
    site: preview.site,
    town: preview.town,
    leadUnitId: match.leadUnitId,
    supportUnitIds: match.supportUnitIds,
    leaderId: match.leaderId,
    leaderName: preview.leader,
    handlerId: match.handlerId,
    persons: match.persons,
    deadline,
    raisedOn: preview.raisedOn,
    assignedOn: preview.assignedOn ?? (status === 'assigned' ? context.today : null),
    submittedOn: closed || status === 'pending_acceptance' ? preview.completedOn : null,
    closedOn,
    closedOnTime: closed ? onTime(preview, deadline.dueOn, closedOn) : null,
    completion: preview.completion,
    progress:
      text === null && percent === null
        ? null
        : { text: text ?? `${percent}%`, on: progressDay(preview) ?? closedOn ?? context.today, percent },
    progressPercent: percent,
    measures: preview.measures.map((measure) => ({
      text: measure.text,
      persons: measure.persons,
      dueOn: measure.deadline,
      doneOn: closed || status === 'pending_acceptance' || measure.done ? doneOn : null,
    })),
    outcomes: preview.outcomes.map(({ type, amount }) => ({
      type,
      amount,
      on: defaultOutcomeDay(type, { occurredOn: null, raisedOn: preview.raisedOn }, doneOn),
    })),
    importId: context.importId,
    importSheet: preview.sheet,
    importRow: preview.row,
    details: { ...namedInstead(preview, match), ...factsOf(preview) },
  };
}

/** What is assured as facts of the hazard; its words stay where an export would write others. */
function factsOf({ details, assured = {} }: PreviewTicket): Record<string, unknown> {
  const texts = Object.entries(details).filter(([heading, text]) => {
    const code = assuredOf(heading);
    const is = code === null ? undefined : assured[code];
    return is === undefined || text !== yesNo(is);
  });
  return { ...Object.fromEntries(texts), ...assured };
}

/** Whom the row names where another unit was chosen to lead, unless it stands as the site. */
function namedInstead({ leadUnit, site }: PreviewTicket, { findings }: TicketMatch): PreviewTicket['details'] {
  const isGiven = findings.some(({ code }) => code === 'leadUnitGiven');
  return isGiven && leadUnit !== null && leadUnit !== site ? { 责任单位: leadUnit } : {};
}

/** In a ledger that bears our numbers what our export wrote before the progress is no part of it. */
function reportedProgress({ no, progress, progressPercent }: PreviewTicket): {
  text: string | null;
  percent: number | null;
} {
  const own = no === null ? null : ownProgress(progress);
  if (!own) return { text: progress, percent: progressPercent };
  return {
    text: own.rest || null,
    percent: progressPercent ?? (own.percent !== null && own.percent <= 100 ? own.percent : null),
  };
}

/** A review that failed is the last that is told of a matter, and nobody may miss it. */
export function withFailedReview<Text extends string | null>(
  reported: Text,
  { failedReview }: Pick<PreviewTicket, 'failedReview'>,
): Text | string {
  return failedReview ? [reported, failedReview.text].filter(Boolean).join('\n') : reported;
}

/** What is reported done waits for acceptance, unless the person said it counts as struck off. */
export function storedStatus(preview: Origin, hasUnit: boolean, doneIsClosed: boolean): TicketStatus {
  switch (preview.status) {
    case 'not_started':
      return hasUnit ? 'assigned' : 'draft';
    case 'completed':
      return doneIsClosed ? 'closed' : 'pending_acceptance';
    case 'closed':
      return 'closed';
    case 'ongoing':
      return isUnderWayStill(preview.completion, preview.deadline.date) ? 'in_progress' : 'ongoing';
    default:
      return 'in_progress';
  }
}

export function storedDeadline(
  preview: PreviewTicket,
  { today, calendar }: Pick<DraftContext, 'today' | 'calendar'>,
): NewTicket['deadline'] {
  const { kind, date, originalDate, ongoing, raw, rule } = preview.deadline;
  const common = { ongoing, raw: raw || null };
  switch (kind) {
    case 'date':
    case 'relative':
      return date === null
        ? { kind: 'unresolved', dueOn: null, ...common }
        : { kind: 'date', dueOn: date, originalDueOn: originalDate ?? date, ...common };
    case 'immediate': {
      const from = immediateFrom(preview) ?? today;
      return { kind: 'immediate', dueOn: addWorkingDays(from, immediateWorkingDays, calendar), ...common };
    }
    case 'ongoing':
      return { kind: 'ongoing', dueOn: null, ...common };
    case 'recurring':
      return { kind: 'recurring', dueOn: rule ? nextDueOn(rule as Recurrence, today) : null, rule, ...common };
    default:
      return { kind: 'unresolved', dueOn: null, ...common };
  }
}

/** By the day it was completed, else closed; nobody can tell where one of the two days was only assumed. */
function onTime(preview: PreviewTicket, dueOn: Day | null, closedOn: Day | null): boolean | null {
  const dueIsAssumed = preview.deadline.kind === 'immediate' && !hasOwnStart(preview);
  const doneOn = preview.completedOn ?? (preview.closedOnFrom === 'row' ? closedOn : null);
  return dueOn === null || doneOn === null || dueIsAssumed ? null : doneOn <= dueOn;
}

/** A 交办 or 发现 date of the row itself: nobody is late by a day the whole file shares. */
function hasOwnStart(preview: PreviewTicket): boolean {
  return preview.assignedOn !== null || preview.raisedOnFrom === 'row';
}
