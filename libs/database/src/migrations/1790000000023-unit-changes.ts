import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followColumns } from '../temporal-history.js';

/** Units that became part of another, and who led a ticket before its lead changed. */
export class UnitChanges1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit add column merged_into_id uuid references unit,
        add check (merged_into_id <> id), add check (merged_into_id is null or closed_on is not null);
      alter table unit_history add column merged_into_id uuid;
      create index unit_merged_into_id_idx on unit (merged_into_id) where merged_into_id is not null;
      comment on column unit.merged_into_id is 'The unit its work went to when it was closed';

      create table ticket_former_lead (
        id bigint generated always as identity primary key,
        ticket_id uuid not null references ticket,
        unit_id uuid not null references unit,
        changed_on date not null
      );
      comment on table ticket_former_lead is 'The unit that led a ticket until changed_on, the first day of the next one';
      create index ticket_former_lead_ticket_id_idx on ticket_former_lead (ticket_id, changed_on);
      create index ticket_former_lead_changed_on_idx on ticket_former_lead (changed_on);

      grant select, insert on ticket_former_lead to xiaohao_app;
      revoke update, delete on ticket_former_lead from xiaohao_app;
    `);
    await followColumns(runner, 'unit');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ticket_former_lead;
      alter table unit drop column merged_into_id;
      alter table unit_history drop column merged_into_id;
    `);
    await followColumns(runner, 'unit');
  }
}
