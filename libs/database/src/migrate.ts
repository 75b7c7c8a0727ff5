import type { DataSource } from 'typeorm';

/** Any number; the same for every process that migrates this product. */
const migrationLock = 7_420_001;

/**
 * Brings the schema up to date, one process at a time.
 * `beforeFirst` runs once when there is something to do (the backup).
 * Returns the names of the migrations that ran.
 */
export async function migrate(owner: DataSource, beforeFirst: () => Promise<void> = async () => {}): Promise<string[]> {
  const lock = owner.createQueryRunner();
  await lock.connect();
  await lock.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    if (!(await owner.showMigrations())) return [];
    await beforeFirst();
    const done = await owner.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]);
    await lock.release();
  }
}
