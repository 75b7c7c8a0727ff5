import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The units an import made, so that taking it back can close them. */
export class ImportUnits1790000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_import add column made_units jsonb not null default '[]';
      comment on column ledger_import.made_units is
        'Id and name of each unit it made; once it was taken back also whether the unit is closed, or why it stays';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_import drop column made_units');
  }
}
