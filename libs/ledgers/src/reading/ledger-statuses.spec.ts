import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';

const fixed = {
  序号: '1',
  检查日期: '2026-03-05',
  隐患描述: '消防通道堵塞',
  责任单位: '办公室',
  整改期限: '2026-12-20',
};

/** One row of a ledger of tasks, the day 30 November 2026: what it is read as, and what is told of it. */
async function readRow(cells: Record<string, TestCell>) {
  const row = { ...fixed, ...cells };
  const file = await buildWorkbook([
    { name: '台账', rows: [['2026年安全隐患排查整改台账'], Object.keys(row), Object.values(row)] },
  ]);
  const preview = await readLedger(file, '台账.xlsx', {
    kind: 'auto',
    year: null,
    baseDate: null,
    source: null,
    today: '2026-11-30',
    calendar: officialCalendar,
  });
  const ticket = preview.tickets[0]!;
  const told = ticket.issues.map(({ cell, code }) => `${cell} ${code}`);
  return { ...ticket, told, ofSheet: (preview.sheets[0]!.findings ?? []).map(({ code }) => code) };
}

describe('a column of percentages', () => {
  it.each<[cell: TestCell, status: string, percent: number | null, told: string[]]>([
    ['完成', 'completed', null, []],
    ['已完成', 'completed', null, []],
    ['超额完成', 'completed', null, []],
    ['进行中', 'in_progress', null, []],
    ['未启动', 'not_started', null, []],
    ['滞后', 'in_progress', null, ['F3 statusAssumed']],
    ['不详', 'in_progress', null, ['F3 statusAssumed']],
    [60, 'in_progress', 60, []],
    ['60', 'in_progress', 60, []],
    ['六成', 'in_progress', 60, []],
    ['百分之八十', 'in_progress', 80, []],
    [{ number: 0.6, format: '0%' }, 'in_progress', 60, []],
    [{ number: 1, format: '0%' }, 'completed', 100, []],
    [0.6, 'in_progress', 60, ['F3 percentAssumed']],
    [1, 'completed', 100, ['F3 percentAssumed']],
    [110, 'in_progress', null, ['F3 percentUnclear']],
    ['超额完成120%', 'completed', null, ['F3 percentUnclear']],
  ])('with %j is %s', async (cell, status, progressPercent, told) => {
    expect(await readRow({ 完成率: cell })).toMatchObject({ status, progressPercent, told });
  });

  it('with 1 beside 完成 is all of it, beside 正在推进 a contradiction', async () => {
    expect(await readRow({ 完成率: 1, 完成情况: '完成' })).toMatchObject({ progressPercent: 100, told: [] });
    expect((await readRow({ 完成率: 1, 完成情况: '正在推进' })).told).toContain('F3 statusPercentConflict');
  });

  it.each(['当前进度', '进展', '进展（%）', '完成进度'])('may be headed %s', async (heading) => {
    expect(await readRow({ [heading]: 60 })).toMatchObject({ status: 'in_progress', progressPercent: 60, told: [] });
  });
});

describe('words that contradict each other are told', () => {
  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ '进度%': '100%', 整改状态: '待审核' }, 'completed', ['G3 statusPending']],
    [{ 整改状态: '验收中', 完成情况: '已完成整改' }, 'completed', ['F3 statusPending']],
    [{ 整改状态: '待验收', 整改完成日期: '2026-05-01' }, 'completed', ['F3 statusPending']],
    [{ 整改状态: '待审核' }, 'in_progress', ['F3 statusPending']],
    [{ '进度%': '60%', 整改状态: '已销号', 销号时间: '2026-05-01' }, 'closed', ['F3 statusPercentConflict']],
    [{ 整改状态: '整改中', 销号时间: '2026-05-01' }, 'closed', ['G3 statusDayConflict']],
    [{ 整改状态: '已销号', 销号时间: null }, 'closed', ['G3 closedOnAssumed']],
    [{ 整改期限: '2026-04-01', 整改状态: '未到期' }, 'in_progress', ['F3 statusAssumed', 'F3 statusDayConflict']],
    [{ 整改期限: '2026-04-01', 整改状态: '按序时推进' }, 'in_progress', ['F3 statusDayConflict']],
    [{ 整改状态: '已逾期未整改' }, 'not_started', ['F3 statusDayConflict']],
    [{ 整改期限: '2026-04-01', 整改状态: '已逾期未整改' }, 'not_started', []],
    [{ 是否完成: '是', 完成情况: '正在推进' }, 'completed', ['F3 statusColumnsConflict']],
    [{ 是否完成: '否', 完成情况: '已完成' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '整改中', 备注: '已完成' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '已完成', 备注: '未销号' }, 'completed', []],
  ])('%j is %s', async (cells, status, told) => {
    expect(await readRow(cells)).toMatchObject({ status, told });
  });

  it('已销号 without a day is told of the sheet where it has no column for it', async () => {
    const { told, ofSheet } = await readRow({ 整改状态: '已销号' });
    expect([told, ofSheet]).toEqual([[], ['closedOnAssumed']]);
  });
});

