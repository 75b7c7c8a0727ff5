import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture, root, tool } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { run } from './terminal.mjs';

const cache = join(root, 'node_modules/.cache/xiaohao');
const lanes = 2;

const typeScript = (project) => [
  ...tool('typescript/bin/tsc'),
  ...[
    '-p',
    project,
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    join(cache, `${project.replace(/\W/g, '-')}.tsbuildinfo`),
  ],
];

/** The longest first, so that two lanes end at about the same time. */
const steps = [
  ['unit tests', [...tool('jest/bin/jest.js'), '--selectProjects', 'unit', 'web', '--maxWorkers', '1']],
  ['types of the server', typeScript('tsconfig.json')],
  ['types of the pages', typeScript('apps/web/tsconfig.json')],
  [
    'dependency rules',
    [...tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
  ],
  [
    'format',
    [
      ...tool('prettier/bin/prettier.cjs'),
      '--check',
      '.',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      join(cache, 'prettier'),
    ],
  ],
  ['lint', [...tool('oxlint/bin/oxlint'), '--deny-warnings']],
];

/** `npm run check`: format, lint, types, dependency rules and unit tests; quick enough to run before each commit. */
await run(async () => {
  await ensureInstalled();
  mkdirSync(cache, { recursive: true });
  const waiting = steps.filter(
    ([, command]) => !command.includes('apps/web/tsconfig.json') || existsSync(join(root, 'apps/web/tsconfig.json')),
  );
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
