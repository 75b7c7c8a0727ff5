import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger, readSheets } from './ledger-reader.js';
import { rereadRow } from './sheets/read-row.js';
import type { PreviewTicket } from './preview.js';
import type { ReadingOptions } from './reading-options.js';

const heading =
  '序号｜检查日期｜隐患描述｜责任单位｜整改责任人｜整改期限｜整改资金（元）｜整改状态｜进度%｜整改完成日期';

const options: ReadingOptions = {
  kind: 'auto',
  year: null,
  baseDate: null,
  source: null,
  today: '2026-11-30',
  calendar: officialCalendar,
};

/** One row of a hazard ledger, the day 30 November 2026; what a test does not ask about is plain. */
async function readRow(cells: Record<string, string>, headings = heading): Promise<PreviewTicket> {
  const plain: Record<string, string> = {
    序号: '1',
    检查日期: '2026-03-05',
    隐患描述: '消防通道堵塞',
    责任单位: '办公室',
    整改责任人: '张三',
    整改期限: '2026-04-01',
    整改状态: '整改中',
  };
  const columns = headings.split('｜');
  const row: TestCell[] = columns.map((name) => cells[name] ?? plain[name] ?? null);
  const file = await buildWorkbook([{ name: '台账', rows: [['2026年安全隐患排查整改台账'], columns, row] }]);
  const preview = await readLedger(file, '台账.xlsx', options);
  return preview.tickets[0]!;
}
const told = ({ issues }: PreviewTicket) => issues.map(({ cell, code, message }) => `${cell} ${code} ${message}`);

it('a plain row has nothing to be told', async () => {
  expect(told(await readRow({}))).toEqual([]);
});

describe('a status that is not plain shows what it was read as', () => {
  it.each<[text: string, status: string, label: string]>([
    ['没动', 'not_started', '未启动'],
    ['搁着', 'in_progress', '整改中'],
    ['还在弄', 'in_progress', '整改中'],
    ['等通知', 'in_progress', '整改中'],
    ['是', 'completed', '已完成（待验收）'],
    ['×', 'not_started', '未启动'],
    ['○', 'not_started', '未启动'],
  ])('%s under 整改状态 is %s', async (text, status, label) => {
    const ticket = await readRow({ 整改状态: text });
    expect(ticket).toMatchObject({ status, statusRaw: text });
    expect(told(ticket)).toEqual([
      expect.stringContaining(`H3 statusAssumed “${text}”不是明确的完成情况，读作“${label}”`),
    ]);
  });

  it('a mark under a heading that asks for one is plain, an empty sign is not', async () => {
    const asked = heading.replace('整改状态', '是否完成');
    expect(await readRow({ 是否完成: '√' }, asked)).toMatchObject({ status: 'completed', issues: [] });
    expect(await readRow({ 整改状态: '√' })).toMatchObject({ status: 'completed', issues: [] });
    expect(await readRow({ 是否完成: '否' }, asked)).toMatchObject({ status: 'not_started', issues: [] });
    expect(told(await readRow({ 是否完成: '○' }, asked))).toEqual([expect.stringContaining('H3 statusAssumed')]);
  });
});

describe('a rough number is read, and said to be rough', () => {
  it.each<[text: string, amount: number]>([
    ['约12', 12],
    ['2万余元', 20000],
    ['30多', 30],
    ['上百', 100],
    ['十几', 10],
  ])('%s is %d', async (text, amount) => {
    const ticket = await readRow({ '整改资金（元）': text });
    expect(ticket.outcomes).toEqual([{ type: 'rectify_funds', amount }]);
    expect(ticket.issues).toEqual([expect.objectContaining({ cell: 'G3', code: 'numberRough', raw: text })]);
    expect(ticket.issues[0]!.message).toContain(`“${text}”是约数，按 ${amount} 计`);
  });

  it('a percentage too', async () => {
    const ticket = await readRow({ '进度%': '近60%', 整改状态: '' });
    expect(ticket.progressPercent).toBe(60);
    expect(told(ticket)).toEqual([expect.stringContaining('I3 numberRough “近60%”是约数，按 60% 计')]);
  });

  it('a range names no amount', async () => {
    const ticket = await readRow({ '整改资金（元）': '3-5万元' });
    expect(ticket.outcomes).toEqual([]);
    expect(told(ticket)).toEqual([
      expect.stringContaining('G3 amountRange “3-5万元”是一个范围（30000–50000），没有取数'),
    ]);
  });
});

