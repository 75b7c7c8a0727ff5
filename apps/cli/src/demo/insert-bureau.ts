import type { EntityManager } from 'typeorm';
import {
  BureauParameter,
  execute,
  GroupMember,
  newId,
  PeopleEvent,
  Person,
  Post,
  PostCharge,
  Source,
  SourceItem,
  Unit,
} from '@xiaohao/database';
import { addDays, lastFullHalfYear, periodOf, previousPeriod, type Day } from '@xiaohao/domain';
import { hashPassword, type Actor } from '@xiaohao/org';
import { demoFilings } from './demo-filings.js';
import { roundNames, type DemoDates } from './demo-dates.js';
import { demoLeave, demoParameters, demoPassword, demoPeople } from './demo-people.js';
import { demoCampaigns, demoSources, type DemoSource } from './demo-sources.js';
import { backdate, moment } from './demo-stage.js';
import { demoGroups, demoUnits, unitName } from './demo-units.js';
import { inspectionRounds } from './plan-rounds.js';
import type { PlaceIds } from './player.js';

/** Units, people with their posts, and the bureau's parameters, there from that day. */
export async function insertPeople(tx: EntityManager, from: Day): Promise<Map<string, string>> {
  await backdate(tx, from);
  const createdAt = moment(from, 0);
  const unitIds = new Map(demoUnits.map(({ key }) => [key, newId()]));
  const units = demoUnits.map(({ key, name, type, parent }, sort) => {
    return { id: unitIds.get(key)!, name, type, sort, parentId: parent ? unitIds.get(parent)! : null, createdAt };
  });
  await tx.insert(Unit, units);
  const passwordHash = await hashPassword(demoPassword);
  const people = demoPeople.map((person) => ({ ...person, id: newId() }));
  await tx.insert(
    Person,
    people.map(({ id, username, name }) => {
      return { id, username, name, email: `${username}@demo.invalid`, passwordHash, demo: true, createdAt };
    }),
  );
  const posts = people.flatMap(({ id: personId, role, unit, also, charge = [] }) => [
    { id: newId(), personId, role, unitId: unitIds.get(unit)!, fromOn: from, charge },
    ...(also
      ? [{ id: newId(), personId, role: also.role, unitId: unitIds.get(also.unit)!, fromOn: from, charge: [] }]
      : []),
  ]);
  await tx.insert(
    Post,
    posts.map(({ charge: _, ...post }) => post),
  );
  const charges = posts.flatMap(({ id: postId, charge }) =>
    charge.map((key) => ({ postId, unitId: unitIds.get(key)! })),
  );
  await tx.insert(PostCharge, charges);
  const members = Object.entries(demoGroups).flatMap(([group, units]) =>
    units.map((unit) => ({
      id: newId(),
      groupId: unitIds.get(group)!,
      unitId: unitIds.get(unit)!,
      fromOn: from,
    })),
  );
  await tx.insert(GroupMember, members);
  for (const [key, value] of Object.entries(demoParameters)) {
    await tx.upsert(BureauParameter, { key, value }, ['key']);
  }
  return unitIds;
}

/** A head away these days, somebody of the section standing in. */
export async function insertLeave(
  tx: EntityManager,
  dates: DemoDates,
  { actors, unitIds }: { actors: ReadonlyMap<string, Actor>; unitIds: ReadonlyMap<string, string> },
): Promise<void> {
  const { person, standIn, role, unit, days } = demoLeave;
  const [away, acting] = [actors.get(person)!, actors.get(standIn)!];
  const unitId = unitIds.get(unit)!;
  const [fromOn, toOn] = [dates.last, addDays(dates.today, days)];
  await backdate(tx, dates.last);
  const { id: actingForPostId } = await tx.findOneByOrFail(Post, { personId: away.personId, unitId, role });
  await tx.insert(Post, { id: newId(), personId: acting.personId, unitId, role, fromOn, toOn, actingForPostId });
  const details = { person: away.name, standIn: acting.name, role, unit: unitName(unit), charge: [], fromOn, toOn };
  await tx.insert(PeopleEvent, {
    at: moment(dates.last, 0),
    action: 'leave_set',
    actorId: away.personId,
    actorName: away.name,
    personId: away.personId,
    unitId,
    details: details as never,
  });
}

