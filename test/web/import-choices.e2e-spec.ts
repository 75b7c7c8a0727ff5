import type { Page } from 'playwright-core';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { pick, sees } from '../support/page-steps.js';

const today = '2026-07-01';

let stage: PageStage;
let imports: ImportStage;
let page: Page;
beforeAll(async () => {
  stage = await openPages(today);
  imports = await openImportStage(stage.api, today);
  page = await stage.as('inspection');
});
afterAll(async () => {
  await imports?.close();
  await stage?.stop();
});

const headings = ['序号', '存在问题', '责任科室', '落实处', '整改时限', '完成情况'];
const rowsOf = (title: string, lead: string) => [headings, ['1', title, lead, '减灾救灾科', '2026年9月30日', '推进中']];
const openPage = async (name: string, sheets: Parameters<typeof buildWorkbook>[0]) => {
  const file = await buildWorkbook(sheets);
  const { body } = await imports.preview(stage.api.as('inspection'), file, {}, name);
  await page.goto(`/imports/${body.id}`);
};
/** The file is read again by a job; the page hears of it. */
const reread = () => imports.runJobs();
const commitButton = (count: number) => page.getByRole('button', { name: new RegExp(`入库 ${count} 件`) });

it('a unit nobody knows is given one there is, or a new one, and no row waits any more', async () => {
  await openPage('单位.xlsx', [
    { name: '自查', rows: [...rowsOf('甲事', '危化品科'), ['2', '乙事', '新设监察室', '', '', '推进中']] },
  ]);
  await sees(page, '未登记的单位 2');
  await pick(page.getByLabel('“危化品科”是哪个单位'), /^危化科$/);
  await commitButton(1).waitFor();
  await sees(page, '未登记的单位 1');
  await sees(page, '单位名称已确定 1');
  await pick(page.getByLabel('“新设监察室”是哪个单位'), /^新建为科室$/);
  await commitButton(2).waitFor();
  expect(await commitButton(2).isEnabled()).toBe(true);
  expect(stage.complaints).toEqual([]);
});

it('who leads is written into several rows at once, in a column the ledger has not', async () => {
  const rows = ['甲事', '乙事', '丙事'].map((title, at) => [`${at + 1}`, title, '2026年9月30日', '推进中']);
  await openPage('无单位.xlsx', [{ name: '一', rows: [['序号', '存在问题', '整改时限', '完成情况'], ...rows] }]);
  await page.getByText('补填牵头单位、时限、责任人').click();
  await page.getByRole('button', { name: '补上这一列' }).click();
  await sees(page, '正在读取');
  await reread();
  await page.getByLabel('行号').fill('2、4-9');
  await page.getByLabel('填入的内容').fill('危化科');
  await page.getByRole('button', { name: '填入 2 行' }).click();
  for (const row of [2, 4]) await page.locator(`[data-row="${row}"]`).getByText('危化科').waitFor();
  expect(await page.locator('[data-row="3"]').getByText('危化科').count()).toBe(0);
  expect(stage.complaints).toEqual([]);
});

it('what waits in another sheet is one click away', async () => {
  await openPage('两张表.xlsx', [
    { name: '一', rows: rowsOf('甲事', '危化科') },
    { name: '二', rows: [...rowsOf('乙事', '不知何科'), ['2', '丙事', '不知何科', '', '', '推进中']] },
  ]);
  await page.getByRole('button', { name: '去处理“二”表' }).click();
  await page.getByRole('button', { name: '下一处需处理' }).waitFor();
  await page.locator('[data-row="2"]', { hasText: '乙事' }).waitFor();
  expect(stage.complaints).toEqual([]);
});

it('a sheet left out is read after all, and a read one left out; a year counts from Enter on', async () => {
  await openPage('几张表.xlsx', [
    { name: '一', rows: rowsOf('甲事', '危化科') },
    { name: '二', rows: rowsOf('乙事', '危化科'), hidden: true },
  ]);
  await page.getByRole('button', { name: /^二/ }).click();
  await sees(page, '此表未读：隐藏的工作表');
  await page.getByRole('button', { name: '仍读此表' }).click();
  await sees(page, '正在读取');
  await reread();
  await commitButton(2).waitFor();
  await page.getByRole('button', { name: '一', exact: true }).click();
  await page.getByRole('button', { name: '不读此表' }).click();
  await sees(page, '正在读取');
  await reread();
  await commitButton(1).waitFor();
  // A year is taken when Enter is pressed, without a click elsewhere.
  await page.getByLabel('年份').fill('2025');
  await page.getByLabel('年份').press('Enter');
  await sees(page, '正在读取');
  await reread();
  await commitButton(1).waitFor();
  expect(stage.complaints).toEqual([]);
});

it('what was made of the columns is used for the next file, said, and can be done without and deleted', async () => {
  await openPage('上半年.xlsx', [{ name: '自查', rows: rowsOf('丙事', '危化科') }]);
  await pick(page.getByLabel('D 列的含义'), /^牵头单位/);
  await sees(page, '正在读取');
  await reread();
  await commitButton(1).click();
  await sees(page, '正在入库');
  await reread();
  await sees(page, '已入库');

  await openPage('下半年.xlsx', [{ name: '自查', rows: rowsOf('丁事', '危化科') }]);
  await sees(page, '按上次的列含义读取（上半年.xlsx）');
  await page.getByRole('button', { name: '不使用' }).click();
  await sees(page, '正在读取');
  await reread();
  await sees(page, '未使用上次的列含义（上半年.xlsx）');

  await page.goto('/imports');
  await sees(page, '记住的列含义');
  await page.getByRole('button', { name: '删除“上半年.xlsx”的列含义' }).click();
  await page.getByText('记住的列含义').waitFor({ state: 'detached' });
  expect(stage.complaints).toEqual([]);
});

it('a sheet that names no problem asks which column it is, with the best guess ready', async () => {
  const rows = [
    ['序号', '类别', '防控要求', '整改措施', '责任科室', '整改时限'],
    ['1', '采购', '采购申请和验收由两人分别办理', '印发办法', '危化科', '2026年9月30日'],
    ['2', '采购', '合同用印一律登记台账备查', '补登记', '危化科', '2026年9月30日'],
    ['3', '采购', '合同变更须重新审核', '补审核', '危化科', '2026年9月30日'],
  ];
  await openPage('无问题列.xlsx', [{ name: '自查', rows }]);
  const question = page.getByLabel('哪一列写的是问题（任务）？');
  await question.getByRole('button', { name: 'C 列是问题（任务）' }).waitFor();
  await sees(page, '就是这一列');
  await question.getByRole('button', { name: 'D 列是问题（任务）' }).click();
  await sees(page, '正在读取');
  await reread();
  await page.locator('[data-row="2"]', { hasText: '印发办法' }).waitFor();
  await question.waitFor({ state: 'detached' });
  expect(stage.complaints).toEqual([]);
});

it('a storing that is refused says why, and that the rows were compared again', async () => {
  const sheets = [{ name: '自查', rows: rowsOf('戊事', '危化科') }];
  await openPage('甲的.xlsx', sheets);
  await commitButton(1).waitFor();
  const inspection = stage.api.as('inspection');
  const { body: other } = await imports.preview(inspection, await buildWorkbook(sheets), {}, '甲的.xlsx');
  await inspection.post(`/api/imports/${other.id}/commit`);
  await imports.runJobs();
  await commitButton(1).click();
  await sees(page, '正在入库');
  await reread();
  await sees(page, '没有任何内容入库');
  expect(stage.complaints).toEqual([]);
});
