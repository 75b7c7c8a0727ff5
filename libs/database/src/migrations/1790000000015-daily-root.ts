import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One Merkle root a day over all chains of events; the application adds them and can never change one. */
export class DailyRoot1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table daily_root (
        day date primary key,
        root text not null,
        tickets integer not null,
        events integer not null,
        kept_at timestamptz(3) not null default now()
      );
      revoke update, delete on daily_root from xiaohao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table daily_root');
  }
}
