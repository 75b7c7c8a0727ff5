export { writeBackup, type BackupSummary } from './backup.js';
export { writeDailyBackup } from './daily-backup.js';
export { restoreBackup } from './restore.js';
