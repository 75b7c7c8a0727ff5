import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root, tool } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { run } from './terminal.mjs';

const cache = join(root, 'node_modules/.cache/xiaohao');
const lanes = 2;

const typeScript = (project) => {
  const notes = join(cache, `${project.replace(/\W/g, '-')}.tsbuildinfo`);
  return [...tool('typescript/bin/tsc'), '-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', notes];
};
const jest = [...tool('jest/bin/jest.js'), '--selectProjects', 'unit', 'web', '--maxWorkers', '1'];
const rules = [...tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs'];
const prettier = [...tool('prettier/bin/prettier.cjs'), '--log-level', 'warn', '--cache', '--cache-location'];

/** The longest first, so that the two lanes end at about the same time. */
const steps = [
  ['unit tests', jest],
  ['types of the server', typeScript('tsconfig.json')],
  ['types of the pages', typeScript('apps/web/tsconfig.json')],
  // What runs in the page speaks of the browser's own types.
  ['types of the page tests', typeScript('test/web/tsconfig.json')],
  ['dependency rules', [...rules, '--output-type', 'err-long', 'apps', 'libs']],
  ['format', [...prettier, join(cache, 'prettier'), '--check', '.']],
  ['lint', tool('oxlint/bin/oxlint')],
];

/** `npm run check`: format, lint, types, dependency rules and unit tests; quick enough to run before each commit. */
await run(async () => {
  await ensureInstalled();
  mkdirSync(cache, { recursive: true });
  const waiting = [...steps];
  const failed = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) if (!(await passes(...next))) failed.push(next[0]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  process.stdout.write(failed.length ? `\nCheck failed: ${failed.join(', ')}.\n` : '\nCheck passed.\n');
  return failed.length ? 1 : 0;
});

async function passes(name, command) {
  const begun = performance.now();
  const { code, output } = await capture(command);
  const time = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${time} s)\n${code === 0 ? '' : `${output.trimEnd()}\n\n`}`,
  );
  return code === 0;
}
