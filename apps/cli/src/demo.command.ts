import { CalendarService, Clock } from '@xiaohao/calendar';
import { FileStore } from '@xiaohao/files';
import { loadDemo } from './demo/load-demo.js';
import { asOwner } from './owner.js';

/** Loads the demo bureau into an empty database; does nothing once people exist. */
export async function demoCommand(): Promise<void> {
  await asOwner(async (owner, config) => {
    const calendar = await new CalendarService(owner).loadCalendar();
    const facts = { today: new Clock(config).today(), secret: config.secret };
    const loaded = await loadDemo(owner, new FileStore(config, owner), calendar, facts);
    if (loaded) process.stderr.write('demo bureau loaded\n');
  });
}
