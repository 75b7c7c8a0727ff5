import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { select } from '@xiaohao/database';
import { migrateQueue } from '@xiaohao/jobs';
import { ledgerReader } from '@xiaohao/ledgers';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { until } from '../support/job-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

jest.setTimeout(180_000);

const today = '2026-07-01';
const built = pathToFileURL(resolve('dist/libs/ledgers/src/reading/reading-thread.js'));
const bounds = { ledgerSeconds: 300, ledgerMb: 1024 };
let api: TestApi;
const stages: ImportStage[] = [];
let stage: ImportStage;
let worker: WorkerProcess | null = null;
const folder = mkdtempSync(join(tmpdir(), 'xiaohao-endless-'));

beforeAll(async () => {
  api = await bootApi(today);
  await migrateQueue(api.ownerUrl);
  stage = await stageWith(ledgerReader(bounds, built));
});
afterEach(async () => {
  await worker?.kill();
  worker = null;
});
afterAll(async () => {
  for (const one of stages) await one.close();
  await api.stop();
  rmSync(folder, { recursive: true });
});

async function stageWith(reader: ReturnType<typeof ledgerReader>): Promise<ImportStage> {
  const opened = await openImportStage(api, today, reader);
  stages.push(opened);
  return opened;
}

const office = () => api.as('inspection');
const stateOf = async (id: string) => (await office().get(`/api/imports/${id}`)).body;
const stored = async (id: string) =>
  (await select(api.owner, 'select 1 from ledger_import_row where import_id = $1', [id])).length;

const headings = ['序号', '存在问题', '整改措施', '责任科室', '整改时限', '完成情况'];
const rowsOf = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => [
    String(at + 1),
    `第${from + at}个问题：台账更新不及时`,
    '逐项核对',
    '危化科',
    '2026年9月30日',
    '正在推进',
  ]);
const ledger = (count: number) => buildWorkbook([{ name: '自查', rows: [headings, ...rowsOf(count)] }]);
/** More than anybody writes, and quick to make. */
const hugeLedger = () => Buffer.from([headings, ...rowsOf(60_000)].map((cells) => cells.join(',')).join('\n'));

