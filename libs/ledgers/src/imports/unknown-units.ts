import type { EntityManager } from 'typeorm';
import { select, type Queryable, type UnitType } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { ImportRecord, UnitChoice } from './import-record.js';
import { heldSql } from './import.queries.js';
import { findUnit, likelyUnit, loadDirectory, nearestUnits, plainName, type Directory } from './name-matching.js';
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
  /** The one unit it may be short for, to be confirmed; null where none or several may be. */
  likely: { id: string; name: string } | null;
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
/** Of so many names, those most tickets wait for, it is asked who may be meant. */
const mostProposed = 200;

/** The names most tickets wait for come first; several ways to write one unit are one. */
export async function listUnknownUnits(
  db: Queryable,
  { id, options }: Pick<ImportRecord, 'id' | 'options'>,
  today: Day,
): Promise<UnknownUnit[]> {
  const named = await select<CountedName>(db, countedText, [id, [], []]);
  const directory = await loadDirectory(db, today);
  const aliases = new Map((await listAliases(db)).map((alias) => [alias.name, alias]));
  const known = new Map<string, CountedName>();
  for (const one of named) {
    const unit = findUnit(directory, one.name);
    if (unit && unit.fit !== 'alias') continue;
    if (!known.has(plainName(one.name))) known.set(plainName(one.name), one);
  }
  const groups = groupNames([...known.keys()]);
  const together = await countTogether(db, id, groups, named);
  const units = groups.map((names): UnknownUnit => {
    const { name } = known.get(names[0])!;
    const { tickets, waiting, supporting, asking } = together.get(name) ?? known.get(names[0])!;
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
      nearest: [],
      likely: null,
      type: unitTypeOf(name),
      choice: present,
      left,
      settled: present !== null || left || remembered !== null || isLed || asking === 0,
      remembered,
    };
  });
  units.sort((a, b) => b.waiting - a.waiting || b.tickets - a.tickets);
  return units.map((unit, at) =>
    at < mostProposed
      ? { ...unit, nearest: nearestUnits(directory, unit.name, proposals), likely: likelyUnit(directory, unit.name) }
      : unit,
  );
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

/** A ticket counts once whatever it names the unit as; `$2` are names that mean the unit called as in `$3`. */
const countedText = `select n.name, count(*)::int as tickets,
    (count(*) filter (where r.decision = 'attention'))::int as waiting, sum(n.supporting)::int as supporting,
    (count(*) filter (where r.decision in ('create', 'attention') or ${heldSql}))::int as asking
  from ledger_import_row r, lateral (
    select coalesce(g.called, m.name) as name, max(m.supporting) as supporting from (
      select r.ticket#>>'{preview,leadUnit}' as name, 0 as supporting
      union all select jsonb_array_elements_text(r.ticket#>'{preview,supportUnits}'), 1) m
      left join unnest($2::text[], $3::text[]) as g(name, called) on g.name = m.name
    group by 1) n
  where r.import_id = $1 and n.name is not null group by n.name`;

/** Of units the file writes in several ways the tickets that name them in any, each once. */
async function countTogether(
  db: Queryable,
  importId: string,
  groups: ReturnType<typeof groupNames>,
  named: readonly CountedName[],
): Promise<Map<string, CountedName>> {
  const calledBy = new Map(groups.flatMap((names) => names.map((name) => [name, names[0]] as const)));
  const written = named.filter(({ name }) => calledBy.has(plainName(name)));
  const firstOf = new Map<string, string>();
  for (const { name } of written) if (!firstOf.has(plainName(name))) firstOf.set(plainName(name), name);
  const called = written.map(({ name }) => firstOf.get(calledBy.get(plainName(name))!)!);
  if (new Set(called).size === written.length) return new Map();
  const counted = await select<CountedName>(db, countedText, [importId, written.map(({ name }) => name), called]);
  return new Map(counted.map((one) => [one.name, one]));
}

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
