import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../commands.mjs';
import { Refusal } from '../terminal.mjs';
import { databaseAccount } from './account.mjs';

/** XIAOHAO_DATA as an absolute path, default `.xiaohao` in the project. */
export const dataFolderPath = (env = process.env) =>
  env.XIAOHAO_DATA ? resolve(env.XIAOHAO_DATA) : join(root, '.xiaohao');

/**
 * Makes the data folder when it is not there, closed to other people, and proves that it can be written.
 * A folder that was there keeps its rights: it may be one that others share on purpose.
 * @param {string} folder absolute
 */
export function openDataFolder(folder) {
  try {
    // Only the folder itself is closed; a recursive mkdir with a mode would close the parents too.
    mkdirSync(dirname(folder), { recursive: true });
    if (!existsSync(folder)) {
      mkdirSync(folder, { mode: 0o700 });
      const account = databaseAccount();
      if (account.uid !== undefined) {
        // Root cannot run PostgreSQL: its account may pass through on the way to the cluster, but not look around.
        chownSync(folder, process.getuid(), account.gid);
        chmodSync(folder, 0o710);
      }
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${error.code ?? error.message}): set XIAOHAO_DATA to a folder of yours.`,
    );
  }
}

/**
 * XIAOHAO_SECRET, or the one generated into the data folder on first use (32 bytes, hexadecimal).
 * Losing that file loses the reporter identities and channel keys encrypted with it.
 */
export function secretOf(folder, env = process.env) {
  return env.XIAOHAO_SECRET || keepOnce(join(folder, 'secret'), () => randomBytes(32).toString('hex'));
}

/**
 * Passwords of the database's two roles, generated before the first initdb.
 * @param {string} folder
 * @param {boolean} inUse whether a cluster with such passwords exists
 * @returns {{ owner: string, app: string }} hexadecimal
 */
export function databasePasswords(folder, inUse) {
  const file = join(folder, 'database.secret');
  if (inUse && !existsSync(file)) {
    throw new Refusal(`${file} with the passwords of the database is gone: bring it back from where it was saved.`);
  }
  const password = () => randomBytes(24).toString('hex');
  return JSON.parse(keepOnce(file, () => JSON.stringify({ owner: password(), app: password() })));
}

/** Written whole under another name first, so that a crash leaves no empty secret; the first writer wins. */
function keepOnce(file, generate) {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${generate()}\n`, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}
