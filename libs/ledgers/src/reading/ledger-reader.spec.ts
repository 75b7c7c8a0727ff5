import { officialCalendar } from '@xiaohao/calendar';
import { AppError } from '@xiaohao/errors';
import {
  buildWorkbook,
  inspectionSheet,
  type TestCell,
  type TestSheet,
} from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';
import type { Preview, PreviewTicket } from './preview.js';
import type { ReadingOptions } from './reading-options.js';

const today = '2022-05-10';
const options = (changes: Partial<ReadingOptions> = {}): ReadingOptions => ({
  kind: 'auto',
  year: null,
  baseDate: null,
  source: null,
  today,
  calendar: officialCalendar,
  ...changes,
});

async function read(sheets: TestSheet | TestSheet[], changes?: Partial<ReadingOptions>, name = '台账.xlsx') {
  return readLedger(await buildWorkbook([sheets].flat()), name, options(changes));
}

/** A sheet of one header row and rows below. */
const table = (header: string, ...rows: TestCell[][]): TestSheet => ({
  name: '台账',
  rows: [header.split('｜'), ...rows],
});

const columnsOf = ({ sheets }: Preview) => Object.values(sheets[0]!.columns).join(' ');
const first = ({ tickets }: Preview): PreviewTicket => tickets[0]!;
const codes = ({ issues }: PreviewTicket) => issues.map(({ cell, code }) => `${cell} ${code}`);
const whys = ({ ignored }: Preview) => ignored.map(({ row, why }) => `${row} ${why}`);

describe('a clean inspection ledger', () => {
  it('is read in full: two-row header, merged items, title rows with the feedback day', async () => {
    const preview = await read(
      inspectionSheet([
        {
          item: '一、党的领导方面',
          title: '理论学习\n不深入',
          measure: '制定学习计划',
          leader: '周  正',
          unit: '办公室（牵头）、危化科',
          person: '王 磊 13800000000、李小明',
          deadline: '6月底前',
          progress: '已完成，形成制度2项',
          remark: '见附件3',
        },
        { title: '隐患台账更新不及时', unit: '危化科', deadline: { day: '2021-09-30', format: 'm"月"d"日"' } },
      ]),
    );
    expect(preview.sheets[0]).toMatchObject({
      role: 'ledger',
      why: '第 3—4 行为表头，识别出 10 列',
      facts: {
        kind: 'inspection_issue',
        source: '八届区委第二轮巡察第一巡察组',
        year: 2021,
        yearFrom: 'days',
        feedbackOn: '2021-03-15',
      },
    });
    expect(columnsOf(preview)).toBe('seq item title measures leader leadUnit persons deadline progress remark');
    expect(preview.tickets).toHaveLength(2);
    expect(first(preview)).toMatchObject({
      row: 5,
      title: '理论学习\n不深入',
      item: '一、党的领导方面',
      leader: '周正',
      leadUnit: '办公室',
      supportUnits: ['危化科'],
      persons: ['王磊', '李小明'],
      measures: [{ text: '制定学习计划', persons: [], deadline: null }],
      raisedOn: '2021-03-15',
      raisedOnFrom: 'title',
      progress: '已完成，形成制度2项',
      status: 'completed',
      outcomes: [],
      details: { remark: '见附件3' },
      deadline: { kind: 'date', date: '2021-06-30', yearAssumed: true, raw: '6月底前' },
      decision: 'create',
    });
    expect(preview.tickets[1]).toMatchObject({ item: '一、党的领导方面', deadline: { date: '2021-09-30' } });
    expect(whys(preview)).toEqual(['1 title', '2 title', '3 header', '4 header']);
  });

  it('keeps each title as it stands in its cell', async () => {
    const titles = ['=1+1', '<script>alert(1)</script>', "' OR 1=1 --", 'a\u202eb', '　全角　', `${'长'.repeat(5000)}`];
    const { tickets } = await read(inspectionSheet(titles.map((title) => ({ title, unit: '危化科' }))));
    expect(tickets.map(({ title }) => title)).toEqual(titles.map((title) => title.trim()));
  });

  it('does not take the form without a feedback day or a title for another', async () => {
    const preview = await read(
      inspectionSheet([{ title: '甲', deadline: '6.30' }], { feedback: null, title: '台账' }),
      {
        year: 2020,
      },
    );
    expect(first(preview)).toMatchObject({
      raisedOn: today,
      raisedOnFrom: 'importDay',
      deadline: { date: '2020-06-30' },
    });
    expect(codes(first(preview))).toEqual(
      expect.arrayContaining(['H5 yearAssumed', 'I5 statusUnknown', 'F5 leadUnitMissing']),
    );
    expect(preview.sheets[0]!.findings).toMatchObject([
      { cell: '', code: 'raisedOnAssumed' },
      { cell: '', code: 'deadlineBeforeAssumed' },
    ]);
  });
});

