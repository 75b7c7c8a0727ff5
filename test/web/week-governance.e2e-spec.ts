import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import { act, choose, openAction, overflow, sees, sendForm, typeDay } from '../support/page-steps.js';
import { runTicketJobs } from '../support/run-ticket-jobs.js';
import { walk } from '../support/ticket-walk.js';

const today = '2026-07-01';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages(today);
});
afterEach(() => stage.closePages());
afterAll(() => stage?.stop());

describe('an objection', () => {
  it('goes from a phone back to the office, which reads why and gives the ticket to another section', async () => {
    const ticket = await walk(stage.api, 'assigned', { draft: { title: '临时救助台账缺项' } });
    const head = await stage.at('head', ticket, phone);
    await act(head, '退单', async (dialog) => {
      await dialog.getByText('不属本单位职责').click();
      await dialog.getByLabel('理由').fill('临时救助由减灾救灾科负责');
    });
    await sees(head, /退单/);
    expect(await overflow(head)).toBeLessThanOrEqual(0);

    const office = await stage.at('inspection', ticket);
    await sees(office, /危化科.*不属本单位职责/);
    await sees(office, /临时救助由减灾救灾科负责/);
    await act(office, '交办', async (dialog) => {
      await choose(dialog, '牵头单位', '减灾救灾科');
      await choose(dialog, '责任领导', '分管乙');
    });
    expect(await stage.facts(ticket)).toMatchObject({ status: 'assigned', leadUnit: { name: '减灾救灾科' } });
    const next = await stage.at('head2', ticket, phone);
    await act(next, '签收', (dialog) => choose(dialog, '承办人', '承办丙'));
    await sees(next, /承办丙/);
    expect((await stage.facts(ticket)).status).toBe('in_progress');
  });
});

describe('a look-back', () => {
  it('finds a relapse and opens a new round; the first closure stays', async () => {
    const ticket = await walk(stage.api, 'closed', { draft: { title: '值班记录补记' } });
    const liaison = await stage.as('liaison');
    await liaison.goto('/look-backs');
    await sendForm(liaison, '新建回头看', '抽取并建立', async (dialog) => {
      await dialog.getByLabel('名称').fill('三季度回头看');
      await dialog.getByText('全部', { exact: true }).click();
      await sees(liaison, '符合条件的已销号事项 1 件');
    });
    await sees(liaison, ticket.no);
    const address = liaison.url();

    const inspector = await stage.as('liaison', phone);
    await inspector.goto(address);
    await sendForm(inspector, '记录结果', '记录结果', async (dialog) => {
      await dialog.getByText('反弹', { exact: true }).click();
      await dialog.getByLabel('检查情况').fill('七月上旬仍有补记');
    });
    await sees(inspector, '七月上旬仍有补记');
    expect(await overflow(inspector)).toBeLessThanOrEqual(0);

    await sees(inspector, '已通知巡察整改办处理');

    const office = await stage.as('inspection');
    await office.goto(address);
    await sees(office, /反弹/);
    await sendForm(office, '后续处理', '后续处理', async (dialog) => {
      await dialog.getByText('重启整改（新一轮）').click();
      await typeDay(dialog, '时限', '2026-08-15');
    });
    await office.waitForURL(/\/tickets\//);
    expect(await stage.facts(ticket)).toMatchObject({ status: 'in_progress', round: 2, closedOn: null });
    await sees(office, /第\s*2\s*轮|第二轮/);
    const rounds: { closed_on: string }[] = await stage.api.owner.query(
      'select closed_on::text from ticket_round where ticket_id = $1 and round = 1',
      [ticket.id],
    );
    expect(rounds).toEqual([{ closed_on: today }]);
  });
});

describe('a head on leave', () => {
  it('names a stand-in on the phone, who is told, signs in the head’s name, and no longer once the head is back', async () => {
    const head = await stage.as('head', phone);
    await head.goto('/me');
    await sendForm(head, '登记请假', '登记请假', async (dialog) => {
      await choose(dialog, '代理人', '承办乙');
      await typeDay(dialog, '结束（含当天）', '2026-07-10');
    });
    await sees(head, /由承办乙代理/);
    expect(await overflow(head)).toBeLessThanOrEqual(0);

    const ticket = await walk(stage.api, 'assigned', { draft: { title: '应急物资账实不符' } });
    await runTicketJobs(stage.api, today);
    const standIn = await stage.as('handler2');
    await standIn.goto('/messages');
    await sees(standIn, new RegExp(ticket.no));
    await standIn.goto(`/tickets/${ticket.id}`);
    await act(standIn, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));
    await sees(standIn, /代科长甲\s*签收/);

    await head.getByRole('button', { name: '提前结束' }).first().click();
    await head.locator('.ant-popover').getByRole('button', { name: '提前结束' }).click();
    await sees(head, '没有登记请假');
    const second = await walk(stage.api, 'assigned', { draft: { title: '演练脚本未更新' } });
    await standIn.goto(`/tickets/${second.id}`);
    await sees(standIn, /没有找到/);
    const back = await stage.at('head', second, phone);
    await openAction(back, '签收');
  });
});

it('never threw in anybody’s browser', () => {
  expect(stage.complaints).toEqual([]);
});
