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

it('a sheet with rows that was left unread is named beside the button that stores, with a way to it', async () => {
  const workbook = await buildWorkbook([
    {
      name: '台账',
      rows: [
        ['序号', '问题', '责任单位', '整改时限'],
        ['1', '台账漏记两条', '危化科', '2026年7月31日'],
      ],
    },
    {
      name: '毛病二',
      rows: [
        ['第几', '啥毛病', '谁来办', '啥时候'],
        ['1', '灭火器失效', '危化科', '7月底'],
      ],
    },
    { name: '填表说明', rows: [['填表说明'], ['请按实填写']] },
  ]);
  const page = await stage.as('inspection');
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '两张表.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByRole('button', { name: '读取并核对' }).click();
  await page.locator('.check-foot').getByRole('button', { name: '另有 1 张工作表未读（毛病二）' }).click();
  await page.getByRole('button', { name: /^毛病二\s*（未读）/, pressed: true }).waitFor();
  await sees(page, '此表未读：没有找到表头');
});

it('a column nobody understood that looks like units is named beside the button that stores, and gone with one click', async () => {
  const workbook = await buildWorkbook([
    {
      name: '台账',
      rows: [
        ['序号', '问题', '责任单位', '整改时限', '搭把手的'],
        ['1', '台账漏记三条', '危化科', '2026年7月31日', '执法大队'],
        ['2', '演练没有记录', '危化科', '2026年8月31日', '执法大队'],
      ],
    },
  ]);
  const page = await stage.as('inspection');
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByRole('button', { name: '读取并核对' }).click();
  const named = page.locator('.check-foot').getByRole('button', { name: '有 1 列没有认出，像有用的内容（搭把手的）' });
  await named.waitFor();
  await sees(page, '像是“配合单位”');
  await page.getByRole('region', { name: '未识别的列 1' }).getByRole('button', { name: '配合单位' }).click();
  await named.waitFor({ state: 'detached' });
});

it('a row tells the item it stands under and the state that no cell of it words', async () => {
  const workbook = await buildWorkbook([
    {
      name: '台账',
      rows: [
        ['序号', '问题', '责任单位', '整改时限', '销号时间'],
        ['一、值班值守方面'],
        ['1', '值班表未上墙', '危化科', '2026年6月30日', '2026年6月20日'],
        ['2', '值班电话无人接', '危化科', '2026年7月31日', ''],
      ],
    },
  ]);
  const page = await stage.as('inspection');
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '值班.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
  await page.getByRole('button', { name: '读取并核对' }).click();
  const told = (row: number) => page.locator(`tr[data-row="${row}"] .row-decided small`);
  await told(3).waitFor();
  expect(await told(3).innerText()).toMatch(/^一、值班值守方面 · 已销号$/);
  expect(await told(4).innerText()).toMatch(/^一、值班值守方面 · 未写明$/);
});
