import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';
import type { PreviewTicket } from './preview.js';

const read = async (...rows: string[]) =>
  readLedger(
    await buildWorkbook([{ name: '台账', rows: rows.map((row): TestCell[] => row.split('｜')) }]),
    '整改台账.xlsx',
    {
      kind: 'inspection_issue',
      year: 2026,
      baseDate: null,
      source: null,
      today: '2026-12-01',
      calendar: officialCalendar,
    },
  );
const headings = '序号｜存在问题｜责任科室｜责任人｜整改时限｜整改进展｜是否完成｜备注';
/** One row of a ledger fed back on 1 August. */
const readRow = async (state: string, remark: string, progress = '已修订制度'): Promise<PreviewTicket> => {
  const row = `1｜制度不健全｜办公室｜孙丽｜2026年11月20日｜${progress}｜${state}｜${remark}`;
  return (await read('反馈问题整改台账', '反馈时间：2026年8月1日', headings, row)).tickets[0]!;
};
const told = ({ issues }: PreviewTicket) => issues.map(({ code, cell }) => `${cell} ${code}`);

describe('a remark that says the matter was verified', () => {
  it.each([
    ['9月30日已通过区委巡察办验收', '2026-09-30'],
    ['8月31日验收销号', '2026-08-31'],
    ['9月28日已销号', '2026-09-28'],
    ['审计局9月28日认定销号', '2026-09-28'],
    ['销号时间：10月9日', '2026-10-09'],
    ['销号日期：2026.10.9', '2026-10-09'],
    ['已于10月12日通过市局验收', '2026-10-12'],
    ['经复查合格，10月9日销号', '2026-10-09'],
    ['2026年9月30日经区巡察办验收合格，予以销号', '2026-09-30'],
    ['11月2日复核通过', '2026-11-02'],
    ['于2026年9月14日摘牌', '2026-09-14'],
    ['整改材料已归档。9月28日已销号。', '2026-09-28'],
  ])('closes what its state calls done, on the day it tells: %s', async (remark, closedOn) => {
    const ticket = await readRow('已整改', remark);
    expect(ticket).toMatchObject({ status: 'closed', closedOn, closedOnFrom: 'row' });
    expect(told(ticket)).toEqual(['H4 endTold']);
  });

  it.each([
    '验收未通过',
    '9月30日验收未通过，限期重新整改',
    '待验收',
    '待区委巡察办验收',
    '未销号',
    '拟于12月10日销号',
    '计划12月底销号',
    '预计12月10日通过验收',
    '12月10日前完成验收销号',
    '已报区安委办销号',
    '申请销号',
    '已提交销号申请',
    '通过验收后销号',
    '已具备销号条件',
    '不同意销号',
    '3处已销号，剩余2处正在整改',
    '其中2项已通过验收',
    '9月28日已销号。11月又反弹。',
    '12月10日已销号',
    '竣工验收已通过',
    '已召开验收会',
  ])('closes nothing where it is asked for, planned, refused or of a part: %s', async (remark) => {
    expect(await readRow('已整改', remark)).toMatchObject({ status: 'completed', closedOn: null });
  });

  it('gives a closed row its day, and tells of another one', async () => {
    const ticket = await readRow('已销号', '审计局9月28日认定销号');
    expect(ticket).toMatchObject({ status: 'closed', closedOn: '2026-09-28', closedOnFrom: 'row' });
    expect(told(ticket)).toEqual(['H4 doneOnTold']);
    const row = '1｜甲问题｜办公室｜2026年11月20日｜已销号｜2026-10-15｜9月28日已销号';
    const dated = await read('序号｜存在问题｜责任科室｜整改时限｜完成情况｜销号日期｜备注', row);
    expect(dated.tickets[0]).toMatchObject({ closedOn: '2026-10-15' });
    expect(told(dated.tickets[0]!)).toContain('G2 doneOnOtherDay');
  });

  it('is told beside a state that says the work goes on, or that it was not struck off', async () => {
    for (const state of ['整改中', '基本完成']) {
      const ticket = await readRow(state, '9月28日已销号');
      expect([state, ticket.status === 'closed', told(ticket).join()]).toEqual([
        state,
        false,
        expect.stringContaining('statusColumnsConflict'),
      ]);
    }
    const row = '1｜甲问题｜办公室｜2026年11月20日｜已整改｜否｜9月28日已销号';
    const { tickets } = await read('序号｜存在问题｜责任科室｜整改时限｜完成情况｜是否销号｜备注', row);
    expect(tickets[0]!.status).toBe('completed');
    expect(told(tickets[0]!)).toContain('G2 statusColumnsConflict');
  });

  it('holds of a progress where it strikes off the whole', async () => {
    expect(await readRow('已整改', '', '制度已印发。9月28日已销号')).toMatchObject({ closedOn: '2026-09-28' });
    expect(await readRow('已整改', '', '43条隐患全部整改销号')).toMatchObject({ status: 'completed' });
    expect(await readRow('已整改', '', '预案9月3日通过专家验收')).toMatchObject({ status: 'completed' });
  });
});

