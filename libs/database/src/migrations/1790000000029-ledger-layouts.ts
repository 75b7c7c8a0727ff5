import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A bureau's own ledger layouts: what stands above the rows, what each column is filled with, how it looks. */
export class LedgerLayouts1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_layout (
        id uuid primary key,
        kind text not null,
        name text not null,
        form jsonb not null,
        created_by uuid not null references person,
        created_at timestamptz(3) not null default now(),
        unique (kind, name)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_layout');
  }
}
