import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { Channel } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';

export const deliveryStatuses = ['queued', 'sent', 'failed', 'dropped'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

export interface DeliveryFilter {
  personId?: string;
  ticketId?: string;
  status?: DeliveryStatus;
  channel?: Channel;
  /** The day the message speaks of. */
  on?: Day;
}

export interface LoggedDelivery {
  id: string;
  person: { id: string; name: string };
  channel: Channel;
  status: DeliveryStatus;
  attempts: number;
  /** Why it failed or was dropped, or why it is tried again. */
  failure: string | null;
  address: string | null;
  rule: string;
  level: number;
  on: Day;
  /** Those the viewer may see; the first twenty. */
  tickets: { id: string; no: string }[];
  ticketCount: number;
  createdAt: Date;
  sentAt: Date | null;
  readAt: Date | null;
  acknowledgedAt: Date | null;
}

/** More numbers than these do not help in a row of a log. */
const ticketsShown = 20;

/**
 * Deliveries, newest first: those that tell of a ticket the viewer may see or of filings, and their own. An administrator sees all
 * that was delivered, and of no ticket what it tells.
 */
export function listDeliveries(
  db: Queryable,
  viewer: Actor,
  filter: DeliveryFilter,
  page: { limit: number; beforeId: string | null },
): Promise<LoggedDelivery[]> {
  const params = new SqlParameters();
  const visible = visibleTickets(viewer, params);
  const told = `message_ticket x join ticket t on t.id = x.ticket_id where x.message_id = m.id and ${visible}`;
  const conditions = [mayRead(viewer, told, params)];
  if (filter.personId) conditions.push(`m.person_id = ${params.add(filter.personId)}::uuid`);
  if (filter.ticketId)
    conditions.push(`exists (select 1 from ${told} and t.id = ${params.add(filter.ticketId)}::uuid)`);
  if (filter.status) conditions.push(`d.status = ${params.add(filter.status)}`);
  if (filter.channel) conditions.push(`d.channel = ${params.add(filter.channel)}`);
  if (filter.on) conditions.push(`m.for_on = ${params.add(filter.on)}::date`);
  if (page.beforeId) conditions.push(`d.id < ${params.add(page.beforeId)}::uuid`);
  return select<LoggedDelivery>(
    db,
    `select d.id, json_build_object('id', p.id, 'name', p.name) as person, d.channel, d.status, d.attempts, d.failure,
       d.address, m.rule_code as rule, m.level, m.for_on as "on",
       coalesce((select json_agg(json_build_object('id', f.id, 'no', f.no) order by f.no)
         from (select t.id, t.no from ${told} order by t.no limit ${ticketsShown}) f), '[]') as tickets,
       (select count(*)::int from ${told}) as "ticketCount", d.created_at as "createdAt", d.sent_at as "sentAt",
       m.read_at as "readAt", m.acknowledged_at as "acknowledgedAt"
     from delivery d join message m on m.id = d.message_id join person p on p.id = m.person_id
     where ${conditions.join(' and ')} order by d.id desc limit ${params.add(page.limit)}`,
    params.values,
  );
}

function mayRead(viewer: Actor, told: string, params: SqlParameters): string {
  if (viewer.roles.includes('admin')) return 'true';
  return `(m.person_id = ${params.add(viewer.personId)}::uuid or exists (select 1 from ${told})
    or exists (select 1 from reminder_occurrence o where o.message_id = m.id and o.subject_type = 'filing'))`;
}
