import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { unitUseTexts } from '@xiaohao/messages';
import { recordUnitEvents, type Actor } from '@xiaohao/org';
import type { MadeUnit } from './import-record.js';

type UnitUse = keyof typeof unitUseTexts;

/**
 * How often a unit `u` is used by anything but the tickets of the import $2 and of others taken back. Former posts,
 * members and filings count: whoever looks them up finds the unit open.
 */
const uses: Readonly<Record<UnitUse, string>> = {
  tickets: `select count(*) from (
      select t.id from ticket t where t.lead_unit_id = u.id
      union select s.ticket_id from ticket_support_unit s where s.unit_id = u.id
      union select f.ticket_id from ticket_former_lead f where f.unit_id = u.id) n
    join ticket t on t.id = n.id left join ledger_import i on i.id = t.import_id
    where not (t.status = 'cancelled' and coalesce(i.id = $2 or i.status = 'undone', false))`,
  people: 'select count(distinct o.person_id) from post o where o.unit_id = u.id',
  subUnits: 'select count(*) from unit b where b.parent_id = u.id or b.merged_into_id = u.id',
  groups: 'select count(*) from group_member m where m.unit_id = u.id or m.group_id = u.id',
  charges: 'select count(*) from post_charge c where c.unit_id = u.id',
  filings: `select (select count(*) from indicator_filing f where f.unit_id = u.id)
    + (select count(*) from filing_duty d where d.unit_id = u.id)`,
  figures: 'select count(*) from figure_definition d where d.owner_unit_id = u.id',
  aliases: 'select count(*) from unit_alias a where a.unit_id = u.id',
  changes: 'select count(*) - 1 from unit_history h where h.id = u.id',
};

/** Keeps with the import which units it made. */
export async function rememberUnits(
  tx: EntityManager,
  importId: string,
  units: readonly { id: string; name: string }[],
): Promise<void> {
  const made = units.map(({ id, name }): MadeUnit => ({ id, name, closed: false, keptFor: null }));
  await execute(tx, 'update ledger_import set made_units = $2::jsonb where id = $1', [importId, JSON.stringify(made)]);
}

/**
 * Closes those of the units an import made that nothing else uses, as an office would, and keeps with the import what
 * became of each. Cancelled tickets still name them. The caller holds the tree of units and has cancelled the tickets.
 */
export async function closeUnusedUnits(
  tx: EntityManager,
  actor: Actor,
  importId: string,
  units: readonly MadeUnit[],
  today: Day,
): Promise<void> {
  if (units.length === 0) return;
  const ids = units.map(({ id }) => id);
  await select(tx, 'select 1 from unit where id = any($1::uuid[]) order by id for update', [ids]);
  const counts = Object.entries(uses).map(([use, count]) => `'${use}', (${count})`);
  const used = await select<{ id: string; closed: boolean; uses: Record<UnitUse, number> }>(
    tx,
    `select u.id, u.closed_on is not null as closed, json_build_object(${counts.join(', ')}) as uses
     from unit u where u.id = any($1::uuid[])`,
    [ids, importId],
  );
  const found = new Map(used.map((one) => [one.id, one]));
  const told = units.map((unit): MadeUnit => {
    const { closed = false, uses: by } = found.get(unit.id)!;
    // One that was closed or merged since is no more, whatever it was used for.
    const keptFor = closed ? null : usesInWords(by);
    return { ...unit, closed: keptFor === null, keptFor };
  });
  const closing = told.filter(({ id, closed }) => closed && !found.get(id)!.closed);
  await execute(tx, 'update unit set closed_on = $2 where id = any($1::uuid[])', [closing.map(({ id }) => id), today]);
  await recordUnitEvents(tx, actor, 'unit_closed', closing);
  await execute(tx, 'update ledger_import set made_units = $2::jsonb where id = $1', [importId, JSON.stringify(told)]);
}

/** Null where nothing uses it. */
function usesInWords(by: Readonly<Record<UnitUse, number>>): string | null {
  const said = (Object.keys(unitUseTexts) as UnitUse[])
    .filter((use) => by[use] > 0)
    .map((use) => unitUseTexts[use][0].replace('{count}', String(by[use])));
  return said.length > 0 ? said.join('、') : null;
}