describe('headings', () => {
  it.each([
    [
      '巡察 V2',
      '序号｜问题｜整改目标｜整改措施｜牵头领导｜责任部门｜责任人｜整改时限｜整改类型｜整改结果｜佐证材料',
      'inspection_issue',
      'seq title details measures leader leadUnit persons deadline rectifyKind progress details',
    ],
    [
      '巡察 V3',
      '序号｜巡察反馈问题｜整改任务｜责任单位｜配合单位｜完成时限｜进展情况｜是否销号｜销号时间｜审核意见',
      'inspection_issue',
      'seq title measures leadUnit supportUnits deadline progress struckOff struckOffOn details',
    ],
    [
      '环保',
      '项目名称｜问题简述｜问题整改完成时限｜整改进度｜实际县级验收时间｜实际市级验收时间｜提交行业验收时间｜完成行业审查时间',
      'env_inspection_issue',
      'title description deadline progress reviewedOn reviewedOn details details',
    ],
    [
      '隐患 V1',
      '序号｜检查日期｜单位名称｜隐患部位｜隐患描述｜隐患等级｜整改措施｜整改责任人｜整改期限｜整改资金｜复查日期｜复查人｜整改状态',
      'hazard',
      'seq raisedOn site details title level measures persons deadline outcome.rectify_funds reviewedOn details status',
    ],
    [
      '隐患 V2',
      '隐患来源｜隐患描述｜隐患类别(大类/小类)｜整改情况｜治理经费(万元)｜录入时间｜整改完成日期',
      'hazard',
      'details title details progress outcome.rectify_funds raisedOn completedOn',
    ],
    [
      '隐患 V4',
      '点位｜隐患内容｜发现时间｜责任单位｜牵头单位｜配合单位｜完成时限｜进展｜照片',
      'hazard',
      'site title raisedOn supportUnits leadUnit supportUnits deadline progress ignored',
    ],
    [
      '督办 V1',
      '序号｜督办事项｜来源｜交办日期｜承办单位｜协办单位｜责任领导｜办理时限｜进展情况｜办结情况｜亮灯',
      'supervision_item',
      'seq title source assignedOn leadUnit supportUnits leader deadline progress status ignored',
    ],
    [
      '督办 V2',
      '任务名称｜任务来源｜任务级别｜周期｜责任领导｜承办部门｜办理时限｜当前进度',
      'key_task',
      'title source details details leader leadUnit deadline progress',
    ],
    [
      '任务 V1',
      '序号｜重点工作｜具体任务｜目标｜牵头领导｜牵头单位｜责任(配合)单位｜完成时限｜进展｜进度%',
      'key_task',
      'seq item title details leader leadUnit supportUnits deadline progress progressPercent',
    ],
    [
      '任务 V2',
      '序号｜重点工作内容｜开始时间｜完成时间｜进度情况｜责任单位｜配合单位｜责任人｜上级知晓',
      'key_task',
      'seq title details deadline progress leadUnit supportUnits persons details',
    ],
    [
      '任务 V3',
      '任务｜举措｜预计完成时间｜责任人｜配合单位或部门｜是否完成｜措施完成时间',
      'key_task',
      'title measures deadline persons supportUnits status completedOn',
    ],
    [
      '问题清单',
      '序号｜问题类别｜问题表现｜原因分析｜整改措施｜责任单位｜时限',
      'inspection_issue',
      'seq item title details measures leadUnit deadline',
    ],
  ])('%s', async (_, header, kind, columns) => {
    const width = header.split('｜').length;
    const title = header.startsWith('任务') ? '重点任务分解表' : header.startsWith('序号｜重点') ? '工作要点' : '台账';
    const sheet = table(
      header,
      Array.from({ length: width }, (__, at) => `内容${at}`),
    );
    const preview = await read({ ...sheet, rows: [[title], ...sheet.rows] });
    expect(preview.sheets[0]!.facts!.kind).toBe(kind);
    expect(columnsOf(preview)).toBe(columns);
    expect(preview.tickets).toHaveLength(1);
  });

  it('are read with inner spaces, line breaks, full-width signs and units in brackets', async () => {
    const preview = await read(
      table('序 号｜具 体\n问 题｜整改时限\n（年月日）｜责任单位：｜罚款（万元）', [
        1,
        '甲',
        '2021年6月',
        '危化科',
        '１．５',
      ]),
    );
    expect(columnsOf(preview)).toBe('seq title deadline leadUnit outcome.fines');
    expect(first(preview).outcomes).toEqual([{ type: 'fines', amount: 15000 }]);
  });

  it('under 五落实 say yes or no to a demand, not what they name', async () => {
    const preview = await read({
      name: '重大隐患',
      rows: [
        ['2021年重大事故隐患台账'],
        ['单位名称', '隐患编号', '隐患基本情况', '五落实', null, '计划完成时间'],
        [null, null, null, '责任', '时限', null],
        ['云上公司', 'YH-7', '储罐区防火堤破损', '是', '否', '2021.7.15'],
      ],
      merges: ['D2:E2', 'A2:A3', 'B2:B3', 'C2:C3', 'F2:F3'],
    });
    expect(columnsOf(preview)).toBe('site theirNo title details details deadline');
    expect(first(preview)).toMatchObject({
      theirNo: 'YH-7',
      level: 'major',
      site: '云上公司',
      leadUnit: '云上公司',
      deadline: { date: '2021-07-15' },
      details: { '五落实-责任': '是', '五落实-时限': '否' },
    });
  });

  it('are what a person says they are', async () => {
    const preview = await read(table('序号｜问题｜负责部门｜时间', [1, '甲', '危化科', '2021年6月']), {
      sheets: { 台账: { columns: { D: 'deadline' } } },
    });
    expect(preview.sheets[0]!.columns).toEqual({ A: 'seq', B: 'title', C: 'leadUnit', D: 'deadline' });
    expect(first(preview).deadline.date).toBe('2021-06-30');
  });
});