it.each<[text: string, date: string, both: string]>([
  ['2026-10-17~18', '2026-10-18', '2026-10-17 至 2026-10-18'],
  ['2026年6月至8月', '2026-08-31', '2026-06-01 至 2026-08-31'],
  ['3-5个工作日', '2026-03-12', '2026-03-10 至 2026-03-12'],
])('the stretch of time %s says both its ends', async (text, date, both) => {
  const ticket = await readRow({ 整改期限: text });
  expect(ticket.deadline.date).toBe(date);
  expect(told(ticket)).toEqual([
    expect.stringContaining(`F3 deadlineRange “${text}”写的是一段时间，${both}，取最后一天`),
  ]);
});

describe('cells that contradict each other are both named, and nothing is mended', () => {
  it.each<[name: string, cells: Record<string, string>, said: string]>([
    [
      'a deadline before the discovery',
      { 整改期限: '2026-03-01' },
      'F3 deadlineBeforeStart 时限“2026-03-01”早于检查日期（B3）“2026-03-05”',
    ],
    [
      'done before the discovery',
      { 整改状态: '已完成', 整改完成日期: '2026-03-01' },
      'J3 doneBeforeStart 完成（销号）日期“2026-03-01”早于检查日期（B3）“2026-03-05”',
    ],
    [
      'done on a day to come',
      { 整改状态: '已完成', 整改完成日期: '2026-12-01' },
      'J3 doneInFuture 完成（销号）日期“2026-12-01”读作 2026-12-01',
    ],
    [
      'a hundred per cent of what goes on',
      { '进度%': '100%' },
      'I3 statusPercentConflict “100%”与整改状态（H3）“整改中”矛盾，读作“整改中”',
    ],
    [
      'less than all of what is done',
      { 整改状态: '已完成', '进度%': '60%' },
      'I3 statusPercentConflict “60%”与整改状态（H3）“已完成”矛盾，读作“已完成（待验收）”',
    ],
    [
      'a day of completion of what goes on',
      { 整改完成日期: '2026-03-20' },
      'J3 statusDayConflict “2026-03-20”与整改状态（H3）“整改中”矛盾，读作“整改中”',
    ],
  ])('%s', async (_, cells, said) => {
    expect(told(await readRow(cells))).toEqual([expect.stringContaining(said)]);
  });

  it('also where the percentage decides and the words beside it say otherwise', async () => {
    const prose = heading.replace('整改状态', '完成情况');
    const open = await readRow({ 完成情况: '整改中', '进度%': '100%' }, prose);
    expect(open.status).toBe('completed');
    expect(told(open)).toEqual([expect.stringContaining('与完成情况（H3）“整改中”矛盾，读作“已完成（待验收）”')]);
    const done = await readRow({ 完成情况: '已完成', '进度%': '80%' }, prose);
    expect(done.status).toBe('in_progress');
    expect(told(done)).toEqual([expect.stringContaining('与完成情况（H3）“已完成”矛盾，读作“整改中”')]);
  });
});

describe('a day told with a status is the day of it', () => {
  it.each<[text: string, day: string]>([
    ['已完成(11月12日)', '2026-11-12'],
    ['2026.3.15已整改到位', '2026-03-15'],
  ])('%s was done on %s', async (text, day) => {
    const ticket = await readRow({ 整改状态: text });
    expect(ticket).toMatchObject({ status: 'completed', completedOn: day, closedOn: null });
    expect(told(ticket)).toEqual([expect.stringContaining(`H3 doneOnTold “${text}”里写着日期，读作完成日期 ${day}`)]);
  });

  it('in the year of the row, rolled over its own day', async () => {
    const ticket = await readRow({ 检查日期: '2025-12-20', 整改期限: '2026-02-01', 整改状态: '已销号 1/3' });
    expect(ticket).toMatchObject({ status: 'closed', closedOn: '2026-01-03', closedOnFrom: 'row' });
    expect(told(ticket)).toEqual([
      expect.stringContaining('H3 doneOnTold “已销号 1/3”里写着日期，读作销号日期 2026-01-03'),
    ]);
  });

  it('a column of its own goes before it, and a difference is said', async () => {
    const ticket = await readRow({ 整改状态: '已完成（3月15日）', 整改完成日期: '2026-03-20' });
    expect(ticket.completedOn).toBe('2026-03-20');
    expect(told(ticket)).toEqual([expect.stringContaining('J3）“2026-03-20”不一致，完成日期取 2026-03-20')]);
    expect(told(await readRow({ 整改状态: '已完成（3月20日）', 整改完成日期: '2026-03-20' }))).toEqual([]);
  });
});

