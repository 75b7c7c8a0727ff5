import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { addDays, periodsDueOn, type Day, type WorkingCalendar } from '@xiaohao/domain';
import { filingRoles, findFilingDays, listMissingFilings, type MissingFiling } from '@xiaohao/indicators';
import { holderCtes } from './audience-sql.js';
import type { NominalDay } from './due-reminder.queries.js';
import type { Audience, ReminderRule } from './reminder-rules.js';

/** What a message says of one unit's filings for one period. */
export interface ToldFilings {
  unitId: string;
  unitName: string;
  /** `2026H1`; stands where a ticket has its number. */
  period: string;
  dueOn: Day;
  /** Names of the figures that are missing. */
  names: string[];
}

/** One rule has something to tell one person about what one unit has not filed by one day. */
export interface FilingReminder {
  forOn: Day;
  personId: string;
  ruleCode: string;
  unitId: string;
  dueOn: Day;
  filings: ToldFilings[];
}

/** The day a rule's reminders are counted from, going by the day it speaks: null where it counts none. */
function dueDayOf({ moment }: ReminderRule, nominalOn: Day): Day | null {
  if (moment.type === 'before_filing') return addDays(nominalOn, moment.days);
  return moment.type === 'filing_late' ? addDays(nominalOn, -moment.days) : null;
}

/** Reminders of filings, before and after the working day they are due on, not told yet. */
export async function listFilingReminders(
  db: Queryable,
  rules: readonly ReminderRule[],
  days: readonly NominalDay[],
  { postsOn, calendar }: { postsOn: Day; calendar: WorkingCalendar },
): Promise<FilingReminder[]> {
  const counted = rules.filter((rule) => dueDayOf(rule, '2020-01-01') !== null);
  if (counted.length === 0 || days.length === 0) return [];
  const filingDays = await findFilingDays(db);
  const spoken = counted.flatMap((rule) =>
    days.flatMap(({ nominalOn, forOn }) => {
      const dueOn = dueDayOf(rule, nominalOn)!;
      const periods = periodsDueOn(dueOn, filingDays, calendar).map(({ code }) => code);
      return periods.length > 0 ? [{ rule, forOn, dueOn, periods }] : [];
    }),
  );
  if (spoken.length === 0) return [];
  const missing = await listMissingFilings(db, [...new Set(spoken.flatMap(({ periods }) => periods))]);
  const asked = spoken.map(({ periods, ...one }) => ({
    ...one,
    missing: missing.filter(({ period }) => periods.includes(period)),
  }));
  return untold(db, await reach(db, asked, postsOn));
}

/** One rule's moment with what is missing then. */
export interface FilingMoment {
  rule: ReminderRule;
  forOn: Day;
  dueOn: Day;
  missing: readonly MissingFiling[];
}

/** Whom each moment reaches, by unit. */
export async function reach(db: Queryable, moments: readonly FilingMoment[], postsOn: Day): Promise<FilingReminder[]> {
  const unitIds = [...new Set(moments.flatMap(({ missing }) => missing.map(({ unitId }) => unitId)))];
  const people = await listFilingPeople(db, unitIds, postsOn);
  return moments.flatMap(({ rule, forOn, dueOn, missing }) =>
    people
      .filter(({ audience }) => rule.audience.includes(audience))
      .map(({ unitId, personId }) => ({ unitId, personId, filings: toldFilings(missing, unitId, dueOn) }))
      .filter(({ filings }) => filings.length > 0)
      .map((one) => ({ ...one, forOn, ruleCode: rule.code, dueOn })),
  );
}

function toldFilings(missing: readonly MissingFiling[], unitId: string, dueOn: Day): ToldFilings[] {
  const own = missing.filter((filing) => filing.unitId === unitId);
  return [...new Set(own.map(({ period }) => period))].map((period) => ({
    unitId,
    unitName: own[0]!.unitName,
    period,
    dueOn,
    names: own.filter((filing) => filing.period === period).map(({ name }) => name),
  }));
}

/** The nearest who file for each unit, going up the tree, and who collects for the bureau. */
function listFilingPeople(
  db: Queryable,
  unitIds: readonly string[],
  postsOn: Day,
): Promise<{ unitId: string; audience: Audience; personId: string }[]> {
  if (unitIds.length === 0) return Promise.resolve([]);
  const params = new SqlParameters();
  const units = params.add(unitIds);
  return select(
    db,
    `with recursive ${holderCtes(params, params.add(postsOn), [])},
     filer as (
       select distinct unit_id, person_id from (
         select a.unit_id, h.person_id, a.distance, min(a.distance) over (partition by a.unit_id) as nearest
         from above a join holder h on h.unit_id = a.ancestor_id and h.role = any(${params.add(filingRoles)}::text[])
         where a.unit_id = any(${units}::uuid[])) x
       where distance = nearest)
     select unit_id as "unitId", 'filer' as audience, person_id as "personId" from filer
     union
     select u.id, 'collector', h.person_id from unit u cross join holder h
     where u.id = any(${units}::uuid[]) and h.role = 'office'
     order by 1, 2, 3`,
    params.values,
  );
}

/** Those that nobody was told of; told once for ever, whatever day it went out on. */
export async function untold(db: Queryable, reminders: readonly FilingReminder[]): Promise<FilingReminder[]> {
  const rows = await select<{ key: string }>(
    db,
    `select concat_ws(' ', rule_code, person_id, subject_id, due_on) as key from reminder_occurrence
     where subject_type = 'filing' and rule_code = any($1::text[]) and due_on = any($2::date[])`,
    [[...new Set(reminders.map(({ ruleCode }) => ruleCode))], [...new Set(reminders.map(({ dueOn }) => dueOn))]],
  );
  const told = new Set(rows.map(({ key }) => key));
  return reminders.filter(
    ({ ruleCode, personId, unitId, dueOn }) => !told.has([ruleCode, personId, unitId, dueOn].join(' ')),
  );
}
