import { closeSync, copyFileSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './terminal.mjs';

const limitBytes = 20_000_000;
const tailBytes = 8_000;

/**
 * The log file of one process, below `logs` in the data folder. The process writes to the file by itself, so nothing
 * passes through the supervisor; the file is cut in place when it grows too long and one former part is kept.
 */
export function logFile(dataFolder, name) {
  const folder = join(dataFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return {
    path,
    /** A descriptor for the stdout and stderr of a child; the caller closes it. */
    open: () => openSync(path, 'a', 0o600),
    size,
    /** Whoever appends to the file goes on at its new end. */
    cut() {
      if (size() < limitBytes) return;
      copyFileSync(path, `${path}.1`);
      truncateSync(path);
    },
    /** The last lines written since that size. */
    tail(since = 0, count = 20) {
      const end = size();
      const begin = Math.max(Math.min(since, end), end - tailBytes);
      const buffer = Buffer.alloc(end - begin);
      const descriptor = openSync(path, 'r');
      readSync(descriptor, buffer, 0, buffer.length, begin);
      closeSync(descriptor);
      return lastLines(buffer.toString('utf8'), count);
    },
  };
}
