import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day, InstructionAddressee, LookBackResult, ObjectionReason, RelationType } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { answeringDuties } from './instruction.service.js';
import { spreadingDuties } from './spread.service.js';
import { dutiesOf, type DutyFacts } from '../reading/ticket-duties.js';
import { visibleTickets } from '../reading/visibility.js';

interface Named {
  id: string;
  name: string;
}

interface Instruction {
  id: string;
  text: string;
  addressee: InstructionAddressee;
  dueOn: Day;
  givenBy: Named;
  givenOn: Day;
  acknowledgedBy: Named | null;
  acknowledgedOn: Day | null;
  answer: string | null;
  answeredBy: Named | null;
  answeredOn: Day | null;
  version: number;
}

interface Spread {
  id: string;
  no: string;
  question: string;
  dueOn: Day;
  askedBy: Named;
  askedOn: Day;
  answers: {
    unit: Named;
    found: number | null;
    text: string | null;
    answeredOn: Day | null;
    ticket: { id: string; no: string } | null;
  }[];
}

/** What governs a ticket beside its flow, as one person sees it. */
export interface TicketGovernance {
  relations: {
    id: string;
    type: RelationType;
    /** True where this ticket is the first of the two: it is the recurrence, the spread, the duplicate. */
    forwards: boolean;
    note: string | null;
    ticket: { id: string; no: string; title: string; status: string };
  }[];
  instructions: (Instruction & { overdue: boolean; canAnswer: boolean })[];
  spreads: (Spread & { asked: number; answered: number; unitsWithFindings: number; found: number })[];
  lookBacks: {
    id: string;
    name: string;
    round: number;
    result: LookBackResult | null;
    note: string | null;
    checkedOn: Day | null;
    inspector: Named | null;
  }[];
  objections: { reasonCode: ObjectionReason; reason: string; unit: Named; by: Named; on: Day; round: number }[];
  can: { relate: boolean; instruct: boolean; spread: boolean };
}

type Row = Omit<TicketGovernance, 'can' | 'instructions' | 'spreads'> &
  DutyFacts & { status: string; instructions: Instruction[]; spreads: Spread[] };

const person = (column: string) =>
  `(select json_build_object('id', p.id, 'name', p.name) from person p where p.id = ${column})`;
const list = (json: string, from: string) => `coalesce((select json_agg(${json}) from ${from}), '[]')`;

/** In one round trip; 404 for a ticket the actor may not see. Other tickets appear only where they may see those too. */
export async function getGovernance(db: Queryable, actor: Actor, id: string, today: Day): Promise<TicketGovernance> {
  const params = new SqlParameters();
  const wanted = params.add(id);
  const [row] = await select<Row>(db, governanceSql(actor, params, wanted), params.values);
  if (!row) throw new AppError('notFound', { what: '事项' });
  const held = dutiesOf(actor, row);
  const open = row.status !== 'closed' && row.status !== 'cancelled';
  return {
    relations: row.relations,
    instructions: row.instructions.map((one) => ({
      ...one,
      overdue: open && one.answeredOn === null && one.dueOn < today,
      canAnswer: open && one.answeredOn === null && answeringDuties[one.addressee].some((duty) => held.has(duty)),
    })),
    spreads: row.spreads.map((one) => ({
      ...one,
      asked: one.answers.length,
      answered: one.answers.filter(({ answeredOn }) => answeredOn !== null).length,
      unitsWithFindings: one.answers.filter(({ found }) => found !== null && found > 0).length,
      found: one.answers.reduce((sum, { found }) => sum + (found ?? 0), 0),
    })),
    lookBacks: row.lookBacks,
    objections: row.objections,
    can: {
      relate: held.has('participant'),
      instruct: open && (held.has('chief') || held.has('deputy')),
      spread: spreadingDuties.some((duty) => held.has(duty)),
    },
  };
}

function governanceSql(actor: Actor, params: SqlParameters, wanted: string): string {
  const others = visibleTickets(actor, params, 'o');
  const spawned = visibleTickets(actor, params, 'n');
  return `select t.status, t.kind, t.level, t.lead_unit_id as "leadUnitId", t.handler_id as "handlerId",
    t.submitter_id as "submitterId", t.leader_id as "leaderId",
    array(select x.person_id from ticket_person x where x.ticket_id = t.id and x.person_id is not null) as "personIds",
    array(select x.unit_id from ticket_support_unit x where x.ticket_id = t.id) as "supportUnitIds",
    ${list(
      `json_build_object('id', r.id, 'type', r.type, 'forwards', r.from_id = t.id, 'note', r.note,
      'ticket', json_build_object('id', o.id, 'no', o.no, 'title', o.title, 'status', o.status)) order by r.created_at, r.id`,
      `ticket_relation r join ticket o on o.id = case when r.from_id = t.id then r.to_id else r.from_id end
      where (r.from_id = t.id or r.to_id = t.id) and ${others}`,
    )} as relations,
    ${list(
      `json_build_object('id', i.id, 'text', i.text, 'addressee', i.addressee, 'dueOn', i.due_on, 'givenBy', ${person('i.given_by')},
      'givenOn', i.given_on, 'acknowledgedBy', ${person('i.acknowledged_by')}, 'acknowledgedOn', i.acknowledged_on,
      'answer', i.answer, 'answeredBy', ${person('i.answered_by')}, 'answeredOn', i.answered_on, 'version', i.version)
      order by i.answered_on is not null, i.due_on, i.id`,
      'instruction i where i.ticket_id = t.id',
    )} as instructions,
    ${list(
      `json_build_object('id', s.id, 'no', s.no, 'question', s.question, 'dueOn', s.due_on, 'askedBy', ${person('s.created_by')},
      'askedOn', s.created_on, 'answers', ${list(
        `json_build_object('unit', json_build_object('id', u.id, 'name', u.name), 'found', a.found, 'text', a.text,
        'answeredOn', a.answered_on, 'ticket', case when n.id is not null then json_build_object('id', n.id, 'no', n.no) end)
        order by u.sort, u.name`,
        `spread_answer a join unit u on u.id = a.unit_id left join ticket n on n.id = a.ticket_id and ${spawned}
        where a.spread_id = s.id`,
      )}) order by s.created_at desc`,
      'spread s where s.ticket_id = t.id',
    )} as spreads,
    ${list(
      `json_build_object('id', b.id, 'name', b.name, 'round', w.round, 'result', w.result, 'note', w.note,
      'checkedOn', w.checked_on, 'inspector', ${person('coalesce(w.checked_by, w.inspector_id)')}) order by b.created_at desc`,
      'look_back_row w join look_back b on b.id = w.look_back_id where w.ticket_id = t.id',
    )} as "lookBacks",
    ${list(
      `json_build_object('reasonCode', j.reason_code, 'reason', j.reason, 'unit', json_build_object('id', u.id, 'name', u.name),
      'by', ${person('j.by_id')}, 'on', j.objected_on, 'round', j.round) order by j.created_at desc`,
      'objection j join unit u on u.id = j.unit_id where j.ticket_id = t.id',
    )} as objections
  from ticket t where t.id = ${wanted}::uuid and ${visibleTickets(actor, params)}`;
}
