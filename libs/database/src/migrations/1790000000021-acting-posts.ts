import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followColumns } from '../temporal-history.js';

/** A post that stands in for another while its holder is on leave. */
export class ActingPosts1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post add column acting_for_post_id uuid references post,
        add check (acting_for_post_id is null or to_on is not null);
      alter table post_history add column acting_for_post_id uuid;
      create index post_acting_for_post_id_idx on post (acting_for_post_id) where acting_for_post_id is not null;
      comment on column post.acting_for_post_id is
        'The post this one stands in for: same role, unit and units in charge, for the days of a leave';
    `);
    await followColumns(runner, 'post');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post drop column acting_for_post_id;
      alter table post_history drop column acting_for_post_id;
    `);
    await followColumns(runner, 'post');
  }
}
