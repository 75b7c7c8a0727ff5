import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ThreadWork } from './thread-work.js';

const thread = `
  import { once } from 'node:events';
  import { parentPort } from 'node:worker_threads';
  const [{ task }] = await once(parentPort, 'message');
  const answers = {
    double: () => ({ result: task.of * 2 }),
    refuse: () => ({ code: 'pdfFailed', details: { reason: '没有字' }, cause: 'Error: as it was' }),
    fail: () => { throw new Error('gone'); },
    hoard: () => { const all = []; for (;;) all.push(new Array(1e5).fill(0).map((_, at) => 'x' + at)); },
    leave: () => process.exit(0),
    loop: () => { for (;;); },
    parts: async () => {
      for (let part = 1; part <= task.of; part += 1) {
        parentPort.postMessage({ part });
        await once(parentPort, 'message');
      }
      return { result: 0 };
    },
    last: () => { parentPort.postMessage({ part: 1 }); return { result: 0 }; },
    begin: () => { parentPort.postMessage({ part: 1 }); for (;;); },
  };
  parentPort.postMessage(await answers[task.what]());`;

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

const turn = () => new Promise((resolve) => setImmediate(resolve));
const here = () => Promise.reject(new Error('not here'));
const workIn = (timeoutMs = 60_000) =>
  new ThreadWork<Task, number, number>(file, { timeoutMs, memoryMb: 32, atOnce: 2 }, 'pdfFailed', here);

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

  it('gives parts before its end, each taken before the next is sent and all of them before it counts as done', async () => {
    const taken: number[] = [];
    const take = async (part: number) => {
      await turn();
      taken.push(part);
    };
    expect(await workIn().run({ what: 'parts', of: 9 }, { take })).toBe(0);
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await workIn().run({ what: 'last' }, { take })).toBe(0);
    expect(taken).toHaveLength(10);
  });

  it('ends where a part could not be taken, or somebody stops it, however long it would go on', async () => {
    const full = () => Promise.reject(new Error('full'));
    for (const what of ['begin', 'last']) await expect(workIn().run({ what }, { take: full })).rejects.toThrow('full');
    const stop = new AbortController();
    let taken = false;
    const take = async () => {
      stop.abort(new Error('stopped'));
      await turn();
      taken = true;
    };
    await expect(workIn().run({ what: 'begin' }, { take, signal: stop.signal })).rejects.toThrow('stopped');
    // What was being taken is done with: it may use what the caller closes now.
    expect(taken).toBe(true);
    await expect(workIn().run({ what: 'loop' }, { signal: stop.signal })).rejects.toThrow('stopped');
  });

  it('is done by one that is kept for a while, unless the last failed; two at once are two', async () => {
    const counting = pathToFileURL(join(folder, 'counting.mjs'));
    writeFileSync(
      join(folder, 'counting.mjs'),
      `import { parentPort } from 'node:worker_threads';
       let count = 0;
       parentPort.on('message', ({ task }) => {
         if (task === 'fail') throw new Error('gone');
         parentPort.postMessage({ result: (count += 1) });
       });`,
    );
    const workFor = (keepMs: number) => {
      const bounds = { timeoutMs: 60_000, memoryMb: 32, atOnce: 2, keepMs };
      return new ThreadWork<string, number>(counting, bounds, 'pdfFailed', here);
    };
    const work = workFor(60_000);
    expect([await work.run('count'), await work.run('count')]).toEqual([1, 2]);
    expect((await Promise.all([work.run('count'), work.run('count')])).sort()).toEqual([1, 3]);
    await expect(work.run('fail')).rejects.toMatchObject({ code: 'pdfFailed' });
    expect(await work.run('count')).toBe(1);
    const briefly = workFor(1);
    await briefly.run('count');
    do await new Promise((resolve) => setTimeout(resolve, 10));
    while ((await briefly.run('count')) > 1);
    await expect(work.run('fail')).rejects.toMatchObject({ code: 'pdfFailed' });
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
    const first = work.run('a', { whose: '甲' });
    expect(await codeOf(work.run('b', { whose: '甲' }))).toBe('busyWithYours');
    const second = codeOf(work.run('b', { whose: '乙' }));
    expect(await codeOf(work.run('c', { whose: '丙' }))).toBe('busy');
    expect(await second).toBe('busy');
    enders[0]!();
    expect(await first).toBe('a');
    const again = work.run('d', { whose: '乙' });
    enders[1]!();
    expect(await again).toBe('d');
  });
});
