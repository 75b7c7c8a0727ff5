import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueNames } from './job-table.js';
import { queueSchema } from './postgres-store.js';

/**
 * Makes or updates BullMQ's tables as the owner and lets xiaohao_app use them, no more. After the product's own
 * migrations, which make that role. Harmless to repeat; run it with REDIS_URL too, so that leaving Redis is only a setting.
 */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'xiaohao owner',
    connectionTimeoutMillis: 5_000,
  });
  await owner.connect();
  try {
    await runMigrations(owner, queueSchema);
    await owner.query(grants);
    // BullMQ makes a sequence at a queue's first job, which the application may not.
    for (const name of queueNames) await owner.query(`select ${queueSchema}.next_job_id($1)`, [name]);
  } finally {
    await owner.end();
  }
}

/**
 * Rows of finished jobs pile up quickly and slow the queue down by a factor of four, hence the eager autovacuum.
 * TEMPORARY because BullMQ adds batches through a temporary table; PUBLIC has it unless somebody took it away.
 */
const grants = `
  grant usage on schema ${queueSchema} to xiaohao_app;
  alter default privileges in schema ${queueSchema} grant select, insert, update, delete on tables to xiaohao_app;
  alter default privileges in schema ${queueSchema} grant usage on sequences to xiaohao_app;
  grant select, insert, update, delete on all tables in schema ${queueSchema} to xiaohao_app;
  grant usage on all sequences in schema ${queueSchema} to xiaohao_app;
  revoke insert, update, delete on ${queueSchema}.migration from xiaohao_app;
  alter table ${queueSchema}.job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
  alter table ${queueSchema}.event set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
  do $$ begin
    if not has_database_privilege('xiaohao_app', current_database(), 'temporary') then
      execute format('grant temporary on database %I to xiaohao_app', current_database());
    end if;
  end $$;
`;
