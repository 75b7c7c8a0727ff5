import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell, type TestSheet } from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';
import type { Preview } from './preview.js';
import type { ReadingOptions } from './reading-options.js';

const read = async (sheet: Pick<TestSheet, 'rows' | 'merges'>, changes: Partial<ReadingOptions> = {}) =>
  readLedger(await buildWorkbook([{ name: '台账', ...sheet }]), '台账.xlsx', {
    kind: 'auto',
    year: 2022,
    baseDate: null,
    source: null,
    today: '2022-05-10',
    calendar: officialCalendar,
    ...changes,
  });
const row = (cells: string): TestCell[] => cells.split('｜').map((cell) => (cell === '' ? null : cell));
const table = (...rows: string[]) => ({ rows: rows.map(row) });
const titles = ({ tickets }: Preview) => tickets.map((ticket) => `${ticket.row} ${ticket.title}`);
const whys = ({ ignored }: Preview) => ignored.map((line) => `${line.row} ${line.why}`);
const meanings = ({ sheets }: Preview) => Object.values(sheets[0]!.columns).join(' ');

const header = '序号｜具体问题｜整改措施｜责任单位｜责任人｜整改时限｜完成情况';

describe('rows people put around the tickets', () => {
  it('that say how to fill the columns, count them or show an example are notes', async () => {
    const preview = await read(
      table(
        header,
        '（顺序号）｜（对照反馈原文）｜（具体举措）｜（牵头在前）｜（姓名）｜（精确到月）',
        '1｜2｜3｜4｜5｜6｜7',
        '示例｜××制度不健全｜修订制度｜××科｜张××｜2022年6月｜已完成',
        '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成',
      ),
    );
    expect(titles(preview)).toEqual(['5 台账不全']);
    expect(whys(preview)).toEqual(['1 header', '2 note', '3 note', '4 note']);
  });

  it('that tell of nothing, number a page or sum up in a sentence are no tickets and go on with none', async () => {
    const preview = await read(
      table(
        header,
        '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成',
        '2｜无｜无｜无｜无｜/｜无',
        '第1页 共2页',
        '统计：共1项',
      ),
    );
    expect(preview.tickets.map(({ rows }) => rows)).toEqual([[2]]);
    expect(whys(preview)).toEqual(['1 header', '3 blank', '4 note', '5 total']);
  });

  it('that count the tickets behind 合计, or below them in a sentence, are totals however long they go on', async () => {
    const preview = await read({
      rows: [
        ...[header, '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成'].map(row),
        row('合计｜10个问题，已完成5个，完成率50%｜10个问题，已完成5个，完成率50%'),
        row('共5件，其中已办结1件｜｜｜｜｜｜'),
      ],
      merges: ['B3:G3'],
    });
    expect(preview.tickets.map(({ rows }) => rows)).toEqual([[2]]);
    expect(whys(preview)).toEqual(['1 header', '3 total', '4 total']);
  });

  it.each([
    ['total', '以上合计2项', '完成率｜｜｜｜｜｜50%', '综合科小计｜1'],
    [
      'note',
      '续表',
      '（以下空白）',
      '接上页',
      '第2页/共3页',
      '1.本表由牵头单位填写',
      '此表不够可另附页',
      '*带星号的为重大隐患',
    ],
    ['note', '2｜该项已取消', '2｜与第1项合并', '2｜与序号1重复，删除'],
    ['note', '2｜例：通道堵塞｜清理｜××科｜张三｜6月｜已完成', '2｜××问题｜××措施｜××科｜×××｜××年｜××'],
    [
      'blank',
      '……',
      '2｜未发现问题｜/｜/｜/｜/｜/',
      '2｜经检查未发现隐患｜｜办公室｜孙丽',
      '2｜本月无新增问题',
      '2｜零报告',
    ],
    ['signature', '区应急管理局（盖章）｜｜｜｜｜2022年5月8日'],
  ])('%s: %s, %s …', async (why, ...lines) => {
    for (const line of lines) {
      const around = ['1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成', '3｜标识缺失｜补设｜办公室｜孙丽｜6月｜已完成'];
      const preview = await read(table(header, around[0]!, line, around[1]!));
      expect([line, whys(preview), titles(preview)]).toEqual([
        line,
        ['1 header', `3 ${why}`],
        ['2 台账不全', '4 标识缺失'],
      ]);
    }
  });

  it.each(['合计数与明细不符', '未发现安全管理人员在岗', '无安全警示标志', '示例台账未更新', '备注栏未填写'])(
    '%s is a problem all the same',
    async (problem) => {
      const preview = await read(table(header, `1｜${problem}｜补登｜办公室｜孙丽｜6月｜整改中`));
      expect(titles(preview)).toEqual([`2 ${problem}`]);
    },
  );

  it('that write the title again on the next page are no section', async () => {
    const rows = ['问题整改台账', header, '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成', '问题整改台账（续）'].map(
      row,
    );
    const preview = await read({
      rows: [...rows, row('2｜标识缺失｜补设｜办公室｜孙丽｜6月｜已完成')],
      merges: ['A1:G1', 'A4:G4'],
    });
    expect(whys(preview)).toEqual(['1 title', '2 header', '4 repeatedHeader']);
    expect(preview.tickets.map(({ item }) => item)).toEqual([null, null]);
  });

  it.each(['合计｜13条｜｜重大4条、一般8条', '本批小计｜｜｜11个问题｜其中重大3个', '平均进度｜｜｜｜｜｜61%'])(
    '%s is a line of totals',
    async (line) => {
      const preview = await read(table(header, '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成', line));
      expect(whys(preview)).toEqual(['1 header', '3 total']);
    },
  );

  it('beside one merged problem are tickets of their own where each has a number and a unit of its own', async () => {
    const rows = [
      header,
      '3-1｜账外资金｜清退｜石桥镇｜孙丽｜6月｜已完成',
      '3-2｜｜清退｜柳河镇｜李强｜7月｜整改中',
    ].map(row);
    const preview = await read({ rows: [...rows, row('3-3｜｜建制｜｜｜8月｜整改中')], merges: ['B2:B4', 'D3:D4'] });
    expect(preview.tickets.map(({ rows: own, title, leadUnit }) => [own, title, leadUnit])).toEqual([
      [[2], '账外资金', '石桥镇'],
      [[3, 4], '账外资金', '柳河镇'],
    ]);
  });

  it('that say by labels whom and when the rows below concern hold for each of them, which is told', async () => {
    const rows = [
      '被督导单位：石桥镇｜｜｜交办日期：5月3日｜｜联系人：尹航',
      '序号｜问题｜整改措施｜整改时限｜配合单位｜完成情况',
      '1｜台账不全｜补登｜6月底｜｜整改中',
    ];
    const again = [
      '被督导单位：柳河镇｜｜｜交办日期：5月4日｜｜联系人：白洁',
      '序号｜问题｜整改措施｜整改时限｜配合单位｜完成情况',
      '1｜标识缺失｜补设｜6月底｜｜整改中',
    ];
    const preview = await read({ rows: [...rows, ...again].map(row), merges: ['A1:C1', 'A4:C4'] });
    expect(preview.tickets).toMatchObject([
      { row: 3, title: '台账不全', leadUnit: '石桥镇', assignedOn: '2022-05-03', persons: ['尹航'], item: null },
      { row: 6, title: '标识缺失', leadUnit: '柳河镇', assignedOn: '2022-05-04', persons: ['白洁'], item: null },
    ]);
    const said = preview.sheets[0]!.findings!.find(({ code }) => code === 'labelsTaken')!;
    expect(said.cell).toBe('A1');
    expect(said.message).toContain(
      'A1、A4写在各行之上的话（如“被督导单位：石桥镇”）读入其下 2 行：“被督导单位”作为牵头单位、“交办日期”作为交办日期',
    );
    expect(preview.sheets[0]!.facts!.source).not.toContain('石桥镇');
  });

  it('with labels leave what a row says itself, and end with the section they stand in', async () => {
    const rows = [
      '2022年督查台账',
      '序号｜问题｜责任单位｜整改时限｜完成情况',
      '一、消防｜｜｜｜',
      '责任单位：办公室｜整改时限：6月底｜联系电话：13900000000｜｜',
      '1｜台账不全｜｜｜整改中',
      '2｜标识缺失｜危化科｜7月底｜整改中',
      '二、用电｜｜｜｜',
      '3｜线路老化｜｜8月底｜整改中',
    ];
    const preview = await read({ rows: rows.map(row), merges: ['A3:E3', 'A7:E7'] });
    expect(
      preview.tickets.map(({ leadUnit, supportUnits, deadline, details }) => [
        leadUnit,
        supportUnits,
        deadline.date,
        details['联系电话'],
      ]),
    ).toEqual([
      ['办公室', [], '2022-06-30', '13900000000'],
      ['危化科', [], '2022-07-31', '13900000000'],
      [null, [], '2022-08-31', undefined],
    ]);
  });

  it('with labels and what they say in cells of their own, or several in one cell, are read alike', async () => {
    const head = '序号｜问题｜整改时限｜完成情况';
    const blocks = [
      ['受检单位：｜云上化工｜检查日期：｜5月3日', '1｜台账不全｜6月底｜整改中'],
      ['受检单位：顺达加油站  检查日期：5月4日｜｜｜', '1｜标识缺失｜6月底｜整改中'],
    ];
    const preview = await read({
      rows: ['2022年安全隐患排查台账', head, ...blocks.flat()].map(row),
      merges: ['A5:D5'],
    });
    expect(preview.tickets).toMatchObject([
      { site: '云上化工', raisedOn: '2022-05-03' },
      { site: '顺达加油站', raisedOn: '2022-05-04' },
    ]);
  });

  it('that name one unit in two ways are told to be nearly the same; of two units they are two matters', async () => {
    const told = async (unit: string) => {
      const rows = [
        '1｜消防通道堵塞｜清理｜区消防救援大队｜｜6月｜整改中',
        `2｜消防通道堵塞｜清通｜${unit}｜｜6月｜整改中`,
      ];
      const { tickets } = await read(table(header, ...rows));
      return tickets.flatMap(({ issues }) =>
        issues.filter(({ code }) => code === 'nearDuplicate').map(({ cell }) => cell),
      );
    };
    expect(await told('消防大队')).toEqual(['B2', 'B3']);
    expect(await told('住建局')).toEqual([]);
  });

  it('whose category is blank take the one above, which is told once', async () => {
    const rows = ['序号｜类别｜问题｜责任单位', '1｜财务｜报销不规范｜办公室', '2｜｜执法案卷不全｜执法队'];
    const { tickets, sheets } = await read(table(...rows));
    expect(tickets.map(({ item }) => item)).toEqual(['财务', '财务']);
    const said = sheets[0]!.findings!.filter(({ code }) => code === 'itemFromAbove').map(({ message }) => message);
    expect(said).toEqual([expect.stringContaining('1 行的类别（项）是空白的，沿用上面的（如第 3 行，“财务”）')]);
  });

  it('with measures done on no day are told to take the day of filling in', async () => {
    const rows = [row(header), row('1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成'), row('｜｜建制｜｜｜｜整改中')];
    const { sheets } = await read({ rows, merges: ['A2:A3', 'B2:B3'] });
    expect(sheets[0]!.findings!.map(({ code }) => code)).toContain('measuresUndated');
  });

  it('that a remark calls a copy are told, and left to a person', async () => {
    const rows = [
      '1｜台账不全｜办公室｜6月｜',
      '2｜台账缺漏｜办公室｜6月｜与上条重复',
      '3｜通道堵塞｜办公室｜6月｜防止重复建设',
    ];
    const preview = await read(table('序号｜问题｜责任单位｜整改时限｜备注', ...rows));
    expect(preview.tickets.flatMap(({ issues }) => issues.filter(({ code }) => code === 'saidDouble'))).toMatchObject([
      { cell: 'E3', raw: '与上条重复' },
    ]);
  });

  it('that are to be signed by the heads of the house are signatures', async () => {
    const preview = await read(
      table(
        header,
        '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成',
        '局长：  分管领导：  科室负责人：  填表人：  电话：',
      ),
    );
    expect(whys(preview)).toEqual(['1 header', '3 signature']);
  });

  it('that name a task told in its numbered parts head those parts', async () => {
    const preview = await read(
      table(
        header,
        '1｜强化监管',
        '1-1｜专项治理｜检查｜危化科',
        '1-2｜粉尘整治｜摸排｜工贸科',
        '2｜综合演练｜组织｜办公室',
      ),
    );
    expect(preview.tickets.map(({ title, item }) => `${title} ${item}`)).toEqual([
      '专项治理 1强化监管',
      '粉尘整治 1强化监管',
      '综合演练 1强化监管',
    ]);
  });
});

