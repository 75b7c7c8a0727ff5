import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../terminal.mjs';
import { canEnter, databaseAccount } from './account.mjs';

const otherPlaces = ['/var/lib', '/srv', '/opt', '/usr/local/var'];

/**
 * Where the cluster lives and who runs it. Normally inside the data folder; where root's database account cannot get
 * there (a project under root's own home), in a folder of its own, and the data folder keeps a pointer to it.
 * @param {string} dataFolder absolute, existing
 * @returns {{ home: string, cluster: string, account: { uid?: number, gid?: number } }}
 */
export function placeOf(dataFolder) {
  const home = pointedHome(dataFolder) ?? realpathSync(dataFolder);
  const cluster = join(home, 'postgres');
  const account = databaseAccount(cluster);
  if (canEnter(account, home)) return { home, cluster, account };
  if (existsSync(cluster)) {
    throw new Refusal(
      `The database in ${cluster} belongs to account ${account.uid}, which cannot enter that folder any more: open its parents (chmod o+x) or move it back.`,
    );
  }
  const elsewhere = makeHome(account);
  writeFileSync(pointerOf(dataFolder), `${elsewhere}\n`, { mode: 0o600 });
  return { home: elsewhere, cluster: join(elsewhere, 'postgres'), account };
}

const pointerOf = (dataFolder) => join(dataFolder, 'postgres.location');

function pointedHome(dataFolder) {
  const pointer = pointerOf(dataFolder);
  if (!existsSync(pointer)) return null;
  const home = readFileSync(pointer, 'utf8').trim();
  if (existsSync(home)) return home;
  throw new Refusal(
    `${pointer} says the database is in ${home}, but that folder is gone: bring it back, or remove the pointer to begin with an empty database.`,
  );
}

function makeHome(account) {
  const name = `xiaohao-${randomBytes(4).toString('hex')}`;
  for (const place of otherPlaces) {
    const home = join(place, name);
    try {
      mkdirSync(home, { mode: 0o710 });
      chownSync(home, 0, account.gid);
      chmodSync(home, 0o710);
    } catch {
      continue;
    }
    if (canEnter(account, home)) return home;
    rmSync(home, { recursive: true });
  }
  throw new Refusal(
    `The database account ${account.uid} can enter neither the data folder nor ${otherPlaces.join(', ')}: set XIAOHAO_DATA to a folder it can reach, or DATABASE_URL.`,
  );
}
