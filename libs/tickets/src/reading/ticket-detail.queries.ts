import {
  lightOf,
  isOverdue,
  onTimeByOriginal,
  overdueDays,
  type Day,
  type TicketAction,
  type TicketStatus,
} from '@xiaohao/domain';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { openChildSql } from '../acting/lock-ticket.js';
import { visibleTickets } from './visibility.js';

/** A person as shown beside what they did. */
const by = (column: string) =>
  `(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = ${column})`;

/** One JSON list of a ticket's rows; `[]` when there are none. */
const list = (json: string, from: string) => `coalesce((select json_agg(${json}) from ${from}), '[]')`;

const detailColumns = `
  t.*, (select json_build_object('id', s.id, 'name', s.name) from source s where s.id = t.source_id) as source,
  (select json_build_object('id', i.id, 'no', i.no, 'title', i.title) from source_item i where i.id = t.item_id) as item,
  (select json_build_object('id', u.id, 'name', u.name) from unit u where u.id = t.lead_unit_id) as "leadUnit",
  exists (select 1 from unit u where u.id = t.lead_unit_id and u.closed_on is null) as "leadUnitOpen",
  ${by('t.leader_id')} as "leaderPerson", ${by('t.handler_id')} as handler, ${by('t.submitter_id')} as submitter,
  ${by('t.cancel_requested_by')} as "cancelRequester",
  (select name from campaign c where c.id = t.campaign_id) as campaign,
  exists (select 1 from reporter r where r.ticket_id = t.id) as "hasReporter",
  (select count(*)::int from ticket c where c.parent_id = t.id) as "childCount",
  (select count(*)::int from ticket c where c.parent_id = t.id and ${openChildSql}) as "openChildCount",
  ${list(`json_build_object('id', u.id, 'name', u.name) order by x.sort`, 'ticket_support_unit x join unit u on u.id = x.unit_id where x.ticket_id = t.id')} as "supportUnits",
  ${list('x.name order by x.sort', 'ticket_person x where x.ticket_id = t.id')} as persons,
  ${list('x.person_id', 'ticket_person x where x.ticket_id = t.id and x.person_id is not null')} as "personIds",
  ${list(
    `json_build_object('id', x.id, 'text', x.text, 'persons', x.persons, 'dueOn', x.due_on, 'deadlineRaw', x.deadline_raw,
    'doneOn', x.done_on, 'undoneReason', x.undone_reason, 'version', x.version) order by x.sort`,
    'measure x where x.ticket_id = t.id',
  )} as measures,
  ${list(
    `json_build_object('id', x.id, 'on', x.reported_on, 'text', x.text, 'percent', x.percent, 'round', x.round,
    'by', ${by('x.by_id')}, 'at', x.created_at) order by x.reported_on desc, x.created_at desc`,
    'progress_entry x where x.ticket_id = t.id',
  )} as progress,
  ${list(
    `json_build_object('id', x.id, 'type', x.type, 'name', y.name, 'unit', y.unit, 'amount', x.amount::float8, 'on', x.happened_on,
    'note', x.note, 'afterClosing', x.after_closing, 'by', ${by('x.by_id')}) order by x.happened_on, x.id`,
    'outcome x join outcome_type y on y.code = x.type where x.ticket_id = t.id',
  )} as outcomes,
  ${list(
    `json_build_object('id', x.id, 'name', x.name, 'version', x.file_version, 'round', x.round, 'size', f.size_bytes,
    'mediaType', f.media_type, 'sha256', f.sha256, 'afterClosing', x.after_closing, 'onSite', x.on_site, 'by', ${by('x.by_id')}, 'at', x.created_at,
    'url', '/api/tickets/' || t.id || '/evidence/' || x.id) order by x.created_at desc`,
    'evidence x join file f on f.id = x.file_id where x.ticket_id = t.id',
  )} as evidence,
  ${list(`json_build_object('id', x.id, 'text', x.text, 'by', ${by('x.by_id')}, 'at', x.created_at) order by x.created_at`, 'ticket_comment x where x.ticket_id = t.id')} as comments,
  ${list(
    `json_build_object('id', x.id, 'round', x.round, 'reasonCode', x.reason_code, 'reason', x.reason, 'requestedOn', x.requested_on,
    'requestedDueOn', x.requested_due_on, 'formerDueOn', x.former_due_on, 'late', x.late, 'decision', x.decision,
    'grantedDueOn', x.granted_due_on, 'opinion', x.opinion, 'requestedBy', ${by('x.requested_by')},
    'decidedBy', ${by('x.decided_by')}, 'decidedOn', x.decided_on) order by x.created_at`,
    'extension x where x.ticket_id = t.id',
  )} as extensions,
  ${list(
    `json_build_object('round', x.round, 'openedOn', x.opened_on, 'submittedOn', x.submitted_on, 'closedOn', x.closed_on,
    'acceptedOn', x.accepted_on, 'closedOnTime', x.closed_on_time, 'dueOn', x.due_on, 'originalDueOn', x.original_due_on) order by x.round`,
    'ticket_round x where x.ticket_id = t.id',
  )} as rounds,
  ${list(
    `json_build_object('on', m.for_on, 'rule', m.rule_code, 'person', p.name, 'channel', d.channel, 'status', d.status,
    'readAt', m.read_at) order by m.created_at desc`,
    `message_ticket x join message m on m.id = x.message_id join person p on p.id = m.person_id
    left join delivery d on d.message_id = m.id where x.ticket_id = t.id`,
  )} as reminders,
  ${list(
    `json_build_object('action', e.action, 'by', e.actor_name, 'on', (e.at at time zone 'Asia/Shanghai')::date) order by e.seq`,
    `event e where e.ticket_id = t.id and e.action in ('assign', 'sign', 'submit', 'review_pass', 'approve', 'accept',
      'close_ongoing', 'reopen')`,
  )} as steps`;