describe('tables below each other', () => {
  it('are each read by its own header, under the columns of the first', async () => {
    const preview = await read(
      table(
        '一、已完成清单',
        '序号｜具体问题｜整改措施｜责任科室｜完成情况',
        '1｜考勤不严｜严格考勤｜办公室｜已完成',
        '',
        '二、正在整改清单',
        '序号｜具体问题｜责任科室｜责任人｜整改时限｜整改措施｜完成情况',
        '1｜系统孤岛｜信息科｜林峰｜2022年10月底｜统一平台｜正在招标',
      ),
    );
    expect(titles(preview)).toEqual(['3 考勤不严', '7 系统孤岛']);
    expect(preview.sheets[0]!.headerRows).toEqual([2]);
    expect(preview.tickets[1]).toMatchObject({
      leadUnit: '信息科',
      persons: ['林峰'],
      deadline: { date: '2022-10-31' },
      measures: [{ text: '统一平台' }],
      status: 'in_progress',
    });
    expect(whys(preview)).toEqual(['1 title', '2 header', '4 blank', '5 sectionHeading', '6 header']);
  });

  it('are told of each in its own cells; what one of them lacks is said of it', async () => {
    const preview = await read(
      table(
        '序号｜具体问题｜责任科室｜责任人｜整改时限｜完成情况',
        '1｜考勤不严｜办公室｜孙丽｜2022年6月底｜已完成',
        '',
        '序号｜具体问题｜责任科室｜完成情况｜实际完成时间',
        '1｜系统孤岛｜｜已完成｜',
        '2｜档案不全｜办公室｜已完成｜不详',
      ),
    );
    const told = preview.tickets.map(({ issues }) => issues.map(({ cell, code }) => `${cell} ${code}`));
    expect(told).toEqual([[], ['C5 leadUnitMissing'], ['E6 dateUnreadable']]);
    const ofSheet = preview.sheets[0]!.findings!.map(({ message }) => message);
    expect(ofSheet).toContain('第 4 行以下的表中没有时限一列，2 行都没有时限，入库后由归口办公室确定');
  });

  it('that count are no tickets, whatever stands in their rows', async () => {
    const preview = await read(
      table(
        header,
        '1｜台账不全｜补登｜办公室｜孙丽｜6月｜已完成',
        '责任单位｜问题数｜已销号｜未销号',
        '办公室｜1｜1｜0',
        '财务科｜0｜0｜0',
      ),
    );
    expect(titles(preview)).toEqual(['2 台账不全']);
    expect(whys(preview)).toEqual(['1 header', '3 header', '4 total', '5 total']);
  });
});