it.each<[text: string, persons: string[], titled: string]>([
  ['陆局', ['陆局'], '陆局'],
  ['王主任、张三', ['王主任', '张三'], '王主任'],
  ['张书记(牵头)', ['张书记'], '张书记'],
  ['信访科长', ['信访科长'], '信访科长'],
  ['党组书记、局长', ['党组书记', '局长'], '党组书记、局长'],
  ['小仲、张三', ['小仲', '张三'], '小仲'],
  ['老季/阿强', ['老季', '阿强'], '老季、阿强'],
])('%s stays as written, and the full name is asked for', async (text, persons, titled) => {
  const ticket = await readRow({ 整改责任人: text });
  expect(ticket.persons).toEqual(persons);
  expect(told(ticket)).toEqual([`E3 personByTitle “${titled}”只写了职务或称呼，没有全名，按原文保留；请写全名`]);
});

describe('columns that disagree', () => {
  const struck = '序号｜检查日期｜隐患描述｜责任单位｜整改责任人｜整改期限｜整改情况｜是否销号｜销号意见';

  it.each<[cells: Record<string, string>, said: string[]]>([
    [{ 整改情况: '正在整改', 是否销号: '是' }, ['H3 “是”与整改情况（G3）“正在整改”矛盾，读作“已销号”，请核对两格']],
    [
      { 整改情况: '已完成', 是否销号: '否', 销号意见: '同意销号' },
      ['H3 “否”与销号意见（I3）“同意销号”矛盾，读作“已完成（待验收）”，请核对两格'],
    ],
    [{ 整改情况: '已完成', 是否销号: '是', 销号意见: '同意销号' }, []],
    [{ 整改情况: '召开专题会议，正在组织实施，已完成改造', 是否销号: '是' }, []],
    [
      { 整改情况: '已处置4宗，还有2宗正在处置', 是否销号: '是' },
      ['H3 “是”与整改情况（G3）“已处置4宗，还有2宗正在处置”矛盾，读作“已销号”，请核对两格'],
    ],
    [{ 整改情况: '8栋厂房中5栋已通过验收，3栋正在整改', 是否销号: '否' }, []],
  ])('%j are told: %j', async (cells, said) => {
    const { issues } = await readRow(cells, struck);
    const conflicts = issues.filter(({ code }) => code === 'statusColumnsConflict');
    expect(conflicts.map(({ cell, message }) => `${cell} ${message}`)).toEqual(said);
  });

  it.each(['已取消', '并案', '移交', '关门停业'])(
    '%s tells what became of the matter, and where it is decided',
    async (text) => {
      const ticket = await readRow({ 整改状态: text });
      expect(ticket.status).toBe('in_progress');
      expect(told(ticket)).toEqual([expect.stringContaining(`H3 statusDecided “${text}”说的是事项本身的去向`)]);
    },
  );

  it('more time asked for is no status and moves no deadline', async () => {
    const ticket = await readRow({ 整改状态: '申请延期至8月15日' });
    expect(ticket).toMatchObject({ status: 'in_progress', deadline: { date: '2026-04-01', extended: false } });
    expect(told(ticket)).toEqual([
      'H3 extensionRequested “申请延期至8月15日”提到延期，没有写明已批准到哪一天，时限不变；已批准的请写“延期至”和日期',
    ]);
  });
});

