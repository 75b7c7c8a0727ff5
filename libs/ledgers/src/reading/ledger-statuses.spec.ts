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
  // It has no column of levels, which is told each time.
  const notAsked = ['levelMissing', 'datedToday'];
  const ofSheet = (preview.sheets[0]!.findings ?? [])
    .map(({ code }) => code)
    .filter((code) => !notAsked.includes(code));
  return { ...ticket, told, ofSheet };
}

describe('a progress that says of which time it tells', () => {
  it.each<[cells: Record<string, TestCell>, day: string | null]>([
    [{ 进展情况: '10月：已完成清单梳理' }, '2026-10-31'],
    [{ 进展情况: '9月：制定方案\n10月份：完成一期' }, '2026-10-31'],
    [{ 进展情况: '10月：完成一期；12月：计划验收' }, '2026-10-31'],
    [{ 进展情况: '截至10月20日，已整改6处' }, '2026-10-20'],
    [{ 进展情况: '（9月底进展）正在招标' }, '2026-09-30'],
    [{ 进展情况: '11月：正在招标' }, '2026-11-30'],
    [{ '9月底进展': '制定方案', '10月底进展': '完成一期', '11月底进展': null }, '2026-10-31'],
    [{ 三季度完成情况: '正在招标' }, '2026-09-30'],
    [{ 进展情况: '计划10月：完成' }, null],
    [{ 进展情况: '已于10月完成一期' }, null],
    [{ 本月进展: '正在招标' }, null],
    [{ 进展情况: '10月：完成一期', 填报日期: '2026-11-02' }, '2026-11-02'],
  ])('%j is of that time: %s', async (cells, filledOn) => {
    expect(await readRow(cells)).toMatchObject({ filledOn });
  });
});

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
    ['72.5%', 'in_progress', 73, ['F3 percentRounded']],
    [99.6, 'in_progress', 99, ['F3 percentRounded']],
    [{ number: 0.004, format: '0.0%' }, 'in_progress', 1, ['F3 percentRounded']],
    [110, 'in_progress', null, ['F3 percentUnclear']],
    ['超额完成120%', 'completed', null, ['F3 percentUnclear']],
  ])('with %j is %s', async (cell, status, progressPercent, told) => {
    expect(await readRow({ 完成率: cell })).toMatchObject({ status, progressPercent, told });
  });

  it('that shows a rounded one is told by the value it holds', async () => {
    const { issues } = await readRow({ 完成率: { number: 0.625, format: '0%' } });
    expect(issues.find(({ code }) => code === 'percentRounded')!.message).toBe('“62.5%”按整数取 63%');
  });

  it('with 1 beside 完成 is all of it, beside 正在推进 a contradiction', async () => {
    expect(await readRow({ 完成率: 1, 完成情况: '完成' })).toMatchObject({ progressPercent: 100, told: [] });
    expect((await readRow({ 完成率: 1, 完成情况: '正在推进' })).told).toContain('F3 statusPercentConflict');
  });

  const headings =
    '当前进度 进展 进展（%） 完成进度 进度情况 任务进度 工作进度 完成占比 整改完成比例 推进比例 完成程度 进展百分比';

  it.each(headings.split(' '))('may be headed %s', async (heading) => {
    expect(await readRow({ [heading]: 60 })).toMatchObject({ status: 'in_progress', progressPercent: 60, told: [] });
  });

  it('says nothing of what was done where another column does', async () => {
    const read = await readRow({ 当前进度: 60, 完成情况: '抓紧推进' });
    expect(read).toMatchObject({ progressPercent: 60, progress: '抓紧推进', details: { 当前进度: '60' } });
  });
});

