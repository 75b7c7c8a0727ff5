import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { applicationDataSource } from '@xiaohao/database';
import { documentTexts } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { desk, openBrowser, signedIn } from '../support/browser.js';
import { testPassword } from '../support/bureau.js';
import { choose } from '../support/page-steps.js';
import { closedOn } from '../support/report-stage.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

const today = '2026-07-10';
const titles = ['隐患台账更新不及时', '双随机检查计划与执行不一致', '值班记录不完整'];

let api: TestApi;
let worker: WorkerProcess;
let browser: Browser;
let office: Page;
const complaints: string[] = [];

beforeAll(async () => {
  api = await bootApi(today, resolve('dist/web'));
  worker = startWorker({
    DATABASE_URL: api.appUrl,
    XIAOHAO_DATA: api.dataFolder,
    XIAOHAO_SECRET: 's'.repeat(64),
    XIAOHAO_TODAY: today,
  });
  await addIssues();
  [browser] = await Promise.all([openBrowser(), worker.ready]);
  office = await as('office');
});
afterAll(async () => {
  await browser?.close();
  await worker?.kill();
  await api?.stop();
});

const as = (username: string) => signedIn(browser, api.url, { username, password: testPassword }, desk, complaints);

/** Three issues of one round, one of them struck off. */
async function addIssues(): Promise<void> {
  const { sourceId, itemIds, units } = api.bureau;
  const tickets = titles.map((title, at): NewTicket => ({
    kind: 'inspection_issue',
    title,
    status: 'in_progress',
    sourceId,
    itemId: itemIds[0]!,
    leadUnitId: units.chemicals,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date', dueOn: '2026-08-31', ongoing: false },
    ...(at === 0 ? closedOn('2026-05-01') : {}),
  }));
  const db = await applicationDataSource({ databaseUrl: api.appUrl }, 2).initialize();
  await db.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
  await db.destroy();
}

const figure = (page: Page, key: string) => page.locator(`[data-figure="${key}"]`).first();
const drillsField = (page: Page) => page.getByLabel('事故应急演练 本期数');

async function fileDrills(page: Page, value: string): Promise<void> {
  await drillsField(page).fill(value);
  await drillsField(page).press('Enter');
}

/** The paper is drawn once the job has ended. */
async function builtReport(page: Page): Promise<string> {
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  await page.getByText('— 1 —', { exact: true }).waitFor();
  return page.url().split('/').at(-1)!;
}