it.each([
  [{ 备注: '经批准延期至8月15日' }, '按“经批准延期至8月15日”，时限由 2026-04-01 改为 2026-08-15'],
  [{ 整改期限: '待定', 备注: '延期至2026年8月15日' }, '按“延期至2026年8月15日”，时限定为 2026-08-15'],
])('a deadline that a remark moves is told with both days: %j', async (cells, said) => {
  const ticket = await readRow(cells, `${heading}｜备注`);
  expect(ticket.deadline).toMatchObject({ date: '2026-08-15', extended: true });
  expect(ticket.issues.filter(({ code }) => code === 'deadlineMoved')).toMatchObject([{ message: said }]);
});

it('3个月内 is written as it should be', async () => {
  expect(told(await readRow({ 整改期限: '3个月内' }))).toEqual([]);
});

it.each<[text: string, date: string | null, said: string]>([
  ['2026/12/1O', '2026-12-10', 'deadlineAssumed “2026/12/1O”不是规范的写法，读作 2026-12-10'],
  ['6月30曰', '2026-06-30', 'deadlineAssumed “6月30曰”不是规范的写法，读作 2026-06-30'],
  ['5日', '2026-03-10', 'deadlineAssumed “5日”不是规范的写法，读作 2026-03-10'],
  ['待区财政资金到位后3个月内', null, 'deadlineConditional 时限“待区财政资金到位后3个月内”从还没有发生的事起算'],
  ['2月底', '2027-02-28', 'deadlineRolled “2月底”没有写年份，按这张表的年份早于发现（交办）日期，读作 2027-02-28'],
  ['月底前', '2026-03-31', 'deadlineAssumed “月底前”不是规范的写法，读作 2026-03-31'],
  ['务必季末完成', '2026-03-31', 'deadlineAssumed “务必季末完成”不是规范的写法，读作 2026-03-31'],
  ['随时整改', null, 'deadlineAssumed “随时整改”不是规范的写法，读作 长期坚持'],
  ['24小时内', '2026-03-06', 'deadlineAssumed “24小时内”不是规范的写法，读作 2026-03-06'],
  ['8月中下旬', '2026-08-31', 'deadlineAssumed “8月中下旬”不是规范的写法，读作 2026-08-31'],
  ['长期稳控', null, 'deadlineAssumed “长期稳控”不是规范的写法，读作 长期坚持'],
  ['清明后一周', '2026-04-12', 'deadlineAssumed “清明后一周”不是规范的写法，读作 2026-04-12'],
  ['国庆前10天', '2026-09-21', 'deadlineAssumed “国庆前10天”不是规范的写法，读作 2026-09-21'],
  ['节后一周内', null, 'deadlineUnclear 时限“节后一周内”读不出日期'],
  ['开学后两周内', null, 'deadlineConditional 时限“开学后两周内”从还没有发生的事起算'],
  ['夏秋两季', null, 'deadlineUnclear 时限“夏秋两季”读不出日期'],
])('the deadline %s is %s and is told', async (text, date, said) => {
  const ticket = await readRow({ 整改期限: text });
  expect(ticket.deadline.date).toBe(date);
  expect(told(ticket)).toContainEqual(expect.stringContaining(`F3 ${said}`));
});

it('a year that is not written is told in the same words of every cell of that year', async () => {
  const ticket = await readRow({ 检查日期: '3月5日', 整改期限: '4月底', 整改状态: '已完成', 整改完成日期: '4.2' });
  expect(ticket).toMatchObject({ raisedOn: '2026-03-05', deadline: { date: '2026-04-30' }, completedOn: '2026-04-02' });
  const ofYear = told(ticket).filter((said) => said.includes(' yearAssumed '));
  expect(ofYear.toSorted()).toEqual(
    ['B3', 'F3', 'J3'].map((cell) => `${cell} yearAssumed 没有写年份，读作 2026 年（取自标题）`),
  );
});

