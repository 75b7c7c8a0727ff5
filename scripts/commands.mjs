import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, lastLines } from './terminal.mjs';

/** The project's folder, wherever the script was called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The command line program, once the server is built. */
export const cli = join(root, 'dist/apps/cli/src/main.js');

const running = new Set();
let ending = false;

/** The program behind a name in node_modules/.bin, started with this Node rather than through a shell. */
export const tool = (path) => [process.execPath, join(root, 'node_modules', path)];

/**
 * Runs a command to its end and keeps its output.
 * @param {string[]} command program and arguments
 * @param {import('node:child_process').SpawnOptions & { input?: string }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 128 when a signal ended it
 */
export function capture([program, ...args], { input, ...options } = {}) {
  if (ending) throw new Refusal('Stopped before it was done.');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 128, output });
    });
    child.stdin.on('error', () => {}).end(input);
  });
}

/** Runs a command whose output matters only when it fails; then its last lines are the message. */
export async function quietly(what, command, options) {
  const { code, output } = await capture(command, options);
  if (code !== 0) throw new Refusal(`${what} failed (exit code ${code}):\n${lastLines(output)}`);
  return output;
}

/** Ends the commands still running and lets no other begin, for a script that was asked to stop. */
export function endCommands() {
  ending = true;
  for (const child of running) child.kill('SIGTERM');
}