describe('the half-year report, in the pages', () => {
  let first: string;
  let second: string;

  it('is built by the office and lies on numbered sheets of A4', async () => {
    await office.goto('/reports');
    await office.getByRole('button', { name: '新建报告' }).click();
    await office.getByRole('dialog').getByRole('button', { name: '生成报告' }).click();
    first = await builtReport(office);
    const sheets = await office.locator('.paper-sheet').evaluateAll((found) =>
      found.map((sheet) => {
        const { top, width, height } = sheet.getBoundingClientRect();
        const millimetre = width / 210;
        const lastLine = sheet.lastElementChild!.previousElementSibling!.getBoundingClientRect().bottom;
        return {
          number: sheet.lastElementChild!.textContent,
          shape: Math.round((height / width) * 100) / 100,
          isInside: (lastLine - top) / millimetre < 37 + 225 + 1,
        };
      }),
    );
    expect(sheets.length).toBeGreaterThan(3);
    expect(sheets).toEqual(sheets.map((_, at) => ({ number: `— ${at + 1} —`, shape: 1.41, isInside: true })));
  });

  it('leads from a figure by keyboard to its tickets, and to one of them', async () => {
    await figure(office, 'inspection_issues').press('Enter');
    const drawer = office.getByRole('dialog');
    await drawer.getByText('“测试巡察”反馈的具体问题', { exact: false }).waitFor();
    for (const title of titles) await drawer.getByRole('link', { name: title }).waitFor();
    await office.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await office.evaluate(() => document.activeElement?.getAttribute('data-figure'))).toBe('inspection_issues');
    await office.keyboard.press('Enter');
    await drawer.getByRole('link', { name: titles[0]! }).click();
    await office.getByRole('heading', { name: titles[0]! }).waitFor();
  });

  it('leads from a finding to its place in the text', async () => {
    await office.goto(`/reports/${first}`);
    await office.getByText(/\d+ 处没有数据/).click();
    const finding = office.locator('.check', { hasText: '“事故应急演练”' });
    await finding.getByRole('button', { name: '看正文' }).click();
    await office.waitForFunction(() => document.activeElement?.getAttribute('data-figure') === 'drills');
  });

  it('leads from a missing figure to where it is filed, and prints it when built again', async () => {
    expect(await figure(office, 'drills').textContent()).toBe('____缺数');
    await office.keyboard.press('Enter');
    await office.getByRole('link', { name: '去填报' }).click();
    await drillsField(office).waitFor();
    expect(await drillsField(office).evaluate((field) => field === document.activeElement)).toBe(true);
    await fileDrills(office, '１2');
    await office.getByText(/已填 1 \//).waitFor();
    await office.getByRole('button', { name: '提交 1 项' }).click();
    await office.getByRole('button', { name: /待审定/ }).waitFor();
    await office.goto(`/reports/${first}`);
    await office.getByRole('button', { name: '重新生成' }).click();
    await office.waitForURL((address) => !address.pathname.endsWith(first));
    await office.locator('[data-figure="drills"]', { hasText: /^12$/ }).waitFor();
    second = await builtReport(office);
  });

  it('is built once more by its own two dates from its page, whatever was filed since', async () => {
    await office.goto(`/reports/${first}`);
    await office.getByRole('button', { name: '其他生成方式' }).click();
    await office.getByRole('menuitem', { name: '按这份报告的两个日期再生成' }).click();
    await office.waitForURL((address) => !address.pathname.endsWith(first));
    await office.locator('[data-figure="drills"]', { hasText: '____' }).first().waitFor();
  });

  it('tells who has filed meanwhile, before anything of theirs is overwritten', async () => {
    const [one, other] = [office, await office.context().newPage()];
    for (const page of [one, other]) {
      await page.goto('/filing?period=2026H1');
      await drillsField(page).waitFor();
    }
    await fileDrills(one, '13');
    await one.getByText('未保存').waitFor({ state: 'detached' });
    await fileDrills(other, '14');
    await other.getByText('办公室甲已改为 13，再次保存将以您的为准').waitFor();
    await other.getByRole('link', { name: '报告' }).click();
    await other.getByText('还有 1 行没有保存').waitFor();
    await other.close();
  });

  it('is submitted to the chief, made final by them, and never changes again', async () => {
    await office.goto(`/reports/${second}`);
    await office.getByRole('button', { name: '送审' }).click();
    // What is blank or open is asked about first.
    await office.getByText(/^正文还有 \d+ 处没有数据/).waitFor();
    await office.getByRole('button', { name: '仍然送审' }).click();
    await office.getByText(/^办公室甲于 .+ 送审，待局长定稿。$/).waitFor();
    const chief = await as('chief');
    await chief.goto(`/reports/${second}`);
    await chief.getByRole('button', { name: '退回' }).waitFor();
    await chief.getByRole('button', { name: '定稿' }).click();
    const confirm = chief.getByRole('button', { name: '确认定稿' });
    const final = chief.getByText(/^局长甲于 .+ 定稿，内容不再变动。$/);
    await confirm.click();
    // On a busy machine the report may have been told of anew under the open form: a person reads why and confirms again.
    await final.waitFor({ timeout: 10_000 }).catch(() => confirm.click({ timeout: 10_000 }).catch(() => undefined));
    await final.waitFor();
    expect((await api.as('chief').post(`/api/reports/${second}/finalize`, {})).status).toBe(409);
    await chief.reload();
    await chief.getByText('— 1 —', { exact: true }).waitFor();
    expect(await chief.getByRole('button', { name: '定稿' }).count()).toBe(0);
    // 13 is filed by now.
    expect(await figure(chief, 'drills').textContent()).toBe('12');
    await chief.context().close();
  });

  it('downloads as Word what the page shows', async () => {
    await office.goto(`/reports/${second}`);
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('link', { name: '下载 Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('半年工作情况报告（2026年上半年）.docx');
    const texts = await documentTexts(await readFile(await download.path()));
    expect(texts.find((text) => text.includes('事故应急演练'))).toContain('组织事故应急演练12场次');
  });

  it('has the server make a PDF and then offers it', async () => {
    await office.goto(`/reports/${second}`);
    await office.getByRole('button', { name: '生成 PDF' }).click();
    const link = office.getByRole('link', { name: '下载 PDF' });
    await link.waitFor({ timeout: 110_000 });
    const [download] = await Promise.all([office.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('半年工作情况报告（2026年上半年）.pdf');
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says where the server cannot make a PDF, and prints the page instead', async () => {
    const chief = await as('chief');
    await chief.route('**/api/settings', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), pdfPrinter: null } });
    });
    await chief.addInitScript('window.print = () => console.log("printed")');
    await chief.goto(`/reports/${first}`);
    await chief.getByRole('button', { name: 'PDF（用浏览器打印）' }).click();
    await chief.getByRole('dialog').getByText('没有中文字体').waitFor();
    const printed = chief.waitForEvent('console', (message) => message.text() === 'printed');
    await chief.getByRole('button', { name: '打印本页' }).click();
    await printed;
    expect(await chief.getByRole('dialog').isVisible()).toBe(false);
    await chief.context().close();
  });

  it('suggests the period its template is for, and shows a table whose total is the number in the text', async () => {
    await office.goto('/reports');
    await office.getByRole('button', { name: '新建报告' }).click();
    const form = office.getByRole('dialog');
    await choose(form, '模板', '巡察整改情况通报（月）');
    await form.getByTitle('6月').waitFor();
    await form.getByRole('button', { name: '生成报告' }).click();
    await office.getByRole('columnheader', { name: '问题数' }).waitFor();
    const total = office.getByRole('row', { name: /^合计/ });
    const told = await office.locator('[data-figure="inspection_issues"]').first().textContent();
    expect(await total.getByRole('cell').nth(1).textContent()).toBe(told);
    expect(told).toBe(String(titles.length));
  });

  it('never threw in anybody’s browser', () => {
    expect(complaints).toEqual([]);
  });
});
