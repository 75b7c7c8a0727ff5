import type { EntityManager } from 'typeorm';
import { execute, newId } from '@xiaohao/database';
import { addDays, kindTable, type Day } from '@xiaohao/domain';
import { createTickets } from '@xiaohao/tickets';
import { demoCampaigns, demoKindPlans, type DemoKindPlan } from './demo-kinds.js';
import { demoKindCasts, demoKindStory } from './demo-kind-story.js';
import { demoUnits } from './demo-people.js';
import type { DemoStep } from './demo-story.js';
import { backdate, moment, type Stage } from './demo-stage.js';

type Story = { ticketId: string; step: DemoStep }[];

/** Kinds whose own deadline is a law's. */
const byLaw = ['public_report', 'accident_investigation'];

/** Registers the tickets of the other kinds on the days they were raised, and says what happened to them since. */
export async function insertKinds(stage: Stage): Promise<Story> {
  const campaignIds = await insertCampaigns(stage);
  const byKey = new Map<string, string>();
  const story: Story = [];
  // The earliest first: numbers follow the days, and a task is there before its sub-tasks.
  for (const plan of [...demoKindPlans].sort((a, b) => a.raised - b.raised)) {
    const id = await stage.owner.transaction((tx) => insertOne(tx, stage, plan, campaignIds, byKey));
    if (plan.key) byKey.set(plan.key, id);
    const words = wordsFor(stage, plan);
    for (const step of demoKindStory(plan, stage.dates.today, stage.calendar, words))
      story.push({ ticketId: id, step });
  }
  return story;
}

async function insertCampaigns({ owner, dates }: Stage): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [key, { name, from, to }] of Object.entries(demoCampaigns)) {
    ids.set(key, newId());
    const span = [addDays(dates.today, from), addDays(dates.today, to)];
    await execute(owner, 'insert into campaign (id, name, from_on, to_on) values ($1, $2, $3, $4)', [
      ids.get(key),
      name,
      ...span,
    ]);
  }
  return ids;
}

async function insertOne(
  tx: EntityManager,
  { dates, actors }: Stage,
  plan: DemoKindPlan,
  campaignIds: ReadonlyMap<string, string>,
  byKey: ReadonlyMap<string, string>,
): Promise<string> {
  const day = (distance: number): Day => addDays(dates.today, distance);
  const raisedOn = day(plan.raised);
  await backdate(tx, raisedOn);
  const days = Object.fromEntries(Object.entries(plan.days ?? {}).map(([code, distance]) => [code, day(distance)]));
  const [created] = await createTickets(
    tx,
    actors.get(kindTable[plan.kind].coordinator)!,
    [
      {
        kind: plan.kind,
        title: plan.title,
        status: 'draft',
        level: plan.level ?? null,
        site: plan.site ?? null,
        industry: plan.industry ?? null,
        town: plan.town ?? null,
        theirNo: plan.theirNo ?? null,
        campaignId: plan.campaign ? campaignIds.get(plan.campaign)! : null,
        parentId: plan.parent ? byKey.get(plan.parent)! : null,
        occurredOn: plan.occurred === undefined ? null : day(plan.occurred),
        details: { ...plan.details, ...days },
        deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
        raisedOn,
      },
    ],
    { today: raisedOn, at: moment(raisedOn, 0) },
  );
  await execute(tx, 'update ticket set created_at = $2, updated_at = $2 where id = $1', [
    created!.id,
    moment(raisedOn, 0),
  ]);
  return created!.id;
}

function wordsFor({ actors, unitIds }: Stage, plan: DemoKindPlan) {
  const cast = demoKindCasts[plan.unit];
  const [leader, handler] = [actors.get(cast.deputy)!, actors.get(cast.handler)!];
  return {
    unitId: unitIds.get(plan.unit)!,
    unit: demoUnits.find(({ key }) => key === plan.unit)!.name,
    leaderId: leader.personId,
    leader: leader.name,
    handlerId: handler.personId,
    handler: handler.name,
    statutory: byLaw.includes(plan.kind),
  };
}
