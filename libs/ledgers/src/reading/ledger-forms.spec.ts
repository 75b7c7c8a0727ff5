import { readingOptions, writtenLedger } from '../../../../test/support/written-ledgers.js';
import { readLedger } from './ledger-reader.js';

const options = readingOptions({ today: '2026-07-10' });
const read = async (rows: readonly string[], merges?: readonly string[]) => {
  const { tickets, sheets } = await readLedger(await writtenLedger(rows, merges), '台账.xlsx', options);
  return { tickets, findings: (sheets[0]!.findings ?? []).map(({ cell, code }) => `${cell} ${code}`) };
};

describe('a column for each kind of rectification', () => {
  const heads = ['序号｜反馈问题｜整改期限｜｜｜牵头单位', '｜｜立行立改｜限期整改｜长期坚持｜'];
  const merges = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2'];

  it('is ticked, or holds the day', async () => {
    const { tickets } = await read(
      [
        ...heads,
        '1｜甲｜√｜｜｜办公室',
        '2｜乙｜｜2026年9月底前｜｜办公室',
        '3｜丙｜｜2026年9月底前｜√｜办公室',
        '4｜丁｜｜｜√｜办公室',
        '5｜戊｜√｜｜√｜办公室',
        '6｜己｜｜√｜｜办公室',
        '7｜庚｜｜｜｜办公室',
      ],
      merges,
    );
    const deadlines = tickets.map(({ deadline: { kind, date, ongoing } }) => `${kind} ${date} ${ongoing}`);
    expect(deadlines).toEqual([
      'immediate null false',
      'date 2026-09-30 false',
      'date 2026-09-30 true',
      'ongoing null true',
      'immediate null true',
      'unresolved null false',
      'none null false',
    ]);
    const told = tickets.map(({ issues }) => issues.filter(({ code }) => code.startsWith('deadline')).length);
    expect(told).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('a column for each state', () => {
  const heads = ['序号｜发现问题｜责任站所（村）｜整改情况（打√）｜｜', '｜｜｜已整改｜整改中｜未整改'];
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'];

  it('is ticked, or says more of that state', async () => {
    const { tickets } = await read(
      [
        ...heads,
        '1｜甲｜镇应急消防站｜√｜｜',
        '2｜乙｜镇应急消防站｜｜√｜',
        '3｜丙｜镇应急消防站｜｜×｜√',
        '4｜丁｜镇应急消防站｜｜等设备到货｜',
        '5｜戊｜镇应急消防站｜6月20日｜｜',
        '6｜己｜镇应急消防站｜｜｜',
      ],
      merges,
    );
    expect(tickets.map(({ status }) => status)).toEqual([
      'completed',
      'in_progress',
      'not_started',
      'in_progress',
      'completed',
      'unknown',
    ]);
    expect(tickets[0]).toMatchObject({ leadUnit: '镇应急消防站', statusRaw: '已整改' });
    expect(tickets[5]!.issues.map(({ code }) => code)).toContain('statusUnknown');
  });
});

it('columns of months under a head of progress tell how far it is, the last filled one now', async () => {
  const { tickets } = await read(
    [
      '序号｜项目名称｜牵头单位｜月度形象进度｜｜｜亮灯',
      '｜｜｜1月｜2月｜3月｜',
      '1｜甲产业园｜发改局｜场平｜桩基｜主体施工至二层｜绿灯',
      '2｜乙加工厂｜农业局｜安装｜试生产｜已竣工投产｜蓝灯',
      '3｜丙电站｜发改局｜前期｜未开工｜｜红灯',
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
  );
  expect(tickets.map(({ status }) => status)).toEqual(['in_progress', 'completed', 'not_started']);
  expect(tickets[0]).toMatchObject({ progress: '主体施工至二层', details: { '月度形象进度-2月': '桩基' } });
});

describe('a light', () => {
  const row = (light: string, at: number) => `${at}｜第${at}处护栏破损｜实验小学｜6月底前｜${light}`;
  const rows = ['绿灯', '黄灯', '红灯', ''].map((light, at) => row(light, at + 1));
  const statuses = async (...above: string[]) =>
    (await read([...above, '编号｜存在问题｜责任单位｜整改时限｜亮灯', ...rows])).tickets.map(({ status }) => status);

  it('says what the legend of its sheet says, where nothing else tells how far a row is', async () => {
    expect(await statuses('校园隐患整改表', '绿灯：整改到位；黄灯：正在整改；红灯：尚未启动')).toEqual([
      'completed',
      'in_progress',
      'not_started',
      'unknown',
    ]);
  });

  it('says nothing without a legend', async () => {
    expect(new Set(await statuses('校园隐患整改表'))).toEqual(new Set(['unknown']));
  });

  it('is read by the legend in its own heading', async () => {
    const { tickets } = await read([
      '督办编号｜督办事项｜承办单位｜办理时限｜办理状态（绿：完成；黄：推进中；红：未启动）',
      '督1｜摸底｜商务局｜4月15日｜绿',
      '督2｜封堵｜资源局｜上半年｜红',
    ]);
    expect(tickets).toMatchObject([{ status: 'completed', statusRaw: '完成' }, { status: 'not_started' }]);
  });
});

it('是 and 否 are ticked under what they answer', async () => {
  const { tickets } = await read(
    [
      '编号｜被检查单位｜存在问题｜督促单位｜监管人员｜是否整改到位｜',
      '｜｜｜｜｜是｜否',
      'A-01｜华庭小区｜校验超期｜城关市监所｜柯明辉｜√｜',
      'A-02｜洗涤厂｜未按期校验｜城关市监所｜柯明辉｜｜√',
    ],
    ['F1:G1'],
  );
  expect(tickets).toMatchObject([
    { theirNo: 'A-01', leadUnit: '城关市监所', persons: ['柯明辉'], status: 'completed' },
    { status: 'not_started' },
  ]);
});

it('two states ticked at once are told', async () => {
  const { tickets } = await read(
    ['序号｜发现问题｜责任站所｜整改情况｜', '｜｜｜已整改｜整改中', '1｜甲｜消防站｜√｜√'],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
  );
  expect(tickets[0]!.issues.map(({ code }) => code)).toContain('statusColumnsConflict');
});

it('columns of quarters under a head of plans are plans', async () => {
  const { tickets } = await read(
    [
      '序号｜具体任务｜牵头单位｜序时进度｜｜上半年进展情况',
      '｜｜｜二季度｜四季度｜',
      '1｜筛查8000人｜卫健委｜4000人｜8000人｜已筛查4310人',
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:F2'],
  );
  expect(tickets[0]!.progress).toBe('已筛查4310人');
});

it('a proposal is answered, by the heads of its list', async () => {
  const { tickets } = await read([
    '建议编号｜建议名称｜主办单位｜会办单位｜办理时限｜答复情况｜满意度',
    '第003号｜关于路灯改造的建议｜住建局｜供电公司｜6月10日前｜已函复（建函〔2026〕21号）｜满意',
    '第021号｜关于夜班线的建议｜交通局｜公交公司｜6月10日前｜已函复，代表不满意，重新办理中｜不满意',
  ]);
  expect(tickets).toMatchObject([
    { theirNo: '第003号', title: '关于路灯改造的建议', supportUnits: ['供电公司'], status: 'completed' },
    { status: 'in_progress' },
  ]);
});

describe('a day above the header', () => {
  const filledAs = async (line: string) => {
    const rows = ['云岫县整改台账', line, '序号｜问题｜责任单位｜整改情况', '1｜甲｜财政局｜已整改，验收合格'];
    return (await read(rows)).tickets[0]!.closedOn;
  };
  it('may have spaces in it', async () => {
    expect(await filledAs('填报日期：2026 年 ６ 月 28 日')).toBe('2026-06-28');
  });
  it.each(['截至时间：2026年6月28日', '截至2026年6月28日', '截至日期｜2026年6月28日', '截至 2026年6月28日，共1件'])(
    'is that up to which the sheet tells: %s',
    async (line) => {
      expect(await filledAs(line)).toBe('2026-06-28');
    },
  );
  it.each(['整改截至2026年6月28日', '整改期限截至2026年6月28日'])(
    'is none where work is due on it: %s',
    async (line) => {
      expect(await filledAs(line)).toBe('2026-07-10');
    },
  );
  const rows = ['序号｜问题｜责任单位｜整改情况', '1｜甲｜财政局｜已整改，验收合格'];
  it.each([
    '填报：青屏区安委办 2026-06-28',
    '填报单位：青屏区安委办 2026年6月28日',
    '填报：青屏区安委办（2026.6.28）',
    '2026年6月28日更新',
    '（2026年6月28日更新）',
    '2026-06-28 更新',
    '填表：张三 2026年6月28日',
    '填表人：张三 2026年6月28日',
    '制表：张三，2026年6月28日',
    '填报日期：2026年6月28日',
  ])('is that of filling in, as it is in a line at the foot: %s', async (line) => {
    expect(await filledAs(line)).toBe('2026-06-28');
    for (const lines of [
      [line, ...rows],
      ['云岫县整改台账', ...rows, line],
    ]) {
      const { tickets } = await read(lines);
      const told = tickets.map(({ title, filledOn, closedOn }) => [title, filledOn, closedOn]);
      expect(told).toEqual([['甲', '2026-06-28', '2026-06-28']]);
      expect(tickets[0]!.source).not.toMatch(/2026|28/);
    }
  });
  it.each(['2026年6月28日填报要求', '填报：2026年6月28日至7月5日', '整改方案2026年6月28日印发'])(
    'is not told by %s',
    async (line) => {
      expect(await filledAs(line)).toBe('2026-07-10');
    },
  );
  it('is none where only a year is told', async () => {
    expect(await filledAs('填报日期：2026 年')).toBe('2026-07-10');
  });
});

it('what was done without a day is said once to be kept under the day of the import', async () => {
  const heads = '序号｜问题｜责任单位｜完成情况｜整改完成日期';
  const rows = [heads, '1｜甲｜办公室｜已完成｜', '2｜乙｜办公室｜已完成｜2026-06-01', '3｜丙｜办公室｜未启动｜'];
  const { sheets, tickets } = await readLedger(await writtenLedger(rows), '台账.xlsx', options);
  const saidOf = (wanted: string) =>
    sheets[0]!.findings!.filter(({ code }) => code === wanted).map(({ message }) => message);
  expect(saidOf('datedToday')).toEqual([
    '表中没有写填报日期，1 行的进展或完成没有日期，按导入当天记；请在表头上方写明“填报日期”',
  ]);
  expect(saidOf('assignedToday')).toEqual([
    '表中 1 行未启动的没有写交办日期，按导入当天交办；不是这一天的，请写明交办日期',
  ]);
  expect(tickets.flatMap(({ issues }) => issues.map(({ code }) => code))).not.toContain('datedToday');
  const dated = await readLedger(
    await writtenLedger(['填报日期：2026年6月28日', ...rows.slice(0, 2)]),
    '台账.xlsx',
    options,
  );
  expect(dated.sheets[0]!.findings!.map(({ code }) => code)).not.toContain('datedToday');
});

it('what was verified is closed on the day its sentence tells', async () => {
  const { tickets } = await read([
    '2026年整改台账',
    '序号｜问题｜责任单位｜完成情况',
    '1｜甲｜党委办｜规则已于4月23日修订。5月28日，巡察办现场核查，该问题整改验收合格，予以销号。',
  ]);
  expect(tickets[0]).toMatchObject({ status: 'closed', closedOn: '2026-05-28' });
});

describe('dates without a year', () => {
  it.each([
    ['of a paper on last year, fed back this year, are of this year', '审计报告出具日期：2026年4月28日', '2026-06-30'],
    ['of a paper on last year are else of that year', '填报单位：财政局', '2025-06-30'],
  ])('%s', async (_, line, due) => {
    const { tickets } = await read([
      '云岫县2025年度审计查出问题整改清单',
      line,
      '序号｜审计查出问题｜整改责任单位｜整改期限',
      '1｜甲｜财政局｜6月30日',
    ]);
    expect(tickets[0]!.deadline.date).toBe(due);
  });
});

describe('a form of labels with their values beside them', () => {
  const slip = async (changes: Readonly<Record<string, string>> = {}) => {
    const rows = {
      编号: '编号：DD-01　　　　填表日期：2026年6月20日｜｜｜',
      问题名称: '问题名称｜记录不全｜｜',
      责任单位: '责任单位｜工矿科｜配合单位｜',
      责任人: '责任人｜孙伟｜责任领导｜李红',
      整改措施: '整改措施｜补全记录，约谈企业负责人。｜｜',
      整改状态: '整改状态｜整改中｜整改期限｜9月底前',
      填表人: '填表人：马丽　　　　科室负责人（签字）：｜｜｜',
      ...changes,
    };
    const merges = ['B2:D2', 'B5:D5', 'A1:D1', 'A7:D7'];
    return read(Object.values(rows), merges);
  };

  it('takes a value that ends like a label for what it is', async () => {
    const { tickets } = await slip();
    expect(tickets[0]!.measures.map(({ text }) => text)).toEqual(['补全记录，约谈企业负责人。']);
    const { tickets: bare } = await slip({ 整改措施: '整改措施｜约谈企业负责人｜｜' });
    expect(bare[0]!.measures.map(({ text }) => text)).toEqual(['约谈企业负责人']);
  });

  it.each([
    ['编号：DD-01　　　　填表日期：2026年6月20日｜｜｜'],
    ['编号：DD-01        填表日期：2026年6月20日｜｜｜'],
    ['填表日期：2026年6月20日　编号：DD-01｜｜｜'],
  ])('gives each label of one cell its own value: %s', async (line) => {
    const { tickets } = await slip({ 编号: line });
    expect(tickets[0]).toMatchObject({
      theirNo: 'DD-01',
      filledOn: '2026-06-20',
      deadline: { date: '2026-09-30' },
      details: { 填表人: '马丽' },
    });
  });

  it.each([
    ['未整改', 'assignedToday'],
    ['已整改', 'datedToday'],
  ])('tells what is kept under the day of the import: %s', async (state, code) => {
    const undated = { 编号: '编号：DD-01｜｜｜', 整改状态: `整改状态｜${state}｜整改期限｜9月底前` };
    const { tickets } = await slip(undated);
    expect(tickets[0]!.issues.map((issue) => issue.code)).toContain(code);
  });

  it('tells of a cell that no label speaks for', async () => {
    expect((await slip()).findings).toEqual([]);
    const { findings } = await slip({ 责任单位: '责任单位｜工矿科｜办公室已另行通知｜' });
    expect(findings).toEqual(['C3 formCellsUnread']);
  });
});

it('a bureau or section behind 单位 above the header filled the sheet in, and is no site of its rows', async () => {
  const rows = ['督办事项台账', '单位：区应急管理局办公室', '序号｜督办事项｜承办单位', '1｜修订预案｜防汛科'];
  const { tickets, findings } = await read(rows);
  expect(tickets[0]).toMatchObject({ site: null, details: { 单位: '区应急管理局办公室' } });
  expect(findings.some((said) => said.endsWith('labelsAbove') || said.endsWith('labelsTaken'))).toBe(true);
  const works = await read(rows.map((row) => row.replace('区应急管理局办公室', '宏达化工有限公司')));
  expect(works.tickets[0]!.site).toBe('宏达化工有限公司');
});

describe('a day for each measure', () => {
  const heads = (times: string, under = '举措') => [
    `序号｜具体任务｜推进举措｜｜牵头单位｜完成时限｜进展`,
    `｜｜${under}｜${times}｜｜｜`,
  ];
  const headMerges = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2', 'G1:G2'];
  const days = async (times: string, rows: readonly string[], merges: readonly string[] = []) => {
    const { tickets } = await read([...heads(times), ...rows], [...headMerges, ...merges]);
    const [{ measures, deadline, completedOn }] = tickets as [(typeof tickets)[0]];
    return [...measures.map((measure) => measure.deadline), deadline.date, completedOn];
  };

  it.each(['举措完成时间', '举措完成时限', '措施完成时间', '预计完成时间', '完成时间'])('%s', async (times) => {
    const merges = ['A3:A4', 'B3:B4', 'E3:E4', 'F3:F4', 'G3:G4'];
    const rows = ['1｜专项整治｜制定方案｜7月底｜危化科｜2026年12月底前｜正在推进', '｜｜现场检查｜11月底｜｜｜'];
    expect(await days(times, rows, merges)).toEqual(['2026-07-31', '2026-11-30', '2026-12-31', null]);
    const inOne = ['1｜专项整治｜1.制定方案¶2.现场检查｜7月底¶11月底｜危化科｜2026年12月底前｜正在推进'];
    expect(await days(times, inOne)).toEqual(['2026-07-31', '2026-11-30', '2026-12-31', null]);
  });
});

describe('choices printed in a cell, to be ticked', () => {
  const form = async (state: string, changes: Readonly<Record<string, string>> = {}) => {
    const rows = {
      编号: '单号｜JT-01｜登记时间｜2026年5月7日',
      问题: '问题描述｜应急照明损坏｜｜',
      责任: '整改责任单位｜第一小学｜协同单位｜消防大队',
      时限: '责任人｜王磊｜整改完成期限｜2026年6月30日',
      进展: '落实情况｜｜｜',
      状态: `整改状态｜${state}｜｜`,
      验收: '验收意见｜｜｜',
      填单: '校长签字｜｜填单日期｜2026年5月9日',
      ...changes,
    };
    const merges = ['B2:D2', 'B5:D5', 'B6:D6', 'B7:D7'];
    const { tickets } = await read(Object.values(rows), merges);
    return tickets[0]!;
  };

  it.each([
    ['☑已完成　□整改中　□未启动', 'completed'],
    ['□已完成　☑整改中　□未启动', 'in_progress'],
    ['□已完成　□整改中　☑未启动', 'not_started'],
    ['（ ）已完成 （√）整改中 （ ）未启动', 'in_progress'],
    ['已完成□ 整改中□ 未启动☑', 'not_started'],
  ])('in a form %s is %s', async (state, status) => {
    expect(await form(state)).toMatchObject({ status, closedOn: null });
  });

  it('where none is ticked nothing is said, and that is told', async () => {
    const { status, issues } = await form('□已完成　□整改中　□未启动');
    expect(status).toBe('unknown');
    expect(issues.map(({ code }) => code)).toContain('choiceOpen');
  });

  it('where two are ticked that contradict each other it is told', async () => {
    const { issues } = await form('☑已完成　□整改中　☑未启动');
    expect(issues.map(({ code }) => code)).toContain('statusWordsConflict');
  });

  it.each([
    { 填单: '填表人：马丽　　2026年5月9日｜｜｜' },
    { 填单: '填表人：            2026年5月9日｜｜｜' },
    { 填单: '校长签字｜｜｜2026年5月9日' },
    { 填单: '校长签字｜｜落款｜2026年5月9日' },
    { 填单: '校长签字｜｜制表日期｜2026年5月9日' },
    { 填单: '校长签字｜｜填单日期｜2026年5月9日' },
  ])('the day a form was filled in, %j, closes nothing that nobody gave an opinion on', async (changes) => {
    const open = await form('□已完成　☑整改中　□未启动', changes);
    expect(open).toMatchObject({ status: 'in_progress', closedOn: null, completedOn: null });
  });

  it('in a table they are states, kinds and verdicts', async () => {
    const { tickets } = await read([
      '序号｜问题｜责任单位｜整改期限｜整改类型｜整改状态｜是否销号',
      '1｜甲｜办公室｜｜□立行立改 □分阶段 ☑长期坚持｜□已完成 ☑整改中｜□是 ■否',
      '2｜乙｜办公室｜6月30日｜☑立行立改 □分阶段 □长期坚持｜☑已完成 □整改中｜■是 □否',
      '3｜丙｜办公室｜6月30日｜□立行立改 □分阶段 □长期坚持｜□已完成 □整改中｜□是 □否',
    ]);
    expect(tickets.map(({ status }) => status)).toEqual(['in_progress', 'closed', 'unknown']);
    expect(tickets.map(({ deadline }) => deadline.ongoing)).toEqual([true, false, false]);
    const open = tickets.map(({ issues }) => issues.filter(({ code }) => code === 'choiceOpen').length);
    expect(open).toEqual([0, 0, 3]);
  });
});
