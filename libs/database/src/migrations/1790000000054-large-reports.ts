import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For reports over large ledgers: what a ticket had, and what lay below it, as known once. Without these each row of a list reads the whole history. */
export class LargeReports1790000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index progress_entry_history_ticket_id_reported_on_idx on progress_entry_history (ticket_id, reported_on);
      create index measure_history_ticket_id_idx on measure_history (ticket_id);
      create index outcome_history_ticket_id_idx on outcome_history (ticket_id);
      create index ticket_history_parent_id_idx on ticket_history (parent_id) where parent_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ticket_history_parent_id_idx;
      drop index outcome_history_ticket_id_idx;
      drop index measure_history_ticket_id_idx;
      drop index progress_entry_history_ticket_id_reported_on_idx;
    `);
  }
}
