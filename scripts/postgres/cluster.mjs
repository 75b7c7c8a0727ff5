import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, lastLines } from '../terminal.mjs';
import { environment } from './initialise.mjs';
import { goneWithin, identityOf, isPostmasterOf } from './processes.mjs';

const logLimitBytes = 10_000_000;

/** Refuses a cluster of another major version, whose files these programs cannot read. */
export function checkMajor(cluster, major) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Refusal(
    `The database in ${cluster} was written by PostgreSQL ${found} and this version brings ${major}: back it up with the former version of Xiaohao and restore that backup into an empty data folder.`,
  );
}

/**
 * The server now running on this cluster, if any, waited for until it takes connections. A pid file whose number
 * belongs to a foreign process is removed; one whose process is gone is left for PostgreSQL to judge.
 * @returns {Promise<{ pid: number, identity: string, port: number } | null>}
 */
export async function findServer(cluster) {
  for (;;) {
    const { pid, port, status } = readPidFile(cluster);
    const identity = pid ? identityOf(pid) : null;
    if (!identity) return null;
    if (!isPostmasterOf(pid, cluster)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (status === 'ready') return { pid, identity, port };
    await sleep(20);
  }
}

function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
  } catch {
    return {};
  }
}

/** Starts the server and waits until it takes connections; crash recovery may make that long. */
export async function startServer(place, binaries, settings, port) {
  const log = join(place.home, 'postgres.log');
  for (let attempt = 1; ; attempt++) {
    const from = rotate(log);
    const child = await launch(place, binaries.postgres, log, { ...settings, port: port ?? (await freePort()) });
    while (child.exitCode === null && child.signalCode === null) {
      const { pid, port: ready, status } = readPidFile(place.cluster);
      if (pid === child.pid && status === 'ready') return { pid, identity: identityOf(pid), port: ready };
      await sleep(15);
    }
    const said = readFileSync(log, 'utf8').slice(from);
    if (attempt === 10 || !passesByItself.test(said)) {
      throw new Refusal(`PostgreSQL did not start:\n${lastLines(said, 12)}`);
    }
    await sleep(300);
    if (attempt === 5) removeZombiesPidFile(place.cluster);
  }
}

/** Sessions of a killed server need a moment to notice; a dead one to be buried; a free port may be lost to the quicker. */
const passesByItself = /shared memory block|in use|postmaster.pid" already exists/;

/** Where nobody buries the dead (some containers), a killed server would keep its number and its lock for ever. */
function removeZombiesPidFile(cluster) {
  const { pid } = readPidFile(cluster);
  if (pid && identityOf(pid) === null) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** The server is a session of its own: Ctrl+C reaches the application first, and the database stops last. */
function launch({ cluster, account }, postgres, log, settings) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  return new Promise((resolve, reject) => child.once('spawn', () => resolve(child)).once('error', reject));
}

/**
 * Fast shutdown: sessions are rolled back and closed, the data is checkpointed. A server that does not come to an end
 * is stopped at once and recovers on its next start.
 */
export async function stopServer({ pid, identity }) {
  for (const [signal, ms] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ]) {
    if (identityOf(pid) !== identity) return;
    process.kill(pid, signal);
    if (await goneWithin(pid, identity, ms)) return;
  }
  throw new Refusal(`PostgreSQL (process ${pid}) does not stop.`);
}

/** @returns {number} the length of the log that is there already */
function rotate(log) {
  const { size } = statSync(log, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size === 0) return 0;
  chmodSync(log, 0o600);
  if (size < logLimitBytes) return readFileSync(log, 'utf8').length;
  renameSync(log, `${log}.1`);
  return 0;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
