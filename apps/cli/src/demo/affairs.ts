import { createHash } from 'node:crypto';
import { newId } from '@xiaohao/database';
import {
  addDays,
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  type Day,
  type TicketKind,
} from '@xiaohao/domain';
import { demoLookBacks, demoInstructions, demoRelations, demoSpreads } from './demo-affairs.js';
import { moment, type Stage } from './demo-stage.js';
import type { DemoTicket } from './demo-ticket.js';
import type { Player } from './player.js';

/** Days are counted back from today in working hours of the office: never today itself. */
const dayAt = ({ dates, calendar }: Stage, back: number): Day => {
  const on = previousWorkingDay(addDays(dates.today, -back), calendar);
  return on > dates.last ? dates.last : on;
};

/** Tickets still being worked on today, of a kind. */
function atWork(plans: readonly DemoTicket[], kind: TicketKind): DemoTicket[] {
  return plans.filter(
    (plan) => plan.kind === kind && ['working', 'planned', 'commented', 'suspended'].includes(plan.story),
  );
}

/** Leaders' instructions: some answered, some taken note of, some nobody has looked at yet. */
export function addInstructions(stage: Stage, player: Player, plans: readonly DemoTicket[]): void {
  demoInstructions.forEach(({ kind, nth, by, addressee, text, back, days, acknowledged, answer }) => {
    const { key } = atWork(plans, kind).filter(({ raised }) => raised <= addDays(stage.dates.today, -back - 8))[nth]!;
    const on = dayAt(stage, back);
    const id = newId();
    player.add({ on, key, move: 'instruct', day: addDays(on, days), facts: { id, by, addressee, text } });
    const next = dayAt(stage, back - 2);
    if (acknowledged) player.add({ on: next, key, move: 'instruction_ack', facts: { id } });
    if (answer)
      player.add({ on: dayAt(stage, back - 4), key, move: 'instruction_answer', facts: { id, text: answer } });
  });
}

/** Sister units asked whether they have the same; `answers` of them have said so yet. */
export function addSpreads(
  stage: Stage,
  player: Player,
  plans: readonly DemoTicket[],
  numbers: readonly string[],
): void {
  demoSpreads.forEach(({ kind, nth, text, units, back, days, answers }, index) => {
    const { key } = atWork(plans, kind).filter(({ raised }) => raised <= addDays(stage.dates.today, -back - 8))[nth]!;
    const on = dayAt(stage, back);
    const id = newId();
    player.add({ on, key, move: 'spread', day: addDays(on, days), facts: { id, no: numbers[index], text, units } });
    answers.forEach((found, at) => {
      const said = found === 0 ? '已逐处排查，未发现同类问题' : `发现同类问题 ${found} 处，已纳入台账整改`;
      const facts = { id, unit: units[at], found, text: said };
      player.add({ on: nextWorkingDay(addDays(on, 2 + at), stage.calendar), key, move: 'spread_answer', facts });
    });
  });
}

export function addRelations(stage: Stage, player: Player, plans: readonly DemoTicket[]): void {
  for (const { kind, type, by, back, pairs } of demoRelations) {
    const known = plans.filter((plan) => plan.kind === kind && plan.raised < addDays(stage.dates.today, -back - 5));
    const on = dayAt(stage, back);
    for (const [from, to] of pairs) {
      const [a, b] = [known[from]!, known[to]!];
      player.add({ on, key: a.key, move: 'relate', facts: { by, otherKey: b.key, relation: type, forwards: true } });
      player.add({ on, key: b.key, move: 'relate', facts: { by, otherKey: a.key, relation: type, forwards: false } });
    }
  }
}

/** Who reported: sealed on the day of the report, opened once by some who handle it. */
export function addReporters(stage: Stage, player: Player, plans: readonly DemoTicket[]): DemoTicket[] {
  const named = plans.filter(({ details, story }) => details['reporterKind'] === 'named' && story !== 'draft');
  named.forEach(({ key, raised, ends, story }, index) => {
    player.add({ on: raised, key, move: 'reporter_recorded' });
    const seenOn = addWorkingDays(raised, 5, stage.calendar);
    if (index % 3 === 0 && seenOn < ends && story !== 'assigned')
      player.add({ on: seenOn, key, move: 'reporter_seen' });
  });
  return named;
}

/**
 * A look-back drawn on its day from what was closed then, by its seed as the product draws it; most rows are looked at
 * within three weeks, and what relapsed is opened again.
 */
export function lookBackOn(day: Day, stage: Stage, player: Player): void {
  for (const plan of demoLookBacks) {
    if (dayAt(stage, plan.back) !== day) continue;
    const { name, kind, by, sampleSize, results, inspector } = plan;
    const closed = [...stage.tickets.values()].filter(
      ({ plan: own, facts }) => own.kind === kind && facts.status === 'closed',
    );
    const seed = createHash('md5').update(name).digest('hex').slice(0, 16);
    const rank = (id: string) => createHash('md5').update(`${seed}${id}`).digest('hex');
    const sample = [...closed].sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1)).slice(0, sampleSize);
    const id = newId();
    const runner = stage.actors.get(by)!.personId;
    const head = {
      id,
      name,
      kind,
      filter: {},
      sampling: 'random',
      sample_size: sampleSize,
      seed,
      population: closed.length,
    };
    const when = { created_by: runner, created_on: day, created_at: moment(day, 0), due_on: addDays(day, 30) };
    stage.rows.add('look_back', { ...head, ...when });
    sample.forEach((ticket, sort) => {
      const rowId = newId();
      const looker = inspector ? stage.actors.get(inspector)!.personId : null;
      const { round, closedOn } = ticket.facts;
      const row = { id: rowId, look_back_id: id, sort: sort + 1, ticket_id: ticket.id, round, closed_on: closedOn };
      stage.rows.add('look_back_row', { ...row, inspector_id: looker });
      const { key, story } = ticket.plan;
      player.add({ on: day, key, move: 'look_back_drawn', facts: { id, name, by } });
      const result = results[sort % results.length];
      const on = addWorkingDays(day, 2 + sort, stage.calendar);
      if (!result || on > stage.dates.last) return;
      const note = lookBackNotes[result];
      player.add({ on, key, move: 'look_back', facts: { rowId, name, by: inspector ?? by, result, note } });
      const reopenOn = addWorkingDays(on, 2, stage.calendar);
      if (result !== 'relapsed' || !story.startsWith('closed') || reopenOn > stage.dates.last) return;
      Object.assign(stage.rows.find('look_back_row', { id: rowId }), {
        follow_up: 'reopen',
        follow_up_ticket_id: ticket.id,
      });
      const reason = `回头看（${name}）：反弹，${note}`;
      player.add({ on: reopenOn, key, move: 'reopen', day: addDays(reopenOn, 30), facts: { reason } });
      const next = addWorkingDays(reopenOn, 6, stage.calendar);
      if (next <= stage.dates.last) player.add({ on: next, key, move: 'again', percent: 30 });
    });
  }
}

const lookBackNotes = {
  kept: undefined,
  mostly: '措施仍在执行，个别记录不及时',
  relapsed: '现场再次出现同类问题',
  not_done: '整改只做了一部分，与报结内容不符',
} as const;
