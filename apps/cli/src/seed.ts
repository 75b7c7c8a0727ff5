import type { DataSource } from 'typeorm';
import { calendarDays } from '@xiaohao/calendar';
import { execute } from '@xiaohao/database';
import { outcomeTypeSeed } from '@xiaohao/domain';
import { seedIndicators } from '@xiaohao/indicators';
import { seedReminderRules } from '@xiaohao/reminders';
import { seedReportTemplates } from '@xiaohao/reports';
import { seedDeadlineRules } from '@xiaohao/tickets';

const firstYear = 2021;
const yearsAhead = 5;

/**
 * Rows that ship with the product and are the bureau's to edit afterwards. Runs after every migration: what is there
 * stays as the bureau left it; a provisional calendar year gives way to the official schedule.
 */
export async function seed(owner: DataSource, year: number): Promise<void> {
  await owner.transaction(async (tx) => {
    await execute(
      tx,
      `insert into outcome_type (code, name, unit, kinds, sort)
       select x.code, x.name, x.unit, array(select jsonb_array_elements_text(x.kinds)), x.sort
       from jsonb_to_recordset($1::jsonb) as x (code text, name text, unit text, kinds jsonb, sort int)
       on conflict (code) do nothing`,
      [JSON.stringify(outcomeTypeSeed.map((row, sort) => ({ ...row, sort })))],
    );
    await execute(
      tx,
      `insert into calendar_day as c (day, working, name, provisional)
       select * from jsonb_to_recordset($1::jsonb) as x (day date, working boolean, name text, provisional boolean)
       on conflict (day) do update set working = excluded.working, name = excluded.name, provisional = excluded.provisional
         where c.provisional and not excluded.provisional`,
      [JSON.stringify(calendarDays(firstYear, year + yearsAhead))],
    );
    await seedDeadlineRules(tx);
    await seedReminderRules(tx);
    await seedIndicators(tx);
    await seedReportTemplates(tx);
  });
}
