import { select, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';

/** Facts of a ticket a message needs. */
export interface ToldTicket {
  id: string;
  no: string;
  title: string;
  confidential: boolean;
  dueOn: Day | null;
  deadlineRaw: string | null;
  unitName: string | null;
  unitSort: number | null;
  handlerName: string | null;
  /** Its place in a list, the longest overdue first. */
  place: number;
}

export function listToldTickets(db: Queryable, ids: readonly string[]): Promise<ToldTicket[]> {
  return select<ToldTicket>(
    db,
    `select t.id, t.no, t.title, t.confidential, t.due_on as "dueOn", t.deadline_raw as "deadlineRaw", u.name as "unitName",
       u.sort as "unitSort", h.name as "handlerName", row_number() over (order by t.sort_due_on, t.no)::int as place
     from ticket t left join unit u on u.id = t.lead_unit_id left join person h on h.id = t.handler_id
     where t.id = any($1::uuid[])`,
    [ids],
  );
}

export interface Recipient {
  id: string;
  name: string;
  username: string;
  email: string | null;
}

export function listRecipients(db: Queryable, ids: readonly string[]): Promise<Recipient[]> {
  return select<Recipient>(
    db,
    'select id, name, username, email from person where id = any($1::uuid[]) order by username',
    [ids],
  );
}
