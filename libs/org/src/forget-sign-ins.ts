import { execute, type Queryable } from '@xiaohao/database';

/** What is over, and how long it is kept: strangers add to failures and requests as fast as they may. */
const over = [
  `delete from sign_in_failure where failed_at < now() - interval '1 day'`,
  'delete from session where expires_at < now()',
  'delete from oidc_request where expires_at < now()',
  `delete from submission where begun_at < now() - interval '1 day'`,
  // For a while the list of a person's past tokens can be read in the database; the record of changes stays for ever.
  `delete from api_token where coalesce(revoked_at, expires_at) < now() - interval '90 days'`,
] as const;

/** Removes sessions, failures, tokens and answers that no longer count. */
export async function forgetSignIns(db: Queryable): Promise<number> {
  let removed = 0;
  for (const statement of over) removed += await execute(db, statement);
  return removed;
}
