import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of a filing is taken out again, and which files a step was about is told. */
export class FilingEvidenceRemoved1790000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table filing_evidence add column removed_by uuid references person, add column removed_at timestamptz(3);
      alter table filing_event add column files text;
      comment on column filing_event.files is 'Names of the files that were added or taken out';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from filing_evidence where removed_at is not null;
      alter table filing_evidence drop column removed_by, drop column removed_at;
      alter table filing_event drop column files;
    `);
  }
}
