import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from './postgres/binaries.mjs';
import { checkMajor, findServer, startServer, stopServer } from './postgres/cluster.mjs';
import { databasePasswords, openDataFolder } from './postgres/data-folder.mjs';
import { makeCluster } from './postgres/initialise.mjs';
import { holderOf, takeLock, waitForLock } from './postgres/lock.mjs';
import { placeOf } from './postgres/place.mjs';
import { identityOf } from './postgres/processes.mjs';
import { serverSettings } from './postgres/settings.mjs';
import { Refusal } from './terminal.mjs';

/**
 * The embedded PostgreSQL of one data folder.
 *
 * One supervisor (`npm start`) at most owns it: it starts or adopts the server, revives it and stops it at the end.
 * Guests (commands) use the server that runs, whoever started it; without a supervisor the first guest starts it and
 * the last one to leave stops it. All starting, stopping, joining and leaving takes turns.
 *
 * @typedef {object} Running
 * @property {string} ownerUrl for migrations, backup and restore
 * @property {string} appUrl for the application
 * @property {string} home folder that holds the cluster; what is kept there lives and dies with it
 * @property {number} pid
 * @property {boolean} adopted the server ran already
 * @property {() => Promise<void>} stop a guest only leaves
 */

/**
 * Claims a data folder for a supervisor; a second one is refused. Needs nothing installed.
 * @param {string} dataFolder absolute
 * @returns {Promise<{ release: () => void, recovered: boolean }>} recovered: its last supervisor was killed
 */
export async function claimCluster(dataFolder) {
  openDataFolder(dataFolder);
  const { home } = await takingTurns(dataFolder, () => placeOf(dataFolder));
  const lock = takeLock(supervisorLock(home));
  if (lock.holder === null) return lock;
  throw new Refusal(`Xiaohao already runs on the data folder ${dataFolder} (process ${lock.holder}).`);
}

/**
 * Starts or adopts the server as its supervisor.
 * @param {{ dataFolder: string, settings?: Record<string, string | number>, claim?: { release: () => void } }} options
 *   settings are added to those of settings.mjs; a claim already held is taken over
 * @returns {Promise<Running & { revive: () => Promise<boolean> }>} `revive` starts a server that died, on the same port
 */
export async function startPostgres({ dataFolder, settings, claim }) {
  const held = claim ?? (await claimCluster(dataFolder));
  try {
    let { server, urls, home, adopted } = await takingTurns(dataFolder, () => startOrAdopt(dataFolder, settings));
    return {
      ...urls,
      home,
      adopted,
      pid: server.pid,
      async revive() {
        if (identityOf(server.pid) === server.identity) return false;
        ({ server } = await takingTurns(dataFolder, () => startOrAdopt(dataFolder, settings, server.port)));
        return true;
      },
      async stop() {
        await takingTurns(dataFolder, () => stopServer(server));
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/**
 * Uses the server of the data folder as a guest.
 * @param {{ dataFolder: string, settings?: Record<string, string | number> }} options
 * @returns {Promise<Running & { supervised: boolean }>} supervised: somebody else has seen to its migrations
 */
export async function usePostgres({ dataFolder, settings }) {
  openDataFolder(dataFolder);
  const { server, urls, home, adopted } = await takingTurns(dataFolder, async () => {
    const started = await startOrAdopt(dataFolder, settings);
    mkdirSync(join(started.home, 'guests'), { recursive: true, mode: 0o700 });
    takeLock(guestCard(started.home));
    return started;
  });
  return {
    ...urls,
    home,
    adopted,
    supervised: isSupervised(home),
    pid: server.pid,
    stop: () => takingTurns(dataFolder, () => leave(home)),
  };
}

const supervisorLock = (home) => join(home, 'supervisor.lock');
const isSupervised = (home) => holderOf(supervisorLock(home)) !== null;
const guestCard = (home) => join(home, 'guests', String(process.pid));

async function leave(home) {
  rmSync(guestCard(home), { force: true });
  if (isSupervised(home) || othersUse(join(home, 'guests'))) return;
  const server = await findServer(join(home, 'postgres'));
  if (server) await stopServer(server);
}

/** Cards of guests that were killed count for nothing and are cleared. */
function othersUse(guests) {
  const cards = readdirSync(guests).map((name) => join(guests, name));
  for (const card of cards) if (holderOf(card) === null) rmSync(card, { force: true });
  return cards.some((card) => holderOf(card) !== null);
}

async function takingTurns(dataFolder, work) {
  const turn = await waitForLock(join(dataFolder, 'turn.lock'));
  try {
    return await work();
  } finally {
    turn.release();
  }
}

async function startOrAdopt(dataFolder, more = {}, port) {
  const place = placeOf(dataFolder);
  const running = await findServer(place.cluster);
  const passwords = databasePasswords(dataFolder, existsSync(place.cluster));
  if (running) return { ...place, server: running, urls: urlsOf(running, passwords), adopted: true };

  const settings = { ...serverSettings, ...more };
  const binaries = findBinaries(place);
  if (existsSync(place.cluster)) checkMajor(place.cluster, binaries.major);
  else await makeCluster(place, binaries, passwords, settings.fsync !== 'off');
  const server = await startServer(place, binaries, settings, port);
  return { ...place, server, urls: urlsOf(server, passwords), adopted: false };
}

function urlsOf({ port }, passwords) {
  const url = (role, password) => `postgresql://${role}:${password}@127.0.0.1:${port}/xiaohao`;
  return { ownerUrl: url('xiaohao_owner', passwords.owner), appUrl: url('xiaohao_app', passwords.app) };
}