/** Sources with their items and campaigns, each learned on the day it began. */
export async function insertPlaces(tx: EntityManager, dates: DemoDates): Promise<PlaceIds> {
  const sources = new Map<string, { id: string; items: string[] }>();
  for (const name of roundNames) {
    const { items, round, group, name: title } = inspectionRounds[name];
    const facts = { kind: 'inspection_issue', name: title, details: { round, group } };
    sources.set(
      name,
      await insertSource(
        tx,
        facts,
        dates.rounds[name],
        items.map((item) => item.title),
      ),
    );
  }
  const others: [string, DemoSource][] = Object.entries(demoSources);
  for (const [key, { kind, name, on }] of others) {
    sources.set(key, await insertSource(tx, { kind, name, details: {} }, addDays(dates.today, on), []));
  }
  const campaigns = new Map(Object.keys(demoCampaigns).map((key) => [key, newId()]));
  const rows = Object.entries(demoCampaigns).map(([key, { name, from, to }]) => {
    return { id: campaigns.get(key), name, from_on: addDays(dates.today, from), to_on: addDays(dates.today, to) };
  });
  await backdate(tx, dates.start);
  await execute(
    tx,
    `insert into campaign (id, name, from_on, to_on)
     select * from jsonb_to_recordset($1::jsonb) as r (id uuid, name text, from_on date, to_on date)`,
    [JSON.stringify(rows)],
  );
  return { sources, campaigns };
}

async function insertSource(
  tx: EntityManager,
  { name, ...facts }: { kind: string; name: string; details: Record<string, string> },
  on: Day,
  items: readonly string[],
): Promise<{ id: string; items: string[] }> {
  await backdate(tx, on);
  const id = newId();
  const full = name.replace('{year}', on.slice(0, 4));
  await tx.insert(Source, { id, ...facts, name: full, feedbackOn: on, createdAt: moment(on, 0) });
  const rows = items.map((title, index) => ({ id: newId(), sourceId: id, no: index + 1, title }));
  if (rows.length > 0) await tx.insert(SourceItem, rows);
  return { id, items: rows.map((row) => row.id) };
}

/** A few figures are left open on purpose: a report then shows what a missing one looks like. */
export async function insertFilings(
  tx: EntityManager,
  dates: DemoDates,
  { actors, unitIds }: { actors: ReadonlyMap<string, Actor>; unitIds: ReadonlyMap<string, string> },
): Promise<void> {
  const last = lastFullHalfYear(dates.today);
  // The present half-year has been filed for as far as it has gone, and waits to be accepted.
  const periods = [
    { code: previousPeriod(last).code, at: 1, on: addDays(previousPeriod(last).to, 5), isOver: true },
    { code: last.code, at: 0, on: last.to, isOver: true },
    { code: periodOf('half', dates.today).code, at: 2, on: dates.last, isOver: false },
  ] as const;
  for (const { code, at, on, isOver } of periods) {
    await backdate(tx, on);
    for (const [username, { unit, values }] of Object.entries(demoFilings)) {
      const rows = Object.entries(values)
        .filter(([, filed]) => filed[at] !== null)
        .map(([key, filed]) => ({ id: newId(), key, value: filed[at] }));
      await execute(
        tx,
        `insert into indicator_filing (id, key, unit_id, period, value, filed_by, created_at, updated_at, status,
           accepted_version, accepted_value, accepted_filed_by, accepted_filed_at, accepted_by, accepted_at)
         select r.id, r.key, $2, $3, r.value, $4, $5, $5, a.status, a.version, case when a.version = 1 then r.value end,
           a.filed_by, a.at, a.decided_by, a.at
         from jsonb_to_recordset($1::jsonb) as r (id uuid, key text, value numeric)
         cross join (select case when $6 then 'accepted' else 'submitted' end as status, case when $6 then 1 end as version,
           case when $6 then $4::uuid end as filed_by, case when $6 then $5::timestamptz end as at,
           case when $6 then $7::uuid end as decided_by) a`,
        [
          JSON.stringify(rows),
          unitIds.get(unit)!,
          code,
          actors.get(username)!.personId,
          moment(on, 0),
          isOver,
          actors.get(username === 'office' ? 'stats' : 'office')!.personId,
        ],
      );
    }
  }
}
