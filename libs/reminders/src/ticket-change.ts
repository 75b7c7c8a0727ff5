import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { extensionsByDeputy, type Day, type TicketAction, type TicketStatus } from '@xiaohao/domain';
import { actionLabels, noticeText } from '@xiaohao/messages';
import { dayText, type NewNotice } from '@xiaohao/notices';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import type { Audience } from './reminder-rules.js';

/** Whose turn it is after an action, or who must know of it. Whoever acted is not told. */
const toldOf: Readonly<Partial<Record<TicketAction, readonly Audience[]>>> = {
  assign: ['head'],
  sign: ['handler'],
  object: ['coordinator'],
  submit: ['reviewer'],
  review_pass: ['reviewer'],
  approve: ['reviewer'],
  accept: ['handler', 'head'],
  return: ['handler', 'head'],
  to_ongoing: ['handler', 'head'],
  close_ongoing: ['handler', 'head'],
  suspend: ['handler', 'head'],
  resume: ['handler', 'head'],
  reopen: ['handler', 'head'],
  reassign: ['handler', 'head'],
  request_extension: ['deputy'],
  grant_extension: ['handler', 'head'],
  refuse_extension: ['handler', 'head'],
};

/** Level and rule of messages that tell of a change; they are no reminders. */
const changeRule = 'ticket_changed';

interface ChangeRow {
  action: TicketAction;
  actorId: string;
  actorName: string;
  to: TicketStatus | null;
  status: TicketStatus;
  no: string;
  title: string;
  confidential: boolean;
  dueOn: Day | null;
  unitName: string | null;
  handlerName: string | null;
  beyondDeputy: boolean;
}

/** Messages that tell of one event of a ticket; none where the ticket has moved on since and that event is told instead. */
export async function writeChangeNotices(
  db: Queryable,
  change: { ticketId: string; seq: number },
  today: Day,
): Promise<NewNotice[]> {
  const row = await findChange(db, change);
  if (!row || (row.to !== null && row.to !== row.status)) return [];
  const told = row.action === 'request_extension' && row.beyondDeputy ? (['chief'] as const) : toldOf[row.action];
  if (!told) return [];
  const people = await listTold(db, change.ticketId, told, today);
  const what = actionLabels[row.action][0];
  return people
    .filter(({ id }) => id !== row.actorId)
    .map(({ id, name }) => ({
      personId: id,
      ruleCode: changeRule,
      forOn: today,
      subject: noticeText('changedSubject', { no: row.no, what }),
      body: {
        heading: noticeText('changedHeading', { name, by: row.actorName, what }),
        blocks: [
          { form: 'list', rule: changeRule, level: 0, title: what, sections: [section(row, change.ticketId, today)] },
        ],
      },
      link: `/tickets/${change.ticketId}`,
      ticketIds: [change.ticketId],
      channels: ['inbox'],
    }));
}

function section(row: ChangeRow, id: string, today: Day) {
  const due = row.dueOn ? noticeText('dueOn', { on: dayText(row.dueOn, today) }) : noticeText('noDeadline');
  const title = row.confidential ? noticeText('confidentialTitle') : row.title;
  const ticket = { id, no: row.no, title, dueOn: row.dueOn, note: due, handler: row.handlerName };
  return { unit: row.unitName ?? noticeText('noUnit'), tickets: [ticket] };
}

async function findChange(db: Queryable, change: { ticketId: string; seq: number }): Promise<ChangeRow | null> {
  const [row] = await select<ChangeRow>(
    db,
    `select e.action, e.actor_id as "actorId", e.actor_name as "actorName", e.payload->>'to' as "to", t.status, t.no, t.title,
       t.confidential, t.due_on as "dueOn", u.name as "unitName", h.name as "handlerName",
       t.extension_count >= $3 or t.statutory_deadline as "beyondDeputy"
     from event e join ticket t on t.id = e.ticket_id left join unit u on u.id = t.lead_unit_id
     left join person h on h.id = t.handler_id
     where e.ticket_id = $1 and e.seq = $2`,
    [change.ticketId, change.seq, extensionsByDeputy],
  );
  return row ?? null;
}

function listTold(
  db: Queryable,
  ticketId: string,
  told: readonly Audience[],
  today: Day,
): Promise<{ id: string; name: string }[]> {
  const params = new SqlParameters();
  const id = params.add(ticketId);
  return select(
    db,
    `with recursive subject as materialized (select ${subjectColumns} from ticket t where t.id = ${id}::uuid),
     ${audienceCtes(params, today, 'nearest')}
     select distinct p.id, p.name from told a join person p on p.id = a.person_id
     where a.audience = any(${params.add(told)}::text[])`,
    params.values,
  );
}
