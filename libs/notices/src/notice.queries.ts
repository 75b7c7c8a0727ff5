import { execute, liveChannel, newId, select, type LiveEvent, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { NoticeBody } from './notice-body.js';

export type Channel = 'inbox' | 'mail';

/** One message to one person. */
export interface NewNotice {
  id?: string;
  personId: string;
  ruleCode: string;
  level?: number;
  /** The day it speaks of. */
  forOn: Day;
  subject: string;
  body: NoticeBody;
  /** Where the page opens, e.g. `/tickets/…`; begins with a slash. */
  link?: string | null;
  ticketIds?: readonly string[];
  channels: readonly Channel[];
}

export type Numbered = NewNotice & { id: string };

export async function insertMessages(tx: Queryable, notices: readonly Numbered[]): Promise<void> {
  await execute(
    tx,
    `insert into message (id, person_id, rule_code, level, for_on, subject, body, link)
     select id, person_id, rule_code, level, for_on, subject, body, link
     from jsonb_to_recordset($1::jsonb) as r (id uuid, person_id uuid, rule_code text, level int, for_on date,
       subject text, body jsonb, link text)`,
    [
      JSON.stringify(
        notices.map((notice) => ({
          id: notice.id,
          person_id: notice.personId,
          rule_code: notice.ruleCode,
          level: notice.level ?? 0,
          for_on: notice.forOn,
          subject: notice.subject,
          body: notice.body,
          link: notice.link ?? null,
        })),
      ),
    ],
  );
  const links = notices.flatMap(({ id, ticketIds }) => [...new Set(ticketIds)].map((ticketId) => ({ id, ticketId })));
  if (links.length === 0) return;
  await execute(tx, 'insert into message_ticket (message_id, ticket_id) select * from unnest($1::uuid[], $2::uuid[])', [
    links.map(({ id }) => id),
    links.map(({ ticketId }) => ticketId),
  ]);
}

/** The inbox has a message as soon as it exists; a mail waits for its job. Returns the ids of the mails. */
export async function insertDeliveries(
  tx: Queryable,
  notices: readonly Numbered[],
  mailDomain: string,
): Promise<string[]> {
  const rows = notices.flatMap(({ id, channels }) =>
    channels.map((channel) => ({ id: newId(), message: id, channel })),
  );
  await execute(
    tx,
    `insert into delivery (id, message_id, channel, status, mail_message_id, sent_at)
     select id, message_id, channel, case channel when 'inbox' then 'sent' else 'queued' end,
       case channel when 'mail' then '<' || id || '@' || $4::text || '>' end, case channel when 'inbox' then now() end
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as r (id, message_id, channel)`,
    [rows.map(({ id }) => id), rows.map(({ message }) => message), rows.map(({ channel }) => channel), mailDomain],
  );
  return rows.filter(({ channel }) => channel === 'mail').map(({ id }) => id);
}

/** Tells each person's open pages; delivered at commit. */
export async function publishMessages(tx: Queryable, notices: readonly Numbered[]): Promise<void> {
  const events = notices.map(({ id, personId }): LiveEvent => ({ type: 'message', id, personId }));
  await execute(tx, 'select pg_notify($1, event) from unnest($2::text[]) as event', [
    liveChannel,
    events.map((event) => JSON.stringify(event)),
  ]);
}

export interface InboxItem {
  id: string;
  ruleCode: string;
  level: number;
  forOn: Day;
  subject: string;
  link: string | null;
  ticketCount: number;
  createdAt: Date;
  readAt: Date | null;
  acknowledgedAt: Date | null;
}

export interface InboxMessage extends InboxItem {
  body: NoticeBody;
}

const itemColumns = `m.id, m.rule_code as "ruleCode", m.level, m.for_on as "forOn", m.subject, m.link,
  (select count(*)::int from message_ticket x where x.message_id = m.id) as "ticketCount",
  m.created_at as "createdAt", m.read_at as "readAt", m.acknowledged_at as "acknowledgedAt"`;

/** Only what is in the inbox: a message sent by mail alone is not shown. */
const inInbox = `exists (select 1 from delivery d where d.message_id = m.id and d.channel = 'inbox')`;

/** Newest first; `before` is the id and time of the last row of the page before. */
export function listInbox(
  db: Queryable,
  personId: string,
  request: { unread: boolean; limit: number; before: { at: string; id: string } | null },
): Promise<InboxItem[]> {
  return select<InboxItem>(
    db,
    `select ${itemColumns} from message m
     where m.person_id = $1 and ${inInbox} and (not $2 or m.read_at is null)
       and ($3::timestamptz is null or (m.created_at, m.id) < ($3, $4::uuid))
     order by m.created_at desc, m.id desc limit $5`,
    [personId, request.unread, request.before?.at ?? null, request.before?.id ?? null, request.limit],
  );
}

export async function findInboxMessage(db: Queryable, personId: string, id: string): Promise<InboxMessage | null> {
  const [message] = await select<InboxMessage>(
    db,
    `select ${itemColumns}, m.body from message m where m.id = $1 and m.person_id = $2 and ${inInbox}`,
    [id, personId],
  );
  return message ?? null;
}

export async function countUnread(db: Queryable, personId: string): Promise<number> {
  const [row] = await select<{ count: number }>(
    db,
    `select count(*)::int as count from message m where m.person_id = $1 and m.read_at is null and ${inInbox}`,
    [personId],
  );
  return row!.count;
}

/** Keeps the first time; null ids mean all of the person's. Returns how many there are. */
/** Marks what leads the person to a place as read; something newer is said of it, or they are there. */
export function markReadOf(db: Queryable, personId: string, link: string): Promise<number> {
  return execute(db, 'update message set read_at = now() where person_id = $1 and link = $2 and read_at is null', [
    personId,
    link,
  ]);
}

export function markRead(db: Queryable, personId: string, id: string | null): Promise<number> {
  return execute(
    db,
    `update message m set read_at = coalesce(m.read_at, now())
     where m.person_id = $1 and (m.id = $2 or ($2::uuid is null and m.read_at is null)) and ${inInbox}`,
    [personId, id],
  );
}

export function markAcknowledged(db: Queryable, personId: string, id: string): Promise<number> {
  return execute(
    db,
    `update message m set acknowledged_at = coalesce(m.acknowledged_at, now()), read_at = coalesce(m.read_at, now())
     where m.person_id = $1 and m.id = $2 and ${inInbox}`,
    [personId, id],
  );
}
