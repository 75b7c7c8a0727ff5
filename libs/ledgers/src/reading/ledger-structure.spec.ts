import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readingOptions } from '../../../../test/support/written-ledgers.js';
import { readLedger, readSheets } from './ledger-reader.js';
import type { Preview } from './preview.js';
import { rereadRow } from './sheets/read-row.js';
import type { ReadingOptions } from './reading-options.js';

const options = (changes: Partial<ReadingOptions> = {}) => readingOptions({ year: 2022, ...changes });
const workbook = (...rows: string[]) =>
  buildWorkbook([
    { name: '台账', rows: rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell))) },
  ]);
const read = async (rows: readonly string[], changes: Partial<ReadingOptions> = {}) =>
  readLedger(await workbook(...rows), '台账.xlsx', options(changes));
const readCsv = (...lines: string[]) => readLedger(Buffer.from(lines.join('\n')), '督办台账.csv', options());
const whys = ({ ignored }: Preview) => ignored.map(({ row, why }) => `${row} ${why}`);
const ofSheet = ({ sheets }: Preview) =>
  (sheets[0]!.findings ?? [])
    .filter(({ code }) => !['datedToday', 'assignedToday', 'kindAssumed'].includes(code))
    .map(({ cell, code }) => `${cell} ${code}`.trim());
const codes = ({ tickets }: Preview) =>
  tickets.flatMap(({ issues }) => issues.map(({ cell, code, message }) => `${cell} ${code} ${message}`));

describe('a .csv', () => {
  const header = '序号,督办文号,督办事项,承办单位,办理时限,办理情况';
  const row = '督1,区政督〔2022〕5号,整治消防通道,应急科,2022年6月底,正在推进';

  it.each([
    ['填表人：,王磊,审核人：,李明,日期：,2022年6月1日', 'signature'],
    ['填表人,王磊,审核,李明,,', 'signature'],
    ['审核：李明,填表：王磊,,,2022年6月1日,', 'signature'],
    ['日期：2022年6月1日,,,,,', 'signature'],
    ['备注：本表一式两份,报区府办一份,留存一份,,,', 'note'],
    ['注：1.红色为逾期,2.黄色将到期,3.绿色正常,,,', 'note'],
    ['备注,,以上数据截至6月1日,,,', 'note'],
  ])('may end with %s, which is no ticket', async (foot, why) => {
    const preview = await readCsv(header, row, foot);
    expect(preview.tickets.map(({ title }) => title)).toEqual(['整治消防通道']);
    expect(whys(preview)).toEqual(['1 header', `3 ${why}`]);
  });

  it('keeps a ticket whose cells hold such words', async () => {
    const preview = await readCsv(header, row, '督2,区政督〔2022〕5号,审核,联系人,,', '督3,,日期：未填写,办公室,,');
    expect(preview.tickets.map(({ title }) => title)).toEqual(['整治消防通道', '审核', '日期：未填写']);
  });
});