describe('未整改 and its like', () => {
  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ 整改状态: '未整改', 整改进展: '已安装护栏30米' }, 'in_progress', []],
    [{ 整改状态: '未办结', 整改进展: '已召开专题会议，制定方案' }, 'in_progress', []],
    [{ 整改状态: '逾期未完成', 整改进展: '已约谈负责人', 整改期限: '2026-04-01' }, 'in_progress', []],
    [{ 整改状态: '未整改', 整改进展: '资金未到位' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改进展: '/' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改措施: '加强巡查' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改措施: '已更换灭火器2具' }, 'not_started', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未完成', 备注: '已签合同，正在施工' }, 'not_started', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未启动', 整改进展: '已完成招标' }, 'not_started', ['F3 statusColumnsConflict']],
  ])('%j is %s', async (cells, status, told) => {
    expect(await readRow(cells)).toMatchObject({ status, told });
  });
});

describe('words no office may overlook are told wherever they stand', () => {
  it.each<[cells: Record<string, TestCell>, told: string[]]>([
    [{ 整改状态: '拒绝整改' }, ['F3 statusDecided']],
    [{ 整改状态: '该企业拒不整改' }, ['F3 statusHeavy']],
    [{ 完成情况: '企业拒不整改，已立案' }, ['F3 statusHeavy']],
    [{ 整改状态: '诉讼中' }, ['F3 statusHeavy']],
    [{ 整改状态: '整改中', 整改进展: '线索已移送区纪委监委' }, ['G3 statusHeavy']],
    [{ 整改状态: '未整改', 备注: '企业已停业' }, ['G3 statusHeavy']],
    [{ 整改状态: '已完成，移交执法' }, ['F3 statusHeavy']],
  ])('%j', async (cells, told) => {
    expect(await readRow(cells)).toMatchObject({ told });
  });

  it('with the words and the reading', async () => {
    const { issues } = await readRow({ 整改状态: '资金未落实，暂缓' });
    expect(issues[0]!.message).toContain('“资金未落实，暂缓”里写着“暂缓”，读作“整改中”');
  });
});

