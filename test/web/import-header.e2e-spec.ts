import { openPages, type PageStage } from '../support/page-stage.js';
import { pick, sees } from '../support/page-steps.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

const today = '2026-07-01';

let stage: PageStage;
let worker: WorkerProcess;
beforeAll(async () => {
  stage = await openPages(today);
  worker = startWorker({
    DATABASE_URL: stage.api.appUrl,
    XIAOHAO_DATA: stage.api.dataFolder,
    XIAOHAO_SECRET: 's'.repeat(64),
    XIAOHAO_TODAY: today,
  });
  await worker.ready;
});
afterAll(async () => {
  await worker?.kill();
  await stage?.stop();
});

it('a sheet without a recognisable header is read once a person points at it', async () => {
  const workbook = await buildWorkbook([
    {
      name: '毛病',
      rows: [
        ['2026年上半年自查的毛病'],
        ['第几', '啥毛病', '谁来办', '啥时候'],
        ['1', '灭火器过期', '危化科', '7月底'],
        ['2', '通道堵塞', '危化科', '8月底'],
      ],
    },
  ]);
  const page = await stage.as('inspection');
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '自查.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByRole('button', { name: '读取并核对' }).click();
  await sees(page, '表头在“毛病”的哪一行？');
  // The row that looks like the header is chosen already.
  await page.getByRole('button', { name: /第\s*2\s*行/, pressed: true }).waitFor();
  await pick(page.locator('.form-end').getByRole('combobox'), /^B 啥毛病/);
  await page.getByRole('button', { name: '以第 2 行为表头读取' }).click();
  await page.getByRole('button', { name: /入库 2 件/ }).waitFor();
  await sees(page, '灭火器过期');
  expect(stage.complaints).toEqual([]);
});