describe('cells', () => {
  it('that number several measures give several, each as it is written', async () => {
    const { tickets } = await read(
      table(
        header,
        '1｜台账不全｜1.修订制度；\n2.开展培训。｜办公室',
        '2｜值班脱岗｜①通报②约谈｜办公室',
        '3｜欠账｜清理｜财务科',
      ),
    );
    expect(tickets.map(({ measures }) => measures.map(({ text }) => text))).toEqual([
      ['1.修订制度；', '2.开展培训。'],
      ['①通报', '②约谈'],
      ['清理'],
    ]);
  });

  it('that say 同上 are the cell above, a title is not', async () => {
    const { tickets } = await read(
      table(header, '1｜台账不全｜补登｜办公室｜孙丽｜6月｜', '2｜同上｜同上｜同上｜〃｜同上｜'),
    );
    expect(tickets[1]).toMatchObject({
      title: '同上',
      leadUnit: '办公室',
      persons: ['孙丽'],
      measures: [{ text: '补登' }],
      deadline: { date: '2022-06-30', raw: '6月' },
    });
  });

  it('of the measures of a ticket keep it up where one of them does', async () => {
    const { tickets } = await read({
      rows: table(header, '1｜甲｜措施一｜办公室｜孙丽｜立行立改', '｜｜措施二｜｜｜长期坚持').rows,
      merges: ['A2:A3', 'B2:B3'],
    });
    expect(tickets).toMatchObject([{ rows: [2, 3], deadline: { kind: 'immediate', ongoing: true } }]);
  });

  it('of 隐患类别 tell the level where they hold nothing else', async () => {
    const { tickets } = await read(
      table(
        '序号｜隐患描述｜隐患类别｜责任单位',
        '1｜甲｜重大｜办公室',
        '2｜乙｜一般隐患｜办公室',
        '3｜丙｜电气｜办公室',
      ),
    );
    expect(tickets.map(({ level }) => level)).toEqual(['major', 'general', null]);
  });
});

