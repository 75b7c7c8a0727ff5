import type { Page } from 'playwright-core';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { pick, sees } from '../support/page-steps.js';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages('2026-07-10');
  const { chemicals, relief } = stage.api.bureau.units;
  const hazard = (title: string, facts: Partial<NewTicket> = {}): NewTicket => ({
    kind: 'hazard',
    title,
    level: 'general',
    status: 'in_progress',
    leadUnitId: chemicals,
    raisedOn: '2026-03-15',
    deadline: { kind: 'date', dueOn: '2026-06-01', ongoing: false },
    ...facts,
  });
  await stage.api.owner.transaction((tx) =>
    createTickets(
      tx,
      systemActor,
      [
        hazard('一般隐患一'),
        hazard('重大隐患一', { level: 'major' }),
        hazard('重大隐患二', { level: 'major', leadUnitId: relief }),
      ],
      { today: '2026-07-10', at: new Date() },
    ),
  );
});
afterAll(async () => {
  await stage?.stop();
});

async function addOf(page: Page, field: string, option: string): Promise<void> {
  await pick(page.getByRole('combobox', { name: field }), new RegExp(`^${option}$`));
  await page.keyboard.press('Escape');
}

const value = (text: string) => new RegExp(`^${text}\\s*条`);

it('a definition is built by choices, its value moving with them, saved, changed and told who changed what', async () => {
  const page = await stage.as('office');
  await page.goto('/reports');
  await page.getByRole('link', { name: '口径' }).click();
  await sees(page, '排查发现的重大隐患');
  await page.getByRole('link', { name: '新建口径' }).click();
  await page.getByLabel('计量单位').fill('条');
  await page.locator('.figure-value', { hasText: value('3') }).waitFor();
  await addOf(page, '级别', '重大');
  await page.locator('.figure-value', { hasText: value('2') }).waitFor();
  await sees(page, '级别为重大的隐患，按条计');
  await sees(page, '重大隐患二');
  await page.getByLabel('名称').fill('科室重大隐患');
  await page.getByLabel('代码').fill('major_here');
  await page.getByRole('button', { name: /^保\s*存$/ }).click();
  await sees(page, '{major_here}');
  await page.getByRole('button', { name: /修\s*改/ }).click();
  await page.getByLabel('修改理由').fill('只报危化科');
  await addOf(page, '牵头单位', '危化科');
  await page.locator('.figure-value', { hasText: value('1') }).waitFor();
  await page.getByRole('button', { name: '保存为第 2 版' }).click();
  await sees(page, '只报危化科');
  await sees(page, '由危化科牵头、级别为重大的隐患，按条计');
  const kept = (await stage.api.as('office').get('/api/figures/major_here/versions')).body;
  expect(kept.map(({ version }: any) => version)).toEqual([2, 1]);
  expect(stage.complaints).toEqual([]);
});

it('a built-in definition is read-only and can be copied, a rate built of two figures', async () => {
  const page = await stage.as('office');
  await page.goto('/reports/figures/hazards_major_rate');
  await sees(page, '系统自带');
  expect(await page.getByRole('button', { name: /修\s*改/ }).count()).toBe(0);
  await page.getByRole('button', { name: '另存为副本' }).click();
  await page.locator('.figure-value', { hasText: /^0\s*%/ }).waitFor();
  await page.getByLabel('名称').fill('重大隐患整改率二');
  await page.getByRole('button', { name: /^保\s*存$/ }).click();
  await sees(page, '以百分数表示');
  expect(stage.complaints).toEqual([]);
});

it('who only reads reports finds a definition and its versions, and nothing to change', async () => {
  const page = await stage.as('head', phone);
  await page.goto('/reports/figures');
  await page.getByLabel('按名称、代码、口径查找').fill('重大隐患整改率二');
  await page.locator('.card', { hasText: '重大隐患整改率二' }).click();
  await sees(page, '第 1 版');
  expect(await page.getByRole('button', { name: /修\s*改|停\s*用|另存/ }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(stage.complaints).toEqual([]);
});
