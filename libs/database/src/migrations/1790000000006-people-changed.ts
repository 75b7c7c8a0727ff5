import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['unit', 'person', 'post', 'post_charge', 'session'];

/** Tells every API process at commit that rights may have changed, so that what it remembers of people is dropped. */
export class PeopleChanged1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function notify_people() returns trigger language plpgsql as $$
        begin perform pg_notify('people', ''); return null; end $$;
    `);
    for (const table of tables) {
      const moments = table === 'session' ? 'delete' : 'insert or update or delete or truncate';
      await runner.query(
        `create trigger ${table}_people after ${moments} on ${table} for each statement execute function notify_people()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop trigger ${table}_people on ${table}`);
    await runner.query('drop function notify_people()');
  }
}