describe('columns', () => {
  it('headed 编号 name the ticket where they hold names, and count where they hold numbers', async () => {
    const named = await read(table('编号｜督查事项｜承办单位', 'DC-01｜甲｜办公室', 'DC-01｜甲｜法规科'));
    expect(meanings(named)).toBe('theirNo title leadUnit');
    expect(named.tickets.map(({ decision }) => decision)).toEqual(['create', 'duplicate']);
    expect(meanings(await read(table('编号｜督查事项｜承办单位', '1｜甲｜办公室', '2｜乙｜办公室')))).toBe(
      'seq title leadUnit',
    );
  });

  it('of difficulties behind the progress of a task leave the task its title', async () => {
    const preview = await read(
      table(
        '序号｜任务名称｜责任单位｜完成时限｜进展情况｜存在问题｜下步打算',
        '1｜演练｜办公室｜6月｜方案已定｜经费不足｜争取',
      ),
    );
    expect(meanings(preview)).toBe('seq title leadUnit deadline progress details details');
    expect(preview.tickets[0]!.title).toBe('演练');
  });

  it('that ask for two things at once are known by the first', async () => {
    const preview = await read(
      table('序号｜具体问题｜责任单位及责任人｜整改时限及要求｜整改进展及成效', '1｜甲｜各科室负责人｜6月底前｜已完成'),
    );
    expect(meanings(preview)).toBe('seq title leadUnit deadline progress');
    expect(preview.tickets[0]!.persons).toEqual(['各科室负责人']);
  });

  it('name the problem in other words too', async () => {
    const preview = await read(
      table('编号｜问题点｜改进措施｜责任归口｜经办人｜限改时间｜目前情况', '1｜甲｜重抄｜档案室｜杜鹃｜4月8日｜改完'),
    );
    expect(meanings(preview)).toBe('seq title measures leadUnit persons deadline progress');
  });

  it('make a header where many are known, however many are not', async () => {
    const unknown = Array.from({ length: 9 }, (_, at) => `栏目${'甲乙丙丁戊己庚辛壬'[at]}`).join('｜');
    const preview = await read(
      table(`序号｜具体任务｜责任单位｜完成时限｜进展情况｜${unknown}`, `1｜演练｜办公室｜6月｜已完成`),
    );
    expect(titles(preview)).toEqual(['2 演练']);
  });
});