describe('numbers and papers', () => {
  it.each([
    ['序号', '督1', '督-02', '督3'],
    ['编号', '巡1-1', '巡1-2', '巡1-3'],
    ['序号', '①-1', '①-2', '②-1'],
    ['编号', '隐患〔1〕号', '隐患〔2〕号', '隐患〔3〕号'],
  ])('%s with %s names its tickets', async (heading, ...numbers) => {
    const { tickets } = await read([`${heading}｜问题｜责任单位`, ...numbers.map((no) => `${no}｜问题${no}｜办公室`)]);
    expect(tickets.map(({ theirNo }) => theirNo)).toEqual(numbers);
    expect(tickets.map(({ seq }) => seq)).toEqual(heading === '序号' ? numbers : [null, null, null]);
  });

  it.each([
    ['1', '2', '3'],
    ['1-1', '1-2', '2-1'],
    ['①', '②', '③'],
    ['第1条', '第2条', '第3条'],
    ['一', '二', '三'],
  ])('序号 with %s counts its rows', async (...numbers) => {
    const { tickets } = await read([`序号｜问题｜责任单位`, ...numbers.map((no) => `${no}｜问题${no}｜办公室`)]);
    expect(tickets.map(({ seq, theirNo }) => [seq, theirNo])).toEqual(numbers.map((no) => [no, null]));
  });

  it('the paper matters were assigned by is their source, and makes no doubles of those it assigned', async () => {
    const rows = [
      '督办文号｜督办事项｜承办单位',
      '区政督〔2022〕5号｜甲｜办公室',
      '区政督〔2022〕5号｜乙｜办公室',
      '｜丙｜办公室',
    ];
    const { tickets, sheets } = await read(['2022年督办事项台账', ...rows]);
    expect(tickets.map(({ source, decision }) => [source, decision])).toEqual([
      ['区政督〔2022〕5号', 'create'],
      ['区政督〔2022〕5号', 'create'],
      [sheets[0]!.facts!.source, 'create'],
    ]);
    const named = await read(rows, { source: '政府督办' });
    expect(named.tickets[0]).toMatchObject({ source: '政府督办', details: { 督办文号: '区政督〔2022〕5号' } });
  });

  it('beside the round of an inspection a paper is kept as text', async () => {
    const { tickets } = await read([
      '区委第二轮巡察反馈问题台账',
      '文号｜具体问题｜责任单位',
      '区委巡〔2022〕1号｜甲｜办公室',
    ]);
    expect(tickets[0]).toMatchObject({
      source: '区委第二轮巡察',
      theirNo: null,
      details: { 文号: '区委巡〔2022〕1号' },
    });
  });
});

it('a measure is done where a row of its own says so, whatever the ticket is', async () => {
  const preview = await read([
    '序号｜反馈问题｜整改措施｜责任部门｜完成时限｜整改进展',
    '1｜评估整治不深不实｜逐一复核｜办公室｜6月底｜已完成',
    '｜｜开展回头看｜办公室｜7月底｜正在推进',
    '2｜隐患台账不全｜补齐台账｜办公室｜6月底｜正在推进',
  ]);
  expect(preview.tickets.map(({ measures }) => measures.map(({ done }) => done))).toEqual([
    [true, undefined],
    [undefined],
  ]);
});

describe('the item', () => {
  it.each(['项', '方面', '类别', '大类', '项目'])(
    'is %s, wherever 问题类别 stands beside it, and that is said',
    async (heading) => {
      for (const [headings, cells, aside] of [
        [`${heading}｜问题类别`, '党的建设｜作风', 'B1'],
        [`问题类别｜${heading}`, '作风｜党的建设', 'A1'],
      ] as const) {
        const preview = await read([
          `${headings}｜具体问题｜责任单位｜完成情况｜整改时限｜发现日期`,
          `${cells}｜甲｜办公室｜已完成｜6月｜2022-05-01`,
        ]);
        expect(preview.tickets[0]).toMatchObject({ item: '党的建设', details: { 问题类别: '作风' } });
        expect(ofSheet(preview)).toEqual([`${aside} columnAside`]);
      }
    },
  );

  it('is no heading that only says how far the rows below it are', async () => {
    const preview = await read([
      '序号｜存在问题｜整改措施｜责任单位｜整改期限｜目前进展',
      '一、未落实安全责任方面',
      '1｜甲｜整治｜办公室｜6月底｜正在整改',
      '二、已完成整改事项（2项）',
      '2｜乙｜整治｜办公室｜6月底｜已完成',
    ]);
    expect(preview.tickets.map(({ item }) => item)).toEqual(['一、未落实安全责任方面', null]);
  });

  it('is no 事项内容, which tells more of the 督办事项 beside it', async () => {
    const preview = await read([
      '序号｜督办事项｜事项内容｜承办单位｜办理时限｜办理情况',
      '1｜管网改造未按期开工｜督促3.2公里管网开工｜办公室｜6月底｜正在推进',
    ]);
    expect(preview.tickets[0]).toMatchObject({ item: null, description: '督促3.2公里管网开工' });
  });

  it('is 问题类别 where it stands alone, which is said too', async () => {
    const preview = await read([
      '问题类别｜具体问题｜责任单位｜完成情况｜整改时限｜发现日期',
      '作风｜甲｜办公室｜已完成｜6月｜2022-05-01',
    ]);
    expect(preview.tickets[0]!.item).toBe('作风');
    expect(ofSheet(preview)).toEqual(['A1 itemStandsIn']);
  });
});

