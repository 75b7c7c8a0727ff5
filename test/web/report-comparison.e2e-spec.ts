import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { closedOn } from '../support/report-stage.js';
import { openReportWorker, type ReportWorker } from '../support/report-worker.js';

const today = '2026-07-10';
let stage: PageStage;
let worker: ReportWorker;
let before: string;
let same: string;
let after: string;
let closedNo: string;

beforeAll(async () => {
  stage = await openPages(today);
  worker = await openReportWorker(stage.api, today);
  const sourceId = await worker.addRound('第一轮巡察');
  const [open] = await worker.addIssues(sourceId, {}, {}, closedOn('2026-05-01'));
  closedNo = open!.no;
  const order = { parameters: { source: '第一轮巡察' } };
  before = await worker.build(order);
  same = await worker.build(order);
  await worker.change(
    `update ticket set status = 'closed', submitted_on = '2026-06-01', closed_on = '2026-06-01', closed_on_time = true
     where id = $1`,
    open!.id,
  );
  after = await worker.build(order);
});
afterAll(async () => {
  await worker?.close();
  await stage?.stop();
});

const lineOf = (page: Page, figure: string) => page.locator('tr', { hasText: figure });

describe('two reports, in the pages', () => {
  it('are held against each other from the tools of one, and lead to the tickets', async () => {
    await stage.api.as('chief').post(`/api/reports/${same}/finalize`, {});
    const page = await stage.as('office');
    await page.goto(`/reports/${after}`);
    await page.getByRole('button', { name: '对数' }).click();
    const links = page.getByRole('dialog').locator('a');
    await page.locator(`a[href="/reports/${after}/compare/${before}"]`).waitFor();
    // A paper of others, then reports: the final one first, each once, never the report itself.
    expect(await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')))).toEqual([
      `/reports/${after}/circular`,
      ...[same, before].map((other) => `/reports/${after}/compare/${other}`),
    ]);
    await page.locator(`a[href="/reports/${after}/compare/${before}"]`).click();
    await page.getByText(/^有差异 [1-9]/).waitFor();
    const done = lineOf(page, '已完成整改的巡察问题').first();
    expect(await done.locator('td').nth(3).textContent()).toBe('+1');
    await done.getByText(`1 → 2 个：补记销号 1 件（${closedNo}）。`).waitFor();
    expect(await lineOf(page, '巡察反馈的具体问题').filter({ hasText: '一致' }).count()).toBe(0);
    await page
      .getByText(/部分的表中“危化科”：“已完成”由“1”改为“2”.*（补记销号 1 件：.+）；“整改率（%）”由.*（由“已完成”得出）/)
      .first()
      .waitFor();
    await page.getByText(/^全部 \d+$/).click();
    await lineOf(page, '巡察反馈的具体问题').filter({ hasText: '一致' }).waitFor();
    await done.getByRole('link', { name: closedNo, exact: true }).click();
    await page.waitForURL(/\/tickets\//);
  });

  it('that are the same say so', async () => {
    const page = await stage.as('office');
    await page.goto(`/reports/${same}/compare/${before}`);
    await page.getByText('没有差异').waitFor();
  });

  it('are read on a phone as cards, without scrolling sideways', async () => {
    const page = await stage.as('chief', phone);
    await page.goto(`/reports/${before}/compare/${after}`);
    await page.locator('.card', { hasText: '已完成整改的巡察问题 1 → 2 个' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  });

  it('tell long names in the sentence, the column of numbers has their first lines', async () => {
    const named = (count: number) => {
      const names = Array.from(
        { length: count },
        (_, at) => `某某工业园区第${at + 1}标段宿舍楼项目“6·1${at}”一般坍塌事故`,
      );
      return worker.build({ parameters: { source: '第一轮巡察', accident_case_ongoing: names.join('、') } });
    };
    const path = `/reports/${await named(5)}/compare/${await named(6)}`;
    const page = await stage.as('office');
    await page.goto(path);
    const line = lineOf(page, '正在调查的事故').first();
    const cells = line.locator('.compared-text');
    await cells.first().waitFor();
    const heights = await cells.evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().height));
    expect(heights).toHaveLength(2);
    expect(Math.max(...heights)).toBeLessThan(120);
    expect(await cells.first().getAttribute('title')).toContain('第5标段');
    const small = await stage.as('chief', phone);
    await small.goto(path);
    const card = small.locator('.card', { hasText: '正在调查的事故' }).first();
    await card.waitFor();
    // The sentence alone tells them.
    expect(await card.textContent()).toContain('第6标段');
    expect(await card.locator('.compared-values').count()).toBe(0);
  });

  it('a superior’s paper is held against a report, and leads to the tickets', async () => {
    await worker.change(`update bureau_parameter set value = '临江区应急管理局' where key = 'bureau_name'`);
    const text =
      '区委巡察办\n关于2026年上半年巡察整改情况的通报\n截至5月20日，全区巡察反馈问题60个，已完成整改40个；区应急局巡察反馈问题3个，已完成整改1个。';
    for (const device of [undefined, phone]) {
      const page = await stage.as('office', device);
      await page.goto(`/reports/${after}`);
      if (!device) {
        await page.getByRole('button', { name: '对数' }).click();
        await page.getByRole('link', { name: '上传通报，核对说到我局的数' }).click();
      } else await page.goto(`/reports/${after}/circular`);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '通报.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.getByText('说到我局的数 2 个，1 个一致').waitFor();
      const card = page.locator('.card', { hasText: '已完成整改的巡察问题' });
      await card.getByText('有出入，已查明').waitFor();
      expect(await card.textContent()).toContain('与我局截至2026年5月20日的数一致');
      if (device) expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      else await card.getByRole('link', { name: closedNo, exact: true }).click();
    }
  });

  it('never threw in anybody’s browser', () => {
    expect(stage.complaints).toEqual([]);
  });
});