it('a ledger of an environmental inspection is none of a party inspection, whatever both feed back', async () => {
  const { tickets } = await read({
    rows: [
      ['中央生态环境保护督察反馈问题整改清单'],
      ...table('序号｜反馈问题｜责任单位｜整改时限', '1｜甲｜办公室｜6月').rows,
    ],
  });
  expect(tickets[0]!.kind).toBe('env_inspection_issue');
});

it('a ledger that looks like another kind than the one chosen is read as chosen, and that is told', async () => {
  const ledger = {
    rows: [['区委巡察反馈问题整改台账'], ...table('序号｜巡察反馈问题｜责任单位｜整改时限', '1｜甲｜办公室｜6月').rows],
  };
  const chosen = await read(ledger, { kind: 'hazard' });
  expect(chosen.tickets[0]!.kind).toBe('hazard');
  expect(chosen.sheets[0]!.why).toBe('第 2 行为表头，识别出 4 列；按“隐患”读取，看起来更像“巡察反馈问题”');
  expect((await read(ledger, { kind: 'inspection_issue' })).sheets[0]!.why).toBe('第 2 行为表头，识别出 4 列');
});

it('立行立改 says from which day its five working days are reckoned, done or not, of a list of measures too', async () => {
  const without = await read(
    table(
      header,
      '1｜台账不全｜补登｜办公室｜孙丽｜立行立改｜整改中',
      '2｜标识缺失｜补设｜办公室｜孙丽｜立整立改｜已销号',
    ),
  );
  const told = without.tickets.map(({ issues }) => issues.filter(({ code }) => code === 'immediateAssumed'));
  const fromToday = expect.stringContaining('2022-05-17') as string;
  expect(told).toMatchObject([[{ cell: 'F2', message: fromToday }], [{ cell: 'F3', message: fromToday }]]);

  const own = await read(
    table(
      '序号｜存在问题｜整改措施｜责任单位｜发现日期｜整改期限｜整改情况',
      '1｜台账不全｜1.补登；2.培训｜办公室｜2022-04-20｜即知即改｜整改中',
      '2｜标识缺失｜补设｜办公室｜2022-04-21｜立即整改｜已销号',
      '3｜未公示｜公示｜办公室｜2022-04-21｜2022年5月底前｜整改中',
    ),
  );
  const [ofSheet, ...others] = own.sheets[0]!.findings!.filter(({ code }) => code === 'immediateDays');
  expect(ofSheet!.message).toBe(
    '表中 2 行立行立改从本行的交办（发现）日期起 5 个工作日计（如第 2 行从 2022-04-20 起）；另有时限的请写明日期',
  );
  expect(others).toEqual([]);
});

