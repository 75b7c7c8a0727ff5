import { newId } from '@xiaohao/database';
import { addMonths, defaultReviewMonths, type Day } from '@xiaohao/domain';
import { systemActor, type Actor } from '@xiaohao/org';
import { nextEvent, type TicketEvent } from '../chain/event-chain.js';
import type { NewTicket } from './new-ticket.js';

export type NumberedTicket = NewTicket & { id: string; no: string };

/** What new tickets are written as: inserts in the order they are to run, each with its records as JSON, and the events. */
export interface TicketRecords {
  inserts: Insert[];
  events: TicketEvent[];
}

interface Insert {
  text: string;
  values: string;
}

export function recordsOf(
  tickets: readonly NumberedTicket[],
  actor: Actor,
  options: { at: Date; today: Day; action?: 'create' | 'import' },
): TicketRecords {
  const events = tickets.map((ticket) =>
    nextEvent(
      ticket.id,
      { eventCount: 0, eventHead: '' },
      actor,
      options.action ?? 'create',
      {
        no: ticket.no,
        title: ticket.title,
        status: ticket.status,
        dueOn: ticket.deadline.dueOn,
        row: ticket.importRow ?? null,
      },
      options.at,
    ),
  );
  const rows = tickets.map((ticket, index) => ticketColumns(ticket, actor, events[index]!.hash, options));
  return { inserts: [...insertOf('ticket', ticketColumnTypes, rows), ...insertsOfParts(tickets, actor)], events };
}

function insertsOfParts(tickets: readonly NumberedTicket[], actor: Actor): Insert[] {
  const byId = personOrNull(actor);
  const units = tickets.flatMap((t) =>
    (t.supportUnitIds ?? []).map((unit_id, sort) => ({ ticket_id: t.id, unit_id, sort })),
  );
  const persons = tickets.flatMap((t) =>
    (t.persons ?? []).map((person, sort) => ({ ticket_id: t.id, sort, name: person.name, person_id: person.personId })),
  );
  const measures = tickets.flatMap((t) =>
    (t.measures ?? []).map((measure, sort) => ({
      id: newId(),
      ticket_id: t.id,
      sort,
      text: measure.text,
      persons: measure.persons ?? [],
      due_on: measure.dueOn ?? null,
      deadline_raw: measure.deadlineRaw ?? null,
      done_on: measure.doneOn ?? null,
    })),
  );
  const progress = tickets.flatMap((t) =>
    t.progress
      ? [
          {
            id: newId(),
            ticket_id: t.id,
            round: 1,
            reported_on: t.progress.on,
            text: t.progress.text,
            percent: t.progress.percent,
            by_id: byId,
          },
        ]
      : [],
  );
  const outcomes = tickets.flatMap((t) =>
    (t.outcomes ?? []).map((o) => ({
      id: newId(),
      ticket_id: t.id,
      round: 1,
      type: o.type,
      amount: o.amount,
      happened_on: o.on,
      note: o.note ?? null,
      by_id: byId,
    })),
  );
  return [
    insertOf('ticket_support_unit', 'ticket_id uuid, unit_id uuid, sort int', units),
    insertOf('ticket_person', 'ticket_id uuid, sort int, name text, person_id uuid', persons),
    insertOf(
      'measure',
      'id uuid, ticket_id uuid, sort int, text text, persons text[], due_on date, deadline_raw text, done_on date',
      measures,
    ),
    insertOf(
      'progress_entry',
      'id uuid, ticket_id uuid, round int, reported_on date, text text, percent int, by_id uuid',
      progress,
    ),
    insertOf(
      'outcome',
      'id uuid, ticket_id uuid, round int, type text, amount numeric, happened_on date, note text, by_id uuid',
      outcomes,
    ),
  ].flat();
}

/** One statement for all records, none for no record; `columns` is a literal of this file, never input. */
function insertOf(table: string, columns: string, records: readonly object[]): Insert[] {
  if (records.length === 0) return [];
  const names = columns
    .split(', ')
    .map((column) => column.split(' ')[0])
    .join(', ');
  const text = `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${columns})`;
  return [{ text, values: JSON.stringify(records) }];
}

