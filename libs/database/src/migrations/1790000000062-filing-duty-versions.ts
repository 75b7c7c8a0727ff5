import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of two who say at once which units file an indicator, one hears of the other. */
export class FilingDutyVersions1790000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator add column duties_version integer not null default 1;
      comment on column indicator.duties_version is 'Counts the changes of its filing_duty rows';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table indicator drop column duties_version');
  }
}
