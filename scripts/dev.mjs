import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkAddress, readAddress } from './address.mjs';
import { compileServer, ensureServerBuilt } from './build.mjs';
import { root, tool } from './commands.mjs';
import { commandEnvironment, loadDemoOnce, migrateOnce, serverEnvironment } from './database.mjs';
import { ready, tellFirstUse, warnOfGuessedLinks } from './first-use.mjs';
import { ensureInstalled } from './install.mjs';
import { claimCluster, startPostgres } from './postgres.mjs';
import { dataFolderPath, openDataFolder } from './postgres/data-folder.mjs';
import { every, untilStopped } from './stopping.mjs';
import { run, step } from './terminal.mjs';

/** `npm run dev`: as `npm start`, but everything reloads when a source changes; logs go to the terminal. */
await run(() =>
  untilStopped(async (stopping) => {
    const address = readAddress();
    const dataFolder = dataFolderPath();
    openDataFolder(dataFolder);
    const claim = process.env.DATABASE_URL ? null : await claimCluster(dataFolder);
    if (claim) stopping.defer(claim.release);
    await checkAddress(address, claim?.recovered ? 20_000 : 0);
    await ensureInstalled();
    await ensureServerBuilt();
    const postgres = claim && (await step('Starting PostgreSQL', () => startPostgres({ dataFolder, claim })));
    if (postgres) {
      stopping.defer(postgres.stop);
      stopping.defer(every(1_000, () => postgres.revive().catch((error) => stopping.fail(error.message))));
    }
    const commandEnv = commandEnvironment(dataFolder, postgres);
    await migrateOnce(commandEnv, postgres);
    await loadDemoOnce(commandEnv, postgres);

    const env = { NODE_ENV: 'development', ...serverEnvironment(dataFolder, postgres), XIAOHAO_API: address.url };
    const server = (name) => [
      process.execPath,
      '--watch',
      '--enable-source-maps',
      join(root, `dist/apps/${name}/src/main.js`),
    ];
    const watchers = [
      [...compileServer, '--watch'],
      server('api'),
      server('worker'),
      [...tool('vite/bin/vite.js'), 'apps/web'],
    ].map((command) => watcher(command, env, stopping));
    stopping.defer(() => Promise.all(watchers.map((end) => end())));
    process.stdout.write(`The API answers at ${address.url}; the pages are where Vite says.\n`);
    await ready(address, stopping);
    if (stopping.begun) return;
    warnOfGuessedLinks(address);
    await tellFirstUse(address, commandEnv, stopping);
  }),
);

/** One that ends by itself ends them all: a compiler that is gone would leave old code running unnoticed. */
function watcher([program, ...args], env, stopping) {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('close', resolve));
  ended.then((code) => stopping.begun || stopping.fail(`${args[0]} ended (exit code ${code}).`));
  return () => {
    // The whole group: node --watch and vite have children of their own.
    if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    return ended;
  };
}
