import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Clock } from '@xiaohao/calendar';
import { FirstUseService } from '@xiaohao/org';
import { bootEmptyApi, type TestApi } from '../support/boot-api.js';
import { desk, openBrowser, phone } from '../support/browser.js';
import { pick } from '../support/page-steps.js';

const today = '2026-07-01';
let api: TestApi;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  api = await bootEmptyApi(today, resolve('dist/web'));
  browser = await openBrowser();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await emptyBureau();
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

/** The API may still be answering a page that is closed already; whichever of the two the database gives up tries again. */
async function emptyBureau(triesLeft = 5): Promise<void> {
  try {
    await api.owner.query('truncate person, unit, first_use, people_event, bureau_parameter cascade');
  } catch (error) {
    if (triesLeft === 0 || !(error as Error).message.includes('deadlock')) throw error;
    await emptyBureau(triesLeft - 1);
  }
}

const issueCode = () => new FirstUseService(api.owner, { today: () => today } as Clock).issueCode();

async function open(path: string, viewport = desk): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN', baseURL: api.url })).newPage();
  page.setDefaultTimeout(40_000);
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(path);
  return page;
}

const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** With the keyboard alone. */
async function typeBureau(page: Page): Promise<void> {
  await page.getByLabel('单位名称').waitFor();
  for (const word of ['青河区应急管理局', '程若兰', 'chengruolan', 'a-password-of-my-own']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  await page.getByLabel('再输一次密码').fill('a-password-of-my-own');
  await page.keyboard.press('Enter');
}

describe('an empty installation', () => {
  it('tells whoever wants to sign in what to do instead', async () => {
    const page = await open('/');
    await page.getByText('这里还没有任何账号').waitFor();
    expect(await page.getByLabel('用户名').count()).toBe(0);
    await page.context().close();
  });

  it('says at once that a link no longer counts', async () => {
    const page = await open('/first-use?code=former');
    await page.getByText('首次使用的链接不正确或已失效').waitFor();
    await page.context().close();
  });

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])('is set up in three steps on %s and leads to the first ledger', async (_, viewport) => {
    const page = await open(`/first-use?code=${await issueCode()}`, viewport);
    await typeBureau(page);
    const pasted = page.getByLabel('粘贴科室名单');
    await pasted.fill(`1. 办公室\n危 化 科\n危化科\n${'长'.repeat(51)}`);
    await page.getByText('第 4 行过长').waitFor();
    expect(await page.getByRole('button', { name: '完成设置' }).isDisabled()).toBe(true);
    await pasted.fill('1. 办公室\n危 化 科\n危化科');
    await page.getByText('读出 2 个科室').waitFor();
    expect(await tooWide(page)).toBe(false);
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('青河区应急管理局已建立').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/imports$/);
    await page.getByRole('button', { name: '读取并核对' }).waitFor();
    await page.context().close();
  });

  it('lets the new administrator add a person and hand over the password', async () => {
    const page = await open(`/first-use?code=${await issueCode()}`);
    await typeBureau(page);
    await page.getByLabel('粘贴科室名单').fill('危化科');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('button', { name: '添加人员' }).click();
    // The page before has a button of the same name, and stays until this one is loaded.
    await page.getByRole('heading', { name: '单位与人员' }).waitFor();
    await page.getByRole('button', { name: '添加人员' }).click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByLabel('姓名').fill('周敏');
    await dialog.getByLabel('用户名').fill('zhoumin');
    for (const [field, word] of [
      ['岗位', '科室负责人'],
      ['单位', '危化科'],
    ] as const) {
      await pick(dialog.getByLabel(field, { exact: true }), word);
    }
    await dialog.getByRole('button', { name: /^添\s*加$/ }).click();
    await dialog.getByText('周敏（zhoumin）的一次性密码').waitFor();
    const password = (await dialog.locator('code').innerText()).trim();
    const login = await api.anonymous.post('/api/auth/login', { username: 'zhoumin', password });
    expect(login.body).toMatchObject({ name: '周敏', roles: ['head'], mustChangePassword: true });
    await page.context().close();
  });

  it('never threw in anybody’s browser', () => {
    expect(complaints).toEqual([]);
  });
});
