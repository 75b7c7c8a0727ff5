import type { DataSource } from 'typeorm';
import { readConfig, type Config } from '@xiaohao/config';
import { ownerDataSource } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';

/** Runs one piece of work on the owner's connection and closes it whatever happens. */
export async function asOwner<Result>(work: (owner: DataSource, config: Config) => Promise<Result>): Promise<Result> {
  const config = readConfig();
  if (!config.databaseAdminUrl) throw new AppError('configurationWrong', { what: 'DATABASE_URL' });
  const owner = await ownerDataSource(config).initialize();
  try {
    return await work(owner, config);
  } finally {
    await owner.destroy();
  }
}
