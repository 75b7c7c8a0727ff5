import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, stopServer } from '../../scripts/postgres/cluster.mjs';
import { identityOf } from '../../scripts/postgres/processes.mjs';

/** Stops and removes the servers of a test run that was killed before it could. */
export async function sweepLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^xiaohao-test-(\d+)-/.exec(name)?.[1]);
    if (!pid || identityOf(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const server = await findServer(join(folder, 'postgres'));
      if (server) await stopServer(server);
      endRedis(folder);
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      process.stderr.write(`${folder} of an earlier run could not be cleared: ${error.message}\n`);
    }
  }
}

function endRedis(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'redis.pid'), 'utf8'));
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('redis-server')) process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
