import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of a template, by whom, and what somebody has decided of a former report before it is one. */
export class TemplateKeeping1790000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report_template add column archived_at timestamptz(3);
      comment on column report_template.archived_at is 'Not offered any more; reports built with it stand. The same for all versions';

      create table report_template_event (
        id bigint generated always as identity primary key,
        template_id uuid not null references report_template,
        action text not null check (action in ('add','rename','archive','restore')),
        details jsonb not null default '{}',
        actor_id uuid,
        actor_name text not null,
        at timestamptz(3) not null default clock_timestamp()
      );
      create index report_template_event_template_id_idx on report_template_event (template_id, id);
      comment on column report_template_event.template_id is 'The first version: names change, it does not';
      grant select, insert on report_template_event to xiaohao_app;
      revoke update, delete on report_template_event from xiaohao_app;

      alter table former_report
        add column decisions jsonb not null default '{}',
        add column decided_by uuid references person,
        add column decided_at timestamptz(3);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table former_report drop column decisions, drop column decided_by, drop column decided_at;
      drop table report_template_event;
      alter table report_template drop column archived_at;
    `);
  }
}