describe('what is said of a sheet', () => {
  const header = '序号｜具体问题｜责任单位｜风险点位描述｜空列甲';
  const rows = ['1｜甲｜办公室｜一层', '2｜乙｜办公室｜', '3｜丙｜办公室｜三层'];

  it('begins with the columns that were not understood and how many cells they hold', async () => {
    const preview = await read([header, ...rows]);
    const [first] = preview.sheets[0]!.findings!;
    expect(first).toEqual({
      cell: 'D1',
      code: 'columnUnknown',
      raw: '风险点位描述',
      message: '第 D 列“风险点位描述”没有认出，其内容（2 格）作为文字保留；如另有含义，请在列标题上选择',
    });
    expect(preview.tickets[0]!.details).toEqual({ 风险点位描述: '一层' });
  });

  it('holds once that pictures in cells are left out; a formula in a column that is not read is not told', async () => {
    const picture = { formula: '_xlfn.DISPIMG("ID_1",1)', result: '=DISPIMG("ID_1",1)' };
    const cells = (seq: string, title: string): TestCell[] => [seq, title, '办公室', picture, { formula: 'ROW()' }];
    const headings = ['序号', '具体问题', '责任单位', '前后对比', '亮灯'];
    const preview = await readLedger(
      await buildWorkbook([{ name: '台账', rows: [headings, cells('1', '甲'), cells('2', '乙')] }]),
      '台账.xlsx',
      options(),
    );
    expect(preview.sheets[0]!.findings![0]!.message).toMatch('第 D 列“前后对比”的图片（2 格）不导入');
    expect(codes(preview)).toEqual([]);
    expect(preview.tickets[0]!.details).toEqual({});
  });

  it('holds once what every row lacks because there is no such column', async () => {
    const preview = await read([header, ...rows]);
    expect(ofSheet(preview)).toEqual(['D1 columnUnknown', 'deadlineMissing', 'raisedOnAssumed', 'statusUnknown']);
    expect(preview.sheets[0]!.findings!.map(({ message }) => message).join()).toMatch(
      /3 行都没有时限.*3 行按 2022-05-10 计/,
    );
    expect(codes(preview)).toEqual([]);
  });

  it('leaves to its rows what a column of theirs lacks', async () => {
    const preview = await read([
      '具体问题｜责任单位｜整改时限｜完成情况｜发现日期',
      '甲｜办公室｜6月｜已完成｜2022-05-01',
      '乙',
    ]);
    expect(ofSheet(preview)).toEqual([]);
    expect(preview.tickets[1]!.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['deadlineMissing', 'statusUnknown', 'raisedOnAssumed', 'leadUnitMissing']),
    );
  });

  it('is not said again of a row that is read again, nor of a column a person chose', async () => {
    const chosen = options({ sheets: { 台账: { columns: { D: 'site' } } } });
    const { sheets, rows: stored } = await readSheets(await workbook(header, ...rows), '台账.xlsx', chosen);
    expect(sheets[0]!.findings!.map(({ code }) => code)).not.toContain('columnUnknown');
    expect(rereadRow(stored[0]!.raw, sheets[0]!, chosen).preview.issues).toEqual([]);
  });
});

