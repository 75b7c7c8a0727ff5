import { execute, select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { MailContent } from './notice-mail.js';
import type { NoticeBody } from './notice-body.js';

/** A queued mail, locked until the transaction ends, with its message and its reader as they are now. */
export interface HeldDelivery {
  id: string;
  messageId: string;
  mailMessageId: string;
  attempts: number;
  subject: string;
  body: NoticeBody;
  link: string | null;
  name: string;
  email: string | null;
  /** Not disabled and in some post. */
  inOffice: boolean;
}

/** How an attempt ended. `queued` is to be tried again. */
export interface DeliveryResult {
  id: string;
  status: 'sent' | 'queued' | 'failed' | 'dropped';
  address: string | null;
  /** False where the mail server could not be spoken to: that is no attempt of this mail. */
  answered: boolean;
  failure: string | null;
  captured?: MailContent & { messageId: string };
}

/** Those of the deliveries that nobody else is sending right now. */
export function lockQueued(tx: Queryable, ids: readonly string[], today: Day): Promise<HeldDelivery[]> {
  return select<HeldDelivery>(
    tx,
    `select d.id, d.message_id as "messageId", d.mail_message_id as "mailMessageId", d.attempts, m.subject, m.body, m.link,
       p.name, p.email, p.disabled_at is null and exists (select 1 from post o where o.person_id = p.id
         and o.from_on <= $2 and (o.to_on is null or o.to_on >= $2)) as "inOffice"
     from delivery d join message m on m.id = d.message_id join person p on p.id = m.person_id
     where d.id = any($1::uuid[]) and d.status = 'queued' and d.channel = 'mail'
     order by d.id for update of d skip locked`,
    [ids, today],
  );
}

/** Captures and results in one go; a mail captured before is not captured again. */
export async function recordResults(tx: Queryable, results: readonly DeliveryResult[]): Promise<void> {
  const captured = results.flatMap(({ id, address, captured: mail }) =>
    mail ? [{ id, recipient: address, ...mail }] : [],
  );
  if (captured.length > 0) {
    await execute(
      tx,
      `insert into captured_mail (id, mail_message_id, recipient, subject, body, html)
       select id, "messageId", recipient, subject, text, html from jsonb_to_recordset($1::jsonb)
         as r (id uuid, "messageId" text, recipient text, subject text, text text, html text)
       on conflict (mail_message_id) do nothing`,
      [JSON.stringify(captured)],
    );
  }
  await execute(
    tx,
    `update delivery d set status = r.status, address = r.address, failure = r.failure,
       attempts = d.attempts + case when r.answered and r.status <> 'dropped' then 1 else 0 end,
       sent_at = case r.status when 'sent' then clock_timestamp() end
     from jsonb_to_recordset($1::jsonb) as r (id uuid, status text, address text, answered boolean, failure text)
     where d.id = r.id`,
    [JSON.stringify(results.map(({ captured: _, ...result }) => result))],
  );
}

/** Writes what is really being sent where tickets fell out after the message was written. */
export async function rewriteMessages(
  tx: Queryable,
  messages: readonly { id: string; subject: string; body: NoticeBody }[],
): Promise<void> {
  if (messages.length === 0) return;
  await execute(
    tx,
    `update message m set subject = r.subject, body = r.body
     from jsonb_to_recordset($1::jsonb) as r (id uuid, subject text, body jsonb) where m.id = r.id`,
    [JSON.stringify(messages)],
  );
}

/** Those still to be sent, each with the reason why its last attempt failed; null where there was none yet. */
export function listQueued(db: Queryable, ids: readonly string[]): Promise<{ id: string; failure: string | null }[]> {
  return select(db, `select id, failure from delivery where id = any($1::uuid[]) and status = 'queued'`, [ids]);
}

/** The messages whose mails are still to be sent. */
export async function listQueuedMessages(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const rows = await select<{ id: string }>(
    db,
    `select distinct message_id as id from delivery where id = any($1::uuid[]) and status = 'queued'`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Mails that wait longer than any job of theirs could take. */
export async function listForgotten(db: Queryable, olderThanMinutes: number): Promise<string[]> {
  const rows = await select<{ id: string }>(
    db,
    `select id from delivery where status = 'queued' and created_at < now() - make_interval(mins => $1)`,
    [olderThanMinutes],
  );
  return rows.map(({ id }) => id);
}

/** Gives a failed mail new attempts; false where it did not fail. */
export async function requeueFailed(tx: Queryable, id: string): Promise<boolean> {
  const touched = await execute(
    tx,
    `update delivery set status = 'queued', attempts = 0, failure = null where id = $1 and status = 'failed'`,
    [id],
  );
  return touched === 1;
}

export interface CapturedMail {
  id: string;
  messageId: string;
  recipient: string;
  subject: string;
  body: string | null;
  html: string | null;
  /** True where the viewer may not read the body. */
  masked: boolean;
  createdAt: Date;
}

/** Captured mails, newest first. A body is shown to its recipient alone: whoever keeps the system need not read it. */
export function listCapturedMails(
  db: Queryable,
  personId: string,
  request: { limit: number; beforeId: string | null },
): Promise<CapturedMail[]> {
  return select<CapturedMail>(
    db,
    `select c.id, c.mail_message_id as "messageId", c.recipient, c.subject, case when own.id is not null then c.body end as body,
       case when own.id is not null then c.html end as html, own.id is null as masked, c.created_at as "createdAt"
     from captured_mail c left join (delivery d join message own on own.id = d.message_id)
       on d.mail_message_id = c.mail_message_id and own.person_id = $1
     where $2::uuid is null or c.id < $2 order by c.id desc limit $3`,
    [personId, request.beforeId, request.limit],
  );
}
