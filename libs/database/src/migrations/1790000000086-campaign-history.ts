import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createHistory, dropHistory } from '../temporal-history.js';

/**
 * A figure may count the tickets of campaigns by a word of their name, so a report of then asks for the names of then.
 * Of those before, the present name is taken to have been theirs ever since.
 */
export class CampaignHistory1790000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createHistory(runner, 'campaign');
    await runner.query(`
      revoke insert, update, delete on campaign_history from xiaohao_app;
      insert into campaign_history select *, '-infinity', 'infinity' from campaign;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropHistory(runner, 'campaign');
  }
}
