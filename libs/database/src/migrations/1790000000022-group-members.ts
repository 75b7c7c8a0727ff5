import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which units a collective owner (各业务科室, 各镇办) stands for, from when to when. */
export class GroupMembers1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table group_member (
        id uuid primary key,
        group_id uuid not null references unit,
        unit_id uuid not null references unit,
        from_on date not null,
        to_on date,
        check (group_id <> unit_id),
        check (to_on is null or to_on >= from_on)
      );
      create unique index group_member_present_key on group_member (group_id, unit_id) where to_on is null;
      create index group_member_unit_id_idx on group_member (unit_id);
      create trigger group_member_people after insert or update or delete or truncate on group_member
        for each statement execute function notify_people();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table group_member');
  }
}