describe('rows that may be one and the same', () => {
  const header = '序号｜具体问题｜责任单位｜整改时限｜完成情况｜发现日期';
  const row = (seq: string, title: string, unit = '办公室') => `${seq}｜${title}｜${unit}｜6月30日｜已完成｜2022-05-01`;
  const said = async (...rows: string[]) =>
    codes(await read([header, ...rows])).filter((line) => /sameNumber|nearDuplicate/.test(line));

  it('for the number of the office that issued them are told, both of them, and both are kept', async () => {
    const headings = '隐患编号｜具体问题｜责任单位｜整改时限｜完成情况｜发现日期';
    const { tickets } = await read([headings, row('YH-01', '甲'), row('YH-01', '乙'), row('YH-01', '甲')]);
    expect(tickets.map(({ decision }) => decision)).toEqual(['create', 'create', 'duplicate']);
    const ofNumbers = tickets.map(({ issues }) => issues.filter(({ cell }) => cell.startsWith('A')));
    expect(ofNumbers.map((issues) => issues.map(({ cell, message }) => `${cell} ${message}`))).toEqual([
      ['A2 编号“YH-01”与第 3 行相同，内容不同，两行都保留；请核对是否写错'],
      ['A3 编号“YH-01”与第 2 行相同，内容不同，两行都保留；请核对是否写错'],
      ['A4 与第 2 行重复'],
    ]);
  });

  it('for their number are told, both of them', async () => {
    expect(await said(row('1', '甲'), row('2', '乙'), row('2', '丙'))).toEqual([
      'A3 sameNumber 序号“2”与第 4 行相同，内容不同，请核对是否写错',
      'A4 sameNumber 序号“2”与第 3 行相同，内容不同，请核对是否写错',
    ]);
  });

  it.each([
    ['制度不健全。', '制度不健全'],
    ['制度 不健全', '制度，不健全'],
    ['1.制度不健全', '3、制度不健全'],
    ['漏登台账3处', '漏登台账5处'],
  ])('for their words are told: %s, %s', async (one, other) => {
    const lines = await said(row('1', one), row('2', '乙'), row('3', other));
    expect(lines.map((line) => line.slice(0, 16))).toEqual(['B2 nearDuplicate', 'B4 nearDuplicate']);
    expect(lines[0]).toContain('第 4 行');
  });

  it('are none where another unit is meant, where all is equal, or where the list begins anew under its heading', async () => {
    expect(await said(row('1', '制度不健全'), row('2', '制度不健全。', '应急科'))).toEqual([]);
    expect(await said(row('1', '制度不健全'), row('1', '制度不健全'))).toEqual([]);
    const parts = ['（一）制度', row('1', '甲'), row('2', '乙'), '（二）作风', row('1', '丙'), row('2', '丁')];
    expect(await said(...parts)).toEqual([]);
  });

  it('on two sheets are told of the later one where number and words agree: each sheet may count from 1', async () => {
    const sheetOf = (name: string, ...rows: string[]) => ({
      name,
      rows: [header, ...rows].map((line) => line.split('｜')),
    });
    const open = row('2', '制度不健全').replace('已完成', '推进中');
    const book = [
      sheetOf('一季度', row('1', '甲'), row('2', '制度不健全。'), row('3', '乙')),
      sheetOf('二季度', row('1', '丁'), open, row('3', '乙'), row('4', '甲。')),
    ];
    const { tickets } = await readLedger(await buildWorkbook(book), '台账.xlsx', options());
    const told = tickets.flatMap(({ sheet, issues }) =>
      issues
        .filter(({ code }) => /sameNumber|nearDuplicate|duplicateInFile/.test(code))
        .map(({ cell, message }) => `${sheet} ${cell} ${message}`),
    );
    expect(told).toEqual([
      expect.stringContaining('二季度 B3 与“一季度”表第 3 行的内容只差标点、空格或数字'),
      expect.stringContaining('二季度 A4 与第 4（一季度） 行重复'),
    ]);
  });
});