describe('who is meant is told where a cell says more, or less, than names', () => {
  it.each<[text: string, persons: string[], said: string]>([
    ['副县长 贺明', ['贺明'], 'E3 personPost “副县长 贺明”读作贺明；职务（单位）“副县长”不入库'],
    ['待定', [], 'E3 personNobody “待定”没有写明是谁'],
    ['新人待定', [], 'E3 personNobody “新人待定”没有写明是谁'],
    ['毛慧（已调离）', ['毛慧'], 'E3 personAway “毛慧（已调离）”注明“已调离”，请核对现在由谁负责'],
    ['张三等3人', ['张三'], 'E3 personsMore “张三等3人”没有写全，只读出张三'],
  ])('%s under 整改责任人', async (text, persons, said) => {
    const ticket = await readRow({ 整改责任人: text });
    expect(ticket.persons).toEqual(persons);
    expect(told(ticket)).toEqual([expect.stringContaining(said)]);
  });

  it.each<[text: string, leadUnit: string | null, support: string[], said: string]>([
    ['住建局（李四）', '住建局', [], 'D3 personInUnit “住建局（李四）”里写着人，读作单位“住建局”、人员“李四”'],
    ['办公室、法规科共同牵头', '办公室', ['法规科'], 'D3 leadUnitSeveral'],
    ['办公室等5个部门', '办公室', [], 'D3 unitsMore'],
    ['待定', null, [], 'D3 leadUnitOpen “待定”没有写明由哪个单位牵头'],
    ['办公室（双牵头）、法规科（双牵头）', '办公室', ['法规科'], 'D3 leadUnitSeveral'],
    [
      '办公室、法规科（联合牵头）',
      '办公室',
      ['法规科'],
      'D3 leadUnitSeveral “办公室、法规科（联合牵头）”有几个牵头单位，按第一个“办公室”牵头',
    ],
    [
      '办公室或机关服务中心',
      '办公室',
      [],
      'D3 unitEither “办公室或机关服务中心”没有写定是哪个单位，暂按前面的“办公室”',
    ],
    ['属地镇', null, [], 'D3 leadUnitOpen “属地镇”没有写明由哪个单位牵头'],
    ['有关村', null, ['有关村'], 'D3 leadUnitOpen “有关村”没有写明由哪个单位牵头'],
    ['办公室、相关科室', '办公室', ['相关科室'], 'D3 unitsMore'],
    ['县发改局（储备中心）', '县发改局（储备中心）', [], 'D3 unitWithPart “县发改局（储备中心）”里的'],
    [
      '县水利局（不属我局职责，已转）',
      '县水利局',
      [],
      'D3 unitRemark “县水利局（不属我局职责，已转）”里的“不属我局职责，已转”',
    ],
    ['危化科（云栖镇）', '危化科', [], 'D3 townInUnit “危化科（云栖镇）”括号里的“云栖镇”'],
    ['办公室：待定', '办公室', [], 'D3 personNobody “待定”没有写明是谁'],
    ['/', null, [], 'D3 leadUnitMissing 没有写牵头单位'],
  ])('%s under 责任单位', async (text, leadUnit, supportUnits, said) => {
    const ticket = await readRow({ 责任单位: text });
    expect(ticket).toMatchObject({ leadUnit, supportUnits });
    expect(told(ticket)).toEqual([expect.stringContaining(said)]);
  });

  it('a town behind the unit is the town of the matter, unless that is told elsewhere', async () => {
    expect(await readRow({ 责任单位: '危化科（云栖镇）' })).toMatchObject({ town: '云栖镇' });
    const other = await readRow({ 责任单位: '危化科（云栖镇）', 所在镇街: '石桥镇' }, `${heading}｜所在镇街`);
    expect(other).toMatchObject({ leadUnit: '危化科', town: '石桥镇' });
    expect(told(other)).toEqual([expect.stringContaining('townBeside “危化科（云栖镇）”')]);
  });

  it.each<[text: string, leadUnit: string, supportUnits: string[], persons: string[], titled: string[]]>([
    ['职成处 贝处长', '职成处', [], ['贝处长'], ['personByTitle “贝处长”']],
    ['教育科 陈科、晁亮', '教育科', [], ['陈科', '晁亮'], ['personByTitle “陈科”']],
    ['校外培训处、执法支队教育大队 晁亮', '校外培训处', ['执法支队教育大队'], ['晁亮'], []],
    ['基础教育处：章蕾；督导办：任远', '基础教育处', ['督导办'], ['章蕾', '任远'], []],
    ['基础教育处：章蕾\n督导办：任远', '基础教育处', ['督导办'], ['章蕾', '任远'], []],
  ])('%s under 责任单位 names people, and it is told', async (text, leadUnit, supportUnits, people, titled) => {
    const ticket = await readRow({ 责任单位: text });
    expect(ticket).toMatchObject({ leadUnit, supportUnits, persons: ['张三', ...people] });
    expect(told(ticket)).toEqual(['personInUnit', ...titled].map((said) => expect.stringContaining(said)));
  });

  it('people under 责任单位及责任人 are asked for, a title among them is told', async () => {
    const both = heading.replace('责任单位｜整改责任人', '责任单位及责任人');
    const plain = await readRow({ 责任单位及责任人: '基础教育处：章蕾；督导办：任远' }, both);
    expect(plain).toMatchObject({ leadUnit: '基础教育处', supportUnits: ['督导办'], persons: ['章蕾', '任远'] });
    expect(told(plain)).toEqual([]);
    const marked = await readRow({ 责任单位及责任人: '协办：办公室 贝主任\n主办：财务处 晁亮' }, both);
    expect(marked).toMatchObject({ leadUnit: '财务处', supportUnits: ['办公室'], persons: ['贝主任', '晁亮'] });
    expect(told(marked)).toEqual([expect.stringContaining('personByTitle “贝主任”')]);
  });

  it('a person written into the unit cell stands beside those of the person cell', async () => {
    expect((await readRow({ 责任单位: '住建局 李四' })).persons).toEqual(['张三', '李四']);
  });

  it('a column that writes posts as a rule is told of once, few cells one by one, and its names are read all the same', async () => {
    const sheetOf = async (leaders: readonly string[]) => {
      const rows = leaders.map((leader, at) => [String(at + 1), `问题${at}`, '办公室', leader, '2026年12月20日']);
      const head = ['序号', '具体问题', '责任单位', '责任领导', '整改时限'];
      const file = await buildWorkbook([{ name: '台账', rows: [['2026年整改台账'], head, ...rows] }]);
      const { rows: read, sheets } = await readSheets(file, '台账.xlsx', options);
      const tickets = read.map(({ preview }) => preview);
      // A row that is read again alone says what it said with the others.
      const again = read.map(({ raw }) => rereadRow(raw, sheets[0]!, options).preview);
      expect(again.map(told)).toEqual(tickets.map(told));
      const codes = tickets.flatMap(({ issues }) => issues.map(({ code }) => code));
      const ofSheet = sheets[0]!.findings!.filter(({ code }) => code === 'personPost');
      return {
        leaders: tickets.map(({ leader }) => leader),
        posts: codes.filter((code) => code === 'personPost').length,
        ofSheet,
      };
    };
    const habit = await sheetOf(['副局长 周正', '副局长 贺明', '局长 吴刚', '副局长 周正', '钱进']);
    expect(habit).toMatchObject({ leaders: ['周正', '贺明', '吴刚', '周正', '钱进'], posts: 0 });
    expect(habit.ofSheet).toMatchObject([
      { cell: 'D2', message: expect.stringContaining('“责任领导”有 4 格在姓名旁边写着职务或单位（如“副局长 周正”）') },
    ]);
    expect(await sheetOf(['副局长 周正', '钱进', '副局长 贺明'])).toMatchObject({ posts: 2, ofSheet: [] });
    const rare = ['副局长 周正', '副局长 贺明', '局长 吴刚', '副局长 周正', ...'赵一 钱进 孙丽 李明 王磊'.split(' ')];
    expect(await sheetOf(rare)).toMatchObject({ posts: 4, ofSheet: [] });
  });
});

