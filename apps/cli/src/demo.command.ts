import { CalendarService, Clock } from '@xiaohao/calendar';
import { FileStore } from '@xiaohao/files';
import { loadDemo } from './demo/load-demo.js';
import { asOwner } from './owner.js';

/** Loads the demo bureau into an empty database; does nothing once people exist. */
export async function demoCommand(): Promise<void> {
  await asOwner(async (owner, config) => {
    const calendar = await new CalendarService(owner).loadCalendar();
    const loaded = await loadDemo(owner, new FileStore(config, owner), calendar, new Clock(config).today());
    if (loaded) process.stderr.write('demo bureau loaded\n');
  });
}
