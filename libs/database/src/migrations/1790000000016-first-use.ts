import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The code that opens an empty installation, and the record of who changed which account, post or unit when. */
export class FirstUse1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table first_use (
        id boolean primary key default true check (id),
        code_hash text not null,
        created_at timestamptz(3) not null default now()
      );
      comment on table first_use is 'At most one row: the code that counts, gone with the first administrator';

      create table people_event (
        id bigint generated always as identity primary key,
        at timestamptz(3) not null default clock_timestamp(),
        action text not null,
        actor_id uuid not null,
        actor_name text not null,
        person_id uuid references person,
        unit_id uuid references unit,
        details jsonb not null default '{}'
      );
      create index people_event_person_id_idx on people_event (person_id);
      comment on column people_event.details is 'Names as they were then; never a password';

      grant select, insert, update, delete on first_use to xiaohao_app;
      grant select, insert on people_event to xiaohao_app;
      revoke update, delete on people_event from xiaohao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table people_event, first_use');
  }
}
