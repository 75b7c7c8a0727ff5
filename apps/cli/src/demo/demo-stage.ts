import type { DataSource, EntityManager } from 'typeorm';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import type { FileStore, ReceivedFile } from '@xiaohao/files';
import type { Actor } from '@xiaohao/org';
import type { DemoDates } from './demo-plan.js';

export interface Stage {
  owner: DataSource;
  files: FileStore;
  /** The same note serves every demo ticket; its content is written once. */
  evidence: ReceivedFile;
  calendar: WorkingCalendar;
  dates: DemoDates;
  actors: ReadonlyMap<string, Actor>;
  unitIds: ReadonlyMap<string, string>;
}

/** Record time of the rest of this transaction: the morning of that day in Shanghai. */
export async function backdate(tx: EntityManager, day: Day): Promise<void> {
  await tx.query('select backdate_record_time($1, $2)', [moment(day, 0), 'demo bureau']);
}

export function moment(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T09:00:00+08:00`) + minute * 60_000);
}
