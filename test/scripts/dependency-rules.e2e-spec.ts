import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'rules-'));

const libs = [
  'domain',
  'messages',
  'errors',
  'config',
  'database',
  'files',
  'calendar',
  'jobs',
  'threads',
  'documents',
  'backups',
];
const upper = ['notices', 'org', 'tickets', 'indicators', 'ledgers', 'reminders', 'reports', 'services'];

/** One forbidden import each: the rule that must catch it, the file it is planted in, and its text. */
const plants: [rule: string, file: string, text: string][] = [
  ['ladder-domain', 'libs/domain/src/a.ts', `import '@xiaohao/messages';`],
  ['ladder-messages', 'libs/messages/src/a.ts', `import '@xiaohao/errors';`],
  ['ladder-errors', 'libs/errors/src/a.ts', `import '@xiaohao/config';`],
  ['ladder-config', 'libs/config/src/a.ts', `import '@xiaohao/database';`],
  ['ladder-database', 'libs/database/src/a.ts', `import '@xiaohao/jobs';`],
  ['ladder-files', 'libs/files/src/a.ts', `import '@xiaohao/calendar';`],
  ['ladder-calendar', 'libs/calendar/src/a.ts', `import '@xiaohao/org';`],
  ['ladder-jobs', 'libs/jobs/src/a.ts', `import '@xiaohao/notices';`],
  ['ladder-threads', 'libs/threads/src/a.ts', `import '@xiaohao/config';`],
  ['ladder-documents', 'libs/documents/src/a.ts', `import '@xiaohao/database';`],
  ['ladder-backups', 'libs/backups/src/a.ts', `import '@xiaohao/tickets';`],
  ['ladder-notices', 'libs/notices/src/a.ts', `import '@xiaohao/org';`],
  ['ladder-org', 'libs/org/src/a.ts', `import '@xiaohao/tickets';`],
  ['ladder-tickets', 'libs/tickets/src/a.ts', `import '@xiaohao/indicators';`],
  ['ladder-indicators', 'libs/indicators/src/a.ts', `import '@xiaohao/tickets';`],
  ['ladder-ledgers', 'libs/ledgers/src/a.ts', `import '@xiaohao/reports';`],
  ['ladder-reminders', 'libs/reminders/src/a.ts', `import '@xiaohao/ledgers';`],
  ['ladder-reports', 'libs/reports/src/a.ts', `import '@xiaohao/reminders';`],
  ['ladder-services', 'libs/services/src/a.ts', `import '@xiaohao/backups';`],
  ['ladder-names-every-lib', 'apps/api/src/a.ts', `import '@xiaohao/newcomer';`],
  ['ledgers-read-before-they-store', 'libs/ledgers/src/reading/a.ts', `import '../imports/b.js';`],
  ['ledgers-read-before-they-store', 'libs/ledgers/src/exports/a.ts', `import '../imports/b.js';`],
  ['reading-headings', 'libs/ledgers/src/reading/headings/a.ts', `import '../sheets/b.js';`],
  ['reading-rows', 'libs/ledgers/src/reading/rows/a.ts', `import '../sheets/b.js';`],
  ['reading-tickets', 'libs/ledgers/src/reading/tickets/a.ts', `import '../sheets/b.js';`],
  ['domain-is-pure', 'libs/domain/src/package.ts', `import 'pg';`],
  ['domain-is-pure', 'libs/domain/src/builtin.ts', `import 'node:fs';`],
  ['only-through-the-index', 'libs/tickets/src/past.ts', `import '../../org/src/inner.js';`],
  ['only-through-the-index', 'apps/worker/src/past.ts', `import '../../../libs/org/src/inner.js';`],
  ['libs-do-not-import-apps', 'libs/reports/src/up.ts', `import '../../../apps/api/src/inner.js';`],
  ['apps-stand-alone', 'apps/worker/src/aside.ts', `import '../../api/src/inner.js';`],
  ['web-knows-domain-and-messages-only', 'apps/web/src/a.tsx', `import '@xiaohao/tickets';`],
  ['web-has-no-server-package', 'apps/web/src/b.tsx', `import 'typeorm';`],
  ['bullmq-only-in-jobs', 'libs/reminders/src/queue.ts', `import 'bullmq';`],
  ['bullmq-only-in-jobs', 'apps/worker/src/queue.ts', `import type { Job } from 'bullmq'; export type A = Job;`],
  ['http-only-in-api', 'libs/org/src/http.ts', `import 'fastify';`],
  ['http-only-in-api', 'apps/worker/src/http.ts', `import '@nestjs/platform-fastify';`],
  ['no-cycle', 'libs/org/src/ring-a.ts', `import './ring-b.js'; export const a = 1;`],
  ['no-vague-name-imported', 'libs/org/src/b.ts', `import './utils/dates.js';`],
  ['no-vague-name-importing', 'libs/org/src/helpers.ts', `import './inner.js';`],
  ['no-vague-name-alone', 'libs/org/src/common/alone.ts', `export const alone = 1;`],
  ['tests-stay-outside', 'libs/org/src/c.ts', `import '../../../test/support/clock.js';`],
  ['nothing-unresolved', 'libs/org/src/d.ts', `import './nowhere.js';`],
  ['no-development-package', 'libs/org/src/e.ts', `import 'jest';`],
];

