import { join, resolve } from 'node:path';
import { restoreBackup, writeBackup } from '@xiaohao/backups';
import { asOwner } from './owner.js';

export async function backupCommand(file: string): Promise<void> {
  await asOwner(async (owner, config) => {
    const summary = await writeBackup(owner, join(config.dataFolder, 'files'), resolve(file));
    const megabytes = (summary.bytes / 1e6).toFixed(1);
    process.stdout.write(`已备份 ${summary.rows} 行、${summary.files} 个文件，${megabytes} MB：${summary.file}\n`);
  });
}

export async function restoreCommand(file: string): Promise<void> {
  await asOwner(async (owner, config) => {
    const { rows, files, takenAt } = await restoreBackup(owner, join(config.dataFolder, 'files'), resolve(file));
    process.stdout.write(`已恢复 ${takenAt} 的备份：${rows} 行、${files} 个文件\n`);
  });
}
