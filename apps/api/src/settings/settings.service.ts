import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { select } from '@xiaohao/database';
import { pdfPrinter } from '@xiaohao/documents';
import { defaultYellowDays, permissionTable, roles } from '@xiaohao/domain';
import type { SignedInPerson } from '@xiaohao/org';
import { ReminderService } from '@xiaohao/reminders';
import type { DemoAccountDto, MeDto } from '../auth/auth.dto.js';
import type { SettingsDto } from './settings.dto.js';

/** What the page needs to know before and beside any ticket. */
@Injectable()
export class SettingsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ReminderService) private readonly reminders: ReminderService,
  ) {}

  async settings(): Promise<SettingsDto> {
    const today = this.clock.today();
    const [row] = await select<{ bureauName: string | null; demo: boolean; provisional: boolean }>(
      this.db,
      `select (select value from bureau_parameter where key = 'bureau_name') as "bureauName",
         exists (select 1 from person where demo) as demo,
         coalesce((select bool_or(provisional) from calendar_day
           where day between $1::date and ($1::date + 90)), true) as provisional`,
      [today],
    );
    const watchdog = await this.reminders.watchdog();
    return {
      bureauName: row!.bureauName ?? '本单位',
      today,
      todayFixed: this.clock.isFixed(),
      demo: row!.demo && this.config.listensOnLoopback,
      calendarProvisional: row!.provisional,
      oidc: this.config.oidc && { name: this.config.oidc.name },
      passwordSignIn: this.config.passwordSignIn,
      yellowDays: defaultYellowDays,
      pdfPrinter: await pdfPrinter(this.config.soffice),
      watchdog: watchdog.message ? { message: watchdog.message } : null,
    };
  }

  async me(person: SignedInPerson): Promise<MeDto> {
    const { actor } = person;
    const units = await select<{ id: string; name: string }>(
      this.db,
      'select id, name from unit where id = any($1::uuid[])',
      [actor.posts.map((post) => post.unitId)],
    );
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return {
      id: actor.personId,
      name: actor.name,
      username: actor.username,
      roles: [...actor.roles],
      posts: actor.posts.map(({ role, unitId, actingFor }) => ({
        role,
        unit: { id: unitId, name: names.get(unitId) ?? '' },
        actingFor: actingFor?.name ?? null,
      })),
      permissions: [...new Set(actor.roles.flatMap((role) => permissionTable[role]))],
      mustChangePassword: person.mustChangePassword,
    };
  }

  /** The demo bureau's people, one per role, while it is loaded and the server listens on this machine only. */
  async demoAccounts(): Promise<DemoAccountDto[]> {
    if (!this.config.listensOnLoopback) return [];
    const rows = await select<DemoAccountDto>(
      this.db,
      `select p.username, p.name, o.role, u.name as unit
       from person p join post o on o.person_id = p.id and o.to_on is null join unit u on u.id = o.unit_id
       where p.demo and p.disabled_at is null and p.username = o.role`,
    );
    return rows.sort((a, b) => roles.indexOf(a.role as never) - roles.indexOf(b.role as never));
  }
}
