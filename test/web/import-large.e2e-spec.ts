import type { Page } from 'playwright-core';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, inspectionSheet, manyInspectionRows } from '../support/ledger-workbooks.js';
import { openPages, type PageStage } from '../support/page-stage.js';

const today = '2026-07-01';
const rows = 5_000;
/** Rows of the sheet; every third unit is unknown, and of its rows those not yet begun do not wait. */
const [first, last] = [5, rows + 4];

let stage: PageStage;
let imports: ImportStage;
let page: Page;
let id: string;
beforeAll(async () => {
  stage = await openPages(today);
  imports = await openImportStage(stage.api, today);
  const many = manyInspectionRows(rows, ['危化科', '减灾救灾科', '无此科'], ['承办甲']);
  const file = await buildWorkbook([inspectionSheet(many)]);
  ({ id } = (await imports.preview(stage.api.as('inspection'), file)).body);
  page = await stage.as('inspection');
});
afterAll(async () => {
  await imports?.close();
  await stage?.stop();
});

const frame = () => page.locator('.sheet-frame');
const cell = (row: number, letter: string) => page.locator(`[data-row="${row}"] [data-cell="${letter}"] button.cell`);
const toEnd = () => frame().evaluate((one) => one.scrollTo(0, one.scrollHeight));
const filter = (text: RegExp) => page.locator('.ant-segmented-item', { hasText: text });
const waiting = async () =>
  (await stage.api.as('inspection').get(`/api/imports/${id}?rows=outline`)).body.counts.attention;

async function write(row: number, letter: string, text: string): Promise<void> {
  await cell(row, letter).click();
  await page.getByLabel(`修改 ${letter}${row}`).fill(text);
  await page.keyboard.press('Enter');
}

it('a ledger of 5,000 rows is opened, scrolled, edited, filtered and taken back without being fetched whole', async () => {
  let bytes = 0;
  page.on('response', async (answer) => {
    if (answer.url().includes(`/api/imports/${id}`)) bytes += (await answer.body().catch(() => '')).length;
  });
  await page.goto(`/imports/${id}`);
  await cell(first, 'C').waitFor();
  await page.getByText('■ 需要您处理').waitFor();
  expect(bytes).toBeLessThan(400_000);

  await toEnd();
  await write(last, 'C', '末行改写的问题');
  await cell(last, 'C').getByText('末行改写的问题').waitFor();
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(200);

  const before = await waiting();
  await filter(/^需处理 \d+$/).click();
  await toEnd();
  const unknown = page.locator('tr.row-attention').last();
  await unknown.waitFor();
  const row = Number(await unknown.getAttribute('data-row'));
  expect(row).toBeGreaterThan(4_900);
  await write(row, 'F', '危化科');
  await filter(new RegExp(`^需处理 ${before - 1}$`)).waitFor();
  await page.locator(`[data-row="${row}"]`).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '撤回上一步' }).click();
  await filter(new RegExp(`^需处理 ${before}$`)).waitFor();
  await page.getByRole('button', { name: '撤回上一步' }).click();
  await page.getByRole('button', { name: '撤回上一步' }).waitFor({ state: 'detached' });
  await filter(/^全部 5000$/).click();
  await toEnd();
  await cell(last, 'C').getByText(`第${rows}处`).waitFor();

  await page.locator('.finding').nth(250).click();
  const told = await page.locator('.finding b').nth(250).textContent();
  await page.locator(`[data-row="${told!.replace(/\D/g, '')}"].is-cursor`).waitFor();
  expect(stage.complaints).toEqual([]);
});

it('all rows of a filter are left out at once, loaded or not, and come back', async () => {
  await page.goto(`/imports/${id}`);
  const before = await waiting();
  await filter(/^需处理 \d+$/).click();
  await page.getByRole('button', { name: `这 ${before} 行全部跳过` }).click();
  await filter(/^需处理 0$/).waitFor();
  await filter(new RegExp(`^跳过 ${before}$`)).waitFor();
  await page.getByText('这一组已经没有行').waitFor();
  expect(await page.getByText('合计：读取 0 行').count()).toBe(0);
  await page.getByRole('button', { name: '显示全部' }).click();
  await filter(/^全部 5000$/)
    .and(page.locator('.ant-segmented-item-selected'))
    .waitFor();
  await page.getByRole('button', { name: '撤回上一步' }).click();
  await filter(new RegExp(`^需处理 ${before}$`)).waitFor();
  expect(await waiting()).toBe(before);
});

it('the arrow keys go from cell to cell, over rows that were not drawn before', async () => {
  // Else the page comes back to the filter and the place it was left at.
  await page.evaluate(() => localStorage.removeItem('xiaohao.import-sittings'));
  await page.goto(`/imports/${id}`);
  await cell(first, 'C').click();
  await page.keyboard.press('Escape');
  const at = () => page.evaluate(() => Number(document.activeElement?.closest('tr')?.dataset['row']));
  // Where the next row is still on its way a press stays where it is.
  const passed = [first];
  for (let press = 0; press < 400 && passed.at(-1)! < first + 60; press += 1) {
    await page.keyboard.press('ArrowDown');
    const now = await at();
    if (now !== passed.at(-1)) passed.push(now);
  }
  expect(passed).toEqual(Array.from({ length: 61 }, (_, step) => first + step));
  // Beside the problem stands who leads.
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.closest('td')?.dataset['cell'])).toBe('F');
});
