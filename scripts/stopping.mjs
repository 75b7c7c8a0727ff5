import { endCommands } from './commands.mjs';
import { Refusal } from './terminal.mjs';

/**
 * Brings something up and keeps it until a signal asks for the end (which is no failure) or `fail` is called. Then all
 * that was deferred is closed, the last thing first, also when the signal came half-way.
 * @param {(stopping: { begun: boolean, fail: (reason: string) => void, defer: (close: () => unknown) => void }) => Promise<void>} bringUp
 */
export async function untilStopped(bringUp) {
  const closers = [];
  const stopping = { begun: false, defer: (close) => closers.push(close) };
  const asked = new Promise((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
    stopping.fail = (reason) => reject(new Refusal(reason));
  });
  const work = bringUp(stopping);
  try {
    await Promise.race([asked, work.then(() => asked)]);
  } finally {
    stopping.begun = true;
    endCommands();
    await work.catch(() => {});
    await closeAll(closers.reverse());
  }
}

/** One that fails does not keep the others from being closed. */
async function closeAll(closers) {
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  }
}

/**
 * Repeats work until the function returned is called; a run that takes longer than the pause delays the next.
 * @returns {() => void}
 */
export function every(ms, work) {
  let timer;
  let ended = false;
  const next = async () => {
    await work();
    if (!ended) timer = setTimeout(next, ms);
  };
  timer = setTimeout(next, ms);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
