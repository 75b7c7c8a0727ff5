import { join } from 'node:path';
import { checkAddress, readAddress } from './address.mjs';
import { ensureServerBuilt, ensureWebBuilt } from './build.mjs';
import { keepRunning } from './children.mjs';
import { root } from './commands.mjs';
import { commandEnvironment, loadDemoOnce, migrateOnce, serverEnvironment } from './database.mjs';
import { ready, tellFirstUse, warnOfGuessedLinks } from './first-use.mjs';
import { ensureInstalled } from './install.mjs';
import { logFile } from './logs.mjs';
import { claimCluster, startPostgres } from './postgres.mjs';
import { dataFolderPath, openDataFolder } from './postgres/data-folder.mjs';
import { every, untilStopped } from './stopping.mjs';
import { run, step } from './terminal.mjs';

const recoveryMs = 20_000;
const watchMs = 1_000;
const cutMs = 600_000;

/** `npm start`: from a fresh clone to a page that serves. */
await run(() =>
  untilStopped(async (stopping) => {
    const address = readAddress();
    const dataFolder = dataFolderPath();
    openDataFolder(dataFolder);
    const claim = process.env.DATABASE_URL ? null : await claimCluster(dataFolder);
    if (claim) stopping.defer(claim.release);
    // After a crash the former processes may need a moment to notice and free the port.
    await checkAddress(address, claim?.recovered ? recoveryMs : 0);

    await ensureInstalled();
    // The pages are not needed before the first request: they are built beside the database's first start.
    const [postgres] = await all(startDatabase({ dataFolder, claim, stopping }), ensureWebBuilt());
    serve({ dataFolder, postgres, stopping });
    await ready(address, stopping);
    if (stopping.begun) return;
    process.stdout.write(`Xiaohao is ready at ${address.url}\n`);
    warnOfGuessedLinks(address);
    await tellFirstUse(address, commandEnvironment(dataFolder, postgres), stopping);
  }),
);

async function startDatabase({ dataFolder, claim, stopping }) {
  await ensureServerBuilt();
  const postgres = claim && (await step('Starting PostgreSQL', () => startPostgres({ dataFolder, claim })));
  if (postgres) {
    stopping.defer(postgres.stop);
    stopping.defer(every(watchMs, () => revive(postgres, stopping)));
  }
  const env = commandEnvironment(dataFolder, postgres);
  await migrateOnce(env, postgres);
  await loadDemoOnce(env, postgres);
  return postgres;
}

function serve({ dataFolder, postgres, stopping }) {
  const env = { NODE_ENV: 'production', ...serverEnvironment(dataFolder, postgres) };
  const children = ['api', 'worker'].map((name) => {
    const log = logFile(dataFolder, name);
    stopping.defer(every(cutMs, log.cut));
    const entry = join(root, `dist/apps/${name}/src/main.js`);
    return keepRunning({ name, entry, env, log, onGiveUp: stopping.fail });
  });
  stopping.defer(() => Promise.all(children.map((child) => child.stop())));
}

async function revive(postgres, stopping) {
  try {
    if (await postgres.revive()) process.stderr.write('PostgreSQL had ended and was started again.\n');
  } catch (error) {
    stopping.fail(error.message);
  }
}

/** Both, and neither left running alone when the other fails. */
async function all(...works) {
  const results = await Promise.allSettled(works);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}
