import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of former years that templates are made of: the file as it was given, and the template it became. */
export class FormerReports1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table former_report (
        id uuid primary key,
        name text not null,
        file_id uuid not null references file,
        template_id uuid references report_template,
        created_by uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create index former_report_created_at_idx on former_report (created_at desc, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table former_report');
  }
}