it('立行立改 in a form says in its own cell from which day it is reckoned', async () => {
  const { tickets } = await read({
    rows: [
      ['隐患整改通知单'],
      ['隐患描述', '消防通道堵塞'],
      ['检查日期', '2022-04-20'],
      ['责任单位', '办公室'],
      ['整改期限', '立行立改'],
      ['整改情况', '已完成'],
    ],
  });
  expect(tickets[0]!.issues.filter(({ code }) => code.startsWith('immediate'))).toMatchObject([
    {
      cell: 'B5',
      code: 'immediateDays',
      message: expect.stringMatching(/2022-04-20 起 5 个工作日计，即 2022-04-2[67]/),
    },
  ]);
});

describe('a day alone above the header', () => {
  const rows = table(
    header,
    '1｜台账不全｜补登｜办公室｜孙丽｜15日内｜整改中',
    '2｜标识缺失｜补设｜办公室｜孙丽｜立行立改｜整改中',
  ).rows;
  const under = (line: string, options = {}) => read({ rows: [['整改台账'], [line], ...rows] }, options);

  it.each(['2022年4月28日', '（2022年4月28日）', '区应急局　　2022年4月28日', '二〇二二年四月二十八日'])(
    'is what deadlines count from, and that is told of the sheet: %s',
    async (line) => {
      const { tickets, sheets } = await under(line);
      expect(tickets[0]).toMatchObject({ deadline: { kind: 'relative', date: '2022-05-13' }, raisedOn: '2022-04-28' });
      const told = sheets[0]!.findings!.map(({ message }) => message);
      expect(told).toContain('1 行的时限从表头上方的日期 2022-04-28 起算；不是的请在导入页上方填写起算日');
      expect(told).toContain(
        '表中没有发现（反馈、交办）日期一列，2 行按 2022-04-28 计；不是这一天的，请在导入页上方填写起算日',
      );
    },
  );

  it('that is the day of the feedback is told as what deadlines count from, too', async () => {
    const { sheets } = await under('反馈时间：2022年4月28日');
    expect(sheets[0]!.findings!.map(({ code }) => code)).toContain('countedFromAbove');
  });

  it('is no start where somebody says one, or the day says what it is of', async () => {
    expect((await under('2022年4月28日', { baseDate: '2022-05-01' })).tickets[0]!.deadline.date).toBe('2022-05-16');
    expect((await under('填报日期：2022年4月28日')).tickets[0]!.deadline.date).toBeNull();
    expect((await under('单位：区应急局  2022年4月28日')).tickets[0]!.deadline.date).toBeNull();
  });
});

