import type { EntityManager } from 'typeorm';
import { select, type Queryable, type UnitType } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { ImportRecord, UnitChoice } from './import-record.js';
import { heldSql } from './import.queries.js';
import { findUnit, loadDirectory, nearestUnits, plainName, type Directory } from './name-matching.js';
import { unitTypeOf } from './new-units.js';
import { choiceFor } from './ticket-match.js';
import { groupNames } from './unit-name-groups.js';
import { listAliases, type UnitAlias } from './unit-aliases.queries.js';

/** A name of the file no unit of the bureau answers to by itself. */
export interface UnknownUnit {
  name: string;
  /** How else the file writes it. */
  alsoWritten: string[];
  /** How many tickets name it, and how many of those wait for it. */
  tickets: number;
  waiting: number;
  nearest: { id: string; name: string }[];
  /** What it would be created as. */
  type: UnitType;
  choice: Exclude<UnitChoice, { left: true }> | null;
  /** Left as it is, said in this import. */
  left: boolean;
  /** Somebody said who is meant or who leads instead, or nothing depends on it. */
  settled: boolean;
  /** What was said of it at an import before. */
  remembered: Pick<UnitAlias, 'id' | 'unitId' | 'unit' | 'keptByName' | 'keptAt'> | null;
}

const proposals = 3;

/** The names most tickets wait for come first; several ways to write one unit are one. */
export async function listUnknownUnits(
  db: Queryable,
  { id, options }: Pick<ImportRecord, 'id' | 'options'>,
  today: Day,
): Promise<UnknownUnit[]> {
  const named = await select<CountedName>(db, namedText, [id]);
  const directory = await loadDirectory(db, today);
  const aliases = new Map((await listAliases(db)).map((alias) => [alias.name, alias]));
  const known = new Map<string, CountedName>();
  for (const one of named) {
    const unit = findUnit(directory, one.name);
    if (unit && unit.fit !== 'alias') continue;
    const before = known.get(plainName(one.name));
    known.set(plainName(one.name), before ? { ...sum(before, one), name: before.name } : one);
  }
  const units = groupNames([...known.keys()]).map((names): UnknownUnit => {
    const { name, tickets, waiting, supporting, asking } = names.map((one) => known.get(one)!).reduce(sum);
    const choice = choiceFor(options.units, name);
    const present = stillPossible(choice, directory);
    const left = choice !== null && 'left' in choice;
    const remembered = rememberedOf(aliases.get(plainName(name)));
    const isLed = Boolean(options.leadUnitId) && supporting === 0;
    return {
      name,
      alsoWritten: names.slice(1).map((one) => known.get(one)!.name),
      tickets,
      waiting,
      nearest: nearestUnits(directory, name, proposals),
      type: unitTypeOf(name),
      choice: present,
      left,
      settled: present !== null || left || remembered !== null || isLed || asking === 0,
      remembered,
    };
  });
  return units.sort((a, b) => b.waiting - a.waiting || b.tickets - a.tickets);
}

interface CountedName {
  name: string;
  tickets: number;
  waiting: number;
  /** Tickets that name it among the supporting units. */
  supporting: number;
  /** Tickets of which something depends on it; known ones that are as they were need no answer. */
  asking: number;
}

/** A ticket counts once whatever it names the unit as. */
const namedText = `select n.name, count(*)::int as tickets,
    (count(*) filter (where r.decision = 'attention'))::int as waiting, sum(n.supporting)::int as supporting,
    (count(*) filter (where r.decision in ('create', 'attention') or ${heldSql}))::int as asking
  from ledger_import_row r, lateral (
    select m.name, max(m.supporting) as supporting from (
      select r.ticket#>>'{preview,leadUnit}' as name, 0 as supporting
      union all select jsonb_array_elements_text(r.ticket#>'{preview,supportUnits}'), 1) m
    group by m.name) n
  where r.import_id = $1 and n.name is not null group by n.name`;

const sum = (one: CountedName, other: CountedName): CountedName => ({
  name: one.name,
  tickets: one.tickets + other.tickets,
  waiting: one.waiting + other.waiting,
  supporting: one.supporting + other.supporting,
  asking: one.asking + other.asking,
});

function stillPossible(choice: UnitChoice | null, { unitNames }: Directory): UnknownUnit['choice'] {
  if (choice === null || 'left' in choice) return null;
  return 'unitId' in choice && !unitNames.has(choice.unitId) ? null : choice;
}

function rememberedOf(alias: UnitAlias | undefined): UnknownUnit['remembered'] {
  if (!alias) return null;
  const { id, unitId, unit, keptByName, keptAt } = alias;
  return { id, unitId, unit, keptByName, keptAt };
}

/** A name can only mean a unit that is there. */
export async function assertUnitsArePresent(
  tx: EntityManager,
  choices: readonly { name: string; unitId?: string | null }[],
): Promise<void> {
  const wanted = choices.flatMap(({ unitId }) => unitId ?? []);
  if (wanted.length === 0) return;
  const present = await select<{ id: string }>(tx, 'select id from unit where id = any($1) and closed_on is null', [
    wanted,
  ]);
  const missing = choices.find(({ unitId }) => unitId && !present.some(({ id }) => id === unitId.toLowerCase()));
  if (missing) {
    throw new AppError('inputWrong', { field: 'units', fieldLabel: `单位“${missing.name}”`, reason: '没有这个单位' });
  }
}