describe('words that contradict each other are told', () => {
  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ '进度%': '100%', 整改状态: '待审核' }, 'completed', ['G3 statusPending']],
    [{ 整改状态: '验收中', 完成情况: '已完成整改' }, 'completed', ['F3 statusPending']],
    [{ 整改状态: '待验收', 整改完成日期: '2026-05-01' }, 'completed', ['F3 statusPending']],
    [{ 整改状态: '待审核' }, 'in_progress', ['F3 statusPending']],
    [{ 进度: '100%', 状态: '进行中', 备注: '缺验收资料' }, 'in_progress', ['F3 statusPercentConflict']],
    [{ 完成进度: '100%', 办理状态: '推进中' }, 'in_progress', ['F3 statusPercentConflict']],
    [{ '进度%': '100%', 工作进展: '已召开会议3次' }, 'completed', []],
    [{ '进度%': '100%', 工作进展: '已印发方案' }, 'completed', []],
    [{ '进度%': '100%', 整改状态: '已印发' }, 'in_progress', ['G3 statusAssumed']],
    [{ '进度%': '100%', 工作进展: '已印发方案，正在征求第二轮意见' }, 'completed', ['F3 statusPercentConflict']],
    [{ '进度%': '100%', 工作进展: '尚未召开' }, 'completed', ['F3 statusPercentConflict']],
    [{ 当前进度: { number: 1, format: '0%' }, 整改状态: '整改中' }, 'in_progress', ['F3 statusPercentConflict']],
    [{ 进度: '100%', 状态: '未启动' }, 'not_started', ['F3 statusPercentConflict']],
    [{ 进度: '80%', 状态: '已完成' }, 'completed', ['F3 statusPercentConflict']],
    [{ 进度: '100%', 状态: '已完成' }, 'completed', []],
    [{ '进度%': '60%', 整改状态: '已销号', 销号时间: '2026-05-01' }, 'closed', ['F3 statusPercentConflict']],
    [{ 整改状态: '整改中', 销号时间: '2026-05-01' }, 'closed', ['G3 statusDayConflict']],
    [{ 整改状态: '已销号', 销号时间: null }, 'closed', ['G3 closedOnAssumed']],
    [{ 整改期限: '2026-04-01', 整改状态: '未到期' }, 'in_progress', ['F3 statusAssumed', 'F3 statusDayConflict']],
    [{ 整改期限: '2026-04-01', 整改状态: '剩余1处租约未到期' }, 'in_progress', []],
    [{ 整改期限: '2026-04-01', 整改状态: '按序时推进' }, 'in_progress', ['F3 statusDayConflict']],
    [{ 整改状态: '已逾期未整改' }, 'not_started', ['F3 statusDayConflict']],
    [{ 整改期限: '2026-04-01', 整改状态: '已逾期未整改' }, 'not_started', []],
    [{ 是否完成: '是', 完成情况: '正在推进' }, 'completed', ['F3 statusColumnsConflict']],
    [{ 是否完成: '否', 完成情况: '已完成' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '整改中', 备注: '已完成' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '已完成', 备注: '未销号' }, 'completed', []],
    [{ 是否完成: '是', 备注: '延期申请未批准' }, 'completed', []],
    [{ 是否完成: '是', 备注: '拟申请延期' }, 'completed', ['F3 statusColumnsConflict']],
  ])('%j is %s', async (cells, status, told) => {
    expect(await readRow(cells)).toMatchObject({ status, told });
  });

  it('已销号 without a day is told of the sheet where it has no column for it', async () => {
    const { told, ofSheet } = await readRow({ 整改状态: '已销号' });
    expect([told, ofSheet]).toEqual([[], ['closedOnAssumed']]);
  });
});

describe('states that contradict each other within a cell', () => {
  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ 完成情况: '已完成，待验收\n已更换线路，验收合格' }, 'completed', ['F3 statusWordsConflict']],
    [{ 完成情况: '整改中\n已更换线路，已整改到位' }, 'in_progress', ['F3 statusWordsConflict']],
    [{ 完成情况: '整改中\n已更换线路12米' }, 'in_progress', []],
    [{ 完成情况: '未启动，待签收' }, 'not_started', []],
    [{ 完成情况: '已完成，待验收' }, 'completed', []],
    [{ 整改状态: '未整改，已完成' }, 'not_started', ['F3 statusWordsConflict']],
  ])('are told, and what our own export prints in front wins: %j is %s', async (cells, status, told) => {
    expect(await readRow(cells)).toMatchObject({ status, told });
  });

  it('leave the day our own export prints beside its state', async () => {
    const read = await readRow({ 完成情况: '已销号（2026年6月10日）\n2026年5月3日已更换线路' });
    expect(read).toMatchObject({ status: 'closed', closedOn: '2026-06-10' });
  });
});

