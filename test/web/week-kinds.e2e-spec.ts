import type { Locator, Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { openPages, type PageStage } from '../support/page-stage.js';
import {
  act,
  choose,
  overflow,
  pickFile,
  refusalOf,
  register,
  sees,
  sendForm,
  typeDay,
} from '../support/page-steps.js';

const today = '2026-07-01';

let stage: PageStage;
beforeAll(async () => {
  stage = await openPages(today);
});
afterEach(() => stage.closePages());
afterAll(() => stage?.stop());

const answerYes = async (dialog: Locator, field: string) =>
  dialog.locator('.ant-form-item', { hasText: field }).getByText('是', { exact: true }).click();

/** Assigned by its office from the page it was registered on. */
async function assign(
  page: Page,
  unit: string,
  leader: string,
  more: (dialog: Locator) => Promise<void> = async () => {},
) {
  await act(page, '交办', async (dialog) => {
    await choose(dialog, '牵头单位', unit);
    await choose(dialog, '责任领导', leader);
    await more(dialog);
  });
}

describe('a major hazard', () => {
  it('is found, listed, put right, seen on site, struck off by the chief and unlisted', async () => {
    const safety = await stage.as('safety');
    const ticket = await register(safety, async (dialog) => {
      await choose(dialog, '类型', '隐患');
      await dialog.getByLabel('问题（任务）内容').fill('液氨储罐区紧急切断阀失效');
      await choose(dialog, '等级', '重大');
      await dialog.getByLabel('企业').or(dialog.getByLabel('点位')).first().fill('青石制冷站');
      await answerYes(dialog, '挂牌督办');
      await dialog.getByLabel('督办文号').fill('测安督〔2026〕3号');
      await choose(dialog, '挂牌级别', '县级');
      await typeDay(dialog, '挂牌日期', '2026-07-01');
    });
    await sees(safety, '测安督〔2026〕3号');
    await assign(safety, '危化科', '分管甲', (dialog) => typeDay(dialog, '整改时限', '2026-08-31'));

    const head = await stage.at('head', ticket);
    await act(head, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));

    const handler = await stage.at('handler', ticket, phone);
    await pickFile(handler, '更换记录.txt');
    await handler.getByRole('button', { name: '登记成果' }).first().click();
    const outcome = handler.locator('.popover-form');
    await choose(outcome, '成果类型', '治理资金（元）');
    await outcome.getByLabel('数量').fill('31234.56');
    await outcome.getByText('合 3.123456 万元').waitFor();
    await outcome.getByRole('button', { name: '登记成果' }).click();
    await sees(handler, '31,234.56');
    // What the progress tells is proposed, and registered once somebody has looked at it.
    await handler.getByPlaceholder('写一句进展，按 Enter 填报').fill('投入治理资金约5000元，消除隐患2处');
    await handler.keyboard.press('Enter');
    const told = handler.locator('.told-outcomes .entry').filter({ hasText: '治理资金' });
    await told.getByRole('button', { name: '登记', exact: true }).click();
    await outcome.getByRole('button', { name: '登记成果' }).click();
    await told.waitFor({ state: 'detached' });
    await sees(handler, '5,000');
    await act(handler, '报结', async (dialog) => {
      for (const field of ['责任落实', '措施落实', '资金落实', '时限落实', '预案落实']) await answerYes(dialog, field);
      await dialog.getByLabel('整改结果').fill('切断阀已更换并联动测试合格');
    });
    expect(await overflow(handler)).toBeLessThanOrEqual(0);
    await act(await stage.at('head', ticket), '科室通过');
    await act(await stage.at('deputy', ticket, phone), '审核通过');

    const chief = await stage.at('chief', ticket, phone);
    expect(await refusalOf(chief, '销号', (dialog) => dialog.getByLabel('意见').fill('同意销号'))).toContain(
      '现场复查',
    );
    await safety.reload();
    await pickFile(safety, '复查笔录.txt', '上传现场复查');
    await chief.reload();
    await act(chief, '销号', (dialog) => dialog.getByLabel('意见').fill('复查合格，同意销号'));
    expect(await overflow(chief)).toBeLessThanOrEqual(0);

    await safety.reload();
    await sendForm(safety, '填写', '保存', (dialog) => typeDay(dialog, '摘牌日期', today));
    await sees(safety, '摘牌日期');
    expect(await stage.facts(ticket)).toMatchObject({
      status: 'closed',
      closedOn: today,
      level: 'major',
      details: { listed: true, unlistedOn: today, assuredPlan: true },
    });
  });
});

