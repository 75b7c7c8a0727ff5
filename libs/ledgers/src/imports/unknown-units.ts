import type { EntityManager } from 'typeorm';
import { select, type Queryable, type UnitType } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { ImportRecord, UnitChoice } from './import-record.js';
import { findUnit, loadDirectory, nearestUnits, plainName, type Directory } from './name-matching.js';
import { unitTypeOf } from './new-units.js';
import { choiceFor } from './ticket-match.js';
import { listAliases, type UnitAlias } from './unit-aliases.queries.js';

/** A name of the file no unit of the bureau answers to by itself. */
export interface UnknownUnit {
  name: string;
  /** How many tickets name it, and how many of those wait for it. */
  tickets: number;
  waiting: number;
  nearest: { id: string; name: string }[];
  /** What it would be created as. */
  type: UnitType;
  choice: Exclude<UnitChoice, { left: true }> | null;
  /** Left as it is, said in this import. */
  left: boolean;
  /** What was said of it at an import before. */
  remembered: Pick<UnitAlias, 'id' | 'unitId' | 'unit' | 'keptByName' | 'keptAt'> | null;
}

const proposals = 3;

/** The names most tickets wait for come first. */
export async function listUnknownUnits(
  db: Queryable,
  { id, options }: Pick<ImportRecord, 'id' | 'options'>,
  today: Day,
): Promise<UnknownUnit[]> {
  const named = await select<{ name: string; tickets: number; waiting: number }>(
    db,
    `select n.name, count(*)::int as tickets, (count(*) filter (where r.decision = 'attention'))::int as waiting
     from ledger_import_row r, lateral (
       select r.ticket#>>'{preview,leadUnit}' as name
       union select jsonb_array_elements_text(r.ticket#>'{preview,supportUnits}')) n
     where r.import_id = $1 and n.name is not null group by n.name`,
    [id],
  );
  const directory = await loadDirectory(db, today);
  const aliases = new Map((await listAliases(db)).map((alias) => [alias.name, alias]));
  const unknown = new Map<string, UnknownUnit>();
  for (const { name, tickets, waiting } of named) {
    const unit = findUnit(directory, name);
    if (unit && unit.fit !== 'alias') continue;
    const known = unknown.get(plainName(name));
    const choice = choiceFor(options.units, name);
    unknown.set(plainName(name), {
      name: known?.name ?? name,
      tickets: tickets + (known?.tickets ?? 0),
      waiting: waiting + (known?.waiting ?? 0),
      nearest: known?.nearest ?? nearestUnits(directory, name, proposals),
      type: unitTypeOf(name),
      choice: stillPossible(choice, directory),
      left: choice !== null && 'left' in choice,
      remembered: rememberedOf(aliases.get(plainName(name))),
    });
  }
  return [...unknown.values()].sort((a, b) => b.waiting - a.waiting || b.tickets - a.tickets);
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