it.each([
  ['整改完成日期：2026-9-14', '2026-09-14'],
  ['整改完成时间：9月14日', '2026-09-14'],
  ['已于9月14日完成整改', '2026-09-14'],
  ['9月14日整改到位', '2026-09-14'],
])('a remark that tells the day of completion dates what is done: %s', async (remark, completedOn) => {
  const ticket = await readRow('已整改', remark);
  expect(ticket).toMatchObject({ status: 'completed', completedOn });
  expect(told(ticket)).toEqual(['H4 doneOnTold']);
});

describe('a later day beside the deadline', () => {
  it.each([
    ['限12月5日前完成接地', '2026-12-05'],
    ['限12月5日前完成剩余部分', '2026-12-05'],
    ['要求2026年12月15日前整改到位', '2026-12-15'],
    ['计划12月底完工', '2026-12-31'],
    ['预计12月20日完成', '2026-12-20'],
    ['12月10日前完成', '2026-12-10'],
  ])('is told and moves nothing: %s', async (text, day) => {
    for (const ticket of [await readRow('整改中', text), await readRow('整改中', '', `已装2只，${text}`)]) {
      expect(ticket.deadline.date).toBe('2026-11-20');
      const { message } = ticket.issues.find(({ code }) => code === 'fieldBeside')!;
      expect(message).toContain(`期限 ${day}，本行时限读作 2026-11-20`);
    }
  });

  it('is none where it is earlier, of what is done, or asked for', async () => {
    for (const [state, remark] of [
      ['整改中', '限10月5日前完成方案'],
      ['已整改', '限12月5日前完成接地'],
      ['整改中', '申请延期至12月10日'],
      ['整改中', '12月5日开会研究'],
    ] as const) {
      expect([remark, told(await readRow(state, remark)).filter((one) => one.includes('fieldBeside'))]).toEqual([
        remark,
        [],
      ]);
    }
  });
});

describe('who answers from now on', () => {
  it.each([
    ['牵头科室调整为危化科', '责任单位为“危化科”，本行读作“办公室”'],
    ['责任单位已变更为规划财务科', '责任单位为“规划财务科”，本行读作“办公室”'],
    ['经党委会研究，改由危化科牵头', '责任单位为“危化科”，本行读作“办公室”'],
    ['移交综合执法大队办理', '责任单位为“综合执法大队”，本行读作“办公室”'],
    ['责任人变更为钱勇', '责任人为“钱勇”，本行读作“孙丽”'],
    ['经办人已调整为钱勇（11月1日起）', '责任人为“钱勇”，本行读作“孙丽”'],
    ['原经办人老宋已退休', '责任人已变动，本行读作“孙丽”'],
  ])('is told beside the row: %s', async (remark, words) => {
    const ticket = await readRow('整改中', remark);
    expect(ticket).toMatchObject({ leadUnit: '办公室', persons: ['孙丽'] });
    expect(ticket.issues.map(({ message }) => message).join()).toContain(words);
  });

  it('is no news where it is the one of the row, or speaks of others', async () => {
    for (const remark of [
      '牵头科室调整为办公室',
      '责任人变更为孙丽',
      '已由企业负责整改',
      '已移交材料',
      '责任落实到人',
    ]) {
      expect([remark, told(await readRow('整改中', remark)).filter((one) => one.includes('fieldBeside'))]).toEqual([
        remark,
        [],
      ]);
    }
  });
});

