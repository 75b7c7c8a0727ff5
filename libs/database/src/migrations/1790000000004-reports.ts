import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators filed by departments, report templates and builds. */
export class Reports1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator (
        key text primary key,
        name text not null,
        unit text not null,
        nature text not null check (nature in ('flow','stock','cumulative','target')),
        sort integer not null default 0
      );
      create table indicator_filing (
        id uuid primary key,
        key text not null references indicator,
        unit_id uuid not null references unit,
        period text not null,
        value numeric(18,4) not null check (value >= 0),
        note text,
        filed_by uuid references person,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create unique index indicator_filing_key_unit_id_period_key on indicator_filing (key, unit_id, period);

      create table report_template (
        id uuid primary key,
        code text not null,
        name text not null,
        version integer not null default 1,
        file_id uuid references file,
        created_by uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create unique index report_template_code_version_key on report_template (code, version);

      create table report (
        id uuid primary key,
        template_id uuid not null references report_template,
        period text not null,
        as_of date not null,
        known_at timestamptz(3) not null,
        parameters jsonb not null default '{}',
        status text not null check (status in ('queued','running','ready','failed')),
        progress integer not null default 0,
        failure jsonb,
        definitions jsonb not null default '{}',
        content jsonb,
        checks jsonb not null default '[]',
        file_id uuid references file,
        sha256 text,
        finalized_at timestamptz(3),
        finalized_by uuid references person,
        version integer not null default 1,
        created_by uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create table report_figure (
        report_id uuid not null references report on delete cascade,
        key text not null,
        sort integer not null,
        name text not null,
        unit text not null,
        value numeric,
        text text not null,
        source text not null,
        ticket_ids uuid[] not null default '{}',
        detail jsonb not null default '{}',
        primary key (report_id, key)
      );
      create function refuse_change_of_final_report() returns trigger language plpgsql as $$
        begin
          if old.finalized_at is not null then
            raise exception 'report % is final', old.id using errcode = 'restrict_violation';
          end if;
          return coalesce(new, old);
        end $$;
      create trigger report_final before update or delete on report
        for each row execute function refuse_change_of_final_report();
      create function refuse_change_of_final_figure() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from report where id = coalesce(old.report_id, new.report_id) and finalized_at is not null) then
            raise exception 'the report of this figure is final' using errcode = 'restrict_violation';
          end if;
          return coalesce(new, old);
        end $$;
      create trigger report_figure_final before insert or update or delete on report_figure
        for each row execute function refuse_change_of_final_figure();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_figure, report, report_template, indicator_filing, indicator;
      drop function refuse_change_of_final_figure();
      drop function refuse_change_of_final_report();
    `);
  }
}
