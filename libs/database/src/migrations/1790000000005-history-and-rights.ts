import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createHistory, dropHistory, temporalTables } from '../temporal-history.js';

const tables = Object.keys(temporalTables) as (keyof typeof temporalTables)[];

/** Record-time history by trigger, rounds kept by trigger, and what the application's role may touch. */
export class HistoryAndRights1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table record_time_override (
        id bigint generated always as identity primary key,
        as_if_at timestamptz not null,
        reason text not null,
        by_role text not null,
        at timestamptz not null default clock_timestamp()
      );
      create function record_time() returns timestamptz language plpgsql security definer set search_path from current as $$
        declare stated text := current_setting('xiaohao.record_time', true);
        begin
          if stated is null or stated = '' then return clock_timestamp(); end if;
          if session_user <> current_user or current_setting('role') not in ('none', current_user::text) then
            raise exception 'only the owner may back-date record time';
          end if;
          return stated::timestamptz;
        end $$;
      comment on function record_time() is
        'When we learn of a change. clock_timestamp(), not now(): of two writers of one row the later one must come later.';
      create function backdate_record_time(as_if_at timestamptz, reason text) returns void language plpgsql as $$
        begin
          insert into record_time_override (as_if_at, reason, by_role) values (as_if_at, reason, session_user);
          perform set_config('xiaohao.record_time', as_if_at::text, true);
        end $$;
      comment on function backdate_record_time is
        'For the demo bureau and rehearsals: changes of the rest of this transaction count as learned then. Logged.';
    `);
    for (const table of tables) await createHistory(runner, table);
    await runner.query(`
      create function mirror_round() returns trigger language plpgsql security definer set search_path from current as $$
        begin
          if tg_op = 'UPDATE'
            and (new.round, new.assigned_on, new.submitted_on, new.closed_on, new.accepted_on, new.closed_on_time,
                 new.due_on, new.original_due_on, new.raised_on)
              is not distinct from
                (old.round, old.assigned_on, old.submitted_on, old.closed_on, old.accepted_on, old.closed_on_time,
                 old.due_on, old.original_due_on, old.raised_on)
          then return null; end if;
          insert into ticket_round (ticket_id, round, opened_on, assigned_on, submitted_on, closed_on, accepted_on,
              closed_on_time, due_on, original_due_on)
            values (new.id, new.round, case when new.round = 1 then new.raised_on else new.assigned_on end,
              new.assigned_on, new.submitted_on, new.closed_on, new.accepted_on, new.closed_on_time, new.due_on,
              new.original_due_on)
            on conflict (ticket_id, round) do update set opened_on = excluded.opened_on,
              assigned_on = excluded.assigned_on, submitted_on = excluded.submitted_on, closed_on = excluded.closed_on,
              accepted_on = excluded.accepted_on, closed_on_time = excluded.closed_on_time, due_on = excluded.due_on,
              original_due_on = excluded.original_due_on;
          return null;
        end $$;
      create trigger ticket_mirror_round after insert or update on ticket
        for each row execute function mirror_round();

      do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'xiaohao_app') then
          create role xiaohao_app nologin;
        end if;
        if current_user <> 'xiaohao_app' and not pg_has_role(current_user, 'xiaohao_app', 'member') then
          execute format('grant xiaohao_app to %I', current_user);
        end if;
      end $$;
      grant usage on schema public to xiaohao_app;
      grant select, insert, update, delete on all tables in schema public to xiaohao_app;
      grant usage on all sequences in schema public to xiaohao_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to xiaohao_app;
      alter default privileges in schema public grant usage on sequences to xiaohao_app;
      revoke update, delete on event from xiaohao_app;
      revoke insert, update, delete on ticket_round, record_time_override from xiaohao_app;
      revoke execute on function backdate_record_time from public;
    `);
    for (const table of tables)
      await runner.query(`revoke insert, update, delete on ${table}_history from xiaohao_app`);
    await runner.query(`do $$ begin
      if to_regclass('migrations') is not null then revoke insert, update, delete on migrations from xiaohao_app; end if;
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter default privileges in schema public revoke select, insert, update, delete on tables from xiaohao_app;
      alter default privileges in schema public revoke usage on sequences from xiaohao_app;
      revoke all on all tables in schema public from xiaohao_app;
      revoke all on all sequences in schema public from xiaohao_app;
      revoke usage on schema public from xiaohao_app;
      drop trigger ticket_mirror_round on ticket;
      drop function mirror_round();
    `);
    for (const table of tables) await dropHistory(runner, table);
    await runner.query(`
      drop function backdate_record_time(timestamptz, text);
      drop function record_time();
      drop table record_time_override;
    `);
  }
}
