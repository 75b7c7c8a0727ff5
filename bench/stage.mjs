import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandEnvironment, migrate, serverEnvironment } from '../scripts/database.mjs';
import { root } from '../scripts/commands.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { fill } from './fill.mjs';

/**
 * A cluster of its own with tickets in it and the real API; several benches may play on it in turn.
 * `beside(bare, play)` runs the bare server of a bench while it plays, where it has one.
 */
export async function setStage({ rows, needs }) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-'));
  const closing = [() => rmSync(dataFolder, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const postgres = await startPostgres({ dataFolder });
    closing.push(postgres.stop);
    const { XIAOHAO_TODAY: _, ...env } = { ...commandEnvironment(dataFolder, postgres), LOG_LEVEL: 'fatal' };
    await migrate(env);
    const tokens = await fill(postgres.ownerUrl, rows, needs);
    const { XIAOHAO_TODAY: __, ...serverEnv } = serverEnvironment(dataFolder, postgres);
    const api = await serve('dist/apps/api/src/main.js', { ...serverEnv, LOG_LEVEL: 'fatal' }, '/api/health/ready');
    closing.push(api.stop);
    const startWorker = () => start('dist/apps/worker/src/main.js', { ...serverEnv, LOG_LEVEL: 'fatal' });
    const stage = { apiUrl: api.url, apiPid: api.pid, tokens, ownerUrl: postgres.ownerUrl, startWorker };
    const beside = async (bare, play) => {
      if (bare === null) return play(stage);
      const server = await serve(bare, { ...process.env, DATABASE_URL: postgres.appUrl }, '/ready');
      try {
        await play({ ...stage, bareUrl: server.url });
      } finally {
        await server.stop();
      }
    };
    return { beside, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function serve(entry, env, ready) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { pid, stop } = start(entry, { ...env, PORT: String(port), HOST: '127.0.0.1' });
  for (let tries = 0; tries < 1000; tries += 1) {
    const answer = await fetch(url + ready).catch(() => null);
    if (answer?.ok) return { url, stop, pid };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${entry} did not answer at ${ready}`);
}

function start(entry, env) {
  const child = fork(join(root, entry), { env });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  return { pid: child.pid, stop };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