describe('否 beside a progress in words of nobody’s table', () => {
  const both = ['F3 statusColumnsConflict'];

  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ 是否办结: '否', 进展情况: '现场未发现，设卡蹲守中' }, 'in_progress', both],
    [{ 是否完成: '否', 进展情况: '现场未发现，设卡蹲守中' }, 'in_progress', both],
    [{ 是否办结: '未办结', 进展情况: '暂无线索，走访摸底中' }, 'in_progress', both],
    [{ 是否办结: '否', 进展情况: '手续繁琐' }, 'in_progress', both],
    [{ 是否办结: '否', 进展情况: '资金未到位' }, 'not_started', both],
    [{ 是否办结: '否', 进展情况: '等通知' }, 'not_started', both],
    [{ 是否办结: '否', 进展情况: '正在施工' }, 'in_progress', []],
    [{ 是否办结: '否', 进展情况: '未启动' }, 'not_started', []],
    [{ 是否办结: '否', 进展情况: '因资金紧张，未启动' }, 'not_started', []],
    [{ 是否办结: '否', 进展情况: '/' }, 'not_started', []],
    [{ 是否办结: '否' }, 'not_started', []],
  ])('%j is %s, and tells %j', async (cells, status, told) => {
    expect(await readRow(cells)).toMatchObject({ status, told });
  });

  it('names both cells', async () => {
    const { issues } = await readRow({ 是否办结: '否', 进展情况: '现场未发现，设卡蹲守中' });
    expect(issues.map(({ message }) => message).join()).toMatch(/“否”.*设卡蹲守中/);
  });
});

