import { buffer } from 'node:stream/consumers';
import { writeWorkbook } from '@xiaohao/documents';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { overflow, pick, sees, sendForm } from '../support/page-steps.js';

const today = '2026-07-02';
const period = '2026H1';
let stage: PageStage;
beforeAll(async () => {
  stage = await openPages(today);
  const { chemicals, relief } = stage.api.bureau.units;
  const before = { period: '2025H2', value: 30 };
  for (const key of ['drills', 'publicity_events', 'fire_leaflets'])
    await stage.api.as('head').put(`/api/indicators/${key}/filings`, { unitId: chemicals, ...before });
  await stage.api.as('head2').put('/api/indicators/drills/filings', { unitId: relief, ...before });
});
afterAll(() => stage?.stop());
afterEach(() => stage.closePages());

/** Where pictures go for whoever wants to look at the pages. */
const pictures = process.env['XIAOHAO_PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const headings = ['填报单位', '期间', '指标代码', '指标', '本期数', '说明'];
async function workbook(...rows: (string | number)[][]) {
  const layout = { name: '填报', columns: headings.map(() => ({ width: 12 })), headingRows: { first: 1, last: 1 } };
  const sheet = { ...layout, top: [{ cells: headings }], rows: rows.map((cells) => ({ cells })) };
  return buffer(writeWorkbook([sheet], { createdAt: new Date(0) }));
}

it('tells the office who is to file what, assigns one, several, and all as last period', async () => {
  const office = await stage.as('office');
  await office.goto(`/filing?period=${period}`);
  await office.getByRole('link', { name: '填报任务' }).click();
  await sees(office, '应填 4 项 · 已交 0 项 · 未交 4 项');
  await office.getByRole('button', { name: '危化科 未交 3' }).waitFor();

  await office.getByRole('button', { name: '指定“事故应急演练”的填报单位' }).click();
  const dialog = office.getByRole('dialog');
  await pick(dialog.getByRole('combobox', { name: '填报单位' }), '云栖镇');
  await dialog.getByRole('combobox', { name: '填报单位' }).press('Escape');
  await picture(office, 'duty-form-1440');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await sees(office, '应填 5 项 · 已交 0 项 · 未交 5 项');
  await office
    .getByRole('row', { name: /事故应急演练/ })
    .getByText('云栖镇')
    .waitFor();

  await sendForm(office, '照上期指定', '指定 2 个单位次', async (form) => {
    await form.getByText('2 项指标上期有单位填过', { exact: false }).waitFor();
  });
  const drills = office.getByRole('row', { name: /事故应急演练/ });
  await drills.getByText('每半年').nth(2).waitFor();
  expect(await office.getByRole('button', { name: '照上期指定' }).count()).toBe(0);

  await office.getByLabel('选择 安全宣传活动').check();
  await office.getByLabel('选择 发放防火宣传单').check();
  await office.getByRole('button', { name: '给所选 2 项指定' }).click();
  const many = office.getByRole('dialog');
  await pick(many.getByRole('combobox', { name: '填报单位' }), '减灾救灾科');
  await many.getByRole('combobox', { name: '填报单位' }).press('Escape');
  await many.getByRole('button', { name: /保\s*存/ }).click();
  await office.getByRole('button', { name: '减灾救灾科 未交 3' }).click();
  expect(await office.getByRole('row', { name: /每半年/ }).count()).toBe(3);
  await picture(office, 'duties-1440');

  await office.getByLabel('个工作日').fill('8');
  await office.getByRole('button', { name: '保存期限' }).click();
  await sees(office, '应于 7月10日 前提交');
});

it('takes a workbook: nothing is stored before it was looked over, and what cannot be stored is named', async () => {
  const head = await stage.as('head');
  await head.goto(`/filing?period=${period}`);
  await head.getByRole('link', { name: '用 Excel 填报' }).click();
  await head.getByRole('link', { name: '下载填报表' }).waitFor();
  const content = await workbook(
    ['危化科', period, 'drills', '', '12', '含桌面推演'],
    ['危化科', period, 'publicity_events', '', '约400', ''],
    ['减灾救灾科', period, 'drills', '', '3', ''],
    ['危化科', period, 'fire_leaflets', '', '若干', ''],
  );
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await head.getByLabel('上传填好的表').setInputFiles({ name: '填报.xlsx', mimeType, buffer: content });
  await sees(head, '您不能为“减灾救灾科”填报，此行不存');
  await sees(head, '“若干”不是数字');
  await sees(head, '“约400”不是准确数，按 400 填');
  await sees(head, '2 行不能存，其余照存');
  await picture(head, 'upload-1440');
  const filed = async () =>
    (
      await stage.api.owner.query('select key, status from indicator_filing where period = $1 order by key', [period])
    ).map(({ key, status }: { key: string; status: string }) => `${key} ${status}`);
  expect(await filed()).toEqual([]);
  await head.getByRole('button', { name: '提交 2 项' }).click();
  await sees(head, '已提交 2 项，等待审定');
  expect(await filed()).toEqual(['drills submitted', 'publicity_events submitted']);
});

it('looks over anew what somebody changed meanwhile', async () => {
  const head = await stage.as('head');
  await head.goto(`/filing/upload?period=${period}`);
  const content = await workbook(['危化科', period, 'fire_banners', '', '20', '']);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await head.getByLabel('上传填好的表').setInputFiles({ name: '填报.xlsx', mimeType, buffer: content });
  await head.getByRole('button', { name: '存为草稿 1 项' }).waitFor();
  const unitId = stage.api.bureau.units.chemicals;
  await stage.api.as('head').put('/api/indicators/fire_banners/filings', { unitId, period, value: 25 });
  await head.getByRole('button', { name: '存为草稿 1 项' }).click();
  await sees(head, '其间有人改了其中的数，已重新核对，请再看一遍');
  await sees(head, '原 25');
  await head.getByRole('button', { name: '存为草稿 1 项' }).click();
  await sees(head, '已存为草稿 1 项');
});

it('fits a phone', async () => {
  for (const [username, path, word] of [
    ['office', '/filing/duties', '事故应急演练'],
    ['head', '/filing/upload', '下载填报表'],
  ] as const) {
    const page = await stage.as(username, phone);
    await page.goto(`${path}?period=${period}`);
    await page.getByText(word).first().waitFor();
    if (username === 'head') {
      const rows = ['drills', 'publicity_events'].map((key) => ['危化科', period, key, '', '约500', '含镇办']);
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const file = { name: '填报.xlsx', mimeType, buffer: await workbook(...rows, ['x', period, 'y', '', '1', '']) };
      await page.getByLabel('上传填好的表').setInputFiles(file);
      await sees(page, '没有名为“x”的单位');
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `${path.replaceAll('/', '')}-360`);
  }
});

it('never threw in anybody’s browser', () => {
  expect(stage.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
});
