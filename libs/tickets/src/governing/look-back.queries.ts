import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy, type Day, type LookBackResult, type Sampling, type TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { kindsInOffice, visibleTickets } from '../reading/visibility.js';

/** Which closed tickets are looked at again. */
export interface LookBackFilter {
  kind: TicketKind;
  sourceId?: string;
  campaignId?: string;
  leadUnitId?: string;
  closedFrom?: Day;
  closedTo?: Day;
}

/** The numbers of a look-back, over the rows the viewer may see. */
export interface LookBackProgress {
  total: number;
  checked: number;
  kept: number;
  mostly: number;
  relapsed: number;
  notDone: number;
  followedUp: number;
}

export interface LookBackSummary extends LookBackProgress {
  id: string;
  name: string;
  kind: TicketKind;
  sampling: Sampling;
  dueOn: Day | null;
  createdOn: Day;
  createdBy: string;
}

export interface LookBackView extends LookBackSummary {
  filter: Omit<LookBackFilter, 'kind'>;
  sampleSize: number | null;
  /** With it the same sample can be drawn again. */
  seed: string | null;
  population: number;
  /** Whether the viewer's office runs it. */
  canRun: boolean;
  /** Whether the viewer's office is the one that reopens and registers. */
  canFollowUp: boolean;
  rows: LookBackRow[];
}

export interface LookBackRow {
  id: string;
  ticketId: string;
  no: string;
  title: string;
  kind: TicketKind;
  leadUnit: string | null;
  round: number;
  closedOn: Day;
  inspectorId: string | null;
  inspector: string | null;
  submitterId: string | null;
  result: LookBackResult | null;
  note: string | null;
  checkedOn: Day | null;
  checkedBy: string | null;
  evidence: { id: string; name: string; url: string }[];
  followUp: 'reopen' | 'recurrence' | null;
  followUpTicket: { id: string; no: string } | null;
  lookBackName: string;
  version: number;
}

/** Ids of the sample and how many there were to draw from: closed tickets the actor may see. */
export async function drawSample(
  db: Queryable,
  actor: Actor,
  filter: LookBackFilter,
  {
    sampling,
    sampleSize,
    seed,
    ticketIds,
  }: {
    sampling: Sampling;
    sampleSize?: number;
    seed: string | null;
    ticketIds?: readonly string[];
  },
): Promise<{ population: number; sample: string[] }> {
  const params = new SqlParameters();
  const conditions = [`t.status = 'closed'`, `t.kind = ${params.add(filter.kind)}`, visibleTickets(actor, params)];
  if (filter.sourceId) conditions.push(`t.source_id = ${params.add(filter.sourceId)}::uuid`);
  if (filter.campaignId) conditions.push(`t.campaign_id = ${params.add(filter.campaignId)}::uuid`);
  if (filter.leadUnitId) conditions.push(`t.lead_unit_id = ${params.add(filter.leadUnitId)}::uuid`);
  if (filter.closedFrom) conditions.push(`t.closed_on >= ${params.add(filter.closedFrom)}::date`);
  if (filter.closedTo) conditions.push(`t.closed_on <= ${params.add(filter.closedTo)}::date`);
  // The seed, not chance at the time of asking, decides: whoever doubts the sample can draw it again.
  const picked = sampling === 'picked' ? `where id = any(${params.add(ticketIds ?? [])}::uuid[])` : '';
  const order = sampling === 'random' ? `md5(${params.add(seed)}::text || id::text)` : 'no';
  const limit = sampling === 'random' ? `limit ${params.add(sampleSize ?? 0)}::int` : '';
  const [row] = await select<{ population: number; sample: string[] }>(
    db,
    `with closed as materialized (select t.id, t.no from ticket t where ${conditions.join(' and ')})
     select (select count(*)::int from closed) as population,
       array(select id from closed ${picked} order by ${order}, id ${limit}) as sample`,
    params.values,
  );
  return row!;
}

const progressColumns = `count(*)::int as total, count(w.result)::int as checked,
  count(*) filter (where w.result = 'kept')::int as kept, count(*) filter (where w.result = 'mostly')::int as mostly,
  count(*) filter (where w.result = 'relapsed')::int as relapsed, count(*) filter (where w.result = 'not_done')::int as "notDone",
  count(w.follow_up)::int as "followedUp"`;

const headColumns = `b.id, b.name, b.kind, b.sampling, b.due_on as "dueOn", b.created_on as "createdOn", p.name as "createdBy"`;

