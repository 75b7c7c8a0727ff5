import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietly, root, tool } from './commands.mjs';
import { waitForLock } from './postgres/lock.mjs';
import { run, step } from './terminal.mjs';

const serverApps = ['apps/api', 'apps/worker', 'apps/cli'];

const compile = (sources, to) => [...tool('@swc/cli/bin/swc.js'), ...sources, `--out-dir=${to}`, '--quiet'];

/** What compiles the server; dev.mjs adds --watch. */
export const compileServer = [...compile([...serverApps, 'libs'], 'dist'), '--ignore=**/*.spec.ts,**/__snapshots__/**'];

/** Ledgers the tests and the bench of accuracy write. */
const testLedgers = ['test/support/ledger-workbooks.ts', 'test/support/messy-ledgers'];

const builds = {
  server: {
    name: 'Building the server',
    sources: [...serverApps, 'libs', '.swcrc'],
    made: 'dist/apps',
    command: compileServer,
    after: removeOrphans,
  },
  ledgers: {
    name: 'Building the ledgers of the bench',
    sources: [...testLedgers, '.swcrc'],
    made: 'dist/test',
    command: compile(testLedgers, 'dist'),
  },
  web: {
    name: 'Building the pages',
    sources: ['apps/web', 'libs/domain', 'libs/messages', 'package-lock.json'],
    made: 'dist/web',
    command: [...tool('vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
  },
};

const stampOf = (which) => join(root, 'dist', `${which}.stamp`);

/** Names the sources the server was built from. */
export const serverStamp = stampOf('server');

/** @param {NodeJS.WritableStream} [out] */
export const ensureServerBuilt = (out) => ensureBuilt('server', out);

/** @param {NodeJS.WritableStream} [out] */
export const ensureWebBuilt = (out) => ensureBuilt('web', out);

/** @param {NodeJS.WritableStream} [out] */
export const ensureTestLedgersBuilt = (out) => ensureBuilt('ledgers', out);

/** Builds when any source was added, changed or removed since the last build. */
async function ensureBuilt(which, out) {
  const build = builds[which];
  const stamp = stampOf(which);
  const isFresh = () =>
    existsSync(join(root, build.made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(build.sources);
  if (isFresh()) return;
  mkdirSync(join(root, 'dist'), { recursive: true });
  const turn = await waitForLock(join(root, `dist/${which}.lock`));
  try {
    if (isFresh()) return;
    const digest = digestOf(build.sources);
    rmSync(stamp, { force: true });
    await step(build.name, () => quietly(build.name, build.command), out);
    build.after?.();
    writeFileSync(stamp, digest);
  } finally {
    turn.release();
  }
}

/** Names, sizes and times of all source files; reading their text would take longer than it saves. */
function digestOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(source)) {
      const { size, mtimeMs } = statSync(join(root, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const notBuilt = /^(node_modules|dist|__snapshots__)$|\.spec\.tsx?$/;

function filesUnder(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !notBuilt.test(name))
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A compiled file whose source was removed would still be found by imports and listings. */
function removeOrphans() {
  for (const file of [...filesUnder('dist/apps'), ...filesUnder('dist/libs')]) {
    const source = file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '');
    if (!['', '.ts', '.js', '.mjs'].some((end) => existsSync(join(root, `${source}${end}`)))) rmSync(join(root, file));
  }
}

/** `node scripts/build.mjs server|web` builds afresh. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await run(async () => {
    for (const which of process.argv.slice(2)) {
      rmSync(stampOf(which), { force: true });
      await ensureBuilt(which);
    }
  });
}
