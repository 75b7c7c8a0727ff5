import { newId } from '@xiaohao/database';
import { officesOf, outcomeTypeSeed, type LookBackResult } from '@xiaohao/domain';
import { addresseeLabels, lookBackResultLabels } from '@xiaohao/messages';
import type { TicketPatch } from '@xiaohao/tickets';
import { castOf } from './demo-people.js';
import { moment, say } from './demo-stage.js';
import { unitName } from './demo-units.js';
import { handlerOf, idOf, type Turn } from './turn.js';
import type { PhraseKey } from './phrases.js';

/** What is added to a ticket without moving it along. */
export interface Entry {
  readonly by: string;
  readonly action: string;
  readonly patch?: TicketPatch;
  readonly payload?: Readonly<Record<string, unknown>>;
}

type Move = (turn: Turn) => Entry | null;

const createdAt = ({ step }: Turn) => moment(step.on, 0);

/** The percent of a task with parts is counted from them, nobody tells it. */
function progress(turn: Turn, text: string, percent: number | undefined): Entry {
  const { ticket, step, stage } = turn;
  const by = handlerOf(turn);
  const told = ticket.children.length > 0 ? undefined : percent;
  stage.rows.add('progress_entry', {
    id: newId(),
    ticket_id: ticket.id,
    round: ticket.facts.round,
    reported_on: step.on,
    text,
    percent: told ?? null,
    by_id: idOf(turn, by),
    created_at: createdAt(turn),
  });
  const counted = told === undefined ? {} : { progressPercent: told };
  const patch = { latestProgress: text, latestProgressOn: step.on, ...counted };
  return { by, action: 'progress', patch, payload: { text, percent: told, on: step.on } };
}

const phrased =
  (key: PhraseKey): Move =>
  (turn) =>
    progress(turn, say(turn, key), turn.step.percent);

function evidence(turn: Turn, by: string, onSite: boolean): Entry {
  const { ticket, step, stage } = turn;
  const { file } = stage;
  const name = onSite ? '现场复查记录.txt' : file.name;
  if (onSite) ticket.onSite += 1;
  ticket.evidence += 1;
  ticket.files += 1;
  const version = ticket.files;
  stage.rows.add('evidence', {
    id: newId(),
    ticket_id: ticket.id,
    round: ticket.facts.round,
    file_id: file.id,
    name,
    file_version: version,
    by_id: idOf(turn, by),
    on_site: onSite,
    created_at: moment(step.on, 5),
  });
  return { by, action: onSite ? 'on_site' : 'evidence', payload: { name, version, sha256: file.sha256 } };
}

function comment(turn: Turn, by: string, text: string): Entry {
  const row = { id: newId(), ticket_id: turn.ticket.id, text, by_id: idOf(turn, by), created_at: createdAt(turn) };
  turn.stage.rows.add('ticket_comment', row);
  return { by, action: 'comment', payload: { text } };
}

/** Who answers an instruction or a question is named by the step. */
const fact = ({ step }: Turn, name: string) => step.facts?.[name];
const named = (turn: Turn, name: string) => fact(turn, name) as string;

