import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { desk, openBrowser, phone } from '../support/browser.js';
import * as steps from '../support/played-pages.js';
import { act, walk, type Walked } from '../support/ticket-walk.js';
import { until } from '../support/waiting.js';

const today = '2026-07-10';
const complaints: string[] = [];

let api: TestApi;
let browser: Browser;
let ticket: Walked;
beforeAll(async () => {
  [api, browser] = await Promise.all([bootApi(today, resolve('dist/web')), openBrowser()]);
  ticket = await walk(api, 'in_progress', { deadline: { kind: 'date', dueOn: '2026-07-12' } });
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

const as = (username: string, then: (page: Page) => Promise<void>) =>
  steps.played({ browser, api, complaints }, [username, desk], then);
const onPhone = (username: string, then: (page: Page) => Promise<void>) =>
  steps.played({ browser, api, complaints }, [username, phone], then);

async function ask(page: Page, to: string, why: string): Promise<void> {
  await steps.openTicket(page, ticket);
  const dialog = await steps.begin(page, '申请延期');
  await steps.choose(dialog, '延期原因', '天气、汛期');
  await dialog.getByLabel('理由').fill(why);
  await steps.typeDay(dialog, '申请延至', to);
  await steps.send(dialog, '申请延期');
  await steps.reads(page.locator('.extension'), new RegExp(`申请中.*${why}`, 's'));
}

async function grant(page: Page, to: string, opinion?: string): Promise<void> {
  const dialog = await steps.begin(page, '同意延期');
  await steps.typeDay(dialog, '同意延至', to);
  if (opinion) await dialog.getByLabel('意见').fill(opinion);
  await steps.send(dialog, '同意延期');
}

describe('more time for a ticket', () => {
  it('is asked for by the head, from a phone, two days before the day', async () => {
    await onPhone('head', async (page) => {
      await steps.openTicket(page, ticket);
      await steps.reads(steps.ticketHead(page), /还有 2 天/);
      await ask(page, '2026-08-10', '连续降雨，作业面无法施工');
      await steps.reads(steps.ticketHead(page), /还有 2 天/);
      await steps.reads(page.locator('.banner'), /申请延期至 8月10日，待分管领导裁定.*科长甲.*天气、汛期，连续降雨/s);
      expect(await page.getByRole('button', { name: steps.button('申请延期') }).count()).toBe(0);
    });
  });

  it('is given by the deputy, for less than was asked, and the light and both days say so', async () => {
    await as('deputy', async (page) => {
      await page.locator('.group', { hasText: /待裁定/ }).click();
      await page.getByRole('link', { name: '隐患台账更新不及时' }).click();
      await steps.reads(page.locator('.extension'), '申请中');
      await grant(page, '2026-07-31', '分段作业');
      await steps.reads(steps.ticketHead(page), /7月31日 周五.*原 7月12日/s);
      await steps.reads(steps.ticketHead(page), /●\s*正常/);
      await steps.reads(page.locator('.extension'), /7月12日 →\s*7月31日 已同意/);
      await steps.reads(page.locator('.ticket-side'), '已延期 1 次');
      await steps.reads(page.locator('.timeline'), /分管甲 同意延期.*分段作业/s);
    });
  });

  it('a second time is no more for the deputy but for the chief', async () => {
    await as('head', (page) => ask(page, '2026-08-31', '汛期未过'));
    await as('deputy', async (page) => {
      await steps.openTicket(page, ticket);
      await steps.reads(page.locator('.banner'), '申请延期至 8月31日，待局长/书记裁定');
      expect(await page.getByRole('button', { name: /同\s*意\s*延\s*期/ }).count()).toBe(0);
    });
    await onPhone('chief', async (page) => {
      await page.goto('/?group=to_decide');
      await page.getByRole('link', { name: '隐患台账更新不及时' }).click();
      await grant(page, '2026-08-31');
      await steps.reads(steps.ticketHead(page), /8月31日 周一.*原 7月12日/s);
      await steps.reads(page.locator('.ticket-side'), '已延期 2 次');
      await steps.reads(page.locator('.timeline'), /局长甲 同意延期/);
    });
  });

  it('a third time is given only with an opinion, and refused with a reason', async () => {
    await as('head', (page) => ask(page, '2026-09-30', '设备未到'));
    await as('chief', async (page) => {
      await steps.openTicket(page, ticket);
      const grantDialog = await steps.begin(page, '同意延期');
      await grantDialog.getByRole('button', { name: steps.button('同意延期') }).click();
      await steps.reads(grantDialog, /请填写.*意见/);
      await page.keyboard.press('Escape');
      await grantDialog.waitFor({ state: 'hidden' });
      const dialog = await steps.begin(page, '不同意延期');
      await dialog.getByLabel('理由').fill('已延两次，按期完成');
      await steps.send(dialog, '不同意延期');
      await steps.reads(page.locator('.extension'), /未同意.*已延两次，按期完成/s);
      await steps.reads(steps.ticketHead(page), /8月31日 周一/);
      await steps.reads(page.locator('.ticket-side'), '已延期 2 次');
    });
  });

  it('is counted by its ground, on a desk and on a phone', async () => {
    for (const play of [as, onPhone]) {
      await play('inspection', async (page) => {
        await page.goto('/look-backs/statistics');
        const row = page.getByRole('row', { name: /天气、汛期/ });
        await row.waitFor();
        expect(await row.getByRole('cell').allInnerTexts()).toEqual(['3', '2', '1', '0']);
      });
    }
  });
});

describe('a clock set by law', () => {
  let report: Walked;
  beforeAll(async () => {
    const details = { channel: 'hotline_12350', reporterKind: 'anonymous' };
    const { body } = await api
      .as('safety')
      .post('/api/tickets', { kind: 'public_report', title: '仓库违规动火', details });
    report = { id: body.id, no: body.no };
    await act(api, 'safety', report, 'assign', {
      leadUnitId: api.bureau.units.chemicals,
      leaderId: api.bureau.people['deputy'],
      details: { receivedOn: '2026-07-01' },
      deadline: { kind: 'date', dueOn: '2026-08-31' },
    });
    await act(api, 'head', report, 'sign', { handlerId: api.bureau.people['handler'] });
  });

  it('names its last day, and goes no further whoever asks', async () => {
    await onPhone('head', async (page) => {
      await steps.openTicket(page, report);
      await steps.reads(page.locator('.ticket-side'), /法定/);
      await steps.reads(page.locator('.ticket-side'), /9月29日/);
      const dialog = await steps.begin(page, '申请延期');
      await steps.choose(dialog, '延期原因', '第三方原因');
      await dialog.getByLabel('理由').fill('鉴定未出');
      // What the law forbids cannot be chosen.
      const day = dialog.getByLabel('申请延至');
      await day.fill('2026-09-30');
      await day.press('Enter');
      await dialog.getByLabel('理由').click();
      await until(async () => (await day.inputValue()) !== '2026-09-30', 'the day is not taken');
      await steps.typeDay(dialog, '申请延至', '2026-09-29');
      await steps.send(dialog, '申请延期');
      await steps.reads(page.locator('.extension'), '申请中');
    });
  });

  it('is the chief’s to extend the first time already', async () => {
    await as('deputy', async (page) => {
      await steps.openTicket(page, report);
      expect(await page.getByRole('button', { name: /同\s*意\s*延\s*期/ }).count()).toBe(0);
    });
    await as('chief', async (page) => {
      await steps.openTicket(page, report);
      await grant(page, '2026-09-29');
      await steps.reads(steps.ticketHead(page), /9月29日 周二.*原 8月31日/s);
    });
  });
});

describe('the browsers', () => {
  it('of all of them heard no complaint', () => {
    expect(complaints).toEqual([]);
  });
});
