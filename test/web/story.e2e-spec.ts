import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { testPassword } from '../support/bureau.js';
import { desk, openBrowser, phone, signedIn } from '../support/browser.js';
import { act, choose } from '../support/page-steps.js';
import { buildWorkbook, inspectionSheet } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
const title = '中心组学习研讨发言少，结合业务谈体会不多';

let api: TestApi;
let worker: ChildProcess;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  api = await bootApi(today, resolve('dist/web'));
  worker = fork(resolve('dist/apps/worker/src/main.js'), {
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: api.appUrl,
      XIAOHAO_DATA: api.dataFolder,
      XIAOHAO_SECRET: 's'.repeat(64),
      XIAOHAO_TODAY: today,
      LOG_LEVEL: 'fatal',
      REDIS_URL: '',
      SMTP_URL: '',
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  if (worker && worker.exitCode === null) {
    worker.kill('SIGTERM');
    await new Promise((ended) => worker.once('exit', ended));
  }
  await api?.stop();
});

const as = (username: string, viewport = desk) =>
  signedIn(browser, api.url, { username, password: testPassword }, viewport, complaints);

/** The ticket's page, reached as people reach it: from the list by its title. */
async function openTicket(page: Page, id: string): Promise<void> {
  await page.goto(`/tickets/${id}`);
  await page.getByText(title).first().waitFor();
}

describe('a week of the ledger, in the pages', () => {
  let id: string;

  /** The dialog is gone before the answer may be drawn; what counts is what the server says. */
  async function reaches(status: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await api.as('chief').get(`/api/tickets/${id}`)).body.status === status) return;
      await new Promise((resolveLater) => setTimeout(resolveLater, 100));
    }
    expect((await api.as('chief').get(`/api/tickets/${id}`)).body.status).toBe(status);
  }

  it('takes in a workbook: file, check, store', async () => {
    const page = await as('inspection');
    const workbook = await buildWorkbook([
      inspectionSheet(
        [
          {
            item: '理论学习不够深入',
            title,
            measure: '每季度安排一次专题研讨',
            deadline: '2026年7月底前',
            progress: '未启动',
          },
          {
            title: '学习记录有补记现象',
            measure: '当月归档',
            unit: '危化科',
            person: '承办甲',
            deadline: '7.20',
            progress: '正在推进',
          },
        ],
        { title: '测试局2026年巡察反馈问题整改台账', feedback: '反馈时间：2026年6月10日' },
      ),
    ]);
    await page.goto('/imports');
    const upload = page.locator('input[type=file]');
    await upload.setInputFiles({ name: '整改台账.xlsx', mimeType: 'application/octet-stream', buffer: workbook });
    await page.getByRole('button', { name: '读取并核对' }).click();
    await page.getByRole('button', { name: /入库 2 件/ }).click();
    await page.getByText(/已入库：新增 2 件/).waitFor();
    const list = (await api.as('inspection').get(`/api/tickets?q=${encodeURIComponent('中心组')}`)).body;
    expect(list.items).toHaveLength(1);
    expect(list.items[0]).toMatchObject({ status: 'draft', raisedOn: '2026-06-10', deadline: { dueOn: '2026-07-31' } });
    id = list.items[0].id;
    await page.context().close();
  });

  it('is assigned by the office and signed for by the head', async () => {
    const office = await as('inspection');
    await openTicket(office, id);
    await act(office, '交办', async (dialog) => {
      await choose(dialog, '牵头单位', '危化科');
      await choose(dialog, '责任领导', '分管甲');
    });
    await reaches('assigned');
    const head = await as('head');
    await openTicket(head, id);
    await act(head, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));
    await reaches('in_progress');
    expect((await api.as('head').get(`/api/tickets/${id}`)).body).toMatchObject({
      status: 'in_progress',
      handler: { name: '承办甲' },
    });
    await Promise.all([office, head].map((page) => page.context().close()));
  });

  it('is worked on and reported done from a phone, with evidence', async () => {
    const page = await as('handler', phone);
    await openTicket(page, id);
    await page.getByRole('button', { name: '标记完成' }).first().click();
    await page.locator('.inline-form').getByRole('button', { name: '标记完成' }).click();
    await page
      .getByText(/完成于/)
      .first()
      .waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '现场照片.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('整改情况'),
      });
    await page.getByText('现场照片.txt').first().waitFor();
    await act(page, '报结', (dialog) => dialog.getByLabel('整改结果').fill('已安排专题研讨并形成制度'));
    await reaches('dept_review');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('passes head and deputy and is struck off by the liaison', async () => {
    for (const [who, action, opinion] of [
      ['head', '科室通过', null],
      ['deputy', '审核通过', null],
      ['liaison', '销号', '佐证齐全，同意销号'],
    ] as const) {
      const page = await as(who);
      await openTicket(page, id);
      await act(page, action, async (dialog) => {
        if (opinion) await dialog.getByLabel('意见').fill(opinion);
      });
      await page.context().close();
    }
    const page = await as('chief');
    await openTicket(page, id);
    await page.getByText('佐证齐全，同意销号').first().waitFor();
    const { body } = await api.as('chief').get(`/api/tickets/${id}`);
    expect(body).toMatchObject({ status: 'closed', closedOn: today, closedOnTime: true, actions: [] });
    await page.context().close();
  });

  it('shows an auditor no button and a stranger nothing', async () => {
    const auditor = await as('auditor');
    await openTicket(auditor, id);
    expect(await auditor.getByRole('button', { name: /重\s*启\s*整\s*改|退\s*回/ }).count()).toBe(0);
    const stranger = await as('handler3');
    await stranger.goto(`/tickets/${id}`);
    await stranger
      .getByText(/没有找到/)
      .first()
      .waitFor();
    expect(await stranger.getByText(title).count()).toBe(0);
    await Promise.all([auditor, stranger].map((page) => page.context().close()));
  });

  it('never threw in anybody’s browser', () => {
    expect(complaints).toEqual([]);
  });
});
