import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the other kinds of ticket need: deadline rules, sealed reporters, campaigns that are edited, trees of key tasks. */
export class Kinds1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deadline_rule (
        code text primary key,
        sort integer not null,
        kind text,
        level text,
        event text not null,
        amount integer not null check (amount between 1 and 1000),
        unit text not null check (unit in ('working','calendar','month','year')),
        statutory boolean not null default false,
        source text not null,
        enabled boolean not null default true,
        version integer not null default 1,
        changed_by uuid references person
      );

      create table reporter (
        ticket_id uuid primary key references ticket,
        ciphertext bytea not null,
        nonce bytea not null,
        key_version integer not null,
        written_by uuid not null references person,
        written_at timestamptz(3) not null default now()
      );
      comment on table reporter is
        'Who reported: AES-256-GCM under a key derived from XIAOHAO_SECRET; the tag closes the ciphertext';

      alter table campaign add column note text, add column version integer not null default 1;
      create unique index campaign_name_key on campaign (name);
      create index ticket_campaign_id_idx on ticket (campaign_id, sort_due_on, id) where campaign_id is not null;

      alter table evidence add column on_site boolean not null default false;

      create index ticket_parent_id_idx on ticket (parent_id) where parent_id is not null;
      create function count_up_percent() returns trigger language plpgsql as $$
        declare above uuid;
        begin
          foreach above in array array_remove(array[new.parent_id,
              case when tg_op = 'UPDATE' and old.parent_id is distinct from new.parent_id then old.parent_id end], null)
          loop
            -- Locked first: the statement after it sees what a sibling has committed meanwhile.
            perform 1 from ticket where id = above for update;
            update ticket t set progress_percent = c.percent
              from (select round(avg(case when closed_on is not null or accepted_on is not null then 100
                      else coalesce(progress_percent, 0) end))::int as percent
                    from ticket where parent_id = above and status <> 'cancelled') c
              where t.id = above and t.progress_percent is distinct from c.percent;
          end loop;
          return null;
        end $$;
      comment on function count_up_percent() is
        'The percent of a task with sub-tasks is their mean, each weighing the same; it runs up the tree';
      create trigger ticket_count_up_new after insert on ticket
        for each row when (new.parent_id is not null) execute function count_up_percent();
      create trigger ticket_count_up after update of progress_percent, status, parent_id, closed_on, accepted_on on ticket
        for each row when (new.parent_id is not null or old.parent_id is not null) execute function count_up_percent();

      do $$ begin
        if exists (select 1 from pg_roles where rolname = 'xiaohao_app') then
          revoke delete on reporter from xiaohao_app;
          revoke delete on deadline_rule from xiaohao_app;
        end if;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ticket_count_up on ticket;
      drop trigger ticket_count_up_new on ticket;
      drop function count_up_percent();
      drop index ticket_parent_id_idx;
      alter table evidence drop column on_site;
      drop index ticket_campaign_id_idx;
      drop index campaign_name_key;
      alter table campaign drop column version, drop column note;
      drop table reporter;
      drop table deadline_rule;
    `);
  }
}
