import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverStamp } from './build.mjs';
import { cli, quietly } from './commands.mjs';
import { secretOf } from './postgres/data-folder.mjs';
import { step } from './terminal.mjs';

/**
 * What the commands of the application are told. Only they get the owner's connection; api and worker run without it.
 * @param {string} dataFolder
 * @param {{ ownerUrl: string, appUrl: string } | null} postgres null where DATABASE_URL names an own server
 * @returns {NodeJS.ProcessEnv}
 */
export function commandEnvironment(dataFolder, postgres) {
  return {
    ...process.env,
    ...(postgres && { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.ownerUrl }),
    XIAOHAO_DATA: dataFolder,
    XIAOHAO_SECRET: secretOf(dataFolder),
    XIAOHAO_DEMO: process.env.XIAOHAO_DEMO || (postgres ? '1' : '0'),
  };
}

/** The same for api and worker. */
export function serverEnvironment(dataFolder, postgres) {
  const { DATABASE_ADMIN_URL: _, ...environment } = commandEnvironment(dataFolder, postgres);
  return environment;
}

/**
 * Brings schema and seeded rows up to date. An embedded cluster notes what was done, so that this runs once for each
 * build and day (the calendar is seeded by day): a start with nothing to do takes half the time so.
 * @param {NodeJS.ProcessEnv} env of commandEnvironment
 * @param {{ home: string } | null} postgres
 * @param {NodeJS.WritableStream} [out]
 */
export function migrateOnce(env, postgres, out) {
  const build = readFileSync(serverStamp, 'utf8');
  const state = `${build} ${env.XIAOHAO_TODAY ?? new Date().toDateString()}`;
  return unlessNoted(postgres, 'migrated', state, () => step('Migrating the database', () => migrate(env), out));
}

/** Loads the demo bureau, where it is wanted, into an empty database; an embedded cluster is asked once. */
export async function loadDemoOnce(env, postgres) {
  if (env.XIAOHAO_DEMO === '0') return;
  const load = () => quietly('The demo bureau', [process.execPath, cli, 'demo'], { env });
  await unlessNoted(postgres, 'demo', 'loaded', () => step('Loading the demo bureau', load));
}

/** Runs the migrations, over the owner's connection. */
export const migrate = (env) => quietly('The migration', [process.execPath, cli, 'migrate'], { env });

/**
 * Where nobody has an account yet: the line that names the link for the first use. Asking makes a new link, and the
 * former one no longer counts.
 * @param {NodeJS.ProcessEnv} env of commandEnvironment
 * @param {string} url of the page, where PUBLIC_URL says no other
 */
export const firstUseLine = (env, url) =>
  quietly('The first-use link', [process.execPath, cli, 'user', 'first'], {
    env: { ...env, PUBLIC_URL: env.PUBLIC_URL || url },
  });

/** After a restore schema and rows are those of the backup. */
export const forgetNotes = ({ home }) => {
  for (const name of ['migrated', 'demo']) rmSync(noteFile(home, name), { force: true });
};

async function unlessNoted(postgres, name, state, work) {
  const note = postgres && noteFile(postgres.home, name);
  if (note && existsSync(note) && readFileSync(note, 'utf8') === state) return;
  await work();
  if (note) writeFileSync(note, state);
}

/** In the cluster itself: the note goes wherever the data goes. */
const noteFile = (home, name) => join(home, 'postgres', `xiaohao.${name}`);
