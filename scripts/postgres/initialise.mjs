import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../commands.mjs';
import { Refusal, lastLines } from '../terminal.mjs';

/** What the server's programs are run with: nothing of ours leaks into the database. */
export const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/**
 * Makes the cluster with its roles and database. It grows beside its final name and is renamed when whole, so that a
 * cluster either exists or does not; what an interrupted attempt left is wiped.
 * @param {{ home: string, cluster: string, account: { uid?: number, gid?: number } }} place
 * @param {{ postgres: string, initdb: string }} binaries
 * @param {{ owner: string, app: string }} passwords hexadecimal
 * @param {boolean} durable whether to wait for the disk
 */
export async function makeCluster({ home, cluster, account }, binaries, passwords, durable) {
  const draft = `${cluster}.new`;
  const passwordFile = join(home, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${passwords.owner}\n`, { mode: 0o600 });
    if (account.uid !== undefined) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    // The builtin collation sorts fast, serves LIKE 'abc%' from an index and survives upgrades of ICU and libc.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
    const access = ['-U', 'xiaohao_owner', '--pwfile', passwordFile, '-A', 'scram-sha-256'];
    await runAs(account, binaries.initdb, ['-D', draft, ...access, ...locale, ...(durable ? [] : ['--no-sync'])]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const sync = durable ? [] : ['-c', 'fsync=off'];
  const alone = ['--single', '-D', draft, '-c', 'exit_on_error=on', ...sync, 'postgres'];
  await runAs(account, binaries.postgres, alone, rolesSql(passwords));
  renameSync(draft, cluster);
}

/**
 * xiaohao_owner is the superuser of this private cluster and runs migrations; xiaohao_app owns nothing and may do what
 * the migrations grant. Read by a server in single-user mode: one statement a line.
 */
const rolesSql = ({ app }) => `
create role xiaohao_app login nosuperuser nocreatedb nocreaterole password '${app}'
create database xiaohao owner xiaohao_owner
revoke all on database xiaohao from public
grant connect, temporary on database xiaohao to xiaohao_app
`;

async function runAs(account, program, args, input = '') {
  // In a session of its own, so that Ctrl+C does not reach it: the script that waits for it ends it in order.
  const options = { ...account, input, cwd: '/', env: environment, detached: true };
  const { code, output } = await capture([program, ...args], options).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Refusal(
      'The embedded PostgreSQL does not run on this system (it needs glibc): set DATABASE_URL to a server of your own.',
    );
  });
  if (code !== 0) throw new Refusal(`The database could not be made:\n${lastLines(output)}`);
}
