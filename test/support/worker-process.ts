import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const program = join(__dirname, '../../dist/apps/worker/src/main.js');

/** The worker as it is shipped, in a process of its own. */
export interface WorkerProcess {
  /** Resolves when it has begun to take jobs; rejects with what it said when it ends before. */
  ready: Promise<void>;
  /** How many jobs of that name it has finished. */
  finished(job: string): number;
  /** SIGKILL: it has no chance to say goodbye. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Nothing of the caller's environment comes through but where programs are found. */
export function startWorker(environment: Record<string, string>): WorkerProcess {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'debug', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(child, 'exit');
  const ready = Promise.race([says(child, 'worker is ready'), ended.then(() => Promise.reject(new Error(said)))]);
  ready.catch(() => {});
  return {
    ready,
    finished: (job) => said.split(`${job} `).filter((after) => /^[0-9a-f-]{36} done in /.test(after)).length,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function says({ stdout }: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve) => {
    stdout!.on('data', (line: string) => {
      if (line.includes(text)) resolve();
    });
  });
}
