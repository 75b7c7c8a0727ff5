import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';

/**
 * An empty Redis that keeps nothing on disk.
 * @param {string} folder where its number is left for whoever clears up after a crash
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startRedis(folder) {
  const port = await freePort();
  const flags = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder, 'maxmemory-policy': 'noeviction' };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: 'ignore', cwd: folder });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const failed = new Promise((_, reject) => child.once('error', reject));
  failed.catch(() => {});
  await Promise.race([failed, answers(port, child)]);
  child.unref();
  writeFileSync(join(folder, 'redis.pid'), String(child.pid));
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      // Unreferenced it would not keep this process waiting: Jest would end in the middle of its teardown.
      child.ref();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(port, child) {
  while (child.exitCode === null) {
    const open = await new Promise((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await sleep(20);
  }
  throw new Error(`redis-server ended with exit code ${child.exitCode}`);
}