describe('未整改 and its like', () => {
  it.each<[cells: Record<string, TestCell>, status: string, told: string[]]>([
    [{ 整改状态: '未整改', 整改进展: '已安装护栏30米' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未整改', 整改进展: '资料收集困难。' }, 'not_started', []],
    [{ 整改状态: '未办结', 整改进展: '已召开专题会议，制定方案' }, 'in_progress', []],
    [{ 整改状态: '逾期未完成', 整改进展: '已约谈负责人', 整改期限: '2026-04-01' }, 'in_progress', []],
    [{ 整改状态: '未整改', 整改进展: '资金未到位' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改进展: '/' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改措施: '加强巡查' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改措施: '整改' }, 'not_started', []],
    [{ 整改状态: '未整改', 整改措施: '已更换灭火器2具' }, 'not_started', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未完成', 备注: '已签合同，正在施工' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未启动', 整改进展: '已完成招标' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '否', 备注: '只改了第一项' }, 'in_progress', ['F3 statusAssumed', 'F3 statusColumnsConflict']],
    [{ 进度: '0%', 备注: '换了两块，还有一块未换' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 办结情况: '未办结', 进展情况: '排查建筑41栋，仍有3栋未报' }, 'in_progress', ['F3 statusColumnsConflict']],
    [{ 整改状态: '未整改', 备注: '排查建筑41栋' }, 'not_started', []],
    [{ 进度: '0%', 备注: '尚未批复' }, 'not_started', []],
    [{ 整改状态: '未开始', 备注: '已列入明年计划' }, 'not_started', []],
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

  it('that failed is kept with its words and its day, beside what the unit said', async () => {
    const failed = await readRow({ 整改情况: '已整改到位', 复查结果: '不合格，管线破损', 复查日期: day });
    expect(failed).toMatchObject({ status: 'in_progress', progress: '已整改到位' });
    expect(failed.failedReview).toEqual({ text: '复查结果：不合格，管线破损（2026-04-01）', on: day });
    const told = await readRow({ 整改状态: '已整改', 验收情况: '2026年4月1日验收不通过' });
    expect(told.failedReview).toEqual({ text: '验收情况：2026年4月1日验收不通过', on: day });
    expect((await readRow({ 整改情况: '已整改', 复查结果: '合格', 复查日期: day })).failedReview).toBeNull();
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

describe('是 of a column that asks whether the matter ended', () => {
  const day = '2026-04-01';
  it.each<[cells: Record<string, TestCell>]>([
    [{ 是否办结: '是', 办结日期: day }],
    [{ 是否结案: '√', 结案日期: day }],
    [{ 是否闭环: '已', 闭环时间: day }],
    [{ 是否办结: '是', 办结时间: day, 进展情况: '报告已报市政府' }],
    [{ 是否结案: '是', 销号时间: day }],
    [{ 是否销号: '已', 销号时间: day, 进展情况: '已修订' }],
    [{ 整改状态: '已闭环', 闭环日期: day }],
  ])('closes on its day: %j', async (cells) => {
    expect(await readRow(cells)).toMatchObject({ status: 'closed', closedOn: day, told: [], ofSheet: [] });
  });

  it.each(['是否办结', '是否结案', '是否闭环', '办结情况'])(
    'under %s without a day is done, and told',
    async (heading) => {
      const cells = { [heading]: '已办结', 办结日期: null };
      expect(await readRow(cells)).toMatchObject({ status: 'completed', closedOn: null, told: ['F3 settledUndated'] });
      expect(await readRow({ [heading]: '已办结' })).toMatchObject({ told: [], ofSheet: ['settledUndated'] });
    },
  );

  it('does not close what 是否销号 holds open, nor does 是否完成', async () => {
    const held = await readRow({ 是否销号: '否', 是否办结: '是', 办结日期: day });
    expect(held).toMatchObject({ status: 'completed', told: [] });
    expect(await readRow({ 是否完成: '是', 实际完成时间: day })).toMatchObject({ status: 'completed', told: [] });
  });

  it.each([
    '报告已报市政府',
    '已提交',
    '已修订',
    '方案印发执行，长期抓好落实',
    '已印发方案，持续抓好落实',
    '未发现问题',
    '已移交城管局',
  ])('is not contradicted by %s', async (text) => {
    const { told } = await readRow({ 是否办结: '是', 办结日期: day, 进展情况: text });
    expect(told).not.toContain('F3 statusColumnsConflict');
  });

  it.each(['正在修订', '尚未提交报告', '未报送', '已清淤300米，正在恢复路面硬化', '有序推进中'])(
    'is contradicted by %s',
    async (text) => {
      const { told } = await readRow({ 是否办结: '是', 办结日期: day, 进展情况: text });
      expect(told).toContain('F3 statusColumnsConflict');
    },
  );
});

describe('an opinion of those above on the end', () => {
  const day = '2026-04-01';
  it.each([
    ['督办意见', '同意办结'],
    ['督查意见', '可以办结'],
    ['审核意见', '同意销号'],
    ['领导意见', '准予销号'],
    ['分管领导意见', '予以办结'],
    ['督办意见', '同意办结，持续跟踪问效'],
  ])('%s, %s, closes where a day stands, else is done', async (heading, text) => {
    for (const 完成情况 of ['已完成', '报告已报市政府']) {
      const dated = await readRow({ 完成情况, [heading]: text, 办结时间: day });
      expect(dated).toMatchObject({ status: 'closed', closedOn: day, told: ['G3 statusAssumed'], ofSheet: [] });
      const undated = await readRow({ 完成情况, [heading]: text });
      expect(undated).toMatchObject({ status: 'completed', closedOn: null, told: ['G3 statusAssumed'] });
    }
  });

  it.each([
    ['督办意见', '继续推进'],
    ['领导意见', '加快办理'],
    ['督查意见', '持续跟踪'],
    ['督办意见', '不同意办结'],
    ['审核意见', '退回'],
    ['审批意见', '暂不同意销号'],
  ])('%s, %s, opens what the unit says is done', async (heading, text) => {
    const read = await readRow({ 完成情况: '已完成', [heading]: text });
    expect(read).toMatchObject({ status: 'in_progress', told: ['G3 statusAssumed'] });
  });

  it('on a condition is advice, beside what goes on a contradiction', async () => {
    const advice = await readRow({ 完成情况: '已完成', 督办意见: '整改到位后予以销号' });
    expect(advice).toMatchObject({ status: 'completed', told: [] });
    const early = await readRow({ 完成情况: '正在推进', 督办意见: '同意办结' });
    expect(early).toMatchObject({ status: 'in_progress', told: ['G3 statusColumnsConflict'] });
  });

  it('of those who inspect is a verdict', async () => {
    expect(await readRow({ 验收意见: '同意办结', 验收日期: day })).toMatchObject({ status: 'closed', closedOn: day });
  });
});

it('a status read from the steps a row tells is told once of the sheet', async () => {
  const read = await readRow({ 进展情况: '已修订印发（11月24日）' });
  expect(read).toMatchObject({ status: 'in_progress', told: [], ofSheet: ['statusFromText'] });
  expect((await readRow({ 进展情况: '正在整改' })).ofSheet).toEqual([]);
  expect((await readRow({ 进展情况: '已完成整改' })).ofSheet).not.toContain('statusFromText');
});

describe('the day a case ended beside words that are silent on the end', () => {
  const day = '2026-04-01';
  const cases = [
    ['办理结果', '情况属实，已立案处罚', '办结日期'],
    ['办理情况', '查无实据', '办结时间'],
    ['办理结果', '已答复', '结案日期'],
    ['处理结果', '不予受理', '办结日期'],
    ['办理状态', '已反馈当事人', '办结日期'],
    ['处理情况', '已责令退款', '结案时间'],
  ] as const;

  it.each(cases)('%s, %s, closes by %s, and both cells are told', async (heading, text, dayHeading) => {
    const read = await readRow({ [heading]: text, [dayHeading]: day });
    expect(read).toMatchObject({ status: 'closed', closedOn: day, told: ['F3 statusEnded'] });
    expect(read.issues[0]!.message).toContain(`“${text}”没有说是否办结，按${dayHeading}（G3）“${day}”，读作“已销号”`);
  });

  it.each(cases)('%s, %s, is done by %s where striking off has its column', async (heading, text, dayHeading) => {
    const read = await readRow({ [heading]: text, [dayHeading]: day, 是否销号: null });
    expect(read).toMatchObject({ status: 'completed', closedOn: null, told: ['F3 statusEnded'] });
  });

  it.each<[cells: Record<string, TestCell>]>([
    [{ 办理状态: '已反馈当事人', 整改完成日期: day }],
    [{ 办理结果: '已答复' }],
    [{ 办理情况: '等待鉴定结果', 办结日期: day }],
    [{ 办理状态: '正在调查', 办结日期: day }],
    [{ 办理情况: '滞后', 办结日期: day }],
  ])('tells nothing of %j', async (cells) => {
    expect(await readRow(cells)).toMatchObject({ status: 'in_progress' });
  });
});

it('已完成并长期坚持 is told, unless the deadline says it is kept up', async () => {
  expect((await readRow({ 整改状态: '已完成并长期坚持' })).told).toEqual(['F3 statusKept']);
  const kept = await readRow({ 整改状态: '已完成并长期坚持', 整改期限: '2026年12月底前，并长期坚持' });
  expect(kept.told).toEqual([]);
});

it.each<[text: string, details: Record<string, string>]>([
  ['已答复，未办结', { 办结情况: '已答复，未办结' }],
  ['已函复', { 办结情况: '已函复' }],
  ['第二阶段', { 办结情况: '第二阶段' }],
  ['办理中', {}],
  ['已办结（2026年7月7日）', {}],
  ['√', {}],
])('%s beside the progress is kept as text where it says more than a state', async (text, details) => {
  expect((await readRow({ 进展情况: '充电桩还差40个', 办结情况: text })).details).toEqual(details);
});

describe('work told in words of nobody’s table', () => {
  it.each([
    ['是否整改', '未整改', '进展情况', '镇上开了会'],
    ['是否整改', '否', '进展情况', '资金未到位'],
    ['整改状态', '未启动', '进展情况', '师傅上门看过'],
    ['整改状态', '未整改', '备注', '商户已搬走'],
    ['是否整改', '否', '备注', '去过三次'],
    ['进度%', '0%', '进展情况', '师傅上门看过'],
  ])('beside %s = %s is told, whatever was made of it: %s “%s”', async (heading, state, beside, text) => {
    const { told } = await readRow({ [heading]: state, [beside]: text });
    expect(told).toContain('F3 statusColumnsConflict');
  });

  it.each([
    ['是否整改', '未整改', '进展情况', '尚未启动'],
    ['是否整改', '未整改', '进展情况', '拟于6月招标'],
    ['整改状态', '未整改', '进展情况', '暂无经费'],
    ['整改状态', '未启动', '备注', '属历史遗留问题'],
  ])('is none beside %s = %s: %s “%s”', async (heading, state, beside, text) => {
    const { told } = await readRow({ [heading]: state, [beside]: text });
    expect(told).not.toContain('F3 statusColumnsConflict');
  });
});

it.each(
  (
    '各镇（街道） 各镇街 各科室 机关各科室 局属各单位 区直各部门 全局各部门 各成员单位 安委会成员单位 各镇（街道）、危化科 全局 所有科室 全部科室 各支部 ' +
    '班子成员 全体党员 各责任单位 各单位'
  ).split(' '),
)('a group of units that leads is told: %s', async (unit) => {
  const { told } = await readRow({ 责任单位: unit });
  expect(told).toContain('D3 leadUnitCollective');
});

it.each(['办公室', '全福街道', '危化科（各镇街配合）', '危化科、各镇街', '区各民主党派办公室'])(
  'one that leads alone, or helped by a group, is not: %s',
  async (unit) => {
    const { told } = await readRow({ 责任单位: unit });
    expect(told).not.toContain('D3 leadUnitCollective');
  },
);
