import { writeFile } from 'node:fs/promises';
import { Clock } from '@xiaohao/calendar';
import { ReminderService, type ReminderPlan } from '@xiaohao/reminders';
import { dayOption, fileOption } from './options.js';
import { withServices } from './services.js';

/** Sends what the rules give for a day and was not yet sent, or with `--dry-run` only lists all of it. */
export async function remindCommand(options: { date: string; dryRun?: boolean; json?: string }): Promise<void> {
  const on = dayOption('--date', options.date);
  if (options.json) await fileOption('--json', options.json);
  const plan = await withServices(async (services) => {
    const reminders = services.get(ReminderService);
    const today = services.get(Clock).today();
    if (!options.dryRun && on > today) {
      process.stderr.write(`${on} 还没有到（今天 ${today}）：按届时的情形提前发送，到时不再重复\n`);
    }
    if (!options.dryRun) await reminders.runAndSend(on);
    return reminders.plan(on);
  });
  if (options.json) await writeFile(options.json, `${JSON.stringify(plan, null, 2)}\n`);
  process.stdout.write(summary(plan));
}

function summary({ date, messages }: ReminderPlan): string {
  const lines = messages.map((message) => {
    const tickets = message.tickets.length > 0 ? message.tickets.join(' ') : `${message.sections.length} 个科室`;
    return `${message.sent ? '已发' : '待发'}  ${message.person}  ${message.rule}  ${message.channel}  ${tickets}`;
  });
  return `${date}：${messages.length} 条\n${lines.map((line) => `${line}\n`).join('')}`;
}
