import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook, type TestSheet } from '../support/ledger-workbooks.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { overflow, sees } from '../support/page-steps.js';

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
/** Whatever a page complained of fails the test it belongs to. */
afterEach(() => {
  const complaints = stage.complaints.splice(0);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
});

const headings = ['序号', '存在问题', '整改措施', '责任科室', '整改时限', '完成情况', '备注', '谁盯着', '啥都往这写'];
const row = (at: number) => [
  `${at}`,
  `第${at}处登记与现场情况不一致，需要逐项核对`,
  `逐项核对登记信息，完善第${at}号制度并每月通报`,
  '危化科',
  '9月30日',
  '推进中',
  '',
  at % 2 ? '王磊' : '李敏、周正',
  `杂记 ${at}`,
];
const messy = (count: number, before = 0): TestSheet => ({
  name: '自查',
  rows: [headings, ...Array.from({ length: count }, (_, at) => row(before + at + 1))],
});
const open = async (sheets: readonly TestSheet[], on = page) => {
  const { body } = await imports.preview(stage.api.as('inspection'), await buildWorkbook(sheets), {}, '自查.xlsx');
  await on.goto(`/imports/${body.id}`);
  return body.id as string;
};
/** The file is read again by a job; the page hears of it. */
const reread = () => imports.runJobs();
const frame = () => page.locator('.sheet-frame');
const unread = (count: number) => page.getByRole('region', { name: `未识别的列 ${count}` });
const cell = (at: number, letter: string) => page.locator(`[data-row="${at}"] [data-cell="${letter}"] button.cell`);
const presentCell = () =>
  page.evaluate(() => {
    const own = document.activeElement?.closest<HTMLElement>('[data-cell]');
    return own ? `${own.dataset['cell']}${own.closest<HTMLElement>('tr')!.dataset['row']}` : null;
  });

it('columns that were not understood come first, and one click gives a meaning without losing the place', async () => {
  await open([messy(40)]);
  await unread(2).getByText('李敏、周正').waitFor();
  const top = async (name: string) => (await page.locator(name).first().boundingBox())!.y;
  expect(await top('.unread-columns')).toBeLessThan(await top('.options-bar'));
  expect(await top('.unread-columns')).toBeLessThan(await top('.findings'));
  await cell(2, 'B').waitFor();
  await frame().evaluate((one) => one.scrollTo(260, 400));
  const placeOf = () => frame().evaluate((one) => [one.scrollLeft, one.scrollTop]);
  const before = await placeOf();
  expect(before[0]).toBeGreaterThan(100);
  await unread(2).getByRole('button', { name: '责任人' }).click();
  await sees(page, '正在读取');
  expect(await placeOf()).toEqual(before);
  await reread();
  await unread(1).waitFor();
  expect(await placeOf()).toEqual(before);
  await unread(1).getByRole('button', { name: '按文字保留' }).click();
  await sees(page, '正在读取');
  await reread();
  await unread(1).waitFor({ state: 'detached' });
});

it('the menu of meanings shows cells of the column, what is likely first, and finds by any of its characters', async () => {
  await open([messy(3)]);
  await page.getByLabel('H 列的含义').click();
  const menu = page.locator('.meaning-menu:visible');
  await menu.getByText('谁盯着').waitFor();
  await menu.getByText('李敏、周正').waitFor();
  expect(await menu.locator('.ant-select-item-group').first().innerText()).toBe('最可能');
  expect(await menu.locator('.ant-select-item-option').first().innerText()).toMatch(/^责任/);
  await page.keyboard.type('牵位');
  await menu.locator('.ant-select-item-option', { hasText: '责任人' }).waitFor({ state: 'detached' });
  expect(await menu.locator('.ant-select-item-option').allInnerTexts()).toEqual(['牵头单位 现为 D 列']);
  await page.keyboard.press('Escape');
});

it('a sheet without a header leads to pointing at it, its columns told by heading and cells', async () => {
  const headless = [
    ['2026年上半年自查的毛病'],
    ['第几', '啥毛病', '归谁', '到啥时候'],
    ['1', '灭火器过期', '危化科', '7月底'],
    ['2', '通道堵塞', '危化科', '8月底'],
  ];
  await open([messy(2), { name: '毛病', rows: headless }]);
  await page.getByRole('button', { name: /^毛病/ }).click();
  await page.getByRole('button', { name: '仍读此表' }).click();
  await sees(page, '请在下面点选表头所在的行');
  await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toMatch(/第\s*2\s*行/);
  await page.locator('.title-column').click();
  const option = page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: 'B 啥毛病' });
  expect(await option.innerText()).toMatch(/灭火器过期[\s\S]*通道堵塞/);
  await option.click();
  await page.getByRole('button', { name: '以第 2 行为表头读取' }).click();
  await sees(page, '正在读取');
  await reread();
  await page.getByRole('button', { name: /入库 4 件/ }).waitFor();
});

it('assumptions of one kind are accepted at once, taken back at once, and stay accepted for whoever comes back', async () => {
  const id = await open([messy(5)]);
  const kind = page.getByRole('button', { name: '全部认可：年份按推定' });
  await kind.click();
  await kind.waitFor({ state: 'detached' });
  await sees(page, '已认可 1');
  expect(await page.locator('[data-cell="E"].cell-told').count()).toBe(0);
  await page.reload();
  await sees(page, '已认可 1');
  await page.getByRole('button', { name: '撤回上一步' }).click();
  await kind.waitFor();
  await page.locator('[data-cell="E"].cell-told').first().waitFor();
  const { body } = await stage.api.as('inspection').get(`/api/imports/${id}?rows=outline`);
  expect(body.accepted).toEqual({ 自查: [] });
});

