import { select, type Queryable } from '@xiaohao/database';
import { ownNamesOf, type OwnNames } from '@xiaohao/domain';

/** What the bureau is called by those who write of it, as it has said so far. */
export async function findOwnNames(db: Queryable): Promise<OwnNames> {
  const rows = await select<{ key: string; value: string }>(
    db,
    `select key, value from bureau_parameter
     where key in ('bureau_name', 'district_name', 'city_name') and value is not null`,
  );
  return ownNamesOf((key) => rows.find((row) => row.key === key)?.value ?? null);
}
