import type { DataSource, EntityManager } from 'typeorm';
import {
  BureauParameter,
  execute,
  newId,
  Person,
  Post,
  PostCharge,
  select,
  Source,
  SourceItem,
  Unit,
} from '@xiaohao/database';
import { addDays, lastFullHalfYear, previousPeriod, type Day, type WorkingCalendar } from '@xiaohao/domain';
import type { FileStore } from '@xiaohao/files';
import { findActor, hashPassword, type Actor } from '@xiaohao/org';
import { createTickets, lockTicket, saveTicket } from '@xiaohao/tickets';
import { demoFilings } from './demo-filings.js';
import { demoParameters, demoPassword, demoPeople, demoUnits } from './demo-people.js';
import { demoDates, demoPlans, type DemoDates, type DemoPlan } from './demo-plan.js';
import { backdate, moment, type Stage } from './demo-stage.js';
import { demoItems } from './demo-problems.js';
import { insertKinds } from './insert-kinds.js';
import { demoCasts, demoStory, type DemoStep } from './demo-story.js';

/**
 * Builds the demo bureau into an empty database; the same for the same day. Returns false when people exist already.
 * Changes happen in the order of their days, record time back-dated to each, so that reports "as known then" work.
 */
export async function loadDemo(
  owner: DataSource,
  files: FileStore,
  calendar: WorkingCalendar,
  today: Day,
): Promise<boolean> {
  const dates = demoDates(today, calendar);
  const start = addDays(dates.feedbackOn, -30);
  const unitIds = await owner.transaction(async (tx) => {
    await tx.query('lock table person in share row exclusive mode');
    const [row] = await select<{ taken: boolean }>(tx, 'select exists (select 1 from person) as taken');
    if (row!.taken) return null;
    await backdate(tx, start);
    return insertPeople(tx, start);
  });
  if (!unitIds) return false;
  const actors = await loadActors(owner, today);
  const note = Buffer.from('整改情况说明（演示材料）\n已按整改措施逐条落实，制度印发并执行。\n');
  const evidence = await files.receive(note, { name: '整改情况说明.txt' });
  const stage: Stage = { owner, files, evidence, calendar, dates, actors, unitIds };
  await insertFilings(stage, start);
  const stories = [...(await insertTickets(stage)), ...(await insertKinds(stage))];
  const days = [...new Set(stories.map(({ step }) => step.on))].sort();
  for (const day of days) {
    await owner.transaction(async (tx) => {
      await backdate(tx, day);
      let minute = 0;
      for (const { ticketId, step } of stories) {
        if (step.on === day) await playStep(tx, stage, ticketId, step, moment(day, minute++));
      }
    });
  }
  return true;
}

async function insertPeople(tx: EntityManager, from: Day): Promise<Map<string, string>> {
  const unitIds = new Map(demoUnits.map(({ key }) => [key, newId()]));
  for (const [sort, { key, name, type, parent }] of demoUnits.entries()) {
    await tx.insert(Unit, { id: unitIds.get(key)!, name, type, sort, parentId: parent ? unitIds.get(parent)! : null });
  }
  const passwordHash = await hashPassword(demoPassword);
  for (const { username, name, role, unit, charge = [] } of demoPeople) {
    const [personId, postId] = [newId(), newId()];
    const email = `${username}@demo.invalid`;
    await tx.insert(Person, { id: personId, username, name, email, passwordHash, demo: true });
    await tx.insert(Post, { id: postId, personId, unitId: unitIds.get(unit)!, role, fromOn: from });
    for (const key of charge) await tx.insert(PostCharge, { postId, unitId: unitIds.get(key)! });
  }
  for (const [key, value] of Object.entries(demoParameters)) {
    await tx.upsert(BureauParameter, { key, value }, ['key']);
  }
  return unitIds;
}

async function loadActors(owner: DataSource, today: Day): Promise<Map<string, Actor>> {
  const people = await select<{ id: string }>(owner, 'select id from person where demo');
  const found = await Promise.all(people.map(({ id }) => findActor(owner, id, today)));
  return new Map(found.map((person) => [person!.actor.username, person!.actor]));
}

/** A few figures are left open on purpose: a report then shows what a missing one looks like. */
async function insertFilings({ owner, dates, actors, unitIds }: Stage, start: Day): Promise<void> {
  const last = lastFullHalfYear(dates.today);
  const periods = [
    { code: last.code, at: 0, on: last.to },
    { code: previousPeriod(last).code, at: 1, on: addDays(start, 1) },
  ] as const;
  for (const { code, at, on } of periods) {
    await owner.transaction(async (tx) => {
      await backdate(tx, on);
      for (const [username, { unit, values }] of Object.entries(demoFilings)) {
        const filed = Object.entries(values).map(([key, pair]) => ({ id: newId(), key, value: pair[at] }));
        await execute(
          tx,
          `insert into indicator_filing (id, key, unit_id, period, value, filed_by, created_at, updated_at)
           select r.id, r.key, $2, $3, r.value, $4, $5, $5 from jsonb_to_recordset($1::jsonb) as r (id uuid, key text, value numeric)`,
          [JSON.stringify(filed), unitIds.get(unit)!, code, actors.get(username)!.personId, moment(on, 0)],
        );
      }
    });
  }
}

