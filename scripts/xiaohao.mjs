import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureServerBuilt } from './build.mjs';
import { cli } from './commands.mjs';
import { commandEnvironment, forgetNotes, migrateOnce } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { usePostgres } from './postgres.mjs';
import { dataFolderPath } from './postgres/data-folder.mjs';
import { run } from './terminal.mjs';

const withDatabase = ['import', 'report', 'remind', 'verify', 'backup', 'restore', 'user', 'migrate', 'demo'];

/** `npm run xiaohao -- <command>`: stdout and the exit code are the command's own. */
await run(async () => {
  const args = process.argv.slice(2);
  await ensureInstalled(process.stderr);
  await ensureServerBuilt(process.stderr);
  const dataFolder = dataFolderPath();
  if (!needsDatabase(args)) return forward(args, { ...process.env, XIAOHAO_DATA: dataFolder });

  const postgres = process.env.DATABASE_URL ? null : await usePostgres({ dataFolder });
  try {
    const env = commandEnvironment(dataFolder, postgres);
    if (postgres && !postgres.supervised && args[0] !== 'migrate') await migrateOnce(env, postgres, process.stderr);
    if (postgres && args[0] === 'restore') forgetNotes(postgres);
    return await forward(args, env);
  } finally {
    await postgres?.stop();
  }
});

/** For help, a mistyped command, learning from a report and the preview of an import no database is started. */
function needsDatabase([command, ...args]) {
  if (!withDatabase.includes(command) || args.includes('--help') || args.includes('-h')) return false;
  return command !== 'import' || args.includes('--commit');
}

/** Passes signals on and waits for the command's own end. */
function forward(args, env) {
  // npm changes into the project; a file is named from where the caller stands.
  const cwd = process.env.npm_lifecycle_event === 'xiaohao' ? process.env.INIT_CWD : process.cwd();
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
