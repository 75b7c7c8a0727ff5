import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For ledgers of a million rows: the few tickets opened again, which the dashboard looks for at every call, and those of
 * one trade, of which a list without any other condition would else pass over all.
 */
export class LargeLedger1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index ticket_reopened_idx on ticket (id) where round > 1;
      create index ticket_history_reopened_idx on ticket_history (recorded_from) where round > 1;
      create index ticket_industry_sort_due_on_id_idx on ticket (industry, sort_due_on, id) where industry is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ticket_industry_sort_due_on_id_idx;
      drop index ticket_history_reopened_idx;
      drop index ticket_reopened_idx;
    `);
  }
}
