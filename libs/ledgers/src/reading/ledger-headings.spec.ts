import { readingOptions, writtenLedger } from '../../../../test/support/written-ledgers.js';
import { matchHeading } from './headings/heading.js';
import { readLedger } from './ledger-reader.js';

const read = async (rows: readonly string[], merges: readonly string[] = []) => {
  const preview = await readLedger(await writtenLedger(rows, merges), '台账.xlsx', readingOptions({ year: 2022 }));
  return { ...preview, findings: preview.sheets[0]!.findings ?? [] };
};
const refusal = (rows: readonly string[]) =>
  read(rows).then(
    () => null,
    (error: Error) => error.message,
  );

describe('a heading means', () => {
  it.each([
    ['信访诉求', 'title'],
    ['自查问题', 'title'],
    ['审计发现问题', 'title'],
    ['本次检查新发现隐患', 'title'],
    ['领导批示督办事项', 'title'],
    ['作风建设方面的差距', 'title'],
    ['问题具体描述', 'title'],
    ['审计机关认定结果', 'struckOff'],
    ['县安委办核查情况', 'struckOff'],
    ['是否销案', 'struckOff'],
    ['牵头站所', 'leadUnit'],
    ['配合站所', 'supportUnits'],
    ['督查时间', 'raisedOn'],
    ['整改部门', 'leadUnit'],
    ['承办', 'leadUnit'],
    ['协办', 'supportUnits'],
    ['整改人', 'persons'],
    ['包案领导', 'leader'],
    ['化解期限', 'deadline'],
    ['拟整改时间', 'deadline'],
    ['延期后时间', 'deadline'],
    ['化解情况', 'progress'],
    ['谁牵头', 'leadUnit'],
    ['谁来办', 'persons'],
    ['怎么改', 'measures'],
    ['啥时改完', 'deadline'],
    ['什么时候办完', 'deadline'],
    ['改得咋样', 'progress'],
    ['谁来牵头', 'leadUnit'],
    ['什么时候要结果', 'deadline'],
    ['办到什么程度了', 'progress'],
    ['定了什么事', 'title'],
    ['整改结论', 'status'],
    ['治理进度', 'progress'],
    ['包保干部', 'persons'],
    ['路长', 'persons'],
    ['信访编号', 'theirNo'],
    ['起止时间', 'deadline'],
    ['任务起止年月', 'deadline'],
    ['实施周期', 'deadline'],
    ['建设年限', 'deadline'],
    ['计划工期', 'deadline'],
    ['实际起止时间', 'completedOn'],
    ['工作时间', undefined],
  ])('%s: %s', (text, meaning) => {
    expect(matchHeading(text)?.meaning).toBe(meaning);
  });

  it.each([
    ['起止时间', '时间进度', 'deadline'],
    ['起', '起止时间', 'details'],
    ['止', '起止时间', 'deadline'],
    ['开始', '实施时间', 'details'],
    ['结束', '实施时间', 'deadline'],
  ])('%s below %s: %s', (text, group, meaning) => {
    expect(matchHeading(text, group)?.meaning).toBe(meaning);
  });

  it.each([
    [
      'title',
      '信访件内容 违章行为 整改项 隐患现状 不符合项描述 违法违规事实 薄弱环节 堵点难点 民生实事项目 需整改事项 来电内容 工单标题 线索内容 目标任务',
    ],
    [
      'leadUnit',
      '整改主体 处置单位 实施主体 领办单位 承接科室 责任党支部 责任处（室） 推进部门 包案单位 责任科（室） 整改责任单位名称',
    ],
    ['supportUnits', '参加单位 联办单位 配合处室 共同责任单位 其他责任单位 由谁配合'],
    ['persons', '牵头人 处置人 联络人 对接人员 具体落实人 责任到人 责任同志 包村干部 责任人姓名、职务、联系电话'],
    ['leader', '领衔领导 包靠领导 牵头班子成员 分管副局长 主管县领导 分管负责人 责任领导姓名'],
    [
      'deadline',
      '计划销号时间 承诺办结时间 限办日期 工单到期时间 任务截止时间 销号节点 整改时限要求 序时要求 计划完成年月 整改截止 整改限期',
    ],
    ['struckOffOn', '销号月份 销案时间 验收销号时间'],
    ['completedOn', '报结时间 答复时间 实际整改到位时间 办结年月 办理完结时间'],
    ['reviewedOn', '复核时间 验收通过时间 复验日期'],
    ['raisedOn', '来电时间 查出时间 提出日期 收件时间 来件时间 何时发现'],
    ['assignedOn', '派单日期 指派时间 转交时间'],
    ['struckOff', '复核结论 销号审核结果 验收销号情况 销号否 销号审批 复查是否通过'],
    [
      'status',
      '隐患状态 工单状态 整改落实状态 整改完成与否 完成否 是否已解决 隐患是否消除 是否闭环管理 是否已反馈 整改完成（是/否） 是/否完成',
    ],
    [
      'progress',
      '形象进度 已开展工作 阶段性成效 整改动态 办理情况说明 责任单位反馈 答复内容 办理过程 跟进情况 整改现状 做了什么 推进到什么程度',
    ],
    ['measures', '治理方案 解决办法'],
    ['level', '风险级别 问题严重程度 一般/重大'],
    ['town', '属地镇街 所属辖区'],
    ['site', '问题企业 隐患单位名称'],
    ['theirNo', '工单号 登记编号 问题编码 流水号'],
    ['seq', '№ 行号 问题序号'],
    ['remark', '备考 附注 备注栏'],
  ])('by its parts, %s: %s', (meaning, headings) => {
    const read = headings.split(' ').map((heading) => `${heading} ${matchHeading(heading)?.meaning}`);
    expect(read).toEqual(headings.split(' ').map((heading) => `${heading} ${meaning}`));
  });

  it.each([
    '销号申请时间',
    '计划开工时间',
    '实际开工时间',
    '计划复查时间',
    '整改前情况',
    '验收负责人',
    '督办联系人',
    '联系人电话',
    '生产状态',
    '督导责任人',
    '批示领导',
    '隐患照片',
    '问题根源',
    '问题位置',
    '责任单位签字',
    '批示内容',
    '领导批示内容',
    '批示意见',
    '统一社会信用代码',
  ])('nothing a ticket is counted by: %s', (text) => {
    expect(matchHeading(text)?.meaning ?? 'details').toBe('details');
  });

  it.each(['注意事项', '需协调解决的问题', '下一步任务', '其他需要说明的事项', '有无隐患', '整改部门意见'])(
    'no problem: %s',
    (text) => {
      expect(matchHeading(text)?.meaning).not.toBe('title');
    },
  );

  it('办结时间 is no deadline, and neither is the day work begins', () => {
    expect(matchHeading('办结时间')?.meaning).toBe('completedOn');
    expect(matchHeading('实际完成时间')?.meaning).toBe('completedOn');
    expect(matchHeading('计划开始时间')?.meaning).not.toBe('deadline');
  });
});

