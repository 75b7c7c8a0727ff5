import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import { passwordMatches } from './password.js';
import { recordFailure, refuseTooManyFailures } from './sign-in-failures.js';

/**
 * Tries a password of the name. One guess at a time per name: parallel guesses would all pass the count before any is
 * counted. A wrong one is counted when the caller's transaction commits, so the caller returns rather than throws.
 */
export async function guessPassword(
  tx: EntityManager,
  { username, address }: { username: string; address: string },
  find: () => Promise<string | null>,
  password: string,
): Promise<boolean> {
  await execute(tx, `select pg_advisory_xact_lock(hashtext('sign-in ' || lower($1)))`, [username]);
  await refuseTooManyFailures(tx, username, address);
  const matches = await passwordMatches(await find(), password);
  if (matches) {
    await execute(tx, 'delete from sign_in_failure where username = lower($1) and address = $2', [username, address]);
  } else {
    await recordFailure(tx, username, address);
  }
  return matches;
}