describe('a second table of a sheet', () => {
  const first = [
    '云梧县安委办督办事项台账',
    '序号｜督办事项｜责任单位｜整改期限｜办理情况',
    '1｜配电箱未上锁｜城关镇｜6月｜已整改',
  ];
  const second = (line: string) => [
    ...first,
    '',
    line,
    '序号｜责任单位｜问题｜整改期限｜整改情况',
    '1｜东街社区｜护栏缺失｜待定｜正在整改',
  ];

  it.each([
    ['县委第二轮巡察反馈问题整改台账', '县委第二轮巡察', null, 'title'],
    ['二、县委第二轮巡察反馈问题整改台账', '县委第二轮巡察', null, 'title'],
    ['二、存量资产', '云梧县安委办督办事项', '二、存量资产', 'sectionHeading'],
  ])('below %s has the source %s', async (line, source, item, why) => {
    const preview = await read(second(line));
    expect(preview.tickets.map((ticket) => [ticket.source, ticket.item])).toEqual([
      ['云梧县安委办督办事项', null],
      [source, item],
    ]);
    expect(whys(preview)).toContain(`5 ${why}`);
    expect(ofSheet(preview).includes('sourceOfTable')).toBe(why === 'title');
    const named = await read(second(line), { source: '专项检查' });
    expect(named.tickets.map((ticket) => ticket.source)).toEqual(['专项检查', '专项检查']);
  });

  it('keeps its source, and tells of its cells where they stand', async () => {
    const file = await workbook(...second('县委第二轮巡察反馈问题整改台账'));
    const { rows, sheets } = await readSheets(file, '台账.xlsx', options());
    const again = rereadRow(rows[1]!.raw, sheets[0]!, options()).preview;
    expect(again.source).toBe('县委第二轮巡察');
    expect(again.issues.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['D7 deadlineUnclear']);
  });
});

describe('a page mark between the rows', () => {
  const head = '序号｜问题｜责任单位｜整改期限｜整改情况';

  it.each([
    '（第2页）',
    '第2页 共3页',
    '第2页｜共3页',
    '第 2 页，共 3 页',
    '共3页 第2页',
    '第二页',
    '（续表）',
    '续上表',
    '转下页',
    '（转下页）',
    '｜（第2页）',
    '｜第2页 共3页',
    '｜转下页',
    '下接第2页',
    '｜接上表',
  ])('as %s is no heading of the rows below', async (mark) => {
    const preview = await read([
      head,
      '一、消防方面',
      '1｜配电箱未上锁｜城关镇｜6月｜已整改',
      mark,
      head,
      '2｜护栏缺失｜城关镇｜6月｜正在整改',
    ]);
    expect(preview.tickets.map(({ title, item }) => [title, item])).toEqual([
      ['配电箱未上锁', '一、消防方面'],
      ['护栏缺失', '一、消防方面'],
    ]);
    expect(whys(preview)).toEqual(['1 header', '2 sectionHeading', '4 note', '5 repeatedHeader']);
  });

  it('parts no ticket that goes on behind it', async () => {
    const wide = '序号｜问题｜整改措施｜责任单位｜整改期限';
    const rows = [
      '1｜配电箱未上锁｜换锁｜城关镇｜6月',
      '（第2页）',
      wide,
      '｜｜每周巡查｜｜',
      '2｜护栏缺失｜补齐｜城关镇｜6月',
    ];
    const { tickets } = await read([wide, ...rows]);
    expect(tickets.map(({ title }) => title)).toEqual(['配电箱未上锁', '护栏缺失']);
  });
});