/** Look-backs with at least one ticket the viewer may see, the newest first. */
export function listLookBacks(db: Queryable, actor: Actor): Promise<LookBackSummary[]> {
  const params = new SqlParameters();
  return select<LookBackSummary>(
    db,
    `select ${headColumns}, ${progressColumns}
     from look_back b join person p on p.id = b.created_by join look_back_row w on w.look_back_id = b.id
     join ticket t on t.id = w.ticket_id where ${visibleTickets(actor, params)}
     group by b.id, p.name order by b.created_at desc, b.id limit 200`,
    params.values,
  );
}

/** One look-back with its rows, as far as the viewer may see them; 404 where they may see none. */
export async function getLookBack(db: Queryable, actor: Actor, id: string): Promise<LookBackView> {
  const params = new SqlParameters();
  const wanted = params.add(id);
  const [head] = await select<Omit<LookBackView, 'rows' | 'canRun' | 'canFollowUp'>>(
    db,
    `select ${headColumns}, b.filter, b.sample_size as "sampleSize", b.seed, b.population, ${progressColumns}
     from look_back b join person p on p.id = b.created_by join look_back_row w on w.look_back_id = b.id
     join ticket t on t.id = w.ticket_id where b.id = ${wanted}::uuid and ${visibleTickets(actor, params)}
     group by b.id, p.name`,
    params.values,
  );
  if (!head) throw new AppError('notFound', { what: '回头看' });
  const rows = await selectRows(db, actor, id, null);
  const canFollowUp = kindsCoordinatedBy(actor.roles).includes(head.kind);
  return { ...head, canRun: kindsInOffice(actor).includes(head.kind), canFollowUp, rows };
}

export async function getLookBackRow(
  db: Queryable,
  actor: Actor,
  lookBackId: string,
  rowId: string,
): Promise<LookBackRow> {
  const [row] = await selectRows(db, actor, lookBackId, rowId);
  if (!row) throw new AppError('notFound', { what: '回头看事项' });
  return row;
}

function selectRows(db: Queryable, actor: Actor, lookBackId: string, rowId: string | null): Promise<LookBackRow[]> {
  const params = new SqlParameters();
  const wanted = `w.look_back_id = ${params.add(lookBackId)}::uuid`;
  const one = rowId ? `and w.id = ${params.add(rowId)}::uuid` : '';
  const followed = visibleTickets(actor, params, 'f');
  return select<LookBackRow>(
    db,
    `select w.id, w.ticket_id as "ticketId", t.no, t.title, t.kind, u.name as "leadUnit", w.round, w.closed_on as "closedOn",
       w.inspector_id as "inspectorId", i.name as inspector, t.submitter_id as "submitterId", w.result, w.note,
       w.checked_on as "checkedOn", c.name as "checkedBy", w.follow_up as "followUp",
       case when f.id is not null then json_build_object('id', f.id, 'no', f.no) end as "followUpTicket",
       coalesce((select json_agg(json_build_object('id', e.id, 'name', e.name,
           'url', '/api/tickets/' || t.id || '/evidence/' || e.id) order by e.created_at)
         from evidence e where e.id = any(w.evidence_ids)), '[]') as evidence, b.name as "lookBackName", w.version
     from look_back_row w join look_back b on b.id = w.look_back_id join ticket t on t.id = w.ticket_id
     left join unit u on u.id = t.lead_unit_id left join person i on i.id = w.inspector_id
     left join person c on c.id = w.checked_by left join ticket f on f.id = w.follow_up_ticket_id and ${followed}
     where ${wanted} ${one} and ${visibleTickets(actor, params)} order by w.sort`,
    params.values,
  );
}

/** Tickets the actor is to look at again, and how many of them are late. */
export async function countInspections(
  db: Queryable,
  actor: Actor,
  today: Day,
): Promise<{ count: number; overdue: number }> {
  const params = new SqlParameters([actor.personId, today]);
  const [row] = await select<{ count: number; overdue: number }>(
    db,
    `select count(*)::int as count, count(*) filter (where b.due_on < $2::date)::int as overdue
     from look_back_row w join look_back b on b.id = w.look_back_id join ticket t on t.id = w.ticket_id
     where w.inspector_id = $1 and w.result is null and ${visibleTickets(actor, params)}`,
    params.values,
  );
  return row!;
}