describe('what a heading leaves open its cells tell, and the sheet says so:', () => {
  it('由谁负责 may be answered by units', async () => {
    const header = '序号｜突出的短板｜由谁负责｜何时完成';
    const { tickets, findings } = await read([header, '1｜甲｜危化科｜6月底', '2｜乙｜危化科 王磊｜6月底']);
    expect(tickets.map(({ leadUnit, persons }) => [leadUnit, persons])).toEqual([
      ['危化科', []],
      ['危化科', ['王磊']],
    ]);
    expect(findings.map(({ cell, code }) => `${cell} ${code}`)).toContain('C1 columnByContent');
    expect((await read([header, '1｜甲｜孙丽｜6月底'])).tickets[0]).toMatchObject({
      leadUnit: null,
      persons: ['孙丽'],
    });
  });

  it('已完成, 推进中 and 未启动 may be columns of ticks', async () => {
    const { tickets } = await read([
      '序号｜问题｜责任单位｜整改时限｜已完成｜推进中｜未启动',
      '1｜甲｜乙科｜6月底｜√｜｜',
      '2｜丙｜乙科｜6月底｜｜√｜',
      '3｜丁｜乙科｜6月底｜｜｜√',
    ]);
    expect(tickets.map(({ status }) => status)).toEqual(['completed', 'in_progress', 'not_started']);
  });

  it.each([
    ['整改措施及进展', '已更换灭火器12具', 'progress'],
    ['采取措施', '已清理通道', 'progress'],
    ['整改措施及进展', '更换灭火器', 'measures'],
  ])('%s with %s is %s', async (heading, text, meaning) => {
    const { sheets } = await read([
      `序号｜隐患描述｜${heading}｜责任人｜整改期限`,
      `1｜通道堵塞｜${text}｜孙丽｜6月底`,
    ]);
    expect(sheets[0]!.columns).toMatchObject({ C: meaning });
  });
});

