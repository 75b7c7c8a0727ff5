import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

interface Running {
  ownerUrl: string;
  appUrl: string;
  home: string;
  pid: number;
  adopted: boolean;
  refused?: string;
  supervisor: ChildProcess;
}

const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
const supervisors: ChildProcess[] = [];
const homes = new Set<string>();
const isRoot = process.getuid?.() === 0;

/** Open to the database account, as the place where a project lies usually is. */
const dataFolder = join(folder, 'open', 'data');
mkdirSync(join(folder, 'open'));
if (isRoot) for (const path of [folder, join(folder, 'open')]) chmodSync(path, 0o755);

beforeAll(async () => {
  const { supervisor } = await begin('start', dataFolder);
  await end(supervisor);
});

afterEach(async () => {
  for (const supervisor of supervisors.splice(0)) await end(supervisor);
  const left = serverOf(dataFolder);
  if (left) await end((await begin('start', dataFolder)).supervisor);
});

afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

describe('a supervisor', () => {
  it('finds on its next start what was stored before', async () => {
    const first = await begin('start', dataFolder);
    await query(first.ownerUrl, 'create table kept as select 42 as answer');
    await end(first.supervisor);
    expect(serverOf(dataFolder)).toBeNull();
    const second = await begin('start', dataFolder);
    expect(second.adopted).toBe(false);
    expect(await query(second.ownerUrl, 'table kept')).toEqual([{ answer: 42 }]);
  });

  it('adopts the server that outlived a killed supervisor, and stops it in the end', async () => {
    const killed = await begin('start', dataFolder);
    await kill(killed.supervisor);
    const next = await begin('start', dataFolder);
    expect(next).toMatchObject({ adopted: true, pid: killed.pid, appUrl: killed.appUrl });
    await end(next.supervisor);
    expect(isAlive(killed.pid)).toBe(false);
  });

  it('starts again after the server itself was killed', async () => {
    const killed = await begin('start', dataFolder);
    await kill(killed.supervisor);
    process.kill(killed.pid, 'SIGKILL');
    const next = await begin('start', dataFolder);
    expect(next.adopted).toBe(false);
    expect(await query(next.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not misled by a pid file whose number now belongs to another process', async () => {
    const stranger = spawn('sleep', ['60']);
    const cluster = join(dataFolder, 'postgres');
    const lines = [stranger.pid, cluster, 0, 5999, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
    const running = await begin('start', dataFolder);
    expect(running.adopted).toBe(false);
    expect(running.pid).not.toBe(stranger.pid);
    expect(isAlive(stranger.pid!)).toBe(true);
    await kill(stranger);
  });

  it('is refused where another one runs, which goes on undisturbed', async () => {
    const first = await begin('start', dataFolder);
    const second = await begin('start', dataFolder);
    expect(second.refused).toBe(
      `Xiaohao already runs on the data folder ${dataFolder} (process ${first.supervisor.pid}).`,
    );
    expect(await query(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is let in only once when several begin at the same moment after a crash', async () => {
    await kill((await begin('start', dataFolder)).supervisor);
    const all = await Promise.all([1, 2, 3, 4].map(() => begin('start', dataFolder)));
    expect(all.map(({ refused }) => Boolean(refused)).sort()).toEqual([false, true, true, true]);
  });

  it('wipes what an interrupted first start left', async () => {
    const fresh = join(folder, 'open', 'interrupted');
    mkdirSync(join(fresh, 'postgres.new'), { recursive: true });
    writeFileSync(join(fresh, 'postgres.new', 'PG_VERSION'), '18\n');
    const running = await begin('start', fresh);
    expect(await query(running.appUrl, 'select current_user as me')).toEqual([{ me: 'xiaohao_app' }]);
    expect(readdirSync(fresh)).not.toContain('postgres.new');
  });

  it('says in one line that a folder cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { refused } = await begin('start', join(file, 'data'));
    expect(refused).toMatch(/^The data folder .*\/file\/data cannot be written \(E\w+\): set XIAOHAO_DATA/);
  });

  it('begins no second database when the passwords of the first are gone', async () => {
    const secret = join(dataFolder, 'database.secret');
    const kept = readFileSync(secret);
    rmSync(secret);
    const { refused } = await begin('start', dataFolder);
    writeFileSync(secret, kept, { mode: 0o600 });
    expect(refused).toContain('database.secret');
  });
});

describe('the cluster', () => {
  it('lies in the data folder, or, where the database account cannot enter, elsewhere with a pointer', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const data = join(closed, 'data');
    const first = await begin('start', data);
    if (isRoot) homes.add(first.home);
    const pointer = join(data, 'postgres.location');
    expect(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : data).toBe(first.home);
    expect(first.home === data).toBe(!isRoot);
    await query(first.ownerUrl, 'create table kept as select 1 as one');
    await end(first.supervisor);
    const second = await begin('start', data);
    expect(second.home).toBe(first.home);
    expect(await query(second.ownerUrl, 'table kept')).toEqual([{ one: 1 }]);
  });

  it('gives the application a role that owns nothing and keeps both passwords to its owner', async () => {
    const running = await begin('start', dataFolder);
    await expect(query(running.appUrl, 'create table intruder (id int)')).rejects.toThrow(/permission denied/);
    expect(statSync(join(dataFolder, 'database.secret')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(dataFolder).mode & 0o007).toBe(0);
  });

  it('counts days in Shanghai and sorts without a foreign library', async () => {
    const running = await begin('start', dataFolder);
    expect(
      await query(
        running.appUrl,
        `select current_setting('TimeZone') as zone, datlocprovider as provider
        from pg_database where datname = 'xiaohao'`,
      ),
    ).toEqual([{ zone: 'Asia/Shanghai', provider: 'b' }]);
  });
});

describe('a guest', () => {
  it('starts the server where none runs, and the last guest to leave stops it', async () => {
    const first = await begin('use', dataFolder);
    const second = await begin('use', dataFolder);
    expect([first.adopted, second.adopted]).toEqual([false, true]);
    await end(first.supervisor);
    expect(isAlive(first.pid)).toBe(true);
    await end(second.supervisor);
    expect(isAlive(first.pid)).toBe(false);
  });

  it('leaves a supervised server running', async () => {
    const supervised = await begin('start', dataFolder);
    const guest = await begin('use', dataFolder);
    expect(guest).toMatchObject({ adopted: true, pid: supervised.pid });
    await end(guest.supervisor);
    expect(isAlive(supervised.pid)).toBe(true);
  });

  it('that was killed does not keep the server running for ever', async () => {
    const killed = await begin('use', dataFolder);
    await kill(killed.supervisor);
    const next = await begin('use', dataFolder);
    await end(next.supervisor);
    expect(isAlive(killed.pid)).toBe(false);
  });
});

async function begin(mode: 'start' | 'use', data: string): Promise<Running> {
  const supervisor = fork(join(__dirname, 'supervisor.mjs'), [mode, data], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  supervisors.push(supervisor);
  const [message] = (await once(supervisor, 'message')) as [Running];
  return { ...message, supervisor };
}

async function end(process: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  process.kill(signal);
  await exit;
}

const kill = (process: ChildProcess) => end(process, 'SIGKILL');

function serverOf(data: string): number | null {
  const file = join(data, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