it('a term of a matter decided in a meeting counts from the day beside the meeting’s name', async () => {
  const { tickets } = await read({
    rows: table(
      '会议｜议定事项｜主办｜时限｜落实情况｜督办意见',
      '第8次局务会（4.6）｜修订值班制度｜办公室｜两周｜起草中｜',
      '第9次局务会｜采购物资｜装备科｜2022年4月30日｜走采购程序｜延至5月10日，同意',
    ).rows,
  });
  expect(tickets[0]!.deadline).toMatchObject({ kind: 'relative', date: '2022-04-20' });
  expect(tickets[0]!.issues.map(({ code }) => code)).toContain('countedFromMeeting');
  expect(tickets[1]!.deadline).toMatchObject({ date: '2022-05-10', originalDate: '2022-04-30' });
  expect(tickets[1]!.issues.map(({ code }) => code)).not.toContain('dateUnreadable');
});

describe('the name of a source', () => {
  const sourceUnder = async (title: string) => {
    const preview = await read({
      rows: [[title], ...table(header, '1｜台账不全｜补登｜办公室｜孙丽｜6月｜整改中').rows],
    });
    return { source: preview.tickets[0]!.source, told: preview.sheets[0]!.findings!.map(({ code }) => code) };
  };

  it.each([
    ['八届区委第二轮巡察第一巡察组反馈问题整改台账', '八届区委第二轮巡察第一巡察组'],
    ['云溪县安全生产“百日攻坚”突出问题整改跟踪表', '云溪县安全生产“百日攻坚”突出问题'],
    ['2022年二季度联席会议纪要落实对照表', '2022年二季度联席会议纪要落实'],
    ['某局党组关于县委第三巡察组反馈意见整改落实情况台账', '县委第三巡察组'],
    ['云岫县重点问题整改销号表', '云岫县重点问题'],
    ['云梧县应急管理局落实县委巡察组反馈意见整改台账', '云梧县应急管理局落实县委巡察组反馈意见'],
    ['某局关于落实省委第三巡视组反馈问题整改情况表', '落实省委第三巡视组反馈问题'],
    ['2026年民生实事和重点工作任务分解表', '2026年民生实事和重点工作'],
  ])('is the title without the words for papers, never half a word: %s', async (title, source) => {
    expect((await sourceUnder(title)).source).toBe(source);
  });

  it('is whole as far as it may go; what is longer ends at a clause, and that is told', async () => {
    const clause = '关于进一步做好汛期地质灾害防治、城市内涝治理和水库安全度汛工作，';
    const whole = clause.repeat(6).slice(0, 200);
    expect(await sourceUnder(whole)).toMatchObject({
      source: whole,
      told: expect.not.arrayContaining(['sourceShortened']),
    });
    const { source, told } = await sourceUnder(clause.repeat(8));
    expect(source).toBe(`${clause.repeat(6).slice(0, -1)}…`);
    expect(told).toContain('sourceShortened');
  });
});

it.each([
  ['反馈时间：2022年4月28日', '2022-04-28'],
  ['印发日期：2022年4月27日', '2022-04-27'],
  ['企业名称：云峰机械  检查日期：2022年4月26日', '2022-04-26'],
])('立行立改 counts from the day above the table: %s', async (line, from) => {
  const rows = table(header, '1｜台账不全｜补登｜办公室｜孙丽｜立行立改｜整改中').rows;
  const { tickets, sheets } = await read({ rows: [['整改台账'], [line], ...rows] });
  expect(tickets[0]).toMatchObject({ raisedOn: from, raisedOnFrom: 'title' });
  expect(tickets[0]!.issues.filter(({ code }) => code.startsWith('immediate'))).toEqual([]);
  const ofSheet = sheets[0]!.findings!.filter(({ code }) => code === 'immediateCounted');
  expect(ofSheet).toMatchObject([{ message: expect.stringContaining(from) }]);
});

