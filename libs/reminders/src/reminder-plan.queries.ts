import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { parsePeriod, type Day } from '@xiaohao/domain';
import type { Channel, NoticeBody } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';

/** A reminder message that was written for a day, with how each delivery stands. */
export interface WrittenMessage {
  id: string;
  name: string;
  username: string;
  subject: string;
  body: NoticeBody;
  deliveries: { channel: Channel; status: 'queued' | 'sent' | 'failed' | 'dropped' }[];
}

export function listWritten(
  db: Queryable,
  on: Day,
  ruleCodes: readonly string[],
  username: string | null = null,
): Promise<WrittenMessage[]> {
  return select<WrittenMessage>(
    db,
    `select m.id, p.name, p.username, m.subject, m.body,
       (select json_agg(json_build_object('channel', d.channel, 'status', d.status) order by d.channel)
        from delivery d where d.message_id = m.id) as deliveries
     from message m join person p on p.id = m.person_id
     where m.for_on = $1 and m.rule_code = any($2::text[]) and ($3::text is null or p.username = $3)
     order by p.username, m.id`,
    [on, ruleCodes, username],
  );
}

/** Mails of the day's reminders that wait to be sent. */
export async function listUnsentMails(db: Queryable, on: Day): Promise<string[]> {
  const rows = await select<{ id: string }>(
    db,
    `select d.id from delivery d join message m on m.id = d.message_id
     where d.channel = 'mail' and d.status = 'queued' and m.for_on = $1
       and m.rule_code in (select code from reminder_rule) order by d.id`,
    [on],
  );
  return rows.map(({ id }) => id);
}

/** Those of the numbers that the viewer may see. */
export async function findVisibleNumbers(
  db: Queryable,
  viewer: Actor,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const params = new SqlParameters();
  const wanted = params.add(numbers);
  const rows = await select<{ no: string }>(
    db,
    `select t.no from ticket t where t.no = any(${wanted}::text[]) and ${visibleTickets(viewer, params)}
     union all
     select s.no from spread s join ticket t on t.id = s.ticket_id
     where s.no = any(${wanted}::text[]) and ${visibleTickets(viewer, params)}`,
    params.values,
  );
  // What is to be filed stands under its period; that is no secret to those who read reminders.
  return new Set([...rows.map(({ no }) => no), ...numbers.filter((no) => parsePeriod(no) !== null)]);
}