async function insertTickets(stage: Stage): Promise<{ ticketId: string; step: DemoStep }[]> {
  const { owner, dates, calendar, actors } = stage;
  const plans = demoPlans(dates, calendar);
  return owner.transaction(async (tx) => {
    await backdate(tx, dates.feedbackOn);
    const itemIds = await insertRound(tx, dates);
    const at = moment(dates.feedbackOn, 0);
    const created = await createTickets(
      tx,
      actors.get('inspection')!,
      plans.map((plan) => ({
        kind: 'inspection_issue' as const,
        title: plan.title,
        status: 'draft' as const,
        sourceId: itemIds.sourceId,
        itemId: itemIds.items[plan.item - 1]!,
        deadline: { kind: 'unresolved' as const, dueOn: null, ongoing: false },
        raisedOn: dates.feedbackOn,
        measures: [{ text: plan.measure }],
      })),
      { today: dates.feedbackOn, at },
    );
    await execute(tx, 'update ticket set created_at = $1, updated_at = $1', [at]);
    return plans.flatMap((plan, index) =>
      demoStory(plan, dates, calendar, wordsFor(stage, plan)).map((step) => ({ ticketId: created[index]!.id, step })),
    );
  });
}

async function insertRound(tx: EntityManager, dates: DemoDates): Promise<{ sourceId: string; items: string[] }> {
  const sourceId = newId();
  const year = dates.feedbackOn.slice(0, 4);
  await tx.insert(Source, {
    id: sourceId,
    kind: 'inspection_issue',
    name: `${year}年区委第三轮巡察反馈`,
    feedbackOn: dates.feedbackOn,
    details: { round: '第三轮', group: '第二巡察组' },
  });
  const items = demoItems.map(({ title }, index) => ({ id: newId(), sourceId, no: index + 1, title }));
  await tx.insert(SourceItem, items);
  return { sourceId, items: items.map(({ id }) => id) };
}

function wordsFor({ actors, unitIds }: Stage, plan: DemoPlan) {
  const cast = demoCasts[plan.section];
  const [leader, handler] = [actors.get(cast.deputy)!, actors.get(cast.handler)!];
  return {
    unitId: unitIds.get(plan.section)!,
    unit: demoUnits.find(({ key }) => key === plan.section)!.name,
    leaderId: leader.personId,
    leader: leader.name,
    handlerId: handler.personId,
    handler: handler.name,
  };
}

async function playStep(tx: EntityManager, stage: Stage, ticketId: string, step: DemoStep, at: Date): Promise<void> {
  const actor = stage.actors.get(step.by)!;
  const ticket = await lockTicket(tx, stage.actors.get('chief')!, ticketId, null);
  await insertRecord(tx, stage, ticketId, step, actor, ticket.round, at);
  const patch = { ...step.patch };
  if (typeof patch.submitterId === 'string') patch.submitterId = stage.actors.get(patch.submitterId)!.personId;
  await saveTicket(tx, actor, ticket, { action: step.action, patch, payload: step.payload, tell: false }, null, at);
}

async function insertRecord(
  tx: EntityManager,
  { files, evidence }: Stage,
  ticketId: string,
  { record, on }: DemoStep,
  actor: Actor,
  round: number,
  at: Date,
): Promise<void> {
  if (!record) return;
  const by = actor.personId;
  switch (record.type) {
    case 'progress':
      await execute(
        tx,
        `insert into progress_entry (id, ticket_id, round, reported_on, text, percent, by_id, created_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
        [newId(), ticketId, round, on, record.text, record.percent, by, at],
      );
      return;
    case 'outcome':
      await execute(
        tx,
        `insert into outcome (id, ticket_id, round, type, amount, happened_on, by_id, created_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
        [newId(), ticketId, round, record.outcome, record.amount, on, by, at],
      );
      return;
    case 'measureDone':
      await execute(tx, 'update measure set done_on = $2, version = version + 1 where ticket_id = $1', [ticketId, on]);
      return;
    case 'evidence': {
      const stored = await files.record(tx, evidence, by);
      await execute(
        tx,
        `insert into evidence (id, ticket_id, round, file_id, name, by_id, created_at) values ($1,$2,$3,$4,$5,$6,$7)`,
        [newId(), ticketId, round, stored.id, record.name, by, at],
      );
      return;
    }
    case 'extension':
      await execute(
        tx,
        `insert into extension (id, ticket_id, round, reason_code, reason, requested_on, requested_due_on, former_due_on,
           late, decision, granted_due_on, requested_by, decided_by, decided_on, created_at)
         values ($1,$2,$3,'third_party',$4,$5,$6,$7,false,$8,$9,$10,null,$11,$12)`,
        [
          newId(),
          ticketId,
          round,
          '涉及第三方机构配合，原定时间内无法完成',
          on,
          record.requestedDueOn,
          record.formerDueOn,
          record.grantedDueOn ? 'granted' : null,
          record.grantedDueOn,
          by,
          record.grantedDueOn ? on : null,
          at,
        ],
      );
  }
}
