import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/**
 * The account that runs the database. PostgreSQL refuses to run as root, so root lends it another; anybody else runs
 * it as themselves, and nothing needs to be said to `spawn`.
 * @param {string} [cluster] an existing cluster is run by its owner
 * @returns {{ uid?: number, gid?: number }} for the options of `spawn`
 */
export function databaseAccount(cluster) {
  if (process.getuid?.() !== 0) return {};
  const owner = cluster && statSync(cluster, { throwIfNoEntry: false });
  if (owner?.uid) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  return { uid: Number(row?.[2] ?? 65534), gid: Number(row?.[3] ?? 65534) };
}

/** Whether the account gets as far as this folder or program. Root's own view would say yes to everything. */
export function canEnter(account, path) {
  return account.uid === undefined || spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}
