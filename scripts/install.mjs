import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietly, root } from './commands.mjs';
import { waitForLock } from './postgres/lock.mjs';
import { Refusal, step } from './terminal.mjs';

const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');
const stamp = join(root, 'node_modules/.xiaohao-installed');
const slackMs = 10_000;
const installMs = 900_000;

/**
 * Installs the packages the lock file names when they are not there, or are those of an older lock file.
 * @param {NodeJS.WritableStream} [out]
 */
export async function ensureInstalled(out) {
  checkNode();
  if (isInstalled()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const turn = await waitForLock(join(root, 'dist/install.lock'), installMs);
  try {
    if (isInstalled()) return;
    // The build needs the development tools even where NODE_ENV says production.
    await step('Installing packages', () => quietly('npm ci', [...npm(), 'ci', '--include=dev', '--no-progress']), out);
    writeFileSync(stamp, lockDigest());
  } finally {
    turn.release();
  }
}

/** Started by npm, this is that npm; otherwise the one in the path. */
export const npm = () => (process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Xiaohao needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

/** npm rewrites its hidden lock file at the end of each install, also one made by hand, so that file's time counts too. */
function isInstalled() {
  const done = statSync(installed, { throwIfNoEntry: false });
  if (!done) return false;
  return done.mtimeMs + slackMs >= statSync(lockFile).mtimeMs || lockDigest() === readStamp();
}

const lockDigest = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}
