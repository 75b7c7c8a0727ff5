import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true });
  cpSync(join(root, '.swcrc'), join(clone, '.swcrc'));
  write('package.json', JSON.stringify({ type: 'module' }));
  write('package-lock.json', '{}');
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

describe('packages', () => {
  /** Stands in for npm: notes that it was called and does what `npm ci` leaves behind. */
  const npm = `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
    if (process.env.NPM_FAILS) { console.error('npm error code E404'); process.exit(1); }
    mkdirSync('node_modules', { recursive: true });
    writeFileSync('node_modules/.package-lock.json', '{}');`;
  const install = (more = {}) =>
    script(`import { ensureInstalled } from './scripts/install.mjs'; await ensureInstalled();`, {
      npm_execpath: join(clone, 'npm.mjs'),
      ...more,
    });
  const calls = () =>
    existsSync(join(clone, 'calls')) ? readFileSync(join(clone, 'calls'), 'utf8').trim().split('\n') : [];

  beforeEach(() => write('npm.mjs', npm));

  it('are installed once, with the development ones, and again for another lock file', async () => {
    await install({ NODE_ENV: 'production' });
    await install();
    expect(calls()).toEqual(['ci --include=dev --no-progress']);
    write('package-lock.json', '{ "changed": true }');
    aMinuteOld('node_modules/.package-lock.json');
    await install();
    expect(calls()).toHaveLength(2);
  });

  it('are left alone when the same lock file is only younger, as after a checkout', async () => {
    await install();
    aMinuteOld('node_modules/.package-lock.json');
    await install();
    expect(calls()).toHaveLength(1);
  });

  it('are not installed twice by two commands at the same time', async () => {
    await Promise.all([install(), install(), install()]);
    expect(calls()).toHaveLength(1);
  });

  it('that cannot be installed are reported with what npm said', async () => {
    await expect(install({ NPM_FAILS: '1' })).rejects.toThrow(/npm ci failed \(exit code 1\):\s+npm error code E404/);
  });
});

describe('the server', () => {
  const build = () => script(`import { ensureServerBuilt } from './scripts/build.mjs'; await ensureServerBuilt();`);
  const built = 'dist/libs/domain/src/rule.js';

  beforeEach(() => {
    symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
    write('libs/domain/src/index.ts', `export { rule } from './rule.js';`);
    write('libs/domain/src/rule.ts', `export const rule: number = 1;`);
    write('libs/domain/src/rule.spec.ts', `it('is one', () => {});`);
    write('apps/cli/src/main.ts', `import { rule } from '@xiaohao/domain'; console.log(rule);`);
    write('apps/api/src/main.ts', '');
    write('apps/worker/src/main.ts', '');
  });

  it('is compiled when a source changed, and only then', async () => {
    expect(await build()).toContain('Building the server');
    expect(await script(`import './dist/apps/cli/src/main.js';`)).toBe('1\n');
    expect(await build()).toBe('');
    write('libs/domain/src/rule.ts', `export const rule: number = 22;`);
    expect(await build()).toContain('Building the server');
    expect(await script(`import './dist/apps/cli/src/main.js';`)).toBe('22\n');
  });

  it('keeps nothing of a source that was removed, and no tests', async () => {
    write('libs/domain/src/former.ts', '');
    await build();
    expect(existsSync(join(clone, 'dist/libs/domain/src/former.js'))).toBe(true);
    rmSync(join(clone, 'libs/domain/src/former.ts'));
    await build();
    expect(existsSync(join(clone, 'dist/libs/domain/src/former.js'))).toBe(false);
    expect(existsSync(join(clone, 'dist/libs/domain/src/rule.spec.js'))).toBe(false);
    expect(existsSync(join(clone, built))).toBe(true);
  });

  it('that does not compile is reported with the place, and tried again next time', async () => {
    write('libs/domain/src/rule.ts', `export const rule: = 1;`);
    await expect(build()).rejects.toThrow(/rule\.ts/);
    await expect(build()).rejects.toThrow(/rule\.ts/);
  });
});

function write(file: string, text: string) {
  const path = join(clone, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function aMinuteOld(file: string) {
  const then = Date.now() / 1000 - 60;
  utimesSync(join(clone, file), then, then);
}

/** Runs a line of script in the clone; what a failed one wrote on stderr is the error's message. */
async function script(text: string, env = {}): Promise<string> {
  const args = [
    '--input-type=module',
    '--eval',
    `import { run } from './scripts/terminal.mjs'; await run(async () => { ${dynamic(text)} });`,
  ];
  const options = { cwd: clone, env: { ...process.env, ...env } };
  return promisify(execFile)(process.execPath, args, options).then(
    ({ stdout }) => stdout,
    (failure: { stderr: string }) => Promise.reject(new Error(failure.stderr)),
  );
}

const dynamic = (text: string) =>
  text
    .replace(/import (\{.*?\}) from ('.*?');/g, 'const $1 = await import($2);')
    .replace(/import ('.*?');/g, 'await import($1);');
