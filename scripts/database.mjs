import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, quietly } from './commands.mjs';
import { secretOf } from './postgres/data-folder.mjs';

/**
 * What the commands of the application are told. Only they get the owner's connection; api and worker run without it.
 * @param {string} dataFolder
 * @param {{ ownerUrl: string, appUrl: string } | null} postgres null where DATABASE_URL names an own server
 */
export function commandEnvironment(dataFolder, postgres) {
  const database = postgres && { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.ownerUrl };
  return {
    ...process.env,
    ...database,
    XIAOHAO_DATA: dataFolder,
    XIAOHAO_SECRET: secretOf(dataFolder),
    XIAOHAO_DEMO: wantsDemo(postgres) ? '1' : '0',
  };
}

/** The same for api and worker. */
export function serverEnvironment(dataFolder, postgres) {
  const { DATABASE_ADMIN_URL: _, ...environment } = commandEnvironment(dataFolder, postgres);
  return environment;
}

export const migrate = (env) => quietly('The migration', [process.execPath, cli, 'migrate'], { env });

/** XIAOHAO_DEMO, default 1 on the embedded database and 0 on an own one. */
export const wantsDemo = (postgres, env = process.env) => (env.XIAOHAO_DEMO || (postgres ? '1' : '0')) !== '0';

/** Loads the demo bureau into an empty database. An embedded cluster is asked once: a note beside it remembers. */
export async function loadDemo(env, postgres) {
  const note = postgres && join(postgres.home, 'demo.loaded');
  if (note && existsSync(note)) return;
  await quietly('The demo bureau', [process.execPath, cli, 'demo'], { env });
  if (note) writeFileSync(note, '', { mode: 0o600 });
}
