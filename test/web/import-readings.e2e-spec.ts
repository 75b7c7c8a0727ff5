import type { Page } from 'playwright-core';
import { desk, phone } from '../support/browser.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { overflow } from '../support/page-steps.js';

/** A browser on a busy machine takes its time. */
jest.setTimeout(180_000);

const today = '2026-07-01';
let stage: PageStage;
let imports: ImportStage;
let page: Page;
let id: string;
beforeAll(async () => {
  stage = await openPages(today);
  imports = await openImportStage(stage.api, today);
  page = await stage.as('inspection');
  const head = ['序号', '整改措施', '完成时限', '责任单位', '整改进展', '存在问题'];
  const rows = [
    head,
    ['1', '修订制度', '2026年8月15日', '危化科、工贸安全科（配合）', '已联系校验单位', '制度不健全'],
    ['', '开展督查', '2026年9月30日', '危化科', '', ''],
    ['2', '逐项核对', '立行立改', '危化科', '已联系校验单位', '档案不全'],
  ];
  const merges = ['A2:A3', 'E2:E3', 'F2:F3'];
  const { body } = await imports.preview(
    stage.api.as('inspection'),
    await buildWorkbook([{ name: '台账', rows, merges }]),
    { kind: 'inspection_issue' },
    '某轮整改.xlsx',
  );
  id = body.id;
}, 60_000);
afterAll(async () => {
  await imports?.close();
  await stage?.stop();
}, 30_000);

const cell = (row: number, letter: string) => page.locator(`[data-row="${row}"] [data-cell="${letter}"]`);

it('columns a row is checked by come first, whatever their order in the file, and every row says what was read and why', async () => {
  await page.goto(`/imports/${id}`);
  await cell(2, 'F').waitFor();
  const letters = await page
    .locator('[data-row="2"] [data-cell]')
    .evaluateAll((cells) => cells.map((one) => (one as HTMLElement).dataset['cell']));
  expect(letters).toEqual(['F', 'D', 'C', 'E', 'A', 'B']);
  expect(await cell(2, 'D').textContent()).toContain('配合：工贸安全科');
  expect(await cell(2, 'C').textContent()).toContain('2026年9月30日 （取最晚一条措施的期限）');
  expect(await cell(2, 'B').textContent()).toContain('2. 开展督查（2026年9月30日）');
  expect(await cell(2, 'E').textContent()).toContain('读作“整改中”');
  expect(await cell(4, 'C').textContent()).toContain('2026年7月8日（从 2026年7月1日 起 5 个工作日）');
});

it.each([
  ['desk', desk],
  ['phone', phone],
])('nothing overflows on a %s', async (_, viewport) => {
  await page.setViewportSize(viewport);
  await page.goto(`/imports/${id}`);
  await cell(2, 'F').waitFor();
  expect(await overflow(page)).toBe(0);
});

it('the page of a new import says above the file which kinds one may import', async () => {
  await page.goto('/imports');
  await page.getByText('您可以导入：').waitFor();
  expect(await page.locator('.import-kinds .mark').allTextContents()).toEqual(['巡察反馈问题']);
});