describe('rows', () => {
  const header = '序号｜类别｜具体问题｜整改措施｜责任科室｜责任人｜整改时限｜完成情况';

  it('that are no tickets are told apart, each with its reason', async () => {
    const preview = await read({
      name: '台账',
      rows: [
        ['整改台账'],
        header.split('｜'),
        ['一、党的建设方面'],
        [1, null, '甲', null, '危化科'],
        [2, null, '乙', null, '危化科'],
        header.split('｜'),
        [3, null, '丙', null, '危化科'],
        [],
        ['二', null, '队伍建设方面'],
        [4, null, '丁', null, '危化科'],
        ['合计', null, '4项'],
        ['合计', null, '26个问题'],
        ['注：1.本表每月更新'],
        ['2.逾期的另附说明'],
        ['填表人：张三', null, null, '审核人：李四', null, null, '填报日期：2021年7月5日'],
      ],
      merges: ['A1:H1', 'A3:H3', 'A13:H13', 'A14:H14'],
    });
    expect(preview.tickets.map(({ row, title, item }) => `${row} ${title} ${item}`)).toEqual([
      '4 甲 一、党的建设方面',
      '5 乙 一、党的建设方面',
      '7 丙 一、党的建设方面',
      '10 丁 二队伍建设方面',
    ]);
    expect(whys(preview)).toEqual([
      '1 title',
      '2 header',
      '3 sectionHeading',
      '6 repeatedHeader',
      '8 blank',
      '9 sectionHeading',
      '11 total',
      '12 total',
      '13 note',
      '14 note',
      '15 signature',
    ]);
    expect(preview.sheets[0]!.facts!.filledOn).toBe('2021-07-05');
  });

  it('under one number are one ticket with several measures', async () => {
    const preview = await read({
      name: '台账',
      rows: [
        header.split('｜'),
        [1, '一', '甲', '措施一', '危化科', '王磊', '2021年6月底', '已完成'],
        [null, null, null, '措施二', '办公室', '李敏', '2021年9月底', '正在推进'],
        [2, null, '乙', '措施三', '危化科', '王磊', '2021年5月', '已完成'],
        [null, null, null, '措施四', null, null, null, null],
        ['3', '二', '丙', '措施五', '危化科'],
        ['3', '二', '丙', '措施六', '危化科'],
        ['3', null, null, '措施七'],
      ],
      merges: ['A2:A3', 'B2:B5', 'C2:C3', 'A4:A5', 'C4:C5', 'E4:E5', 'F4:F5', 'G4:G5', 'H4:H5'],
    });
    expect(preview.tickets).toHaveLength(3);
    expect(first(preview)).toMatchObject({
      rows: [2, 3],
      leadUnit: '危化科',
      supportUnits: ['办公室'],
      persons: ['王磊', '李敏'],
      measures: [
        { text: '措施一', persons: ['王磊'], deadline: '2021-06-30' },
        { text: '措施二', persons: ['李敏'], deadline: '2021-09-30' },
      ],
      deadline: { date: '2021-09-30' },
      status: 'in_progress',
    });
    expect(preview.tickets[1]).toMatchObject({
      rows: [4, 5],
      item: '一',
      measures: [{ text: '措施三', persons: [], deadline: null }, { text: '措施四' }],
      deadline: { date: '2021-05-31' },
      status: 'completed',
    });
    expect(preview.tickets[2]).toMatchObject({
      rows: [6, 7, 8],
      measures: [{ text: '措施五' }, { text: '措施六' }, { text: '措施七' }],
    });
  });

  it('with a problem written across item and title have no item', async () => {
    const preview = await read({
      name: '台账',
      rows: [header.split('｜'), [1, '类甲', '甲', null, '危化科'], [2, '乙', null, null, '危化科']],
      merges: ['B3:C3'],
    });
    expect(preview.tickets.map(({ title, item }) => [title, item])).toEqual([
      ['甲', '类甲'],
      ['乙', null],
    ]);
  });

  it('without a title need somebody', async () => {
    const preview = await read(table(header, [1, '一', '甲', null, '危化科'], [2, '一', null, '措施', '危化科']));
    expect(preview.tickets[1]).toMatchObject({ title: '', decision: 'attention' });
    expect(codes(preview.tickets[1]!)).toContain('C3 titleMissing');
  });

  it('that repeat are duplicates: by their number and words, else by every cell but 序号', async () => {
    const plain = await read(
      table(
        '序号｜问题｜责任单位｜时限',
        [1, '甲', '危化科', '6月'],
        [2, '甲', '危化科', '6月'],
        [3, '甲', '危化科', '7月'],
      ),
    );
    expect(plain.tickets.map(({ decision }) => decision)).toEqual(['create', 'duplicate', 'create']);
    expect(plain.tickets[1]!.issues.at(-1)).toMatchObject({ code: 'duplicateInFile', message: '与第 2 行重复' });
    const numbered = await read(
      table(
        '督办编号｜督办事项｜承办单位',
        ['D-1', '甲', '危化科'],
        ['D-1', '甲。', '办公室'],
        ['D-2', '甲', '危化科'],
      ),
    );
    expect(numbered.tickets.map(({ decision }) => decision)).toEqual(['create', 'duplicate', 'create']);
  });
});

