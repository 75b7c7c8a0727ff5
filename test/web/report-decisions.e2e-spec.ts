import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { overflow, sees, sendForm } from '../support/page-steps.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

const today = '2026-07-06';
let stage: PageStage;
let worker: WorkerProcess;
let id: string;

beforeAll(async () => {
  stage = await openPages(today);
  worker = startWorker({
    DATABASE_URL: stage.api.appUrl,
    XIAOHAO_DATA: stage.api.dataFolder,
    XIAOHAO_SECRET: 's'.repeat(64),
    XIAOHAO_TODAY: today,
  });
  await worker.ready;
  const { units } = stage.api.bureau;
  await stage.api
    .as('head')
    .put('/api/indicators/drills/filings', { unitId: units.chemicals, period: '2026H1', value: 12 });
});
afterAll(async () => {
  await worker?.kill();
  await stage?.stop();
});
afterEach(() => stage.closePages());

/** Where pictures go for whoever wants to look at the pages. */
const pictures = process.env['XIAOHAO_PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
};
const drills = (page: Page, text: RegExp) => page.locator('[data-figure="drills"]', { hasText: text });

it('a number is typed over with a reason, its finding excused, the final report withdrawn', async () => {
  const office = await stage.as('office');
  await office.goto('/reports');
  await office.getByRole('button', { name: '新建报告' }).first().click();
  await office.getByRole('dialog').getByRole('button', { name: '生成报告' }).click();
  await office.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  id = office.url().split('/').at(-1)!;
  await drills(office, /^12$/).click();
  await sendForm(office, '人工改写', '改写并重新生成', async (dialog) => {
    await dialog.getByLabel('数值（场次）').fill('15');
    await dialog.getByLabel('改写原因').fill('含七月补报三场');
  });
  await drills(office, /^15$/).waitFor();
  await sees(office, '计算值为 12 场次');
  await picture(office, 'typed-over-1440');
  await office.keyboard.press('Escape');
  const finding = office.locator('.check', { hasText: '人工改为 15' });
  await finding.getByRole('button', { name: /说\s*明/ }).click();
  const form = office.getByRole('dialog').last();
  await form.getByLabel('说明', { exact: true }).fill('局长办公会认可');
  await form.getByRole('button', { name: /说\s*明/ }).click();
  await sees(office, '局长办公会认可');
  await picture(office, 'excused-1440');

  await stage.api.as('chief').post(`/api/reports/${id}/finalize`, {});
  const chief = await stage.as('chief');
  await chief.goto(`/reports/${id}`);
  await sendForm(chief, '作废', '作废', (dialog) =>
    dialog.getByLabel('作废原因').fill(`演练场次有误，见${'A'.repeat(60)}`),
  );
  await chief.getByText(/局长甲于 .+ 作废：演练场次有误/).waitFor();
  expect(await chief.locator('.paper-withdrawn').count()).toBe(await chief.locator('.paper-sheet').count());
  await picture(chief, 'withdrawn-1440');
});

it('is built anew from its page, without what was typed over in it', async () => {
  const office = await stage.as('office');
  await office.goto(`/reports/${id}`);
  await drills(office, /^15$/).waitFor();
  await office.getByRole('button', { name: '重新生成' }).click();
  await drills(office, /^12$/).waitFor();
  expect(office.url()).not.toContain(id);
});

it('is marked in the list, and fits a phone', async () => {
  const office = await stage.as('office', phone);
  await office.goto('/reports');
  await office.getByText('作废', { exact: true }).first().waitFor();
  await office.goto(`/reports/${id}`);
  await office.getByText(/作废：演练场次有误/).waitFor();
  expect(await overflow(office)).toBeLessThanOrEqual(0);
  // Long words break: what runs out of its banner is cut by the page.
  const banner = office.getByText(/作废：演练场次有误/);
  expect(await banner.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  await office.locator('.paper-withdrawn').waitFor();
  await picture(office, 'withdrawn-360');
});

it('never threw in anybody’s browser', () => {
  expect(stage.complaints).toEqual([]);
});
