import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for much at once waits behind those who ask for little. */
export class FairTurns1790000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column asked_by uuid, add column turn integer not null default 0;
      comment on column outbox.asked_by is 'The person who waits for it; null where nobody does';
      comment on column outbox.turn is 'How many jobs that person was waiting for already; lower turns are run first';
      create index outbox_asked_by_idx on outbox (asked_by) where done_at is null and failed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox drop column asked_by, drop column turn');
  }
}