describe('sheets', () => {
  const ledger = (name: string, title = '甲'): TestSheet => ({
    name,
    rows: [
      ['序号', '具体问题', '责任单位', '整改时限'],
      [1, title, '危化科', '2021年6月'],
    ],
  });

  it('that are no ledger are left out with a reason', async () => {
    const preview = await read([
      { name: '填表说明', rows: [['一、本表由各科室填写']] },
      {
        name: '统计',
        rows: [
          ['单位', '应整改数', '已整改数', '完成率'],
          ['危化科', 3, 2, '66%'],
        ],
      },
      { name: '空', rows: [] },
      { name: '选项', rows: [['是'], ['否']], hidden: true },
      ledger('台账一'),
      ledger('台账二', '乙'),
      {
        name: '通讯',
        rows: [
          ['姓名', '电话'],
          ['甲', '1'],
        ],
      },
    ]);
    expect(preview.sheets.map(({ name, role, why }) => `${name} ${role} ${why}`)).toEqual([
      '填表说明 skipped 说明、目录或选项表',
      '统计 skipped 统计汇总表，不是逐条台账',
      '空 skipped 空表',
      '选项 skipped 隐藏的工作表',
      '台账一 ledger 第 1 行为表头，识别出 4 列',
      '台账二 ledger 第 1 行为表头，识别出 4 列',
      '通讯 skipped 没有找到表头',
    ]);
    expect(preview.tickets.map(({ sheet, title }) => `${sheet} ${title}`)).toEqual(['台账一 甲', '台账二 乙']);
  });

  it('none of which has a recognisable header are refused with their first rows', async () => {
    const refused = await read({
      name: '表',
      rows: [
        ['甲', '乙', '丙'],
        [1, 2, 3],
      ],
    }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({
      code: 'noHeader',
      details: { sheet: '表', rows: [{ row: 1, cells: [{ cell: 'A1', text: '甲' }, {}, {}] }, { row: 2 }] },
    });
  });

  it('may be a .csv', async () => {
    const text = '序号,具体问题,责任单位,整改时限\n1,"台账, 不全",危化科,2021年6月\n';
    const { tickets } = await readLedger(Buffer.from(text), '台账.csv', options());
    expect(tickets).toMatchObject([{ title: '台账, 不全', leadUnit: '危化科', deadline: { date: '2021-06-30' } }]);
  });
});

describe('years and days of fact', () => {
  const header = '序号｜隐患描述｜责任单位｜发现日期｜整改期限｜整改状态｜销号时间｜复查日期｜整改完成日期';
  const row = (
    cells: Partial<Record<'found' | 'due' | 'state' | 'struck' | 'reviewed' | 'done', TestCell>>,
  ): TestCell[] => [
    1,
    '甲',
    '危化科',
    cells.found ?? null,
    cells.due ?? null,
    cells.state ?? null,
    cells.struck ?? null,
    cells.reviewed ?? null,
    cells.done ?? null,
  ];

  it.each([
    ['（2020年8月—9月）', '2020-06-30 subtitle', '取自副标题'],
    ['2019年12月至2020年2月', '2020-06-30 subtitle', '取自副标题'],
    ['2020年度', '2020-06-30 subtitle', '取自副标题'],
    ['青督〔2020〕3号', '2020-06-30 number', '取自文号（期号）'],
    ['文号：青应急[2020]12号', '2020-06-30 number', '取自文号（期号）'],
    ['2020年第3期（总第15期）', '2020-06-30 number', '取自文号（期号）'],
    ['编号：DB-2020-003', '2020-06-30 number', '取自文号（期号）'],
    ['填报日期：2020年8月30日', '2020-06-30 days', '取自表上的日期'],
    ['截至2020年8月', '2020-06-30 days', '取自表上的日期'],
    ['2020年8月30日', '2020-06-30 days', '取自表上的日期'],
    ['依据《某办法》（应急〔2019〕55号）', '2022-06-30 today', '按今年'],
    ['联系电话：20200012', '2022-06-30 today', '按今年'],
  ])('takes the year from a line above the header, and each row says so: %s', async (line, expected, from) => {
    const { tickets, sheets } = await read({
      name: '台账',
      rows: [['隐患台账'], [line], ...table(header, row({ due: '6.30' })).rows],
    });
    expect(`${tickets[0]!.deadline.date} ${sheets[0]!.facts!.yearFrom}`).toBe(expected);
    const told = tickets[0]!.issues.filter(({ code }) => code === 'yearAssumed').map(({ message }) => message);
    expect(told).toEqual([`没有写年份，读作 ${expected.slice(0, 4)} 年（${from}）`]);
  });

  it.each([
    ['2020年隐患台账', ['填报日期：2019年8月30日', '青督〔2018〕3号'], '2020 title'],
    ['2019年度审计台账', ['青督〔2020〕3号'], '2020 number'],
    ['2019年度预算执行和其他财政收支审计台账', ['截止日期：2020年8月30日'], '2020 days'],
    ['2019年度民主生活会整改清单', ['填报日期：2020年8月30日'], '2020 days'],
    ['2019年度隐患台账', ['填报日期：2020年1月30日'], '2019 title'],
    ['隐患台账', ['青督〔2018〕3号', '填报日期：2020年8月30日'], '2020 days'],
    ['隐患台账', ['青督〔2018〕3号', '（2020年8月—9月）'], '2020 subtitle'],
  ])('of several years one holds, in the order of the table: %s %j', async (title, lines, expected) => {
    const rows = [[title], ...lines.map((line) => [line]), ...table(header, row({ due: '6.30' })).rows];
    const { year, yearFrom } = (await read({ name: '2017年', rows })).sheets[0]!.facts!;
    expect(`${year} ${yearFrom}`).toBe(expected);
  });

  it('takes the year from the person, the title, the tab, the base date, today, in this order', async () => {
    const due = (title: string, name: string, changes?: Partial<ReadingOptions>) =>
      read({ name, rows: [[title], ...table(header, row({ due: '6.30' })).rows] }, changes).then(
        (preview) => `${first(preview).deadline.date} ${preview.sheets[0]!.facts!.yearFrom}`,
      );
    expect(await due('2021年隐患台账', '2020年', { year: 2019 })).toBe('2019-06-30 option');
    expect(await due('2021年隐患台账', '2020年')).toBe('2021-06-30 title');
    expect(await due('二〇二一年隐患台账', '2020年')).toBe('2021-06-30 title');
    expect(await due('隐患台账', '2020年')).toBe('2020-06-30 sheet');
    expect(await due('隐患台账', '台账', { baseDate: '2018-03-01' })).toBe('2018-06-30 baseDate');
    expect(await due('隐患台账', '台账')).toBe('2022-06-30 today');
  });

  it('rolls a date without a year over the row’s own day only', async () => {
    const rolled = await read(table(header, row({ found: '2021年11月5日', due: '3.31' })));
    expect(first(rolled)).toMatchObject({
      raisedOn: '2021-11-05',
      raisedOnFrom: 'row',
      deadline: { date: '2022-03-31' },
    });
    const kept = await read({
      name: '台账',
      rows: [['2021年隐患台账'], ['反馈时间：2021年11月5日'], ...table(header, row({ due: '3.31' })).rows],
    });
    expect(first(kept).deadline.date).toBe('2021-03-31');
  });

  it('counts terms from the row’s own day, else from the base date', async () => {
    const own = await read(table(header, row({ found: '2021-09-20', due: '15个工作日内' })));
    expect(first(own).deadline).toMatchObject({ kind: 'relative', date: '2021-10-15' });
    const based = await read(table(header, row({ due: '7日内' })), { baseDate: '2022-03-01' });
    expect(first(based)).toMatchObject({ raisedOn: '2022-03-01', deadline: { kind: 'relative', date: '2022-03-08' } });
    const none = await read(table(header, row({ due: '7日内' })));
    expect(codes(first(none))).toContain('E2 baseDateMissing');
  });

  it('asks when a day can be read two ways', async () => {
    const preview = await read(table(header, row({ due: { number: 9.3, format: 'General' } })));
    expect(first(preview)).toMatchObject({ decision: 'attention', deadline: { kind: 'unresolved', date: null } });
    expect(first(preview).issues[0]).toMatchObject({ cell: 'E2', code: 'deadlineAmbiguous', raw: '9.3' });
  });

  it('closes on 销号时间, else on the day of completion or review, else as of the filling, else today', async () => {
    const closing = async (cells: Parameters<typeof row>[0], foot?: string) => {
      const sheet = table(header, row({ found: '2021-01-01', ...cells }));
      const rows = foot ? [...sheet.rows, [foot]] : sheet.rows;
      const ticket = first(await read({ ...sheet, rows }));
      return [ticket.status, ticket.closedOn, ticket.closedOnFrom, codes(ticket).includes('G2 closedOnAssumed')];
    };
    expect(await closing({ state: '整改中', struck: '2021-03-05' })).toEqual(['closed', '2021-03-05', 'row', false]);
    expect(await closing({ state: '已销号', done: '2021-03-01', reviewed: '2021-03-03' })).toEqual([
      'closed',
      '2021-03-01',
      'row',
      false,
    ]);
    expect(await closing({ state: '复查合格', reviewed: '2021-03-03' })).toEqual([
      'closed',
      '2021-03-03',
      'row',
      false,
    ]);
    expect(await closing({ state: '已销号（2021年4月2日）' })).toEqual(['closed', '2021-04-02', 'row', false]);
    expect(await closing({ state: '已销号' }, '填报日期：2021年7月5日')).toEqual([
      'closed',
      '2021-07-05',
      'filledOn',
      true,
    ]);
    expect(await closing({ state: '已销号' })).toEqual(['closed', today, 'importDay', true]);
    expect(await closing({ state: '整改中', reviewed: '2021-03-03', done: '2021-03-01' })).toEqual([
      'in_progress',
      null,
      null,
      false,
    ]);
  });
});

describe('a hazard sheet', () => {
  it('names the enterprise as site, and as lead unit where nothing else leads', async () => {
    const alone = await read(
      table('序号｜企业名称｜隐患描述｜隐患等级｜整改期限', [1, '云上化工有限公司', '甲', '一般隐患', '2021.7.15']),
    );
    expect(first(alone)).toMatchObject({
      kind: 'hazard',
      site: '云上化工有限公司',
      leadUnit: '云上化工有限公司',
      level: 'general',
    });
    const led = await read(
      table('序号｜企业名称｜隐患描述｜责任单位', [1, '云上公司', '甲', '危化科'], [2, '云上公司', '乙', null]),
    );
    expect(led.tickets.map(({ leadUnit }) => leadUnit)).toEqual(['危化科', null]);
  });
});

describe('a form of one ticket', () => {
  const form: TestSheet = {
    name: '问题1',
    rows: [
      ['2022年整改事项登记表'],
      ['问题名称', '值班制度不落实', '编号', '01'],
      ['牵头单位', '办公室', '配合单位', '应急科'],
      ['责任人', '王磊', '责任领导', '周正'],
      ['整改时限', '6月底前', '完成情况', '已完成'],
      ['整改措施：修订制度'],
      ['经办处室意见', '同意'],
    ],
  };

  it('in two or four columns is one ticket on each sheet, its row that of the title', async () => {
    const twoColumns: TestSheet = {
      name: '问题2',
      rows: [
        ['问题名称', '台账缺失'],
        ['责任单位', '危化科'],
        ['责任人', '张三'],
        ['整改期限', '2022年7月底前'],
      ],
    };
    const preview = await read([form, twoColumns]);
    expect(preview.sheets.map(({ role }) => role)).toEqual(['form', 'form']);
    expect(preview.sheets[0]!.columns).toMatchObject({ B2: 'title', D3: 'supportUnits', A6: 'measures' });
    expect(preview.tickets).toMatchObject([
      {
        sheet: '问题1',
        row: 2,
        rows: [2],
        title: '值班制度不落实',
        leadUnit: '办公室',
        supportUnits: ['应急科'],
        persons: ['王磊'],
        leader: '周正',
        deadline: { date: '2022-06-30' },
        status: 'completed',
        measures: [{ text: '修订制度' }],
      },
      { sheet: '问题2', row: 1, title: '台账缺失', leadUnit: '危化科', deadline: { date: '2022-07-31' } },
    ]);
    expect(whys(preview)).toEqual(['1 title', '7 note']);
  });

  it('names its own source and number, says what came of it, and closes on the day its last opinion was signed', async () => {
    const slip = (...rows: TestCell[][]): TestSheet => ({
      name: '销号单',
      rows: [
        ['巡察反馈问题整改销号单'],
        ['问题来源', '区委第二轮巡察', '问题编号', '巡2-3'],
        ['具体问题', '值班制度不落实'],
        ['责任单位', '办公室', '整改时限', '2022年6月底'],
        ['整改进展', '正在推进', '整改完成情况', '已整改到位'],
        ...rows,
      ],
    });
    const opinions = [
      ['验收意见', '经现场核查，验收合格。 验收人：李明 2022 年 6 月 12 日'],
      ['销号意见', '同意销号'],
      [null, '负责人（签字）：周正', null, '2022年6月15日'],
    ];
    const ticket = first(await read(slip(...opinions)));
    expect(ticket).toMatchObject({
      source: '区委第二轮巡察',
      theirNo: '巡2-3',
      status: 'closed',
      closedOn: '2022-06-15',
      closedOnFrom: 'row',
      progress: '正在推进',
      details: { 整改完成情况: '已整改到位', 验收人: '李明' },
    });
    expect(first(await read(slip(['验收意见', '验收人：      年   月   日'])))).toMatchObject({ status: 'completed' });
    expect(first(await read(slip(['验收意见', '同意销号']), { source: '专项检查' }))).toMatchObject({
      source: '专项检查',
      details: { 问题来源: '区委第二轮巡察' },
    });
  });

  it.each([
    [['编号', '05'], '05', {}],
    [['台账编号', '2022-05', '编号', '05'], '2022-05', { 编号: '05' }],
    [['隐患编号', 'YH-6', '台账编号', '2022-05'], 'YH-6', { 台账编号: '2022-05' }],
  ] as const)('with %j is known to them by %s', async (numbers, theirNo, details) => {
    const rows = [['问题名称', '甲'], ['责任单位', '办公室'], ['责任人', '王磊'], [...numbers]];
    expect(first(await read({ name: '单', rows }))).toMatchObject({ theirNo, no: null, seq: null, details });
  });

  it('names the cell of a value that cannot be read', async () => {
    const unclear: TestSheet = {
      ...form,
      rows: form.rows.map((row) => row.map((cell) => (cell === '6月底前' ? '视情况' : cell))),
    };
    expect(codes(first(await read(unclear)))).toContain('B5 deadlineUnclear');
  });
});

it('one column for units and persons fills both', async () => {
  const { tickets } = await read(
    table(
      '序号｜具体问题｜责任单位及责任人｜整改时限',
      ['1', '甲', '应急科 张三', '2022年6月底'],
      ['2', '乙', '法规科（李四）', '2022年7月底'],
    ),
  );
  expect(tickets.map(({ leadUnit, persons }) => [leadUnit, ...persons])).toEqual([
    ['应急科', '张三'],
    ['法规科', '李四'],
  ]);
});
