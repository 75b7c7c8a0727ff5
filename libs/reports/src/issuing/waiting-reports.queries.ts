import { select, type Queryable } from '@xiaohao/database';
import { mayDo } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { reportStateSql } from './report-settling.js';

/** Reports that lie before the actor to be finalised or returned; none before whoever may not. */
export async function countToFinalize(db: Queryable, { roles }: Actor): Promise<number> {
  if (!mayDo(roles, 'report.finalize')) return 0;
  const [row] = await select<{ count: number }>(
    db,
    `select count(*)::int as count from report r where ${reportStateSql} = 'submitted'`,
  );
  return row!.count;
}