it('分管副局长 beside 责任领导 in a form is who that is, 属地镇街 beside 配合单位 who helps', async () => {
  const { sheets } = await read([
    '登记表｜｜｜',
    '问题名称｜台账不全｜责任领导｜分管副局长',
    '责任单位｜危化科｜配合单位｜属地镇街',
    '整改时限｜2022年6月底｜责任人｜孙丽',
    '整改措施｜补建台账｜｜',
  ]);
  expect(sheets[0]).toMatchObject({ role: 'form', columns: { D2: 'leader', D3: 'supportUnits', D4: 'persons' } });
});

it.each(['工单标题', '标题'])('%s is the problem, 诉求内容 beside it describes it', async (heading) => {
  const { tickets } = await read([
    `工单号｜${heading}｜诉求内容｜承办单位`,
    'G1｜楼道堆物｜市民反映3幢楼道堆物｜危化科',
  ]);
  expect(tickets).toMatchObject([{ title: '楼道堆物', description: '市民反映3幢楼道堆物' }]);
});

describe('two header rows', () => {
  it('完成时间 is what its head makes of it', () => {
    expect(matchHeading('完成时间', '实际')?.meaning).toBe('completedOn');
    expect(matchHeading('完成时间', '计划')?.meaning).toBe('deadline');
  });

  const header = [
    '汛前排查表｜｜｜｜｜｜',
    '序号｜存在问题｜包保责任人｜｜｜资金｜责任单位',
    '｜｜行政责任人｜技术责任人｜巡查责任人｜（万元）｜',
  ];
  const merges = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:E2', 'G2:G3'];

  it('are told by heads merged over both: the second is no ticket', async () => {
    const { tickets, sheets } = await read([...header, '1｜卧管漏水｜高远｜张立｜李树根｜3｜大坪乡'], merges);
    expect(sheets[0]!.headerRows).toEqual([2, 3]);
    expect(tickets.map(({ title, leadUnit }) => [title, leadUnit])).toEqual([['卧管漏水', '大坪乡']]);
  });

  it('may have a head of one column over one of the second row', async () => {
    const rows = [
      '序号｜具体问题｜建议书｜责任落实｜｜整改期限',
      '｜｜文号｜责任单位｜责任人｜',
      '1｜台账不全｜〔2022〕3号｜乙科｜孙丽｜6月底',
    ];
    const { tickets } = await read(rows, ['A1:A2', 'B1:B2', 'D1:E1', 'F1:F2']);
    expect(tickets.map(({ title, leadUnit, persons }) => [title, leadUnit, persons])).toEqual([
      ['台账不全', '乙科', ['孙丽']],
    ]);
  });

  it('may part the persons, who are all persons', async () => {
    const { tickets } = await read([...header, '1｜卧管漏水｜高远｜张立｜李树根｜3｜大坪乡'], merges);
    expect(tickets[0]!.persons).toEqual(['高远', '张立', '李树根']);
  });

  it('may hold nothing but the parts of one head', async () => {
    const { tickets } = await read(
      [
        '序号｜具体任务｜季度节点｜｜牵头单位｜完成时限',
        '｜｜上半年｜下半年｜｜',
        '1｜修编预案｜起草｜印发｜防汛科｜6月底',
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'],
    );
    expect(tickets.map(({ title }) => title)).toEqual(['修编预案']);
    expect(tickets[0]!.details).toMatchObject({ '季度节点-上半年': '起草', '季度节点-下半年': '印发' });
  });
});

it('three header rows are told by heads merged over all of them; the outer head says what the months mean', async () => {
  const rows = [
    '序号｜工作任务｜｜牵头单位｜完成时限｜进展情况｜｜｜备注',
    '｜重点工作｜具体任务｜｜｜第二季度｜｜7月｜',
    '｜｜｜｜｜5月｜6月｜（截至10日）｜',
    '1｜一、强化监管｜专项治理｜危化科｜2022年9月底｜已动员｜已排查12家｜已整改9处｜',
    '2｜｜粉尘整治｜工贸科｜2022年10月底｜已摸底｜已整改3家｜已整改5家｜',
  ];
  const tall = ['A', 'D', 'E', 'I'].map((column) => `${column}1:${column}3`);
  const merges = [...tall, 'B1:C1', 'B2:B3', 'C2:C3', 'F1:H1', 'F2:G2', 'B4:B5'];
  const { tickets, sheets } = await read(rows, merges);
  expect(sheets[0]!.headerRows).toEqual([1, 2, 3]);
  expect(tickets.map(({ title, progress }) => `${title} ${progress}`)).toEqual([
    '专项治理 已整改9处',
    '粉尘整治 已整改5家',
  ]);
});

describe('a table without a column of problems', () => {
  const row = '1｜配电间｜电缆桥架防火封堵脱落｜后勤科｜2月28日';

  it('is read by its longest texts where it says who acts and by when, and says so', async () => {
    const { tickets, findings } = await read(['序号｜楼栋｜查到什么｜责任科室｜整改时限', row]);
    expect(tickets.map(({ title, leadUnit }) => [title, leadUnit])).toEqual([['电缆桥架防火封堵脱落', '后勤科']]);
    expect(findings.map(({ cell, code }) => `${cell} ${code}`)).toContain('C1 titleStandsIn');
  });

  it.each([
    ['序号｜类别｜整改措施｜责任单位｜完成时限', '党建｜补开组织生活会｜办公室｜6月底', 'C', '党建'],
    ['序号｜工作要求｜责任人｜完成情况', '每月检查一次并建立记录｜钱进｜已完成', 'B', null],
    ['序号｜主题｜牵头领导｜落实情况｜时间要求', '开展燃气安全研究｜钱进｜已召开会议｜6月底', 'B', null],
    ['序号｜年度目标｜牵头单位｜时间节点｜进展', '事故死亡率下降百分之五｜危化科｜年底｜正常推进', 'B', null],
    ['序号｜防控措施｜责任人｜时限', '建立采购联签制度｜钱进｜年底', 'B', null],
    ['项目｜责任单位｜完成时限｜进展', '防汛物资库建设｜危化科｜年底｜正在施工', 'A', null],
    [
      '序号｜依据文件｜整改举措｜责任单位｜时限',
      '《区安委会办公室关于印发清单的通知》｜补齐记录｜办公室｜年底',
      'C',
      null,
    ],
  ])('is read by what tells most of each row, and says so: %s', async (heads, cells, letters, item) => {
    const hasSeq = heads.startsWith('序号');
    const { tickets, findings } = await read([
      heads,
      ...[1, 2, 3].map((no) => (hasSeq ? `${no}｜${cells}` : cells + no)),
    ]);
    expect(findings.map(({ cell, code }) => `${cell} ${code}`)).toContain(`${letters}1 titleStandsIn`);
    expect(tickets[0]).toMatchObject({ title: cells.split('｜')[letters.charCodeAt(0) - 65 - (hasSeq ? 1 : 0)], item });
  });

  it('is read where a person wants it, whatever it looks like', async () => {
    const { sheets } = await readLedger(
      await writtenLedger(['序号｜姓名｜职务｜联系电话｜备注', '1｜钱进｜负责重点企业检查｜1390001｜']),
      '台账.xlsx',
      readingOptions({ sheets: { 台账: { headerRows: [1] } } }),
    );
    expect([sheets[0]!.role, sheets[0]!.columns['C']]).toEqual(['ledger', 'title']);
    expect(sheets[0]!.findings!.map(({ code }) => code)).toContain('titleStandsIn');
  });

  it('is none where it lists people', async () => {
    expect(
      await refusal(['序号｜科室｜责任人｜岗位职责说明', '1｜办公室｜王磊｜负责文电会务和机要保密工作']),
    ).toContain('表头');
  });
});

describe('rows above the header', () => {
  it('of another table are read by their own header, whatever its words', async () => {
    const { tickets } = await read([
      '序号｜企业｜重大隐患内容｜督办单位｜整改责任人｜整改期限｜是否整改',
      '1｜甲厂｜未设连锁｜应急局｜贺斌｜6月1日｜否',
      '序号｜检查日期｜受检单位｜问题描述｜整改措施｜完成时限｜责任科室',
      '1｜5.3｜乙站｜报警器损坏｜更换｜5.8｜危化科',
    ]);
    expect(tickets.map(({ row, title }) => `${row} ${title}`)).toEqual(['2 未设连锁', '4 报警器损坏']);
  });

  it('that are filled like a table and were not read are told', async () => {
    const rows = [
      '甲｜乙｜丙｜丁',
      '壹｜贰｜叁｜肆',
      '序号｜问题描述｜完成时限｜责任科室',
      '1｜报警器损坏｜5.8｜危化科',
    ];
    const { tickets, findings } = await read(rows);
    expect(tickets).toHaveLength(1);
    expect(findings.find(({ code }) => code === 'rowsUnread')?.message).toContain('第 1–2 行');
  });

  it('that hold a title and who filled it in are no table', async () => {
    const rows = [
      '问题台账',
      '填报单位：｜办公室｜填报时间：｜5月1日',
      '序号｜问题描述｜完成时限｜责任科室｜责任人｜整改措施｜备注｜等级｜进展',
      '1｜甲｜5.8｜乙',
    ];
    expect((await read(rows)).findings.map(({ code }) => code)).not.toContain('rowsUnread');
  });
});

it('a workbook that is refused shows the first rows that say something, also of a table that counts', async () => {
  expect(await refusal(['', '统计表', '单位｜已整改｜未整改｜合计', '办公室｜1｜2｜3'])).toContain('单位｜已整改');
});

it.each(['类别｜任务数｜完成数｜完成率', '隐患类别｜隐患数｜已整改｜整改率', '项目｜数量｜完成数｜占比'])(
  'a table that counts is no form, though labels have values beside them: %s',
  async (header) => {
    const counts = ['汇总统计', header, '改革任务｜5项｜2｜40%', '反馈问题｜6｜2｜33%', '合计｜11｜4｜36%'];
    expect(await refusal(counts)).toContain(header);
  },
);

describe('a deadline that was put off', () => {
  const header = '序号｜督办事项｜牵头单位｜原定时限｜调整后时限｜调整理由';

  it.each([
    ['2022年9月30日', '2022年12月20日', '2022-12-20', '2022-09-30', true],
    ['2022年7月15日', '2022年7月10日', '2022-07-10', '2022-07-15', false],
    ['2022年9月30日', '/', '2022-09-30', null, false],
    ['2022年9月30日', '', '2022-09-30', null, false],
    ['2022年8月31日', '顺延一个月', '2022-09-30', '2022-08-31', true],
  ])('%s and %s: due on %s, at first on %s', async (first, then, date, originalDate, extended) => {
    const { tickets } = await read([header, `1｜匝道建设｜住建局｜${first}｜${then}｜`]);
    expect(tickets[0]!.deadline).toMatchObject({ date, originalDate, extended });
  });

  it('to a day nobody can read is told and changes nothing', async () => {
    const { tickets } = await read([header, '1｜匝道建设｜住建局｜2022年9月30日｜另行通知｜']);
    expect(tickets[0]!.deadline.date).toBe('2022-09-30');
    expect(tickets[0]!.issues.map(({ cell }) => cell)).toContain('E2');
  });
});

describe('办结', () => {
  it.each([
    ['是', '2022年4月5日', 'closed', '2022-04-05'],
    ['是', '', 'completed', null],
    ['否', '', 'not_started', null],
  ])('%s with 办结时间 “%s” is %s', async (done, day, status, closedOn) => {
    const { tickets } = await read([
      '序号｜督办事项｜牵头单位｜办结｜办结时间',
      `1｜匝道建设｜住建局｜${done}｜${day}`,
    ]);
    expect(tickets[0]).toMatchObject({ status, closedOn });
  });
});

describe('进度 beside 工作进展', () => {
  it.each([
    ['已印发', '100%', 'completed', 100],
    ['已上线试运行', '70%', 'in_progress', 70],
    ['未启动', '0', 'not_started', 0],
    ['5月7日举行', '已完成', 'completed', null],
    ['培训120人次', '', 'in_progress', null],
  ])('%s, %s: %s', async (progress, degree, status, progressPercent) => {
    const { tickets } = await read(['序号｜具体任务｜牵头单位｜工作进展｜进度', `1｜甲｜乙科｜${progress}｜${degree}`]);
    expect(tickets[0]).toMatchObject({ status, progressPercent, progress });
  });

  it('a percentage is kept where another column decides', async () => {
    const { tickets } = await read(['序号｜督办事项｜牵头单位｜进展｜办结', '1｜甲｜乙科｜97%｜未办结']);
    expect(tickets[0]).toMatchObject({ status: 'in_progress', progressPercent: 97 });
  });
});

it('人员 below 复查 puts nothing right: 责任人 is who does', async () => {
  const { tickets } = await read(
    ['序号｜隐患描述｜企业责任人｜复查｜', '｜｜｜日期｜人员', '1｜通道堵塞｜孙丽｜2022年5月6日｜李强'],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'],
  );
  expect(tickets.map(({ persons }) => persons)).toEqual([['孙丽']]);
});

it('columns to be ticked are no statistics, however weakly the problem is named', async () => {
  const { tickets } = await read(
    [
      '序号｜督查发现的主要问题｜责任科室｜落实情况（打√）｜｜',
      '｜｜｜已完成｜推进中｜未启动',
      '1｜台账不全｜乙科｜｜√｜',
    ],
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'],
  );
  expect(tickets.map(({ title, status }) => [title, status])).toEqual([['台账不全', 'in_progress']]);
});

it('a form whose level is 重大隐患 is a form', async () => {
  const { tickets, sheets } = await read([
    '督办单｜｜｜',
    '编号｜督〔2022〕2号｜签发日期｜2022年3月2日',
    '督办事项｜采石场边坡角超限｜承办单位｜自然资源分局',
    '隐患级别｜重大隐患｜完成时限｜60日内',
    '整改要求｜停产整改｜｜',
    '办理情况｜方案编制完成｜｜',
  ]);
  expect(sheets[0]!.role).toBe('form');
  expect(tickets.map(({ title, level }) => [title, level])).toEqual([['采石场边坡角超限', 'major']]);
});

it('合 and 计 in a cell each are a line of totals', async () => {
  const { tickets, ignored } = await read([
    '序号｜问题｜牵头单位｜整改时限',
    '1｜甲｜乙科｜2026年9月30日',
    '合｜计｜10个｜',
  ]);
  expect(tickets.map(({ title }) => title)).toEqual(['甲']);
  expect(ignored.map(({ why }) => why)).toContain('total');
});

it('the home of whoever petitioned is blotted out like the name', async () => {
  const { tickets } = await read([
    '序号｜信访人｜家庭住址｜信访事项｜责任单位｜办理时限',
    '1｜某某｜清河路1号｜噪声扰民｜乙科｜2026年9月30日',
  ]);
  expect(JSON.stringify(tickets)).not.toContain('清河路');
});

describe('五落实', () => {
  const inOneRow = (heads: string, row: string) =>
    read([
      '重大隐患台账',
      `序号｜隐患描述｜责任单位｜${heads}｜完成时限`,
      `1｜防火堤破损｜危化科｜${row}｜2022年12月底`,
    ]);

  it.each([
    ['责任落实｜措施落实｜资金落实｜时限落实｜预案落实', '√｜已落实｜否｜×｜已制定：现场处置方案'],
    ['责任是否落实｜措施是否落实｜资金是否落实｜时限是否落实｜预案是否落实', '是｜是｜未落实｜否｜有'],
    [
      '责任到位情况｜措施落实情况｜经费落实情况｜期限落实情况｜应急预案落实情况',
      '已到位｜已落实｜尚未落实｜未落实｜已编制',
    ],
    ['落实责任｜落实措施｜落实资金｜落实时限｜落实预案', '是｜是｜否｜否｜是'],
    ['五落实（责任）｜五落实（措施）｜五落实（资金）｜五落实（时限）｜五落实（预案）', '是｜是｜无｜否｜是'],
  ])('is read from a column for each: %s', async (heads, row) => {
    const { sheets, tickets } = await inOneRow(heads, row);
    expect(Object.values(sheets[0]!.columns).slice(3, 8)).toEqual(Array.from({ length: 5 }, () => 'details'));
    expect(tickets[0]).toMatchObject({
      status: 'unknown',
      measures: [],
      assured: { assuredDuty: true, assuredMeasure: true, assuredFunds: false, assuredTime: false, assuredPlan: true },
      issues: [],
    });
    expect(sheets[0]!.fates).toMatchObject({ D: { field: 1 }, H: { field: 1 } });
  });

  it.each(['五落实', '整改五落实情况', '隐患整改“五落实”情况', '五到位'])('heads its columns: %s', async (head) => {
    const { sheets, tickets } = await read(
      [
        '重大隐患台账',
        `序号｜隐患描述｜${head}｜｜｜完成时限`,
        '｜｜责任｜整改措施｜资金｜',
        '1｜防火堤破损｜是｜是｜否｜2022年12月底',
      ],
      ['C2:E2', 'A2:A3', 'B2:B3', 'F2:F3'],
    );
    expect(sheets[0]!.columns).toMatchObject({ C: 'details', D: 'details', E: 'details' });
    expect(tickets[0]!.assured).toEqual({ assuredDuty: true, assuredMeasure: true, assuredFunds: false });
  });

  it('is told where a cell does not say it plainly, and stays a text', async () => {
    const { tickets } = await inOneRow('责任落实｜措施落实｜资金落实', '部分落实｜是｜12万元');
    expect(tickets[0]!.assured).toEqual({ assuredMeasure: true });
    expect(tickets[0]!.details).toMatchObject({ 责任落实: '部分落实', 资金落实: '12万元' });
    expect(tickets[0]!.issues.map(({ cell, code }) => [cell, code])).toEqual([
      ['D3', 'assuranceUnclear'],
      ['F3', 'assuranceUnclear'],
    ]);
  });

  it.each([
    ['均已落实', { assuredDuty: true, assuredPlan: true }, []],
    ['责任、措施已落实，资金未落实', { assuredDuty: true, assuredMeasure: true, assuredFunds: false }, []],
    ['未落实', {}, ['assuranceUnclear']],
  ])('in one column is neither progress nor measures: %s', async (text, assured, codes) => {
    const { sheets, tickets } = await inOneRow('整改五落实情况', text);
    expect(sheets[0]!.columns['D']).toBe('details');
    expect(tickets[0]!.status).toBe('unknown');
    expect(tickets[0]!.assured ?? {}).toMatchObject(assured);
    expect(tickets[0]!.issues.map(({ code }) => code)).toEqual(codes);
  });

  it('over persons, measures and days themselves names them', async () => {
    const { sheets, tickets, findings } = await read(
      [
        '重大隐患台账',
        '序号｜隐患描述｜责任单位｜五落实｜｜｜｜',
        '｜｜｜责任人｜措施｜资金｜时限｜预案',
        '1｜防火堤破损｜危化科｜钱进｜修复防火堤｜12万元｜2022年12月底｜已制定',
      ],
      ['D2:H2', 'A2:A3', 'B2:B3', 'C2:C3'],
    );
    expect(sheets[0]!.columns).toMatchObject({
      D: 'persons',
      E: 'measures',
      F: 'details',
      G: 'deadline',
      H: 'details',
    });
    expect(tickets[0]).toMatchObject({
      persons: ['钱进'],
      deadline: { date: '2022-12-31' },
      assured: { assuredPlan: true },
    });
    expect(findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(
      expect.arrayContaining(['columnByContent D3', 'columnByContent E3', 'columnByContent G3']),
    );
  });

  it('of a general hazard stays a text', async () => {
    const { tickets } = await read([
      '序号｜隐患描述｜隐患等级｜责任单位｜五落实情况｜完成时限',
      '1｜护栏破损｜一般｜危化科｜均已落实｜2022年12月底',
    ]);
    expect(tickets[0]).toMatchObject({ details: { 五落实情况: '均已落实' }, issues: [] });
    expect(tickets[0]!.assured).toBeUndefined();
  });
});

describe('the matter itself', () => {
  it.each(
    (
      '制度措施 机制措施 问题表现 突出表现 主要表现 表现形式 具体情形 风险点 存在风险 安全风险 风险描述 风险内容 廉政风险点 险情描述 病害情况 事项名称 ' +
      '审计发现 检查发现 督查发现 问题线索 群众反映 事由 会议决定 决议内容 制度名称 拟出台制度 应建立制度 整改要点 公开承诺 承诺事项 攻坚任务 ' +
      '堵点 难点 痛点难点 不符合事实 不符合项描述 违法行为 危险源 扣分原因 考核扣分项 提案内容 工作要点 民生实事 重点事项 待办事项 薄弱环节'
    ).split(' '),
  )('is told by %s where no column tells it plainer, and stays beside one that does', async (heading) => {
    const cells = '采购环节缺乏监督｜办公室｜6月底';
    const alone = await read([`序号｜${heading}｜责任单位｜完成时限`, `1｜${cells}`]);
    expect(alone.tickets[0]!.title).toBe('采购环节缺乏监督');
    const beside = await read([`序号｜具体问题｜${heading}｜责任单位｜完成时限`, `1｜采购无合同｜${cells}`]);
    expect(beside.tickets[0]!.title).toBe('采购无合同');
    expect(beside.sheets[0]!.columns['C']).toMatch(/^(details|description|item|measures)$/);
  });
});
