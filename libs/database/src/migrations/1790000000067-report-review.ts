import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft is submitted to the chief, who finalises or returns it; each step is kept. */
export class ReportReview1790000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report
        add column review text not null default 'draft' check (review in ('draft','submitted','returned')),
        add column review_reason text,
        add column submitted_by uuid references person,
        add column submitted_at timestamptz(3),
        add check (review <> 'submitted' or submitted_at is not null),
        add check (review <> 'returned' or review_reason is not null);
      comment on column report.review is 'How far the draft is; once finalized_at is set it says how it was before';
      comment on column report.review_reason is 'Why it was returned; of a returned draft alone';

      create table report_event (
        id bigint generated always as identity primary key,
        report_id uuid not null references report on delete cascade,
        version integer not null,
        action text not null,
        reason text,
        actor_id uuid,
        actor_name text not null,
        at timestamptz(3) not null default now()
      );
      create index report_event_report_id_idx on report_event (report_id, id);
      comment on column report_event.version is 'The version of the report after the step';
      grant select, insert on report_event to xiaohao_app;
      revoke update, delete on report_event from xiaohao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report_event;
      alter table report drop column review, drop column review_reason, drop column submitted_by, drop column submitted_at;
    `);
  }
}
