import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports printed as PDF, once for each version of the Word file. */
export class ReportPdf1790000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_pdf (
        report_id uuid not null references report on delete cascade,
        sha256 text not null,
        withdrawn boolean not null,
        status text not null check (status in ('queued', 'running', 'ready', 'failed')),
        failure text,
        file_id uuid references file,
        created_at timestamptz(3) not null default now(),
        primary key (report_id, sha256, withdrawn),
        check ((status = 'ready') = (file_id is not null)),
        check ((status = 'failed') = (failure is not null))
      );
      comment on column report_pdf.sha256 is 'Of the Word file it was made of';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_pdf');
  }
}