describe('a day before one that was only assumed', () => {
  const assumed = { ...options, baseDate: '2026-07-10' };
  const read = async (...rows: TestCell[][]) =>
    readLedger(await buildWorkbook([{ name: '台账', rows }]), '台账.xlsx', assumed);
  const row = ['1', '消防通道堵塞', '办公室', '2026-05-31', '已整改', '2026-05-20'];
  const head = ['序号', '隐患描述', '责任单位', '整改期限', '整改情况', '销号时间'];

  it('is told once of a sheet that has no column of discovery, with both days', async () => {
    const { sheets, tickets } = await read(head, row, ['2', '安全出口锁闭', ...row.slice(2)]);
    expect(tickets[0]).toMatchObject({ raisedOn: '2026-07-10', closedOn: '2026-05-20', issues: [] });
    const of = (code: string) => sheets[0]!.findings!.filter((one) => one.code === code).map(({ message }) => message);
    expect(of('doneBeforeAssumed')).toEqual([
      expect.stringContaining('2 行的完成（填报）日期早于推定的发现日期（如第 2 行，2026-05-20 早于 2026-07-10）'),
    ]);
    expect(of('deadlineBeforeAssumed')).toEqual([expect.stringContaining('（如第 2 行，2026-05-31 早于 2026-07-10）')]);
  });

  it('is told at its cell where the row alone lacks the day', async () => {
    const { tickets } = await read(
      [...head, '发现日期'],
      [...row, null],
      ['2', '护栏缺失', ...row.slice(2), '2026-05-01'],
    );
    expect(told(tickets[0]!)).toEqual([
      expect.stringContaining('G2 raisedOnAssumed'),
      'F2 doneBeforeAssumed 完成（填报）日期“2026-05-20”即 2026-05-20 早于推定的发现日期 2026-07-10，请填写发现（交办）日期',
      expect.stringContaining('D2 deadlineBeforeAssumed'),
    ]);
    expect(told(tickets[1]!)).toEqual([]);
  });
});