describe('a heading in 【】', () => {
  const head = '序号｜问题｜责任单位｜整改期限｜整改情况';

  it.each([
    ['【对标对表方面】', '【为民服务方面】'],
    ['【一组】', '【二组】'],
    ['｜【一组】', '｜【二组】'],
  ])('heads the rows below from the first row on: %s, %s', async (first, second) => {
    const rows = [first, '1｜配电箱未上锁｜城关镇｜6月｜已整改', second, '2｜护栏缺失｜城关镇｜6月｜正在整改'];
    const preview = await read([head, ...rows]);
    expect(preview.tickets.map(({ item }) => item)).toEqual([first, second].map((text) => text.replace('｜', '')));
    expect(whys(preview)).toEqual(['1 header', '2 sectionHeading', '4 sectionHeading']);
  });

  it.each(['【填写说明】', '｜【请如实填报】', '【备注：按季更新】'])(
    'is none where it says how to fill the table: %s',
    async (line) => {
      const preview = await read([head, line, '1｜配电箱未上锁｜城关镇｜6月｜已整改']);
      expect(whys(preview)).toEqual(['1 header', '2 note']);
    },
  );
});

describe('the second line of a header that nobody merged', () => {
  const row = '1｜配电箱未上锁｜城关镇｜6月｜已整改';

  it.each<[lines: string[], kept: string[]]>([
    [
      ['序号｜问题｜责任单位｜整改期限｜整改情况', '｜名称｜科室｜年月｜结果'],
      ['1 header', '2 header'],
    ],
    [
      ['序号｜问题｜责任单位｜整改期限｜整改情况', '｜内容'],
      ['1 header', '2 header'],
    ],
  ])('%j is no ticket', async (lines, kept) => {
    const preview = await read([...lines, row]);
    expect(preview.tickets.map(({ title }) => title)).toEqual(['配电箱未上锁']);
    expect(whys(preview)).toEqual(kept);
  });

  it('names the columns under a head over several, and leaves the others their own head', async () => {
    const preview = await read([
      '序号｜反馈问题｜｜责任单位｜整改期限｜整改情况',
      '｜类别｜具体问题｜科室｜时间｜结果',
      row.replace('1｜', '1｜学习｜'),
    ]);
    expect(preview.sheets[0]!.columns).toMatchObject({
      B: 'item',
      C: 'title',
      D: 'leadUnit',
      E: 'deadline',
      F: 'progress',
    });
    expect(preview.tickets.map(({ title, item }) => [title, item])).toEqual([['配电箱未上锁', '学习']]);
  });

  it('is none where it tells of a ticket: a row without a title is held for a person', async () => {
    const preview = await read(['序号｜问题｜责任单位｜整改期限｜整改情况', '｜｜城关镇｜6月｜已整改', row]);
    expect(preview.tickets.map(({ title, decision }) => [title, decision])).toEqual([
      ['', 'attention'],
      ['配电箱未上锁', 'create'],
    ]);
  });
});

describe('a heading that may describe the problem or tell what was done', () => {
  const headed = (heading: string, ...texts: string[]) =>
    read([
      `序号｜隐患问题｜责任单位｜发现日期｜${heading}`,
      ...texts.map((text, at) => `${at + 1}｜隐患${at}｜办公室｜2022-05-01｜${text}`),
    ]);
  const work = ['已上锁，5月20日复查合格', '更换了灭火器12具', '线路老化'];

  it.each(['情况说明', '详细情况', '情况'])(
    '%s tells the progress where most of its cells tell of work, and that is said once',
    async (heading) => {
      const preview = await headed(heading, ...work);
      expect(preview.tickets.map(({ status, closedOn }) => [status, closedOn])).toEqual([
        ['closed', '2022-05-20'],
        ['in_progress', null],
        ['in_progress', null],
      ]);
      const said = preview.sheets[0]!.findings!.filter(({ code }) => code === 'columnByContent');
      expect(said.map(({ message }) => message)).toEqual([
        expect.stringContaining(`第 E 列“${heading}”（3 格）按内容读作“进展/完成情况”`),
      ]);
    },
  );

  it('describes it where they do not, and beside another column that tells the progress', async () => {
    const described = await headed('情况说明', '线路老化', '灭火器过期3个月', '已更换一具');
    expect(described.tickets[0]).toMatchObject({ description: '线路老化', progress: null });
    expect(described.sheets[0]!.findings![0]!.message).toContain('按内容读作“问题描述”');
    const beside = await headed('整改情况｜情况说明', '已整改｜已更换12具');
    expect(beside.tickets[0]).toMatchObject({ description: '已更换12具', progress: '已整改' });
    expect(ofSheet(beside)).not.toContain('F1 columnByContent');
  });
});

