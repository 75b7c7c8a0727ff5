import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ThreadWork } from './thread-work.js';

const thread = `
  import { parentPort, workerData } from 'node:worker_threads';
  const answers = {
    double: () => ({ result: workerData.of * 2 }),
    refuse: () => ({ code: 'pdfFailed', details: { reason: '没有字' }, cause: 'Error: as it was' }),
    fail: () => { throw new Error('gone'); },
    hoard: () => { const all = []; for (;;) all.push(new Array(1e5).fill(0).map((_, at) => 'x' + at)); },
    leave: () => process.exit(0),
    loop: () => { for (;;); },
  };
  parentPort.postMessage(answers[workerData.what]());`;

interface Task {
  what: string;
  of?: number;
}

let folder: string;
let file: URL;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-thread-'));
  writeFileSync(join(folder, 'thread.mjs'), thread);
  file = pathToFileURL(join(folder, 'thread.mjs'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const here = () => Promise.reject(new Error('not here'));
const workIn = (timeoutMs = 60_000) =>
  new ThreadWork<Task, number>(file, { timeoutMs, memoryMb: 32, atOnce: 2 }, 'pdfFailed', here);

describe('work in threads', () => {
  it('gives its result, or the refusal as it is', async () => {
    expect(await workIn().run({ what: 'double', of: 21 })).toBe(42);
    await expect(workIn().run({ what: 'refuse' })).rejects.toMatchObject({
      code: 'pdfFailed',
      details: { reason: '没有字' },
      cause: 'Error: as it was',
    });
  });

  it('that fails, takes too much memory or too long, or ends without an answer is refused', async () => {
    const reasonOf = (what: string, timeoutMs?: number) =>
      workIn(timeoutMs)
        .run({ what })
        .catch(({ code, details }: { code: string; details: { reason: string } }) => `${code} ${details.reason}`);
    expect(await Promise.all(['fail', 'leave', 'hoard'].map((what) => reasonOf(what)))).toEqual([
      'pdfFailed 程序出错，详情已记入服务器日志',
      'pdfFailed 程序出错，详情已记入服务器日志',
      'pdfFailed 文件太复杂，内存不足，已停止',
    ]);
    expect(await reasonOf('loop', 50)).toBe('pdfFailed 超过 0.05 秒未完成，已停止');
  });

  it('is done by so many at once; who waits has a turn once one ended, well or badly', async () => {
    const heard: string[] = [];
    const enders = new Map<string, (well: boolean) => void>();
    const work = new ThreadWork<string, string>(
      new URL('not-built.js', file),
      { timeoutMs: 0, memoryMb: 0, atOnce: 2 },
      'pdfFailed',
      (task) => {
        heard.push(task);
        return new Promise((resolve, reject) => {
          enders.set(task, (well) => (well ? resolve(task) : reject(new Error(task))));
        });
      },
    );
    const all = Promise.allSettled(['a', 'b', 'c', 'd'].map((task) => work.run(task)));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    await turn();
    expect(heard).toEqual(['a', 'b']);
    enders.get('a')!(false);
    await turn();
    expect(heard).toEqual(['a', 'b', 'c']);
    for (const task of ['b', 'c']) enders.get(task)!(true);
    await turn();
    enders.get('d')!(true);
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('keeps so many waiting, so long, and one of each person; the others are told to come again', async () => {
    const enders: (() => void)[] = [];
    const work = new ThreadWork<string, string>(
      new URL('not-built.js', file),
      { timeoutMs: 0, memoryMb: 0, atOnce: 1, queue: { most: 1, waitMs: 20 } },
      'pdfFailed',
      (task) => new Promise((resolve) => enders.push(() => resolve(task))),
    );
    const codeOf = (run: Promise<string>) => run.catch(({ code }: { code: string }) => code);
    const first = work.run('a', '甲');
    expect(await codeOf(work.run('b', '甲'))).toBe('busyWithYours');
    const second = codeOf(work.run('b', '乙'));
    expect(await codeOf(work.run('c', '丙'))).toBe('busy');
    expect(await second).toBe('busy');
    enders[0]!();
    expect(await first).toBe('a');
    const again = work.run('d', '乙');
    enders[1]!();
    expect(await again).toBe('d');
  });
});
