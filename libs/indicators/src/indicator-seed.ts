import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import { fileableFigures } from '@xiaohao/domain';
import { seedParameters } from './parameter.service.js';

/**
 * Makes the table of indicators follow the table of figures and states the parameters a bureau starts with; filings and
 * what somebody has set stay. Bears to run at every start.
 */
export async function seedIndicators(tx: EntityManager): Promise<void> {
  const rows = fileableFigures.map(({ key, name, unit, nature }, sort) => ({ key, name, unit, nature, sort }));
  await execute(
    tx,
    `insert into indicator (key, name, unit, nature, sort)
     select key, name, unit, nature, sort
     from jsonb_to_recordset($1::jsonb) as r (key text, name text, unit text, nature text, sort int)
     on conflict (key) do update set name = excluded.name, unit = excluded.unit, nature = excluded.nature,
       sort = excluded.sort
     where (indicator.name, indicator.unit, indicator.nature, indicator.sort)
       is distinct from (excluded.name, excluded.unit, excluded.nature, excluded.sort)`,
    [JSON.stringify(rows)],
  );
  await seedParameters(tx);
}
