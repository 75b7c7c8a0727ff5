import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { overflow, sees, sendForm } from '../support/page-steps.js';

const today = '2026-07-06';
let stage: PageStage;
beforeAll(async () => {
  stage = await openPages(today);
});
afterAll(() => stage?.stop());
afterEach(() => stage.closePages());

const period = '2026H1';
/** Where pictures go for whoever wants to look at the pages. */
const pictures = process.env['XIAOHAO_PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const valueOf = (page: Page, name: string) => page.getByLabel(`${name} 本期数`);

it('is filed by the department, returned by the office with a reason, corrected and accepted', async () => {
  const { units } = stage.api.bureau;
  for (const key of ['drills', 'publicity_events', 'fire_leaflets'])
    await stage.api
      .as('head')
      .put(`/api/indicators/${key}/filings`, { unitId: units.chemicals, period: '2025H2', value: 30 });

  const without = await stage.as('head2');
  await without.goto(`/filing?period=${period}`);
  await sees(without, '这个单位本期没有填报任务');
  const head = await stage.as('head');
  await head.goto(`/filing?period=${period}`);
  await valueOf(head, '事故应急演练').fill('12');
  expect(await head.getByLabel(/ 本期数$/).count()).toBe(3);
  await valueOf(head, '安全宣传活动').fill('36');
  await head.getByRole('button', { name: '保存全部 2 行' }).click();
  await head.getByRole('button', { name: '提交 2 项' }).click();
  await head.getByRole('button', { name: '事故应急演练 待审定' }).waitFor();
  expect(await head.getByRole('button', { name: /提交 \d+ 项/ }).count()).toBe(0);
  await picture(head, 'filing-1440');

  const office = await stage.as('office');
  await office.goto('/messages');
  await office.getByText('危化科提交了2026年上半年填报', { exact: false }).first().waitFor();
  await office.goto(`/filing?period=${period}`);
  await sees(office, '这个单位本期没有填报任务');
  await office.getByLabel('显示全部指标').click();
  await office.getByText('事故应急演练').waitFor();
  await office.getByRole('link', { name: '审定与催报' }).click();
  await office.getByRole('heading', { name: /待审定/ }).waitFor();
  await sees(office, '上期 30 场次');
  await picture(office, 'review-1440');
  await office.getByLabel('选择 安全宣传活动').uncheck();
  await sendForm(office, '退回 1 项', '退回 1 项', (dialog) => dialog.getByLabel('退回原因').fill('与演练台账不符'));
  await office.getByLabel('选择 安全宣传活动').check();
  await office.getByRole('button', { name: '审定 1 项' }).click();
  await sees(office, '这一期没有待审定的填报');

  await head.reload();
  await sees(head, '退回原因：与演练台账不符');
  await head.getByRole('button', { name: '安全宣传活动 已审定' }).waitFor();
  await valueOf(head, '事故应急演练').fill('11');
  await valueOf(head, '事故应急演练').press('Enter');
  await head.getByRole('button', { name: '提交 1 项' }).click();
  await head.getByRole('button', { name: '事故应急演练 待审定' }).click();
  const history = head.getByRole('dialog');
  for (const step of ['保存', '提交', '退回']) await history.getByText(step, { exact: true }).first().waitFor();
  await picture(head, 'history-1440');
});

it('gives a wrong file back while it is a draft, and tells of it', async () => {
  const head = stage.api.as('head');
  const unitId = stage.api.bureau.units.chemicals;
  const { body } = await head.put('/api/indicators/fire_banners/filings', { unitId, period, value: 3, submit: false });
  await head.upload(`/api/filings/${body.id}/evidence`, [{ name: '误传.txt', content: '误传' }]);
  const page = await stage.as('head');
  await page.goto(`/filing?period=${period}`);
  await page.getByRole('button', { name: '悬挂防火横幅 未提交' }).click();
  await page.getByRole('button', { name: '移除 误传.txt' }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /移\s*除/ })
    .click();
  await page.getByText('移除佐证', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: '误传.txt' }).count()).toBe(0);
  await picture(page, 'evidence-1440');
});

it('shows who has not filed, and urges them once', async () => {
  const office = await stage.as('office');
  await office.goto(`/filing/review?period=${period}`);
  const missing = office.locator('.section', { hasText: '未填报' });
  await missing.getByText('发放防火宣传单').waitFor();
  await missing.getByText(/应于 7月7日 前提交/).waitFor();
  await office.getByRole('button', { name: '全部催报' }).click();
  await sees(office, '已通知 1 人');
  await office.getByRole('button', { name: '全部催报' }).click();
  await sees(office, '今天已经催过，不再重复');
  const head = await stage.as('head');
  await head.goto('/messages');
  await head.getByText('有数据待填报').first().click();
  await head.getByText('发放防火宣传单', { exact: false }).first().waitFor();
  await picture(head, 'urge-1440');
});

it('fits a phone', async () => {
  for (const [username, path] of [
    ['head', '/filing'],
    ['office', '/filing/review'],
  ] as const) {
    const page = await stage.as(username, phone);
    await page.goto(`${path}?period=${period}`);
    await page.getByText('事故应急演练').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `${path.replaceAll('/', '')}-360`);
  }
});

it('never threw in anybody’s browser', () => {
  expect(stage.complaints).toEqual([]);
});
