import type { EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

/** Failures within the window before a name from one address, or an address as a whole, has to wait. */
const failureWindowMinutes = 15;
const failuresPerNameAndAddress = 8;
const failuresPerAddress = 60;

// Counted in the database, so neither a restart nor a second process forgets them.

export async function refuseTooManyFailures(tx: EntityManager, username: string, address: string): Promise<void> {
  const [row] = await select<{ byName: string; byAddress: string }>(
    tx,
    `select count(*) filter (where username = lower($1) and address = $2) as "byName", count(*) as "byAddress"
     from sign_in_failure
     where (address = $2) and failed_at > now() - make_interval(mins => $3)`,
    [username, address, failureWindowMinutes],
  );
  if (Number(row?.byName) >= failuresPerNameAndAddress || Number(row?.byAddress) >= failuresPerAddress) {
    throw new AppError('tooManyFailures', { minutes: failureWindowMinutes });
  }
}

export async function recordFailure(tx: EntityManager, username: string, address: string): Promise<void> {
  await execute(tx, 'insert into sign_in_failure (username, address) values (lower($1), $2)', [username, address]);
}