/** A thread in place of the reader: what a file could make of it that nobody has thought of yet. */
function strangeThread(name: string, does: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${does} });`,
  );
  return pathToFileURL(file);
}
const endless = () => strangeThread('endless', `parentPort.postMessage({ part: { all: 9 } }); for (;;);`);

async function upload(file: Buffer, name: string): Promise<string> {
  return (await office().upload('/api/imports', [{ name, content: file }])).body.id;
}

/** What the job of a reading makes of an import. */
async function readBy(one: ImportStage, name: string) {
  const id = await upload(await ledger(2), name);
  await one.jobs.read(id);
  return stateOf(id);
}

describe('a ledger is read in a thread of its own', () => {
  it('as it is read here: sheets, rows, findings, and refusals in the same words', async () => {
    const here = await stageWith(ledgerReader(bounds, new URL('none.js', built)));
    const sheets = [
      { name: '一', rows: [['第三轮巡察反馈问题整改台账（2026年）'], headings, ...rowsOf(620)] },
      { name: '二', rows: [headings, ...rowsOf(3, 600), ['合计', '3']] },
      { name: '说明', rows: [['填表说明']] },
    ];
    const file = await buildWorkbook(sheets);
    const [mine, theirs] = await Promise.all(
      [here, stage].map(async (one) => {
        const id = await upload(file, '整改台账.xlsx');
        await one.jobs.read(id);
        const rows = await select(
          api.owner,
          'select no, decision, ticket from ledger_import_row where import_id = $1 order by no',
          [id],
        );
        const { status, counts, sheets: read, ignored } = await stateOf(id);
        return { status, counts, read, ignored, rows };
      }),
    );
    expect(mine).toMatchObject({ status: 'ready', counts: { tickets: 623 } });
    expect(theirs).toEqual(mine);
    const nothing = await buildWorkbook([{ name: '空', rows: [['这里没有台账']] }]);
    const failures = await Promise.all(
      [here, stage].map(async (one) => {
        const id = await upload(nothing, '空.xlsx');
        await one.jobs.read(id);
        return (await stateOf(id)).failure;
      }),
    );
    expect(failures[0].code).toBe('noHeader');
    expect(failures[1]).toEqual(failures[0]);
  });

  it.each<[what: string, reason: string, thread: () => URL, tight: object]>([
    ['never ends', '超过 1 秒未完成', endless, { ledgerSeconds: 1 }],
    [
      'fills the memory',
      '内存不足',
      () =>
        strangeThread('hoard', `const all = []; for (;;) all.push(Array.from({ length: 1e5 }, (_, at) => 'x' + at));`),
      { ledgerMb: 32 },
    ],
  ])('that %s fails with its name and what to do, and nothing of it is kept', async (_, reason, thread, tight) => {
    const bounded = await stageWith(ledgerReader({ ...bounds, ...tight }, thread()));
    const { status, failure, tickets } = await readBy(bounded, '甲乙台账.xlsx');
    expect([status, failure.code, tickets]).toEqual(['failed', 'ledgerUnread', []]);
    expect(failure.message).toContain('“甲乙台账.xlsx”没有读完');
    expect(failure.message).toContain(reason);
    expect(failure.message).toContain('拆成几份');
    expect(failure.message).not.toMatch(/[{}]|undefined/);
  });

  it('is tried again where the trouble is ours, and is not said to be the fault of the file', async () => {
    const broken = await stageWith(ledgerReader(bounds, strangeThread('broken', `throw new Error('our mistake');`)));
    const id = await upload(await ledger(2), '台账.xlsx');
    await expect(broken.jobs.read(id)).rejects.toThrow('our mistake');
    expect(await stateOf(id)).toMatchObject({ status: 'running', failure: null });
    await stage.jobs.read(id);
    expect(await stateOf(id)).toMatchObject({ status: 'ready', counts: { tickets: 2 } });
  });

  it('ends when somebody cancels it, however long it would go on', async () => {
    const slow = await stageWith(ledgerReader(bounds, endless()));
    const id = await upload(await ledger(2), '台账.xlsx');
    const reading = slow.jobs.read(id);
    await until(async () => (await stateOf(id)).progress === 20, 'it is told how many rows there are');
    expect((await office().post(`/api/imports/${id}/cancel`)).status).toBe(200);
    // Nothing else ends this thread.
    await reading;
    expect(await stateOf(id)).toMatchObject({ status: 'failed', failure: { code: 'importCancelled' } });
    expect(await stored(id)).toBe(0);
  });
});

describe('the worker that reads a ledger past its bounds', () => {
  const begin = async (environment: Record<string, string>) => {
    worker = startWorker({
      DATABASE_URL: api.appUrl,
      XIAOHAO_DATA: api.dataFolder,
      XIAOHAO_SECRET: 's'.repeat(64),
      XIAOHAO_TODAY: today,
      ...environment,
    });
    await worker.ready;
  };

  it.each([
    ['time', { XIAOHAO_LEDGER_SECONDS: '1' }, '超过 1 秒未完成'],
    ['memory', { XIAOHAO_LEDGER_MB: '48' }, '内存不足'],
  ])('of %s refuses it, and does its other jobs', async (_, environment, reason) => {
    const small = await upload(await ledger(2), '小台账.xlsx');
    await stage.runJobs();
    const huge = await upload(hugeLedger(), '大台账.csv');
    expect((await office().post(`/api/imports/${small}/commit`)).status).toBe(200);
    await begin(environment);
    await until(async () => (await stateOf(small)).status === 'committed', 'the small one is stored');
    await until(async () => (await stateOf(huge)).status === 'failed', 'the huge one is refused');
    expect((await stateOf(huge)).failure.message).toMatch(new RegExp(`^“大台账.csv”没有读完：.*${reason}`));
    expect(await stored(huge)).toBe(0);
    await until(async () => worker!.finished('import.read') === 1, 'its job is done, not tried again');
  });
});
