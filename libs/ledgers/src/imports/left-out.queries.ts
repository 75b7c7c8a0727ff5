import { select, type Queryable } from '@xiaohao/database';
import type { ImportRecord } from './import-record.js';
import { onlyOfNew, type Decision } from '../reading/preview.js';
import { leftOutKey, type LeftOut } from '../reading/sheets/counted-findings.js';

const known = ['update', 'unchanged'] as const satisfies Decision[];
const aside = ['duplicate', 'skip'] as const satisfies Decision[];

/** Rows for which it is not said what their sheet lacks, as `findingsOf` has it of what is found in the rows themselves. */
export async function countLeftOut(
  db: Queryable,
  { id, counts }: Pick<ImportRecord, 'id' | 'counts'>,
): Promise<LeftOut> {
  if ([...known, ...aside].every((decision) => !counts[decision])) return new Map();
  const counted = await select<{ sheet: string; key: string; count: number }>(
    db,
    `select r.sheet, lack as key, count(*)::int as count
     from ledger_import_row r, jsonb_array_elements_text(r.ticket->'lacks') as lack
     where r.import_id = $1 and r.decision = any($2) and (r.decision <> all($3) or split_part(lack, ' ', 1) = any($4))
     group by 1, 2`,
    [id, [...known, ...aside], known, onlyOfNew],
  );
  return new Map(counted.map(({ sheet, key, count }) => [leftOutKey(sheet, key), count]));
}
