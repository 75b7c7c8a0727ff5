import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureServerBuilt, ensureWebBuilt } from './build.mjs';
import { root, tool } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureSystemTools, findChromium } from './system-tools.mjs';
import { Refusal } from './terminal.mjs';

/** `npm test [-- <Jest's arguments>]`: everything the tests need, then all of them; the last line is the sum. */
const { passed, failed } = await allTests(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
  return { passed: 0, failed: 1 };
});
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function allTests(args) {
  await ensureInstalled();
  await ensureSystemTools();
  await ensureServerBuilt();
  await ensureWebBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-jest-'));
  try {
    const summary = join(folder, 'summary.json');
    const code = await jest([...workers(args), ...args, '--json', '--outputFile', summary]);
    return sum(JSON.parse(readFileSync(summary, 'utf8')), code, args.length > 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Jest leaves one core to the machine; suites wait a quarter of their time, so one more than there are cores fills them. */
function workers(args) {
  const chosen = args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg));
  return chosen ? [] : [`--maxWorkers=${availableParallelism() + 1}`];
}

/** Jest reports on stderr; its JSON would otherwise go to stdout. */
function jest(args) {
  const [program, script] = tool('jest/bin/jest.js');
  const env = { ...process.env, CHROMIUM: findChromium() };
  const child = spawn(program, [script, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
}

/**
 * A suite that could not be loaded counts as one failure, and so does a test that is skipped in a full run; a failure
 * outside every test (in setup or teardown) shows only in Jest's exit code.
 */
function sum(summary, code, isPartial) {
  const skipped = isPartial ? 0 : summary.numPendingTests + summary.numTodoTests;
  if (skipped > 0) process.stderr.write(`${skipped} tests were skipped: each counts as a failure.\n`);
  const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites + skipped;
  return { passed: summary.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
