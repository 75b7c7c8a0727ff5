import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `
  create or replace function refuse_change_of_final_report() returns trigger language plpgsql as $$
    begin
      if old.finalized_at is not null then
        raise exception 'report % is final', old.id using errcode = 'restrict_violation';
      end if;
      return coalesce(new, old);
    end $$`;

/** Findings of a report excused with a reason; a final report withdrawn, which changes nothing else of it. */
export class ReportSettling1790000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report add column withdrawn_at timestamptz(3), add column withdrawn_by uuid references person,
        add column withdraw_reason text,
        add check (withdrawn_at is null or (finalized_at is not null and withdraw_reason is not null));
      create or replace function refuse_change_of_final_report() returns trigger language plpgsql as $$
        declare settled constant text[] := array['withdrawn_at', 'withdrawn_by', 'withdraw_reason', 'version'];
        begin
          if old.finalized_at is null then return coalesce(new, old); end if;
          if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
            and to_jsonb(new) - settled = to_jsonb(old) - settled then
            return new;
          end if;
          raise exception 'report % is final', old.id using errcode = 'restrict_violation';
        end $$;

      create table report_excuse (
        id uuid primary key,
        template_code text not null,
        period text not null,
        finding text not null,
        message text not null,
        reason text not null,
        report_id uuid not null references report,
        excused_by uuid not null references person,
        excused_at timestamptz(3) not null default now(),
        taken_back_by uuid references person,
        taken_back_at timestamptz(3)
      );
      create unique index report_excuse_standing_key on report_excuse (template_code, period, finding)
        where taken_back_at is null;
      comment on column report_excuse.finding is 'Hash of all the finding says; another finding has another one';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_excuse;
      alter table report drop column withdrawn_at, drop column withdrawn_by, drop column withdraw_reason;
      ${before};
    `);
  }
}
