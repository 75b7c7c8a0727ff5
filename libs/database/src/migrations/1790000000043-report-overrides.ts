import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of a draft typed over by hand, and the build a report follows. */
export class ReportOverrides1790000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report add column overrides jsonb not null default '{}',
        add column previous_id uuid references report;
      comment on column report.overrides is 'By key of the figure: value, reason, by, at';
      comment on column report.previous_id is 'The last build of the same template and period before this one';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table report drop column overrides, drop column previous_id');
  }
}