describe('days of a sheet', () => {
  it('of a review are when it was done by, where the state says done and no other day is told', async () => {
    const of = async (state: string, on: string) =>
      read('序号｜隐患内容｜责任单位｜整改时限｜复查时间｜复查结果', `1｜护栏缺失｜办公室｜11月20日｜${on}｜${state}`);
    const { tickets, sheets } = await of('已整改', '2026-11-11');
    expect(tickets[0]).toMatchObject({ status: 'completed', completedOn: '2026-11-11' });
    expect(sheets[0]!.findings!.map(({ code }) => code)).toContain('doneByReview');
    expect((await of('复查合格', '2026-11-11')).tickets[0]).toMatchObject({ closedOn: '2026-11-11' });
    expect((await of('已整改', '2026-12-20')).tickets[0]).toMatchObject({ completedOn: null });
    expect((await of('正在整改', '2026-11-11')).tickets[0]).toMatchObject({ completedOn: null });
  });

  it.each([
    '审计报告送达日期：2026年9月7日',
    '交办日期：2026-9-7',
    '下达时间：2026年9月7日',
    '（某应急办发〔2026〕5号附件1，2026年9月7日印发；进展更新至11月底）',
    '区安委办2026年9月7日交办',
  ])('above the header are when its matters began: %s', async (line) => {
    const row = '1｜甲问题｜办公室｜30日内｜正在整改';
    const { tickets } = await read('审计发现问题整改清单', line, '序号｜存在问题｜责任科室｜整改时限｜完成情况', row);
    expect(tickets[0]).toMatchObject({ raisedOn: '2026-09-07', deadline: { date: '2026-10-07' } });
  });

  it('that stand alone above the header date the progress, and are told', async () => {
    const row = '1｜甲问题｜办公室｜12月20日｜已修订｜正在整改';
    const head = '序号｜存在问题｜责任科室｜整改时限｜进展情况｜完成情况';
    const { tickets, sheets } = await read('重点问题整改台账', '2026年11月28日', head, row);
    expect(tickets[0]).toMatchObject({ filledOn: '2026-11-28' });
    const codes = sheets[0]!.findings!.map(({ code }) => code);
    expect(codes).toContain('datedFromAbove');
    expect(codes).not.toContain('datedToday');
  });
});

it('a kind of rectification that its ticket is not stays with it as text, and immediate work due on a day is told', async () => {
  const head = '序号｜存在问题｜责任科室｜整改类型｜整改期限｜整改状态';
  const { tickets, sheets } = await read(
    '反馈时间：2026年9月1日',
    head,
    '1｜甲问题｜办公室｜立行立改｜2026.9.20｜整改中',
    '2｜乙问题｜办公室｜立行立改｜｜整改中',
    '3｜丙问题｜办公室｜分阶段整改｜2026.12.31｜整改中',
    '4｜丁问题｜办公室｜限期整改｜2026.12.31｜整改中',
    '5｜戊问题｜办公室｜长期坚持｜｜整改中',
  );
  expect(tickets.map(({ deadline: { kind }, details }) => [kind, details['整改类型'] ?? null])).toEqual([
    ['date', '立行立改'],
    ['immediate', null],
    ['date', '分阶段整改'],
    ['date', null],
    ['ongoing', null],
  ]);
  const { fates, findings } = sheets[0]!;
  expect(fates!['D']).toEqual({ text: 2, field: 3 });
  expect(findings!.flatMap(({ code, message }) => (code === 'immediateByDay' ? [message] : []))).toEqual([
    expect.stringContaining('1 行写着“立行立改”而另有时限（如第 3 行）'),
  ]);
});

it('a measure that bears its day in brackets is due on it', async () => {
  const head = '序号｜存在问题｜责任科室｜整改措施｜整改时限｜整改状态';
  const measures =
    '1.报请印发分工方案（9月底前）；2.开展整治（2026年11月20日前完成）；3.修订办法（2026年修订版）；4.建立台账（长期坚持）';
  const { tickets } = await read('整改台账', head, `1｜甲问题｜办公室｜${measures}｜2026年12月20日｜整改中`);
  expect(tickets[0]!.measures.map(({ deadline }) => deadline)).toEqual(['2026-09-30', '2026-11-20', null, null]);
  expect(tickets[0]!.deadline.date).toBe('2026-12-20');
});

it('a sheet called a statistic that counts under headings of nobody’s table is one, and no sheet left unread', async () => {
  const sheet = (name: string, ...rows: string[]) => ({ name, rows: rows.map((row): TestCell[] => row.split('｜')) });
  const file = await buildWorkbook([
    sheet('台账', '序号｜存在问题｜责任科室｜整改时限｜完成情况', '1｜甲问题｜办公室｜12月20日｜整改中'),
    sheet('完成情况统计', '重点工作｜任务数｜完成｜推进｜滞后', '一、安全生产｜3｜1｜1｜1', '二、防灾减灾｜4｜2｜0｜2'),
    sheet('统计', '某事｜甲', '需要逐条整改落实的一个很长很长很长的问题描述｜办公室', '又一个问题｜防汛科'),
  ]);
  const { sheets } = await readLedger(file, '整改台账.xlsx', {
    kind: 'inspection_issue',
    year: 2026,
    baseDate: null,
    source: null,
    today: '2026-12-01',
    calendar: officialCalendar,
  });
  expect(sheets.slice(1).map(({ role, why }) => [role, why])).toEqual([
    ['skipped', '统计汇总表，不是逐条台账'],
    ['skipped', '没有找到表头'],
  ]);
});
