import type { DataSource, EntityManager } from 'typeorm';
import { execute, newId, select } from '@xiaohao/database';
import { addDays, previousWorkingDay, type Day, type WorkingCalendar } from '@xiaohao/domain';
import type { FileStore } from '@xiaohao/files';
import { findActor, type Actor } from '@xiaohao/org';
import { computeRoot, keepRoot, seal, takeNumbersOf } from '@xiaohao/tickets';
import { addInstructions, addRelations, addReporters, addSpreads, lookBackOn } from './affairs.js';
import { demoSpreads } from './demo-affairs.js';
import { demoDates } from './demo-dates.js';
import { Dice } from './demo-dice.js';
import { DemoRows } from './demo-rows.js';
import { moment, type Stage } from './demo-stage.js';
import type { DemoTicket } from './demo-ticket.js';
import { registerFindings } from './found-again.js';
import { insertFilings, insertLeave, insertPeople, insertPlaces } from './insert-bureau.js';
import { planAccidents, planEnvironment, planSupervision, planTasks } from './plan-others.js';
import { planRounds } from './plan-rounds.js';
import { planHazards, planReports } from './plan-scenes.js';
import { Player } from './player.js';

/** Any number; another one tells other stories. */
const seed = 20_261;
/** Days before today that have their daily root, as if the worker had run. */
const rootedDays = 31;

/**
 * Builds the demo bureau into an empty database, whole or not at all; the same for the same day. Returns false when
 * people exist already. Changes happen in the order of their days, record time back-dated to each, so that reports
 * "as known then" and the dashboard of a past day work.
 */
export async function loadDemo(
  owner: DataSource,
  files: FileStore,
  calendar: WorkingCalendar,
  { today, secret }: { today: Day; secret: string | null },
): Promise<boolean> {
  const note = Buffer.from('整改情况说明（演示材料）\n已按整改措施逐条落实，制度印发并执行。\n');
  const received = await files.receive(note, { name: '整改情况说明.txt' });
  return owner.transaction(async (tx) => {
    await tx.query('lock table person in share row exclusive mode');
    const [row] = await select<{ taken: boolean }>(tx, 'select exists (select 1 from person) as taken');
    if (row!.taken) return false;
    const dates = demoDates(today, calendar);
    const unitIds = await insertPeople(tx, dates.start);
    const actors = await loadActors(tx, today);
    const places = await insertPlaces(tx, dates);
    await insertFilings(tx, dates, { actors, unitIds });
    const file = await files.record(tx, received, actors.get('handler')!.personId);
    const dice = new Dice(seed);
    const stage: Stage = { tx, calendar, dates, dice, actors, unitIds, file, rows: new DemoRows(), tickets: new Map() };
    const plans = [
      planRounds,
      planHazards,
      planReports,
      planEnvironment,
      planAccidents,
      planTasks,
      planSupervision,
    ].flatMap((plan) => plan(dates, calendar, dice));
    const player = new Player(stage, places, plans);
    const named = addReporters(stage, player, plans);
    addInstructions(stage, player, plans);
    addSpreads(stage, player, plans, await takeNumbersOf(tx, 'JY', Number(today.slice(0, 4)), demoSpreads.length));
    addRelations(stage, player, plans);
    await player.play((day) => lookBackOn(day, stage, player));
    await registerFindings(stage);
    await insertLeave(tx, dates, { actors, unitIds });
    if (secret) await sealReporters(stage, named, secret);
    for (let day = addDays(today, -rootedDays); day < today; day = addDays(day, 1)) {
      await keepRoot(tx, await computeRoot(tx, day));
    }
    await keepSweep(tx, previousWorkingDay(addDays(today, -1), calendar));
    return true;
  });
}

/** The last working day was swept in time, as if the worker had run; else a fresh demo began with an alarm. */
async function keepSweep(tx: EntityManager, on: Day): Promise<void> {
  const values = [newId(), on, moment(on, 0)];
  await execute(
    tx,
    `insert into reminder_sweep (id, for_on, kind, started_at, finished_at) values ($1, $2, 'daily', $3, $3)`,
    values,
  );
}

async function loadActors(tx: EntityManager, today: Day): Promise<Map<string, Actor>> {
  const people = await select<{ id: string }>(tx, 'select id from person where demo');
  const actors = new Map<string, Actor>();
  for (const { id } of people) {
    const { actor } = (await findActor(tx, id, today))!;
    actors.set(actor.username, actor);
  }
  return actors;
}

/** Invented names under the installation's own key. */
async function sealReporters(
  { tx, actors, tickets }: Stage,
  named: readonly DemoTicket[],
  secret: string,
): Promise<void> {
  for (const [index, { key, raised }] of named.entries()) {
    const { id } = tickets.get(key)!;
    const reporter = {
      name: `${'赵钱孙吴郑冯陈褚卫蒋'[index % 10]}某某`,
      phone: `000-${String(10_000 + index * 37)}`,
      address: null,
    };
    const { ciphertext, nonce, keyVersion } = seal(secret, JSON.stringify(reporter), id);
    await execute(
      tx,
      `insert into reporter (ticket_id, ciphertext, nonce, key_version, written_by, written_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, ciphertext, nonce, keyVersion, actors.get('safety')!.personId, moment(raised, 1)],
    );
  }
}
