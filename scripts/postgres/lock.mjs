import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../terminal.mjs';
import { identityOf } from './processes.mjs';

let taken = 0;

/**
 * Takes a lock that a crash cannot leave behind: the file names its holder by number and start time, and the file of a
 * holder that is gone is cleared away.
 * @param {string} file
 * @returns {{ holder: null, recovered: boolean, release: () => void } | { holder: number }} the holder's pid when somebody
 *   has it; `recovered` when the last holder had died with it
 */
export function takeLock(file) {
  const own = `${process.pid} ${identityOf(process.pid)} ${++taken}`;
  const draft = `${file}.${process.pid}.${taken}`;
  let recovered = false;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    // A link either appears whole or not at all, so nobody ever reads a half-written lock.
    while (!linked(draft, file)) {
      const holder = readLock(file);
      if (holder && identityOf(holder.pid) === holder.identity) return { holder: holder.pid };
      if (holder) clearStale(file, holder, `${draft}.stale`);
      recovered = true;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return { holder: null, recovered, release: () => readLock(file)?.text === own && rmSync(file, { force: true }) };
}

/** Waits for a lock that is only ever held for moments. */
export async function waitForLock(file, ms = 120_000) {
  for (const end = Date.now() + ms; ; await sleep(20)) {
    const lock = takeLock(file);
    if (lock.holder === null) return lock;
    if (Date.now() > end) throw new Refusal(`Process ${lock.holder} has held ${file} for too long; is it stuck?`);
  }
}

/** @returns {number | null} pid of the living holder */
export function holderOf(file) {
  const holder = readLock(file);
  return holder && identityOf(holder.pid) === holder.identity ? holder.pid : null;
}

function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(file) {
  try {
    const text = readFileSync(file, 'utf8');
    const [pid, identity] = text.split(' ');
    return { text, pid: Number(pid), identity };
  } catch {
    return null;
  }
}

/** Moves a stale lock aside; when somebody else had cleared it first and the file moved is their new one, it is put back. */
function clearStale(file, stale, aside) {
  try {
    renameSync(file, aside);
    if (readLock(aside)?.text !== stale.text) linked(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
