import { buildWorkbook, type TestCell } from '../../../../../test/support/ledger-workbooks.js';
import { readingOptions } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';

const read = async (rows: readonly string[], name = '台账') => {
  const cells = rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell)));
  const preview = await readLedger(
    await buildWorkbook([{ name, rows: cells }]),
    '台账.xlsx',
    readingOptions({ year: 2022 }),
  );
  const levels = preview.tickets.map(({ level }) => level);
  const told = preview.tickets.map(({ issues }) =>
    issues.filter(({ code }) => code.startsWith('level')).map(({ cell, code }) => `${cell} ${code}`),
  );
  const ofSheet = (preview.sheets[0]!.findings ?? []).filter(({ code }) => code === 'levelFromAbove');
  return { levels, told, ofSheet: ofSheet.map(({ message }) => message) };
};

const header = '序号｜检查日期｜隐患描述｜责任单位｜整改期限';
const row = (level: string, no = 1) =>
  `${no}｜2022-03-05｜第${'甲乙丙丁'[no - 1]}处护栏破损｜办公室｜2022-04-01｜${level}`;

describe('a cell of a level', () => {
  it.each<[heading: string, text: string, level: string]>([
    ['隐患等级', '重大', 'major'],
    ['隐患类别（重大/一般）', '重大', 'major'],
    ['类别及等级', '沼气（重大）', 'major'],
    ['类别及等级', '农机（一般）', 'general'],
    ['隐患等级', '重大（省挂牌）', 'major'],
    ['隐患等级', '一般事故隐患', 'general'],
    ['隐患等级', '非重大', 'general'],
    ['隐患等级', '不构成重大隐患', 'general'],
    ['隐患等级', '☑一般 □重大', 'general'],
    ['隐患等级', '□一般 ☑重大', 'major'],
    ['隐患等级', '一般 重大√', 'major'],
    ['是否重大隐患', '是', 'major'],
    ['是否重大隐患', '否', 'general'],
    ['是否重大', '√', 'major'],
    ['是否重大', '×', 'general'],
    ['是否为重大事故隐患', '属于', 'major'],
    ['是否属于重大隐患', '不属于', 'general'],
    ['是否重大隐患', '重大隐患', 'major'],
    ['是否构成重大隐患', '一般隐患', 'general'],
  ])('under %s, %s, is %s', async (heading, text, level) => {
    expect(await read([`${header}｜${heading}`, row(text)])).toMatchObject({ levels: [level], told: [[]] });
  });

  it.each<[text: string, level: string | null, code: string]>([
    ['较大', 'general', 'levelAssumed'],
    ['较大隐患', 'general', 'levelAssumed'],
    ['较重', 'general', 'levelAssumed'],
    ['特大', 'major', 'levelAssumed'],
    ['特别重大', 'major', 'levelAssumed'],
    ['Ⅰ级', 'major', 'levelAssumed'],
    ['Ⅱ级', 'general', 'levelAssumed'],
    ['三级', 'general', 'levelAssumed'],
    ['严重', 'major', 'levelAssumed'],
    ['轻微', 'general', 'levelAssumed'],
    ['低风险', 'general', 'levelAssumed'],
    ['红色', 'major', 'levelAssumed'],
    ['是', null, 'levelUnclear'],
    ['待定', null, 'levelUnclear'],
    ['一般或重大', null, 'levelUnclear'],
  ])('of no level of hazards, %s, is read as %s and told', async (text, level, code) => {
    expect(await read([`${header}｜隐患等级`, row(text)])).toMatchObject({ levels: [level], told: [[`F2 ${code}`]] });
  });

  it('of an accident knows the larger and the extreme', async () => {
    const accidents = ['序号｜事故名称｜事故等级｜责任单位', '1｜高坠事故｜较大｜甲', '2｜火灾事故｜特别重大｜乙'];
    expect(await read(accidents)).toMatchObject({ levels: ['larger', 'extreme'], told: [[], []] });
  });
});

describe('a sheet of hazards of one level', () => {
  it.each<[title: string, name: string, level: string, said: string]>([
    ['2022年重大事故隐患清单', '台账', 'major', '按“2022年重大事故隐患清单”，2 行读作“重大”'],
    ['2022年隐患排查治理台账', '重大隐患', 'major', '按“重大隐患”，2 行读作“重大”'],
    ['2022年隐患排查治理台账', '一般隐患台账', 'general', '按“一般隐患台账”，2 行读作“一般”'],
    ['2022年一般安全隐患台账', 'Sheet1', 'general', '按“2022年一般安全隐患台账”，2 行读作“一般”'],
    ['2022年重大隐患台账', '一般隐患', 'general', '按“一般隐患”，2 行读作“一般”'],
  ])('%s on %s is %s, told once', async (title, name, level, said) => {
    const { levels, told, ofSheet } = await read([title, header, row('', 1), row('', 2)], name);
    expect([levels, told]).toEqual([
      [level, level],
      [[], []],
    ]);
    expect(ofSheet).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    '2022年重大事故隐患专项排查整治行动台账',
    '2022年一般隐患和重大隐患台账',
    '2022年隐患台账（非重大隐患）',
    '2022年安全隐患台账',
  ])('%s names none', async (title) => {
    expect(await read([title, header, row('')])).toEqual({ levels: [null], told: [[]], ofSheet: [] });
  });

  it('in sections of their own', async () => {
    const sections = ['2022年隐患台账', header, '一、重大隐患', row('', 1), '二、一般隐患', row('', 2)];
    const { levels, ofSheet } = await read(sections);
    expect(levels).toEqual(['major', 'general']);
    expect(ofSheet).toHaveLength(2);
  });

  it('says it of the row where the sheet has a column for it', async () => {
    const { levels, told } = await read(['2022年重大隐患清单', `${header}｜隐患等级`, row('', 1), row('一般', 2)]);
    expect(levels).toEqual(['major', 'general']);
    expect(told).toEqual([['F3 levelFromAbove'], []]);
  });
});

describe('a hazard without a level', () => {
  const findings = async (rows: readonly string[]) => {
    const cells = rows.map((row) => row.split('｜').map((cell): TestCell => (cell === '' ? null : cell)));
    const { sheets, tickets } = await readLedger(
      await buildWorkbook([{ name: '台账', rows: cells }]),
      '台账.xlsx',
      readingOptions({ year: 2022 }),
    );
    const inRows = tickets.flatMap(({ issues }) => issues.filter(({ code }) => code.startsWith('level')));
    const ofSheet = sheets[0]!.findings!.filter(({ code }) => code.startsWith('level'));
    return { inRows, ofSheet: ofSheet.map(({ message }) => message) };
  };

  it('is told once, of the sheet without such a column or of the column', async () => {
    expect(await findings([header, row(''), row('', 2)])).toEqual({
      inRows: [],
      ofSheet: ['表中没有等级一列，2 行隐患按一般隐患办理；有重大隐患的请在台账中加等级一列写明'],
    });
    expect(await findings([`${header}｜隐患等级`, row('重大'), row('', 2), row('/', 3)])).toEqual({
      inRows: [],
      ofSheet: ['“隐患等级”一列有 2 行没有写，按一般隐患办理；是重大隐患的请写明'],
    });
  });

  it('is none where the ledger tells of other matters', async () => {
    const tasks = ['序号｜督办事项｜承办单位｜办理时限｜等级', '1｜修订预案｜办公室｜2022-04-01｜'];
    expect(await findings(tasks)).toEqual({ inRows: [], ofSheet: [] });
  });
});