/** A raw detail row: `ticket` columns in snake case plus the JSON lists named above. */
export interface TicketDetailRow {
  id: string;
  kind: string;
  status: TicketStatus;
  due_on: Day | null;
  version: number;
  handler_id: string | null;
  submitter_id: string | null;
  lead_unit_id: string | null;
  level: string | null;
  round: number;
  personIds: string[];
  measures: { doneOn: Day | null; undoneReason: string | null }[];
  evidence: { round: number; onSite: boolean }[];
  extensions: { decision: string | null; requestedBy: { id: string } | null }[];
  details: Record<string, unknown>;
  supportUnits: { id: string; name: string }[];
  /** What moved the ticket along, in order. */
  steps: { action: TicketAction; by: string; on: Day }[];
  [column: string]: unknown;
}

/** The whole ticket in one round trip; null when it does not exist or the actor may not see it. */
export async function findTicketDetail(db: Queryable, actor: Actor, id: string): Promise<TicketDetailRow | null> {
  const params = new SqlParameters();
  const wanted = params.add(id);
  const visible = visibleTickets(actor, params);
  // Above and below it only what the actor may see; how many there are beyond that is nobody's to know.
  const relatives = `
    (select json_build_object('id', p.id, 'no', p.no, 'title', p.title) from ticket p
      where p.id = t.parent_id and ${visibleTickets(actor, params, 'p')}) as parent,
    ${list(
      `json_build_object('id', c.id, 'no', c.no, 'title', c.title, 'status', c.status, 'dueOn', c.due_on,
      'percent', c.progress_percent, 'leadUnit', (select u.name from unit u where u.id = c.lead_unit_id)) order by c.no`,
      `ticket c where c.parent_id = t.id and ${visibleTickets(actor, params, 'c')}`,
    )} as children`;
  const [row] = await select<TicketDetailRow>(
    db,
    `select ${detailColumns}, ${relatives} from ticket t where t.id = ${wanted}::uuid and ${visible}`,
    params.values,
  );
  return row ?? null;
}