describe('a verdict', () => {
  const day = '2026-04-01';
  it.each<[heading: string, text: string, status: string, told: string[]]>([
    ['复查情况', '√', 'closed', []],
    ['复查情况', '是', 'closed', []],
    ['复查情况', '整改到位', 'closed', []],
    ['复查情况', '已复查', 'closed', ['G3 statusAssumed']],
    ['复查情况', '无问题', 'closed', ['G3 statusAssumed']],
    ['复查情况', '基本合格', 'completed', ['G3 statusAssumed']],
    ['复查情况', '未整改到位', 'in_progress', []],
    ['复查情况', '仍存在隐患', 'in_progress', []],
    ['验收', '合格', 'closed', []],
    ['验收', '不通过', 'in_progress', []],
    ['验收', '验收中', 'completed', ['G3 statusPending']],
    ['销号', '√', 'closed', []],
    ['销号', '同意', 'closed', []],
    ['销号', '可销号', 'completed', []],
    ['销号', '不同意', 'in_progress', []],
    ['是否销号', '需返工', 'in_progress', []],
    ['是否通过验收', '是', 'closed', []],
    ['督查意见（销号）', '√', 'closed', []],
    ['督查意见（销号）', '继续督办', 'in_progress', []],
    ['审核意见', '通过', 'closed', ['G3 statusAssumed']],
    ['审核意见', '不合格', 'in_progress', ['G3 statusAssumed']],
    ['督查意见', '需返工', 'in_progress', ['G3 statusAssumed']],
    ['审核意见', '请补充佐证材料', 'completed', []],
  ])('under %s, %s, is %s', async (heading, text, status, told) => {
    const read = await readRow({ 整改情况: '已整改', [heading]: text, 复查日期: day });
    expect(read).toMatchObject({ status, told, closedOn: status === 'closed' ? day : null });
  });

  it('of a superior on what goes on is advice', async () => {
    expect(await readRow({ 整改情况: '正在整改', 审核意见: '同意' })).toMatchObject({
      status: 'in_progress',
      told: [],
    });
  });

  it('of a superior against the review is told', async () => {
    const { told } = await readRow({ 整改情况: '已整改', 是否销号: '是', 审核意见: '不合格', 销号时间: day });
    expect(told).toEqual(['H3 statusColumnsConflict']);
  });

  it('without a day says that none is written', async () => {
    expect((await readRow({ 整改情况: '已整改', 复查结果: '合格', 复查日期: null })).told).toEqual([
      'H3 closedOnAssumed',
    ]);
  });
});

describe('progress at several times', () => {
  it.each<[cells: Record<string, TestCell>, status: string, progress: string | null]>([
    [{ '6月底进展': '制定方案', '9月底进展': '正在招标', '11月底进展': '已完成' }, 'completed', '已完成'],
    [{ '6月底进展': '制定方案', '9月底进展': '正在招标', '11月底进展': null }, 'in_progress', '正在招标'],
    [{ 截至6月30日进展: '已完成', 截至3月31日进展: '制定方案' }, 'completed', '已完成'],
    [{ 上半年完成情况: '已完成', 最新进展: '正在推进' }, 'in_progress', '正在推进'],
    [{ 上半年完成情况: '已完成方案', 下半年完成情况: '已完成' }, 'completed', '已完成'],
    [{ 一季度进展: '正在推进', 二季度进展: '正在推进', 三季度完成情况: '已完成' }, 'completed', '已完成'],
    [{ 本月进展: '已完成', 上月进展: '正在推进' }, 'completed', '已完成'],
    [{ '1-6月进展情况': '正在招标', '完成情况（截至11月底）': '已完成' }, 'completed', '已完成'],
    [{ '2026年3月底进展': '已完成', '2025年12月进展': '正在推进' }, 'completed', '已完成'],
    [{ 截至2026年6月30日整改进展情况: '正在推进', '截止2026.9.30进展': '已完成' }, 'completed', '已完成'],
    [{ 截至6月底进展: '已制定方案', 进度: '60' }, 'in_progress', '已制定方案'],
  ])('%j is %s', async (cells, status, progress) => {
    expect(await readRow(cells)).toMatchObject({ status, progress, told: [] });
  });

  it('keeps what was told before', async () => {
    const { details } = await readRow({ '6月底进展': '制定方案', '9月底进展': '已完成' });
    expect(details).toEqual({ '6月底进展': '制定方案' });
  });

  it('asked whether in time, a no is late, not open', async () => {
    expect(await readRow({ 整改成效: '已完成', 完成时限内是否完成: '否' })).toMatchObject({
      status: 'completed',
      told: [],
    });
    expect(await readRow({ 完成时限内是否完成: '是' })).toMatchObject({ status: 'completed', told: [] });
  });
});

it('已完成并长期坚持 is told, unless the deadline says it is kept up', async () => {
  expect((await readRow({ 整改状态: '已完成并长期坚持' })).told).toEqual(['F3 statusKept']);
  const kept = await readRow({ 整改状态: '已完成并长期坚持', 整改期限: '2026年12月底前，并长期坚持' });
  expect(kept.told).toEqual([]);
});
