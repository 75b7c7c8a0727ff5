import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../support/free-port.mjs';

interface Started {
  ended: Promise<number | null>;
  output: () => string;
  says: (line: string) => Promise<void>;
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'start-'));
const scripts: Started[] = [];
let port: number;
let data: string;

beforeAll(() => mkdirSync(folder, { recursive: true }));
beforeEach(async () => {
  port = await freePort();
  data = join(tmpdir(), `start-data-${process.pid}-${port}`);
});
afterEach(async () => {
  for (const started of scripts.splice(0)) await started.end();
  rmSync(data, { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('serves the page and the API and names a link for the first use; a start after a kill recovers and names another', async () => {
    const ready = `Xiaohao is ready at http://127.0.0.1:${port}\n`;
    const first = script('start');
    const former = await linkOf(first);
    expect(first.output().indexOf(ready)).toBeLessThan(first.output().indexOf(former));
    expect(former).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/first-use\\?code=[\\w-]{22,}$`));
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/api/health/ready')).toBe(200);
    const server = serverPid();
    await first.end('SIGKILL');

    const second = script('start');
    const link = await linkOf(second);
    expect(serverPid()).toBe(server);
    expect(await statusOf('/api/health/ready')).toBe(200);
    expect(await firstUse(former)).toBe(403);
    expect(await firstUse(link)).toBe(201);
    expect(await second.end('SIGTERM')).toBe(0);
    await expect(statusOf('/')).rejects.toThrow();
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);

    const third = script('start');
    await third.says(ready);
    await sleep(2_000);
    expect(await third.end()).toBe(0);
    expect(third.output()).not.toContain('first-use');
  }, 240_000);

  it('names PORT in one line when the port is in use, and starts nothing', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const started = script('start');
    expect(await started.ended).toBe(1);
    other.close();
    expect(started.output()).toMatch(/^Port \d+ is in use by another program: .* PORT=\d+ npm start\n$/);
    expect(existsSync(join(data, 'postgres'))).toBe(false);
  });

  it('says in one line what is wrong with PORT', async () => {
    const started = script('start', [], { PORT: 'eighty' });
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe('PORT must be a number from 1 to 65535; it is "eighty".\n');
  });
});

describe('npm run xiaohao', () => {
  it('needs no database for help and for the preview of an import', async () => {
    const help = script('xiaohao', ['--help']);
    expect(await help.ended).toBe(0);
    const preview = script('xiaohao', ['import', join(folder, 'missing.xlsx')]);
    expect(await preview.ended).toBe(1);
    expect(preview.output()).toContain('missing.xlsx');
    expect(existsSync(data)).toBe(false);
  }, 120_000);

  it('starts a database for a command that needs one and stops it afterwards', async () => {
    const verify = script('xiaohao', ['verify']);
    expect(await verify.ended).toBe(0);
    expect(existsSync(join(data, 'postgres/PG_VERSION'))).toBe(true);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  }, 120_000);

  it('gives back the exit code of the command, and starts nothing for a mistyped one', async () => {
    expect(await script('xiaohao', ['improt']).ended).toBe(2);
    expect(existsSync(data)).toBe(false);
  }, 120_000);
});

/** One of our scripts on a data folder and a port of its own, without the demo bureau. */
function script(name: 'start' | 'xiaohao', args: string[] = [], more = {}): Started {
  const own = { XIAOHAO_DATA: data, PORT: String(port), XIAOHAO_DEMO: '0', DATABASE_URL: '', HOST: '' };
  const child = spawn(process.execPath, [join(root, `scripts/${name}.mjs`), ...args], {
    cwd: folder,
    env: { ...process.env, ...own, ...more },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const started: Started = {
    ended,
    output: () => text,
    async says(line: string) {
      while (!text.includes(line) && child.exitCode === null) await sleep(50);
      expect(text).toContain(line);
    },
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
  scripts.push(started);
  return started;
}

async function linkOf(started: Started): Promise<string> {
  await started.says('/first-use?code=');
  return /\S*:\/\/\S+\/first-use\?code=\S+/.exec(started.output())![0].replace(/^.*?(?=http)/, '');
}

async function firstUse(link: string): Promise<number> {
  const body = {
    code: new URL(link).searchParams.get('code'),
    bureauName: '青河区应急管理局',
    administrator: { username: 'cheng', name: '程若兰', password: 'a-password-of-my-own' },
    sections: ['办公室'],
    keepsLedger: true,
  };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${port}/api/first-use`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return answer.status;
}

const statusOf = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then(({ status }) => status);
const serverPid = () => readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0];