describe('a remark that tells when a matter began', () => {
  const headings = '序号｜问题｜责任单位｜整改时限｜完成情况｜备注';
  const begun = async (remark: string) =>
    (await read({ rows: table(headings, `1｜甲问题｜办公室｜两个月内｜正在整改｜${remark}`).rows })).tickets[0]!;

  it('gives the row the day its deadline counts from, and is told', async () => {
    for (const [remark, date] of [
      ['反馈时间为2022年8月10日', '2022-10-10'],
      ['送达日期：2022年7月20日', '2022-09-20'],
      ['交办时间2022年10月9日，请抓紧', '2022-12-09'],
      ['于2022年8月1日前收到通知之日：2022.6.5', '2022-08-05'],
    ] as const) {
      const { deadline, issues } = await begun(remark);
      expect([remark, deadline.date]).toEqual([remark, date]);
      expect(issues.map(({ code }) => code)).toContain('startRemarked');
    }
  });

  it('is none where it tells of something else', async () => {
    for (const remark of ['2022年8月10日已开会', '反馈及时', '检查组要求8月10日前报结果', '通知已于发文']) {
      expect([remark, (await begun(remark)).deadline.date]).toEqual([remark, null]);
    }
  });
});

it('a state that says until when it was put off moves the deadline', async () => {
  const { tickets } = await read({
    rows: table(
      '序号｜督办事项｜承办单位｜办理时限｜办结情况',
      '1｜甲事项｜办公室｜2022年9月底前｜未办结，延期至2022.12.31',
      '2｜乙事项｜办公室｜2022年9月底前｜未办结，已申请延期',
    ).rows,
  });
  expect(tickets[0]!.deadline).toMatchObject({ date: '2022-12-31', originalDate: '2022-09-30', extended: true });
  expect(tickets[1]!.deadline).toMatchObject({ date: '2022-09-30', extended: false });
});

it('who supervises leads, where the brackets of its heading say so or the one responsible is the place itself', async () => {
  const under = async (headings: string) =>
    (await read({ rows: table(headings, '1｜某村｜护栏缺失｜东村村委会｜临河镇｜水利局｜12月31日前｜正在整改').rows }))
      .tickets[0]!;
  for (const headings of [
    '编号｜点位｜隐患内容｜责任主体｜监管单位（牵头单位）｜配合单位｜完成时限｜进展',
    '编号｜点位｜隐患内容｜责任主体｜监管单位｜配合单位｜完成时限｜进展',
  ]) {
    const { leadUnit, supportUnits, details } = await under(headings);
    expect({ leadUnit, supportUnits }).toEqual({ leadUnit: '临河镇', supportUnits: ['水利局'] });
    expect(details).toMatchObject({ 责任主体: '东村村委会' });
  }
});

it('outcomes the progress tells are proposed once of the sheet, those of a column of their own are not', async () => {
  const headings = '序号｜问题｜责任单位｜整改时限｜完成情况';
  const rows = ['1｜甲问题｜办公室｜6月底｜追回1.5万元，约谈3人，正在整改', '2｜乙问题｜办公室｜6月底｜拟追回2万元'];
  const { tickets, sheets } = await read({ rows: table(headings, ...rows).rows });
  expect(tickets.flatMap(({ outcomes }) => outcomes)).toEqual([]);
  expect(sheets[0]!.findings!.filter(({ code }) => code === 'outcomeInText').map(({ message }) => message)).toEqual([
    expect.stringContaining('1 行的进展里写着成果（如第 2 行，收缴违纪款 15000 元、批评教育、约谈 3 人次）'),
  ]);
  const counted = table(`${headings}｜收缴违纪款（元）`, '1｜甲问题｜办公室｜6月底｜追回1.5万元｜15000');
  const { tickets: again, sheets: sheet } = await read({ rows: counted.rows });
  expect(again[0]!.outcomes).toEqual([{ type: 'money_collected', amount: 15_000 }]);
  expect(sheet[0]!.findings!.map(({ code }) => code)).not.toContain('outcomeInText');
});
