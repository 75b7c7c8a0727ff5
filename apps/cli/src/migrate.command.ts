import { join } from 'node:path';
import { writeBackup } from '@xiaohao/backups';
import { Clock } from '@xiaohao/calendar';
import { migrate } from '@xiaohao/database';
import { migrateQueue } from '@xiaohao/jobs';
import { FirstUseService } from '@xiaohao/org';
import { asOwner } from './owner.js';
import { seed } from './seed.js';
import { tellFirstUseLink } from './user.command.js';

/** Brings schema, queue and seeded rows up to date; before it changes a database in use it writes a backup. */
export async function migrateCommand({ firstUse = false }: { firstUse?: boolean }): Promise<void> {
  await asOwner(async (owner, config) => {
    const done = await migrate(owner, async () => {
      const inUse = await owner.query(`select to_regclass('public.ticket') is not null as used`);
      if (!inUse[0].used) return;
      const stamp = new Date().toISOString().replace(/[:.]/g, '-');
      const target = join(config.dataFolder, 'backups', `before-migration-${stamp}.xiaohao`);
      await writeBackup(owner, join(config.dataFolder, 'files'), target);
      process.stderr.write(`backup before migration: ${target}\n`);
    });
    await migrateQueue(config.databaseAdminUrl);
    await seed(owner, Number(new Clock(config).today().slice(0, 4)));
    for (const name of done) process.stderr.write(`migrated ${name}\n`);
    if (firstUse && (await new FirstUseService(owner, new Clock(config)).isOpen()))
      await tellFirstUseLink(owner, config);
  });
}
