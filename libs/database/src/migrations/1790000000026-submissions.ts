import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was submitted under an Idempotency-Key, and the answer it got. */
export class Submissions1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table submission (
        person_id uuid not null references person,
        key text not null,
        fingerprint text not null,
        begun_at timestamptz(3) not null default now(),
        answered_at timestamptz(3),
        answer text,
        primary key (person_id, key)
      );
      create index submission_begun_at_idx on submission (begun_at);
      comment on column submission.answer is 'The JSON as it was sent; null while it is not known';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table submission');
  }
}
