import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureServerBuilt } from '../../scripts/build.mjs';
import { migrate } from '../../scripts/database.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { findChromium } from '../../scripts/system-tools.mjs';
import { sweepLeftovers } from './leftovers.mjs';
import { startRedis } from './redis.mjs';

/** A cluster that is thrown away need not survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 300,
  shared_buffers: '128MB',
};

/**
 * Jest's globalSetup: one PostgreSQL with the migrated database `xiaohao_template`, one Redis. Suites copy the template
 * (`create database t_x template xiaohao_template`). Several projects name this file; the servers start once.
 *
 * Published in the environment: TEST_DATABASE_OWNER_URL and TEST_DATABASE_APP_URL (both name the template),
 * TEST_REDIS_URL, TEST_FOLDER (for files, removed at the end), CHROMIUM (empty where there is none).
 */
export default async function startServers() {
  globalThis.xiaohaoTestServers ??= start();
  const { environment } = await globalThis.xiaohaoTestServers;
  Object.assign(process.env, environment);
}

async function start() {
  await sweepLeftovers();
  const folder = join(tmpdir(), `xiaohao-test-${process.pid}-${randomBytes(3).toString('hex')}`);
  const postgres = await startPostgres({ dataFolder: folder, settings });
  try {
    const redis = await startRedis(folder);
    await ensureServerBuilt(process.stderr);
    const environment = {
      ...(await makeTemplate(postgres)),
      TEST_REDIS_URL: redis.url,
      TEST_FOLDER: folder,
      CHROMIUM: findChromium() ?? '',
    };
    return { folder, environment, stop: () => Promise.all([postgres.stop(), redis.stop()]) };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** The migrations run into the template itself, by the command that runs them everywhere. */
async function makeTemplate({ ownerUrl, appUrl }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('create database xiaohao_template owner xiaohao_owner');
  await client.end();
  const [owner, app] = [ownerUrl, appUrl].map((url) => url.replace(/\w+$/, 'xiaohao_template'));
  await migrate({ ...process.env, DATABASE_ADMIN_URL: owner, DATABASE_URL: app });
  return { TEST_DATABASE_OWNER_URL: owner, TEST_DATABASE_APP_URL: app };
}