const columnTypes = {
  id: 'uuid',
  no: 'text',
  kind: 'text',
  title: 'text',
  description: 'text',
  status: 'text',
  level: 'text',
  source_id: 'uuid',
  item_id: 'uuid',
  campaign_id: 'uuid',
  parent_id: 'uuid',
  their_no: 'text',
  industry: 'text',
  site: 'text',
  town: 'text',
  lead_unit_id: 'uuid',
  leader_id: 'uuid',
  leader_name: 'text',
  handler_id: 'uuid',
  confidential: 'boolean',
  deadline_kind: 'text',
  due_on: 'date',
  original_due_on: 'date',
  deadline_ongoing: 'boolean',
  deadline_raw: 'text',
  deadline_rule: 'jsonb',
  statutory_deadline: 'boolean',
  raised_on: 'date',
  occurred_on: 'date',
  assigned_on: 'date',
  signed_on: 'date',
  submitted_on: 'date',
  closed_on: 'date',
  accepted_on: 'date',
  closed_on_time: 'boolean',
  review_on: 'date',
  completion: 'text',
  result: 'text',
  progress_percent: 'integer',
  latest_progress: 'text',
  latest_progress_on: 'date',
  details: 'jsonb',
  import_id: 'uuid',
  import_sheet: 'text',
  import_row: 'integer',
  event_count: 'integer',
  event_head: 'text',
  created_by: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
} as const;

const ticketColumnTypes = Object.entries(columnTypes)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

function ticketColumns(
  ticket: NumberedTicket,
  actor: Actor,
  head: string,
  { today, at }: { today: Day; at: Date },
): Record<keyof typeof columnTypes, unknown> {
  const { deadline } = ticket;
  return {
    id: ticket.id,
    no: ticket.no,
    kind: ticket.kind,
    title: ticket.title,
    description: ticket.description ?? null,
    status: ticket.status,
    level: ticket.level ?? null,
    source_id: ticket.sourceId ?? null,
    item_id: ticket.itemId ?? null,
    campaign_id: ticket.campaignId ?? null,
    parent_id: ticket.parentId ?? null,
    their_no: ticket.theirNo ?? null,
    industry: ticket.industry ?? null,
    site: ticket.site ?? null,
    town: ticket.town ?? null,
    lead_unit_id: ticket.leadUnitId ?? null,
    leader_id: ticket.leaderId ?? null,
    leader_name: ticket.leaderName ?? null,
    handler_id: ticket.handlerId ?? null,
    confidential: ticket.confidential ?? false,
    deadline_kind: deadline.kind,
    due_on: deadline.dueOn,
    original_due_on: deadline.originalDueOn ?? deadline.dueOn,
    deadline_ongoing: deadline.ongoing,
    deadline_raw: deadline.raw ?? null,
    deadline_rule: deadline.rule ?? null,
    statutory_deadline: deadline.statutory ?? false,
    raised_on: ticket.raisedOn,
    occurred_on: ticket.occurredOn ?? null,
    assigned_on: ticket.assignedOn ?? null,
    signed_on: ticket.signedOn ?? null,
    submitted_on: ticket.submittedOn ?? null,
    closed_on: ticket.closedOn ?? null,
    accepted_on: ticket.acceptedOn ?? null,
    closed_on_time: ticket.closedOnTime ?? null,
    // What an imported ledger keeps up is looked at a cycle from now.
    review_on: ticket.status === 'ongoing' ? addMonths(today, defaultReviewMonths) : null,
    completion: ticket.completion ?? null,
    result: ticket.result ?? null,
    progress_percent: ticket.progressPercent ?? ticket.progress?.percent ?? null,
    latest_progress: ticket.progress?.text ?? null,
    latest_progress_on: ticket.progress?.on ?? null,
    details: ticket.details ?? {},
    import_id: ticket.importId ?? null,
    import_sheet: ticket.importSheet ?? null,
    import_row: ticket.importRow ?? null,
    event_count: 1,
    event_head: head,
    created_by: personOrNull(actor),
    created_at: at,
    updated_at: at,
  };
}

/** Jobs act as nobody: no person row stands behind the system. */
export function personOrNull(actor: Actor): string | null {
  return actor.personId === systemActor.personId ? null : actor.personId;
}
