import { readFile } from 'node:fs/promises';
import { readWorkbook } from '@xiaohao/documents';
import { buildWorkbook } from '../support/ledger-workbooks.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { pick, sees } from '../support/page-steps.js';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages('2026-07-01');
});
afterAll(async () => stage?.stop());

it('an empty workbook becomes a layout once its columns are looked over, and the ledger comes out in it', async () => {
  const workbook = await buildWorkbook([
    {
      name: '整改表',
      rows: [['XX年整改情况表'], ['序号', '具体问题', '责任科室', '整改时限', '完成情况', '上级文件', '台账编号']],
    },
  ]);
  const page = await stage.as('inspection');
  await page.goto('/tickets?kind=inspection_issue');
  await page.getByRole('button', { name: /导出/ }).click();
  await page.getByRole('link', { name: '管理版式' }).click();
  await sees(page, '还没有自己的版式');
  await page.getByRole('button', { name: '上传版式' }).click();
  const file = { name: '整改情况表.xlsx', mimeType: 'application/octet-stream', buffer: workbook };
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('no workbook') });
  await sees(page, '这不是可读取的表格文件');
  await page.locator('input[type=file]').setInputFiles(file);
  await sees(page, '1 列没有认出：上级文件');
  await page.getByLabel('F 上级文件').fill('来源');
  await pick(page.getByLabel('F 上级文件'), /^来源$/);
  await page.getByRole('button', { name: '保存版式' }).click();
  await page.getByRole('cell', { name: '整改情况表' }).waitFor();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByLabel('版式名称').fill('改名情况表');
  await page.getByRole('button', { name: '保存版式' }).click();
  await page.getByRole('cell', { name: '改名情况表' }).waitFor();
  await page.goto('/tickets?kind=inspection_issue');
  await page.getByRole('button', { name: /导出/ }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: /改名情况表/ }).click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toBe('改名情况表 2026-07-01.xlsx');
  const { sheets } = await readWorkbook(await readFile(await saved.path()));
  const texts = sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text));
  expect(texts[0]).toContain('2026年整改情况表');
  expect(texts[1]).toContain('上级文件');
  expect(stage.complaints).toEqual([]);
});
