import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was suspended on a past day is told by the next suspension or resumption after it. */
export class Pauses1790000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_pause_idx on event (at, ticket_id) where action in ('suspend', 'resume')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index event_pause_idx');
  }
}
