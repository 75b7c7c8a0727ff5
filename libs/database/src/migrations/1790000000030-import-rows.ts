import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows of a preview are written once, read a few times and long forgotten: packing each of them took longer than all else
 * about storing them. Price: twice the space on the disk.
 */
export class ImportRows1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_import_row alter column ticket set storage external');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_import_row alter column ticket set storage extended');
  }
}
