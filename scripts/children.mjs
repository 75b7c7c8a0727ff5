import { fork } from 'node:child_process';
import { closeSync } from 'node:fs';
import { lastLines } from './terminal.mjs';

const quickMs = 10_000;
const quickDeaths = 5;
const stopMs = 15_000;

/**
 * Keeps one process of the application running: one that dies is started again with growing pauses; after five quick
 * deaths in a row it is given up. A child that sends `{ say: text }` has that line shown.
 * @param {object} options
 * @param {string} options.name shown and used for the log
 * @param {string} options.entry script to run
 * @param {string[]} [options.nodeOptions]
 * @param {NodeJS.ProcessEnv} options.env
 * @param {ReturnType<import('./logs.mjs').logFile>} options.log
 * @param {(reason: string) => void} options.onGiveUp
 * @returns {{ stop: () => Promise<void> }}
 */
export function keepRunning({ name, entry, nodeOptions = [], env, log, onGiveUp }) {
  let child;
  let pause;
  let stopping = false;
  let deaths = 0;

  const begin = () => {
    const begun = Date.now();
    const logged = log.size();
    const output = log.open();
    // A session of its own: Ctrl+C reaches the supervisor alone, which stops everything in order.
    child = fork(entry, { env, execArgv: nodeOptions, detached: true, stdio: ['ignore', output, output, 'ipc'] });
    closeSync(output);
    child.on('message', (message) => typeof message?.say === 'string' && process.stdout.write(`${message.say}\n`));
    child.on('error', () => {});
    child.once('exit', (code, signal) => {
      if (stopping) return;
      deaths = Date.now() - begun < quickMs ? deaths + 1 : 1;
      const ending = `${name} ended (${signal ?? `exit code ${code}`})`;
      if (deaths === quickDeaths) {
        onGiveUp(`${ending} ${quickDeaths} times in a row. Its last lines (${log.path}):\n${log.tail(logged)}`);
        return;
      }
      process.stderr.write(`${ending}: ${lastLines(log.tail(logged), 1)}\n`);
      pause = setTimeout(begin, 100 * 2 ** deaths);
    });
  };
  begin();

  return {
    async stop() {
      stopping = true;
      clearTimeout(pause);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await ended;
      clearTimeout(impatience);
    },
  };
}
