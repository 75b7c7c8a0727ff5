import { execute, type Queryable } from '@xiaohao/database';

/** Longer than any failure counts. */
const failuresKeptDays = 1;

/** Removes sessions that are over and failures that no longer count: strangers add to those as fast as they may guess. */
export async function forgetSignIns(db: Queryable): Promise<number> {
  const failures = await execute(
    db,
    'delete from sign_in_failure where failed_at < now() - make_interval(days => $1)',
    [failuresKeptDays],
  );
  return failures + (await execute(db, 'delete from session where expires_at < now()'));
}
