import { execute, select } from '@xiaohao/database';
import type { RelationType, TicketKind } from '@xiaohao/domain';
import { createTickets, insertRelation } from '@xiaohao/tickets';
import { backdate, moment, type Stage } from './demo-stage.js';

/** After everything else of that day. */
const lateMinute = 480;

interface Finding {
  id: string;
  kind: TicketKind;
  title: string;
  ticketId: string;
  unitId: string;
  personId: string;
}

/** The last day's work of two offices: what a check found, and what was found undone, each registered as a ticket. */
export async function registerFindings(stage: Stage): Promise<void> {
  await backdate(stage.tx, stage.dates.last);
  const [answer] = await select<Finding>(
    stage.tx,
    `select a.id, t.kind, t.title, t.id as "ticketId", a.unit_id as "unitId", a.answered_by as "personId"
     from spread_answer a join spread s on s.id = a.spread_id join ticket t on t.id = s.ticket_id
     where a.found > 0 and a.ticket_id is null and not t.confidential order by a.answered_on desc, t.no limit 1`,
  );
  const [row] = await select<Finding>(
    stage.tx,
    `select r.id, t.kind, t.title, t.id as "ticketId", t.lead_unit_id as "unitId", b.created_by as "personId"
     from look_back_row r join look_back b on b.id = r.look_back_id join ticket t on t.id = r.ticket_id
     where r.result = 'not_done' and r.follow_up is null and t.status = 'closed' and not t.confidential
     order by r.checked_on desc, t.no limit 1`,
  );
  const found = await register(stage, answer!, 'spread_of', `${answer!.title}（自查发现同类问题）`);
  await execute(stage.tx, 'update spread_answer set ticket_id = $2 where id = $1', [answer!.id, found]);
  const again = await register(stage, row!, 'recurrence_of', row!.title);
  await execute(stage.tx, `update look_back_row set follow_up = 'recurrence', follow_up_ticket_id = $2 where id = $1`, [
    row!.id,
    again,
  ]);
}

async function register(
  { tx, dates, actors }: Stage,
  { kind, ticketId, unitId, personId }: Finding,
  type: RelationType,
  title: string,
): Promise<string> {
  const actor = [...actors.values()].find((one) => one.personId === personId)!;
  const at = moment(dates.last, lateMinute);
  const [created] = await createTickets(
    tx,
    actor,
    [
      {
        kind,
        title,
        status: 'draft',
        leadUnitId: unitId,
        raisedOn: dates.last,
        deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
      },
    ],
    { today: dates.last, at },
  );
  await insertRelation(tx, actor, { fromId: created!.id, toId: ticketId, type }, at);
  return created!.id;
}
