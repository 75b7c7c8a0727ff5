import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Day } from '@xiaohao/domain';
import { writeBackup, type BackupSummary } from './backup.js';

/** Daily backups kept; older ones are removed only after the new one is complete. */
const daysKept = 14;
const dailyName = /^daily-\d{4}-\d{2}-\d{2}\.xiaohao$/;

/** The backup of the day; run twice on a day it writes the same file anew. */
export async function writeDailyBackup(db: DataSource, dataFolder: string, today: Day): Promise<BackupSummary> {
  const folder = join(dataFolder, 'backups');
  const summary = await writeBackup(db, join(dataFolder, 'files'), join(folder, `daily-${today}.xiaohao`));
  const kept = (await readdir(folder)).filter((name) => dailyName.test(name)).sort();
  for (const name of kept.slice(0, -daysKept)) await rm(join(folder, name));
  return summary;
}