describe('a deadline that was put off', () => {
  it.each<[cells: Record<string, string>, said: string]>([
    [
      { 整改期限: '2026年6月底（顺延为8月底）' },
      'G3 deadlineMoved 按“2026年6月底（顺延为8月底）”，时限由 2026-06-30 改为 2026-08-31',
    ],
    [{ 整改期限: '2026年6月底（延至8月31日）' }, 'G3 deadlineMoved'],
    [{ 整改期限: '2026年6月底', 备注: '（顺延至8月31日）' }, 'H3 deadlineMoved'],
    [
      { 整改期限: '2026年6月底', 整改情况: '正在采购（延至8月31日）' },
      'I3 deadlineMoved 按“正在采购（延至8月31日）”，时限由 2026-06-30',
    ],
  ])('%j is told with both days', async (cells, said) => {
    const ticket = await readRow(
      cells,
      '序号｜检查日期｜隐患描述｜责任单位｜整改责任人｜整改状态｜整改期限｜备注｜整改情况',
    );
    expect(ticket.deadline).toMatchObject({ date: '2026-08-31', originalDate: '2026-06-30', extended: true });
    expect(told(ticket)).toEqual([expect.stringContaining(said)]);
  });

  it('is not by what the progress says outside brackets, and needs no telling where the cell gives both days', async () => {
    const columns = `${heading}｜整改情况`;
    const other = await readRow({ 整改情况: '施工延期至8月31日完成' }, columns);
    expect(other.deadline).toMatchObject({ date: '2026-04-01', extended: false });
    const both = await readRow({ 整改期限: '原定2026年6月底，经批准延期至8月31日' });
    expect(both.deadline).toMatchObject({ date: '2026-08-31', extended: true });
    expect(told(both)).toEqual([]);
  });
});

it.each([
  ['阶段性完成', '2026-12-20', '整改中（基本完成）'],
  ['阶段性完成，长期坚持', '2026-12-20', '整改中（基本完成）'],
  ['阶段性完成，长期坚持', '长期坚持', '长期坚持（基本完成）'],
])('%s, due %s, is told as it will be kept: %s', async (text, due, label) => {
  const ticket = await readRow({ 整改状态: text, 整改期限: due });
  expect(ticket).toMatchObject({ status: 'ongoing', completion: 'basic' });
  expect(told(ticket)).toEqual([
    expect.stringContaining(`H3 statusStage “${text}”说的是一个环节（阶段）完成，不是整件事项，读作“${label}”`),
  ]);
});

it.each<[cells: Record<string, string>, day: string, at: string]>([
  [{ 整改状态: '已整改，3月1日复查合格' }, '2026-03-01', 'H3'],
  [{ 整改状态: '已销号', 整改完成日期: '3月1日' }, '2026-03-01', 'J3'],
])('a day without a year before the discovery is no day to come: %j', async (cells, day, at) => {
  const ticket = await readRow(cells);
  expect(ticket).toMatchObject({ status: 'closed', closedOn: day });
  expect(told(ticket)).toContainEqual(expect.stringContaining(`${at} doneBeforeStart`));
});
