/** A failure the reader can act on: shown as its one line, without a stack. */
export class Refusal extends Error {}

const slowMs = 2500;

/**
 * Runs one step and prints one line with the time it took. A slow step says what it is at before it is done.
 * @template T
 * @param {string} name what happens, e.g. "Building the server"
 * @param {() => Promise<T>} work
 * @param {NodeJS.WritableStream} [out] stderr where stdout belongs to a command
 * @returns {Promise<T>}
 */
export async function step(name, work, out = process.stdout) {
  const begun = performance.now();
  const hint = setTimeout(() => out.write(`  ${name} …\n`), slowMs);
  try {
    const result = await work();
    out.write(`  ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } finally {
    clearTimeout(hint);
  }
}

/**
 * Runs a script to its exit code; a Refusal becomes one line on stderr, anything else keeps its stack.
 * @param {() => Promise<number | void>} main
 */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

/** The last lines of a text, for the reader of a failure. */
export function lastLines(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
