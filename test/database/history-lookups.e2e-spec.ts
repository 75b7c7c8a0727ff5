import type { DataSource } from 'typeorm';
import { ownerDataSource } from '@xiaohao/database';
import { createSuiteDatabase } from '../support/suite-database.js';

let owner: DataSource;
beforeAll(async () => {
  const { ownerUrl } = await createSuiteDatabase();
  owner = await ownerDataSource({ databaseAdminUrl: ownerUrl }).initialize();
});
afterAll(() => owner?.destroy());

test.each([
  ['progress_entry_history', 'ticket_id'],
  ['measure_history', 'ticket_id'],
  ['outcome_history', 'ticket_id'],
  ['ticket_round_history', 'ticket_id'],
  ['ticket_history', 'parent_id'],
  ['ticket_history', 'id'],
])('what %s knows of one ticket by %s is looked up, the history is not read through', async (table, column) => {
  await owner.transaction(async (tx) => {
    // In a small table it would be read through whatever there is.
    await tx.query('set local enable_seqscan = off');
    const plan: { 'QUERY PLAN': string }[] = await tx.query(
      `explain (costs off) select 1 from ${table} where ${column} = $1::uuid and recorded_to > now()`,
      ['01900000-0000-7000-8000-000000000000'],
    );
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index/);
    expect(lines).not.toContain('Seq Scan');
  });
});
