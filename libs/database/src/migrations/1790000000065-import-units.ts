import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The units an import made, so that taking it back can close them; and how far storing has come. */
export class ImportUnits1790000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_import add column made_units jsonb not null default '[]';
      comment on column ledger_import.made_units is
        'Id and name of each unit it made; once it was taken back also whether the unit is closed, or why it stays';

      create table import_storing (
        import_id uuid primary key,
        progress integer not null check (progress between 0 and 100)
      );
      comment on table import_storing is
        'How far the storing of an import has come, for who asks meanwhile. It names the import without a reference: the import itself is locked until it is stored';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_storing;
      alter table ledger_import drop column made_units;
    `);
  }
}