describe('a public report with a named reporter', () => {
  it('keeps the name from all but those who work on it, answers it, and tells who looked', async () => {
    const safety = await stage.as('safety');
    const ticket = await register(safety, async (dialog) => {
      await choose(dialog, '类型', '举报');
      await dialog.getByLabel('问题（任务）内容').fill('夜间违规动火作业');
      await choose(dialog, '举报渠道', '12350');
      await choose(dialog, '举报方式', '实名');
      await typeDay(dialog, '受理日期', today);
    });
    await sendForm(safety, '登记举报人', '保存', async (dialog) => {
      await dialog.getByLabel('姓名').fill('卞无忌');
      await dialog.getByLabel('电话').fill('13700001234');
    });
    await assign(safety, '危化科', '分管甲', (dialog) => typeDay(dialog, '整改时限', '2026-08-20'));
    const head = await stage.at('head', ticket);
    await act(head, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));

    const handler = await stage.at('handler', ticket, phone);
    expect(await handler.getByText('卞无忌').count()).toBe(0);
    await handler.getByRole('button', { name: /查看举报人/ }).click();
    const look = handler.getByRole('dialog').last();
    await look.getByLabel('查看理由').fill('联系核实动火地点');
    await look.getByRole('button', { name: '查看举报人' }).click();
    await look.getByText('卞无忌').waitFor();
    await look.getByText('13700001234').waitFor();
    expect(await overflow(handler)).toBeLessThanOrEqual(0);
    await look.getByRole('button', { name: /收\s*起/ }).click();

    for (const who of ['safety', 'head', 'chief']) {
      const page = await stage.at(who, ticket);
      await sees(page, /查看举报人信息：理由 联系核实动火地点/);
      expect([who, await page.getByText('卞无忌').count()]).toEqual([who, 0]);
      expect([who, await page.getByRole('button', { name: /查看举报人/ }).count()]).toEqual([who, 0]);
    }
    await handler.reload();
    await pickFile(handler, '核查笔录.txt');
    await act(handler, '报结', async (dialog) => {
      await choose(dialog, '核查结论', '属实');
      await dialog.getByLabel('整改结果').fill('已责令停止作业并补办审批');
    });

    await head.reload();
    await act(head, '科室通过');
    await safety.goto(`/tickets/${ticket.id}`);
    await act(safety, '销号', async (dialog) => {
      await typeDay(dialog, '答复日期', today);
      await dialog.getByLabel('意见').fill('已电话答复举报人');
    });
    await sees(safety, '已销号');
    expect(await stage.facts(ticket)).toMatchObject({
      status: 'closed',
      details: { verified: 'true', repliedOn: today },
    });

    const stranger = await stage.as('handler3');
    await stranger.goto(`/tickets/${ticket.id}`);
    await sees(stranger, /没有找到/);
    await stranger.goto(`/tickets?q=${encodeURIComponent('违规动火')}`);
    await sees(stranger, '没有符合条件的事项');
    expect(await stranger.getByText(/夜间违规动火作业|卞无忌/).count()).toBe(0);
  });
});

describe('a key task', () => {
  it('is divided in three, follows its sub-tasks, and is done only after them', async () => {
    const office = await stage.as('supervision');
    const task = await register(office, async (dialog) => {
      await choose(dialog, '类型', '重点任务');
      await dialog.getByLabel('问题（任务）内容').fill('建设应急广播终端');
      await dialog.getByLabel('目标值').fill('3');
      await dialog.getByLabel('计量单位').fill('处');
    });
    await assign(office, '危化科', '分管甲', (dialog) => typeDay(dialog, '整改时限', '2026-12-31'));
    const children: { id: string; no: string }[] = [];
    for (const place of ['青石', '云栖', '南桥']) {
      await office.goto(`/tickets/${task.id}`);
      const child = await register(
        office,
        (dialog) => dialog.getByLabel('问题（任务）内容').fill(`${place}终端`),
        '新建子任务',
      );
      await assign(office, '危化科', '分管甲', (dialog) => typeDay(dialog, '整改时限', '2026-10-31'));
      children.push(child);
    }
    const head = await stage.at('head', task);
    await act(head, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));
    for (const child of children) {
      await head.goto(`/tickets/${child.id}`);
      await act(head, '签收', (dialog) => choose(dialog, '承办人', '承办甲'));
    }
    const handler = await stage.at('handler', children[0]!, phone);
    await handler.getByPlaceholder(/写一句进展/).fill('立杆完成');
    await handler.locator('input[inputmode], input[role=spinbutton]').first().fill('60');
    await handler
      .getByRole('button', { name: /填\s*报/ })
      .first()
      .click();
    await sees(handler, '立杆完成');
    await handler.goto(`/tickets/${task.id}`);
    await sees(handler, '20%');
    for (const child of children) await sees(handler, child.no);
    expect(await overflow(handler)).toBeLessThanOrEqual(0);
    await pickFile(handler, '小结.txt');
    expect(await refusalOf(handler, '报结', (dialog) => dialog.getByLabel('整改结果').fill('全部建成'))).toContain(
      '子任务',
    );
    expect(await stage.facts(task)).toMatchObject({ status: 'in_progress', progressPercent: 20 });

    for (const one of [...children, task]) {
      for (const page of [handler, head, office]) await page.goto(`/tickets/${one.id}`);
      await handler.getByText(one.no).first().waitFor();
      if (one !== task) await pickFile(handler, '验收单.txt');
      await act(handler, '报结', (dialog) => dialog.getByLabel('整改结果').fill('终端已装好并试播'));
      await head.reload();
      await act(head, '科室通过');
      await office.reload();
      await act(office, '销号', (dialog) => dialog.getByLabel('意见').fill('同意销号'));
      await sees(office, '已销号');
    }
    expect(await stage.facts(task)).toMatchObject({ status: 'closed', progressPercent: 100 });
  });
});

it('never threw in anybody’s browser', () => {
  expect(stage.complaints).toEqual([]);
});