export const entryMoves: Readonly<Record<string, Move>> = {
  plan: phrased('plan'),
  told: phrased('told'),
  again: phrased('again'),
  doing: (turn) => progress(turn, turn.ticket.plan.doing, turn.step.percent),
  finish: (turn) => progress(turn, turn.ticket.plan.done, 100),
  measures: (turn) => {
    const { ticket, step, stage } = turn;
    if (ticket.openMeasures === 0) return null;
    ticket.openMeasures = 0;
    stage.rows.measuresDone(ticket.id, step.on);
    const text = ticket.plan.measures.join('；');
    return { by: handlerOf(turn), action: 'measure_edit', payload: { text, doneOn: step.on } };
  },
  evidence: (turn) => evidence(turn, handlerOf(turn), false),
  on_site: (turn) => {
    const { kind, level } = turn.ticket.plan;
    return level === 'major' && kind === 'hazard' ? evidence(turn, officesOf(kind, level).coordinator, true) : null;
  },
  outcome: (turn) => {
    const { ticket, step, stage } = turn;
    const [first, ...rest] = ticket.plan.outcomes;
    if (!first) return null;
    const by = handlerOf(turn);
    for (const { type, amount } of [first, ...rest]) {
      const row = { id: newId(), ticket_id: ticket.id, round: ticket.facts.round, type, amount };
      stage.rows.add('outcome', { ...row, happened_on: step.on, by_id: idOf(turn, by), created_at: createdAt(turn) });
    }
    const { name, unit } = outcomeTypeSeed.find(({ code }) => code === first.type)!;
    return { by, action: 'outcome', payload: { type: name, amount: first.amount, unit, on: step.on } };
  },
  comment: (turn) => {
    const { kind, level } = turn.ticket.plan;
    return comment(turn, officesOf(kind, level).coordinator, say(turn, 'comment'));
  },
  comment_answer: (turn) => comment(turn, handlerOf(turn), say(turn, 'comment_answer')),
  reporter_recorded: ({ ticket }) => ({
    by: officesOf(ticket.plan.kind, null).coordinator,
    action: 'reporter_recorded',
  }),
  reporter_seen: (turn) => ({ by: handlerOf(turn), action: 'reporter_seen', payload: { reason: '回访核实情况' } }),
  relate: (turn) => {
    const { ticket, stage } = turn;
    const [by, type, forwards] = [named(turn, 'by'), named(turn, 'relation'), fact(turn, 'forwards')];
    const otherId = stage.tickets.get(named(turn, 'otherKey'))!.id;
    if (forwards) {
      const row = { id: newId(), from_id: ticket.id, to_id: otherId, type, created_by: idOf(turn, by) };
      stage.rows.add('ticket_relation', { ...row, created_at: createdAt(turn) });
    }
    return { by, action: 'relate', payload: { relation: type, forwards, otherId } };
  },
  instruct: (turn) => {
    const { ticket, step, stage } = turn;
    const [id, by, text] = [named(turn, 'id'), named(turn, 'by'), named(turn, 'text')];
    const addressee = named(turn, 'addressee') as keyof typeof addresseeLabels;
    const row = {
      id,
      ticket_id: ticket.id,
      text,
      addressee,
      due_on: step.day,
      given_by: idOf(turn, by),
      given_on: step.on,
    };
    stage.rows.add('instruction', { ...row, created_at: createdAt(turn) });
    const payload = { instructionId: id, text, addressee, toWhom: addresseeLabels[addressee][0], answerBy: step.day };
    return { by, action: 'instruct', payload };
  },
  instruction_ack: (turn) => {
    const by = castOf(turn.ticket.unit).head;
    const row = turn.stage.rows.find('instruction', { id: fact(turn, 'id') });
    Object.assign(row, { acknowledged_by: idOf(turn, by), acknowledged_on: turn.step.on });
    return { by, action: 'instruction_ack', payload: { instructionId: row['id'] } };
  },
  instruction_answer: (turn) => {
    const by = castOf(turn.ticket.unit).head;
    const row = turn.stage.rows.find('instruction', { id: fact(turn, 'id') });
    const answer = named(turn, 'text');
    Object.assign(row, { answered_by: idOf(turn, by), answered_on: turn.step.on, answer });
    return { by, action: 'instruction_answer', payload: { instructionId: row['id'], text: answer } };
  },
  spread: (turn) => {
    const { ticket, step, stage } = turn;
    const [id, no, text] = [named(turn, 'id'), named(turn, 'no'), named(turn, 'text')];
    const by = officesOf(ticket.plan.kind, ticket.plan.level).coordinator;
    const units = fact(turn, 'units') as readonly string[];
    const head = { id, no, ticket_id: ticket.id, question: text, due_on: step.day };
    stage.rows.add('spread', { ...head, created_by: idOf(turn, by), created_on: step.on, created_at: createdAt(turn) });
    for (const unit of units) {
      stage.rows.add('spread_answer', { id: newId(), spread_id: id, unit_id: stage.unitIds.get(unit)! });
    }
    const payload = { spreadId: id, spreadNo: no, text, units: units.map(unitName), answerBy: step.day };
    return { by, action: 'spread', payload };
  },
  spread_answer: (turn) => {
    const [id, unit, text] = [named(turn, 'id'), named(turn, 'unit'), named(turn, 'text')];
    const found = fact(turn, 'found') as number;
    const by = castOf(unit).head;
    const row = turn.stage.rows.find('spread_answer', { spread_id: id, unit_id: turn.stage.unitIds.get(unit)! });
    Object.assign(row, { found, text, answered_by: idOf(turn, by), answered_on: turn.step.on });
    return { by, action: 'spread_answer', payload: { spreadId: id, ofUnit: unitName(unit), found, text } };
  },
  look_back_drawn: (turn) => {
    const payload = { lookBackId: fact(turn, 'id'), name: fact(turn, 'name') };
    return { by: named(turn, 'by'), action: 'look_back_drawn', payload };
  },
  look_back: (turn) => {
    const [by, note] = [named(turn, 'by'), fact(turn, 'note')];
    const result = named(turn, 'result') as LookBackResult;
    const row = turn.stage.rows.find('look_back_row', { id: fact(turn, 'rowId') });
    Object.assign(row, { result, note, checked_on: turn.step.on, checked_by: idOf(turn, by) });
    const finding = lookBackResultLabels[result][0];
    const payload = { lookBackId: row['look_back_id'], name: fact(turn, 'name'), finding, on: turn.step.on, note };
    return { by, action: 'look_back', payload };
  },
};
