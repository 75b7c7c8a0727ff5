import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { extensionsByDeputy, type Day, type TicketAction, type TicketStatus } from '@xiaohao/domain';
import { eventLabel, noticeText } from '@xiaohao/messages';
import { dayText, type NewNotice } from '@xiaohao/notices';
import { openSpreadSubjects } from './answer-reminder.queries.js';
import { audienceCtes, subjectColumns } from './audience-sql.js';
import type { Audience } from './reminder-rules.js';

/** Whose turn it is after an action, or who must know of it. Whoever acted is not told. */
const toldOf: Readonly<Partial<Record<string, readonly Audience[]>>> = {
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
  request_cancel: ['deputy'],
  confirm_cancel: ['coordinator', 'handler', 'head'],
  refuse_cancel: ['coordinator'],
  request_extension: ['deputy'],
  grant_extension: ['handler', 'head'],
  refuse_extension: ['handler', 'head'],
  // Only what has not kept comes here.
  look_back: ['coordinator'],
} satisfies Partial<Record<TicketAction | 'look_back', readonly Audience[]>>;

/** Level and rule of messages that tell of a change; they are no reminders. */
const changeRule = 'ticket_changed';

interface ChangeRow {
  action: string;
  payload: Record<string, unknown>;
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
  if (row.action === 'spread') return writeSpreadNotices(db, row, change.ticketId, today);
  const people = await listConcerned(db, row, change.ticketId, today);
  const what = eventLabel(row.action);
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

/** Whose turn it is now, by the action; a leader hears of the answer to their own instruction. */
async function listConcerned(db: Queryable, row: ChangeRow, ticketId: string, today: Day): Promise<Named[]> {
  if (row.action === 'instruction_answer') {
    return select<Named>(
      db,
      'select p.id, p.name from instruction i join person p on p.id = i.given_by where i.id = $1 and p.disabled_at is null',
      [row.payload['instructionId']],
    );
  }
  if (row.action === 'instruct') return listTold(db, ticketId, [row.payload['addressee'] as Audience], today);
  const told = row.action === 'request_extension' && row.beyondDeputy ? (['chief'] as const) : toldOf[row.action];
  return told ? listTold(db, ticketId, told, today) : [];
}

interface Named {
  id: string;
  name: string;
}

/** The heads of the units asked. They are told the question alone: the ticket may be none of theirs to see. */
async function writeSpreadNotices(db: Queryable, row: ChangeRow, ticketId: string, today: Day): Promise<NewNotice[]> {
  const params = new SqlParameters();
  const spread = params.add(row.payload['spreadId']);
  const people = await select<Named & { unit: string }>(
    db,
    `with recursive subject as materialized (
       ${openSpreadSubjects} and a.spread_id = ${spread}::uuid),
     ${audienceCtes(params, today, 'nearest')}
     select distinct on (p.id) p.id, p.name, u.name as unit from told x join spread_answer a on a.id = x.ticket_id
     join unit u on u.id = a.unit_id join person p on p.id = x.person_id where x.audience = 'head' order by p.id, u.sort`,
    params.values,
  );
  const [no, text, dueOn] = [row.payload['spreadNo'], row.payload['text'], row.payload['answerBy']].map(String);
  const what = eventLabel(row.action);
  return people.map(({ id, name, unit }) => ({
    personId: id,
    ruleCode: changeRule,
    forOn: today,
    subject: noticeText('changedSubject', { no: no!, what }),
    body: {
      heading: noticeText('spreadHeading', { name, by: row.actorName }),
      blocks: [
        {
          form: 'list',
          rule: changeRule,
          level: 0,
          title: what,
          sections: [
            {
              unit,
              tickets: [
                {
                  id: String(row.payload['spreadId']),
                  no: no!,
                  title: text!,
                  dueOn: dueOn!,
                  note: noticeText('answerBy', { on: dayText(dueOn!, today) }),
                  handler: null,
                  link: '/checks',
                },
              ],
            },
          ],
        },
      ],
    },
    link: '/checks',
    ticketIds: [ticketId],
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
    `select e.action, e.payload, e.actor_id as "actorId", e.actor_name as "actorName", e.payload->>'to' as "to", t.status, t.no, t.title,
       t.confidential, t.due_on as "dueOn", u.name as "unitName", h.name as "handlerName",
       t.extension_count >= $3 or t.statutory_deadline as "beyondDeputy"
     from event e join ticket t on t.id = e.ticket_id left join unit u on u.id = t.lead_unit_id
     left join person h on h.id = t.handler_id
     where e.ticket_id = $1 and e.seq = $2`,
    [change.ticketId, change.seq, extensionsByDeputy],
  );
  return row ?? null;
}

function listTold(db: Queryable, ticketId: string, told: readonly Audience[], today: Day): Promise<Named[]> {
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