/** What the rules must let through. */
const lawful: [file: string, text: string][] = [
  ['libs/org/src/ring-b.ts', `import './ring-a.js'; export const b = 1;`],
  ['libs/org/src/utils/dates.ts', ``],
  ['libs/ledgers/src/imports/b.ts', `import '../reading/c.js';`],
  ['libs/ledgers/src/reading/c.ts', ``],
  ['libs/ledgers/src/reading/sheets/b.ts', `import '../headings/b.js';`],
  ['libs/ledgers/src/reading/headings/b.ts', ``],
  ['test/support/clock.ts', ``],
  ['libs/jobs/src/queue.ts', `import 'bullmq'; import '@xiaohao/database'; import '@xiaohao/domain';`],
  [
    'apps/api/src/main.ts',
    `import 'fastify'; import '@xiaohao/reports'; import '@xiaohao/tickets'; import './inner.js';`,
  ],
  ['apps/web/src/main.tsx', `import '@xiaohao/domain'; import '@xiaohao/messages';`],
  ['libs/reports/src/fine.ts', `import '@xiaohao/tickets'; import '@xiaohao/indicators'; import '@xiaohao/documents';`],
  ['libs/domain/src/fine.spec.ts', `import 'node:fs'; import './inner.js';`],
];

interface Violation {
  rule: { name: string };
  from: string;
}

let violations: Violation[];
let report: string;

beforeAll(async () => {
  for (const lib of [...libs, ...upper, 'newcomer']) {
    write(`libs/${lib}/src/index.ts`, `export {};`);
    write(`libs/${lib}/src/inner.ts`, `export {};`);
  }
  for (const app of ['api', 'worker', 'cli', 'web']) write(`apps/${app}/src/inner.ts`, `export {};`);
  const runtime = ['pg', 'typeorm', 'bullmq', 'fastify', '@nestjs/platform-fastify'];
  for (const name of [...runtime, 'jest']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  const versions = Object.fromEntries(runtime.map((name) => [name, '1.0.0']));
  write('package.json', JSON.stringify({ type: 'module', dependencies: versions, devDependencies: { jest: '1.0.0' } }));
  for (const name of ['tsconfig.json', '.dependency-cruiser.cjs']) copyFileSync(join(root, name), join(project, name));
  for (const [, file, text] of plants) write(file, text);
  for (const [file, text] of lawful) write(file, text);

  const [json, long] = await Promise.all([cruise('json'), cruise('err-long')]);
  ({ violations } = (JSON.parse(json) as { summary: { violations: Violation[] } }).summary);
  report = long;
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

it.each(plants)('%s catches %s', (rule, file) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
});

it('lets what the ladder allows pass', () => {
  const planted = new Set([...plants.map(([, file]) => file), 'libs/org/src/ring-b.ts', 'libs/org/src/utils/dates.ts']);
  expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
});

it('plants every rule there is', () => {
  const { forbidden } = require(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };
  expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
});

it('tells the remedy with each violation', () => {
  expect(report).toContain('call JobQueue.add(tx, name, payload)');
  expect(report).toContain('export it from its index.ts');
});

function write(file: string, text: string) {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** dependency-cruiser ends with the number of violations: here that is what we want to see. */
async function cruise(outputType: string): Promise<string> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', outputType, 'apps', 'libs'];
  const run = promisify(execFile)(process.execPath, args, { cwd: project, maxBuffer: 1e8 });
  return run.then(
    ({ stdout }) => stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
}