export async function seesTicket(db: Queryable, actor: Actor, id: string): Promise<boolean> {
  const params = new SqlParameters();
  const wanted = params.add(id);
  const visible = visibleTickets(actor, params);
  const [row] = await select(db, `select 1 from ticket t where t.id = ${wanted}::uuid and ${visible}`, params.values);
  return row !== undefined;
}

/** The public shape of a ticket, without what depends on who looks. */
export function ticketShape(row: TicketDetailRow, today: Day) {
  return {
    id: row.id,
    no: row['no'],
    kind: row.kind,
    title: row['title'],
    description: row['description'],
    status: row.status,
    level: row.level,
    source: row['source'],
    item: row['item'],
    campaign: row['campaign'],
    campaignId: row['campaign_id'],
    industry: row['industry'],
    site: row['site'],
    town: row['town'],
    theirNo: row['their_no'],
    leadUnit: row['leadUnit'],
    leadUnitOpen: row['leadUnitOpen'],
    supportUnits: row.supportUnits,
    leader: row['leaderPerson'] ?? (row['leader_name'] ? { id: null, name: row['leader_name'] } : null),
    handler: row['handler'],
    submitter: row['submitter'],
    persons: row['persons'],
    deadline: {
      kind: row['deadline_kind'],
      dueOn: row.due_on,
      originalDueOn: row['original_due_on'],
      ongoing: row['deadline_ongoing'],
      raw: row['deadline_raw'],
    },
    raisedOn: row['raised_on'],
    occurredOn: row['occurred_on'],
    assignedOn: row['assigned_on'],
    signedOn: row['signed_on'],
    submittedOn: row['submitted_on'],
    closedOn: row['closed_on'],
    acceptedOn: row['accepted_on'],
    closedOnTime: row['closed_on_time'],
    reviewOn: row['review_on'],
    reviewMonths: row['review_months'],
    onTimeByOriginal: onTimeByOriginal({
      closedOnTime: row['closed_on_time'] as boolean | null,
      submittedOn: row['submitted_on'] as Day | null,
      acceptedOn: row['accepted_on'] as Day | null,
      closedOn: row['closed_on'] as Day | null,
      dueOn: row.due_on,
      originalDueOn: row['original_due_on'] as Day | null,
    }),
    cancelRequest: row['cancel_requested_on']
      ? { by: row['cancelRequester'], on: row['cancel_requested_on'], reason: row['cancel_reason'] }
      : null,
    completion: row['completion'],
    result: row['result'],
    parentId: row['parent'] ? row['parent_id'] : null,
    parent: row['parent'],
    children: row['children'],
    statutoryDeadline: row['statutory_deadline'],
    deadlineBasis: keptRule(row).sentence ?? null,
    latestDueOn: keptRule(row).latestOn ?? null,
    percentIsComputed: (row['childCount'] as number) > 0,
    confidential: row['confidential'],
    details: row.details,
    overdue: isOverdue(row.status, row.due_on, today),
    overdueDays: overdueDays(row.status, row.due_on, today),
    light: lightOf(row.status, row.due_on, today),
    progressPercent: row['progress_percent'],
    latestProgress: row['latest_progress'],
    latestProgressOn: row['latest_progress_on'],
    extensionPending: row['extension_pending'],
    round: row.round,
    rounds: row['rounds'],
    version: row.version,
    createdAt: row['created_at'],
    updatedAt: row['updated_at'],
    measures: row.measures,
    outcomes: row['outcomes'],
    evidence: row.evidence,
    progress: row['progress'],
    comments: row['comments'],
    extensions: row.extensions,
    reminders: row['reminders'],
    origin: row['import_id']
      ? { importId: row['import_id'], sheet: row['import_sheet'], row: row['import_row'] }
      : null,
  };
}

/** The rule its deadline was taken from; a recurring one keeps its recurrence in the same place. */
function keptRule(row: TicketDetailRow): { sentence?: string; latestOn?: Day | null } {
  return (row['deadline_rule'] as { sentence?: string; latestOn?: Day | null } | null) ?? {};
}