describe('a narrow table', () => {
  it.each([
    [['本周重点工作｜责任科室（责任人）｜完成时限', '盘点物资｜宣教科（梁 爽）｜6月10日'], 'leadUnit'],
    [['任务｜责任人', '盘点物资｜梁爽'], 'persons'],
    [['本周工作｜科室', '盘点物资｜宣教科'], 'leadUnit'],
    [['完成时限｜工作任务', '6月10日｜盘点物资'], 'deadline'],
  ])('%j is found below its title', async (rows, beside) => {
    const { sheets, tickets } = await read(['每周工作清单（第24周）', ...rows]);
    expect(tickets.map(({ title }) => title)).toEqual(['盘点物资']);
    expect(Object.values(sheets[0]!.columns)).toContain(beside);
  });

  it.each([
    ['of words nobody knows', ['甲｜乙', '盘点物资｜梁爽']],
    ['without rows', ['任务｜责任人']],
    ['of more than is known', ['任务｜责任人｜天气', '盘点物资｜梁爽｜晴']],
  ])('%s is left to a person', async (_, rows) => {
    await expect(read(['每周工作清单', ...rows])).rejects.toMatchObject({ code: 'noHeader' });
  });
});

describe('a weekday', () => {
  const header = '工作任务｜责任科室｜完成时限';
  it.each([
    ['每周重点工作（第22周，5月25日—5月29日）', '周三前', '2022-05-25'],
    ['每周重点工作（2022年6月13日—17日）', '周五前', '2022-06-17'],
    ['每周重点工作（6.13-6.17）', '本周五', '2022-06-17'],
    ['每周重点工作（6月13日至6月17日）', '下周一', '2022-06-20'],
    ['每周重点工作（2022年12月29日—2023年1月2日）', '周日前', '2023-01-01'],
    ['上半年重点工作（1月1日—6月30日）', '周三前', '2022-04-06'],
    ['每周重点工作', '周三前', '2022-04-06'],
    ['每周重点工作（6月13日—17日）', '3日内', '2022-04-07'],
  ])('under %s: %s is %s', async (title, deadline, date) => {
    const { tickets } = await read([title, header, `盘点物资｜宣教科｜${deadline}`], { baseDate: '2022-04-04' });
    expect(tickets[0]!.deadline).toMatchObject({ kind: 'relative', date });
  });

  it('of a row with a day of its own counts from that day', async () => {
    const title = '每周重点工作（6月13日—17日）';
    const { tickets } = await read([title, `${header}｜交办日期`, '盘点物资｜宣教科｜周三前｜2022年7月4日']);
    expect(tickets[0]!.deadline.date).toBe('2022-07-06');
  });
});

it('says what kind a sheet was read as that does not tell', async () => {
  const { sheets } = await read(['审计整改清单', '审计发现问题｜责任科室｜整改期限', '账目不清｜财务科｜6月10日']);
  expect(sheets[0]!.findings).toContainEqual(
    expect.objectContaining({ code: 'kindAssumed', message: expect.stringContaining('按“巡察反馈问题”读入') }),
  );
});

it('says who was taken to lead where the last alone is marked to help', async () => {
  const { tickets } = await read(['工作任务｜责任科室｜完成时限', '盘点物资｜宣教科、各村居配合｜6月10日']);
  expect(tickets[0]).toMatchObject({ leadUnit: '宣教科', supportUnits: ['各村居'], persons: [] });
  expect(tickets[0]!.issues.map(({ code }) => code)).toContain('leadUnitAssumed');
});