it('the keyboard alone goes to the next finding, accepts it, edits a cell and takes it back', async () => {
  await open([messy(3)]);
  await cell(2, 'B').waitFor();
  await page.locator('[data-cell="E"].cell-told').first().waitFor();
  await page.getByRole('button', { name: '全部认可：年份按推定' }).waitFor();
  const seen = new Set<string | null>();
  for (let press = 0; press < 12 && !seen.has('E2'); press += 1) {
    await page.keyboard.press(press % 2 ? 'n' : 'F8');
    seen.add(await presentCell());
  }
  expect([...seen]).toContain('E2');
  await page.keyboard.press('a');
  await page.locator('[data-row="2"] [data-cell="E"]:not(.cell-told)').waitFor();
  await page.keyboard.press('u');
  await page.locator('[data-row="2"] [data-cell="E"].cell-told').waitFor();
  await cell(2, 'B').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('修改 B2').fill('改写的问题');
  await page.keyboard.press('Enter');
  await cell(2, 'B').getByText('改写的问题').waitFor();
  await page.keyboard.press('u');
  await cell(2, 'B').getByText('改写的问题').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await sees(page, '下一处问题');
});

it('two edits in quick succession are both kept, and both taken back', async () => {
  const id = await open([messy(3)]);
  for (const at of [2, 3]) {
    await cell(at, 'B').click();
    await page.getByLabel(`修改 B${at}`).fill(`快改 ${at}`);
    await page.keyboard.press('Enter');
  }
  await cell(2, 'B').getByText('快改 2').waitFor();
  await cell(3, 'B').getByText('快改 3').waitFor();
  const titles = async () => {
    const { body } = await stage.api.as('inspection').get(`/api/imports/${id}`);
    return body.tickets.map(({ title }: { title: string }) => title.slice(0, 4));
  };
  expect((await titles()).slice(0, 2)).toEqual(['快改 2', '快改 3']);
  const back = page.getByRole('button', { name: '撤回上一步' });
  await back.click();
  await cell(3, 'B').getByText('快改 3').waitFor({ state: 'detached' });
  await back.click();
  await cell(2, 'B').getByText('快改 2').waitFor({ state: 'detached' });
});

it('whoever leaves and comes back finds the sheet, the filter and the place as they were', async () => {
  const id = await open([messy(60), { ...messy(80, 60), name: '第二张' }]);
  await page.getByRole('button', { name: /^第二张/ }).click();
  await page.locator('.ant-segmented-item', { hasText: /^新增/ }).click();
  await cell(2, 'B').waitFor();
  await frame().evaluate((one) => one.scrollTo(0, 900));
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('xiaohao.import-sittings')!)[0][1].top > 500);
  await page.goto('/imports');
  await page.locator(`a[href="/imports/${id}"]`).click();
  await page.locator('.view-tab[aria-pressed="true"]', { hasText: '第二张' }).waitFor();
  await page.locator('.ant-segmented-item-selected', { hasText: /^新增/ }).waitFor();
  await page.waitForFunction(() => document.querySelector('.sheet-frame')!.scrollTop > 500);
});

it('a reading under way can be stopped: the former one stands again', async () => {
  await open([messy(4)]);
  await unread(2).getByRole('button', { name: '责任人' }).click();
  await page.getByRole('button', { name: '停止读取' }).click();
  await page.getByText('正在读取').waitFor({ state: 'detached' });
  await unread(2).waitFor();
  await page.getByRole('button', { name: /入库 4 件/ }).waitFor();
});

it('on a phone each row is a card, nothing lies beside the screen, and the thumb reaches what is to be done', async () => {
  const small = await stage.as('inspection', phone);
  const id = await open([messy(30)], small);
  await small.locator('[data-row="2"] [data-cell="B"] button.cell').waitFor();
  expect(await overflow(small)).toBeLessThanOrEqual(0);
  const card = (await small.locator('[data-row="2"]').boundingBox())!;
  expect(card.width).toBeLessThanOrEqual(360);
  const commit = small.getByRole('button', { name: /入库 30 件/ });
  const box = (await commit.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(780);
  expect(box.height).toBeGreaterThanOrEqual(38);
  // What stands still, above and below, leaves the screen to the sheet.
  const main = (await small.locator('.main').boundingBox())!;
  const foot = (await small.locator('.check-foot').boundingBox())!;
  expect(780 - (foot.y - main.y)).toBeLessThanOrEqual(115);
  await small.getByRole('button', { name: '下一处' }).click();
  await small.locator('tr.is-cursor').waitFor();
  await small.locator('[data-row="3"] [data-cell="B"] button.cell').click();
  await small.getByLabel('修改 B3').fill('手机上改的问题');
  await small.getByLabel('修改 B3').blur();
  await small.locator('[data-row="3"] [data-cell="B"]', { hasText: '手机上改的问题' }).waitFor();
  await small.getByText('列的含义（9 列）').click();
  await small.locator('.column-list').getByLabel('H 列的含义').waitFor();
  expect(await overflow(small)).toBeLessThanOrEqual(0);
  const { body } = await stage.api.as('inspection').get(`/api/imports/${id}`);
  expect(body.tickets[1].title).toBe('手机上改的问题');
});
