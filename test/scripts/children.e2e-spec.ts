import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const scripts = join(__dirname, '../../scripts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
  writeFileSync(
    join(folder, 'keep.mjs'),
    `import { keepRunning } from '${scripts}/children.mjs';
     import { logFile } from '${scripts}/logs.mjs';
     const log = logFile('${folder}', 'child');
     const onGiveUp = (reason) => console.log('GAVE UP', reason);
     const child = keepRunning({ name: 'child', entry: '${folder}/child.mjs', env: process.env, log, onGiveUp });
     process.once('SIGTERM', () => child.stop().then(() => console.log('stopped')));`,
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('starts a child that died again, and stops it when asked', async () => {
  const marks = join(folder, 'marks');
  const supervisor = keep(`import { appendFileSync, existsSync } from 'node:fs';
    const again = existsSync('${marks}');
    appendFileSync('${marks}', 'begun ');
    if (!again) process.exit(7);
    process.on('SIGTERM', () => { appendFileSync('${marks}', 'asked '); process.exit(0); });
    process.send({ say: 'a line for the reader' });
    setInterval(() => {}, 1000);`);
  await supervisor.says('a line for the reader');
  expect(supervisor.output()).toContain('child ended (exit code 7)');
  supervisor.process.kill('SIGTERM');
  await supervisor.says('stopped');
  expect(readFileSync(marks, 'utf8')).toBe('begun begun asked ');
});

it('gives up after five quick deaths and shows the last lines', async () => {
  const supervisor = keep(`console.error('configuration wrong: SMTP_URL'); process.exit(1);`);
  await supervisor.says('GAVE UP');
  await supervisor.ended;
  expect(supervisor.output().match(/child ended \(exit code 1\)/g)).toHaveLength(5);
  expect(supervisor.output()).toMatch(/GAVE UP .* 5 times in a row.*child\.log\):\nconfiguration wrong: SMTP_URL/);
});

it('ends a child that listens to its channel when the supervisor is killed', async () => {
  const supervisor = keep(`process.once('disconnect', () => process.exit(0));
    process.send({ say: 'pid ' + process.pid });
    setInterval(() => {}, 1000);`);
  await supervisor.says('pid ');
  const pid = /pid (\d+)/.exec(supervisor.output())![1];
  supervisor.process.kill('SIGKILL');
  for (let tries = 0; isRunning(pid!) && tries < 100; tries++) await sleep(50);
  expect(isRunning(pid!)).toBe(false);
});

function keep(child: string) {
  writeFileSync(join(folder, 'child.mjs'), child);
  const supervisor = spawn(process.execPath, [join(folder, 'keep.mjs')]);
  const ended = once(supervisor, 'close');
  let text = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) stream.on('data', (part) => (text += part));
  const says = async (line: string) => {
    for (let tries = 0; !text.includes(line) && tries < 400; tries++) await sleep(50);
    expect(text).toContain(line);
  };
  return { process: supervisor, output: () => text, says, ended };
}

function isRunning(pid: string): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
