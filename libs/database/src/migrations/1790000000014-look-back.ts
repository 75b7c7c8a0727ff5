import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 回头看: closed tickets looked at again, by a sample that can be drawn once more from its seed. */
export class LookBack1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table look_back (
        id uuid primary key,
        name text not null,
        kind text not null,
        filter jsonb not null default '{}',
        sampling text not null check (sampling in ('all','random','picked')),
        sample_size integer,
        seed text,
        population integer not null,
        due_on date,
        created_by uuid not null references person,
        created_on date not null,
        created_at timestamptz(3) not null default now()
      );
      comment on column look_back.population is 'Closed tickets the filter gave when the sample was drawn';

      create table look_back_row (
        id uuid primary key,
        look_back_id uuid not null references look_back,
        sort integer not null,
        ticket_id uuid not null references ticket,
        round integer not null,
        closed_on date not null,
        inspector_id uuid references person,
        result text check (result in ('kept','mostly','relapsed','not_done')),
        note text,
        checked_on date,
        checked_by uuid references person,
        evidence_ids uuid[] not null default '{}',
        follow_up text check (follow_up in ('reopen','recurrence')),
        follow_up_ticket_id uuid references ticket,
        version integer not null default 1,
        check ((result is null) = (checked_on is null))
      );
      create unique index look_back_row_look_back_id_ticket_id_key on look_back_row (look_back_id, ticket_id);
      create index look_back_row_ticket_id_idx on look_back_row (ticket_id);
      create index look_back_row_inspector_id_idx on look_back_row (inspector_id) where result is null;

      revoke delete on look_back, look_back_row from xiaohao_app;
      revoke update on look_back from xiaohao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table look_back_row, look_back');
  }
}
