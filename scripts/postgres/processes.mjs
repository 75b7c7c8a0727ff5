import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const linux = process.platform === 'linux';

/**
 * Tells one process from a later one that was given the same number: boot and start time.
 * @param {number} pid
 * @returns {string | null} null when no such process runs
 */
export function identityOf(pid) {
  if (!linux) return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets itself, so fields are counted after the last one.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startTicks = fields[18];
    return state === 'Z' ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${startTicks}`;
  } catch {
    return null;
  }
}

/**
 * Whether this process is the PostgreSQL server of that cluster; a number from a stale pid file may meanwhile belong
 * to any other program, or to the server of another cluster.
 */
export function isPostmasterOf(pid, cluster) {
  if (!linux) {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return Boolean(stdout?.includes('postgres') && stdout.includes(cluster));
  }
  try {
    const [program, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return program.endsWith('postgres') && (args.includes(cluster) || workingFolderOf(pid) === cluster);
  } catch {
    return false;
  }
}

/** The server works inside its cluster, so this still holds after the folder was moved. */
function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/**
 * Waits until the process is gone.
 * @returns {Promise<boolean>} false when it still runs after that time
 */
export async function goneWithin(pid, identity, ms) {
  for (const end = Date.now() + ms; identityOf(pid) === identity; await sleep(15)) if (Date.now() > end) return false;
  return true;
}
