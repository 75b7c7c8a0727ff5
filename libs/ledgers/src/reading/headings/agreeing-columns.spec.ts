import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';

const read = async (...rows: string[]) => {
  const { sheets, tickets } = await readLedger(await writtenLedger(rows), '台账.xlsx', readingOptions());
  const byContent = (sheets[0]!.findings ?? []).filter(({ code }) => code === 'columnByContent');
  return { tickets, columns: sheets[0]!.columns, byContent: byContent.map(({ cell }) => cell) };
};

/** A column beside those of a ledger that lacks its meaning. */
const beside = (heading: string, cells: readonly string[], before = '责任单位｜责任人', who = '办公室｜王磊') =>
  read(
    `序号｜存在问题｜${before}｜整改期限｜整改情况｜${heading}`,
    ...cells.map((cell, at) => `${at + 1}｜第${at + 1}处台账记录不全｜${who}｜6月30日｜已整改｜${cell}`),
  );

describe('a heading of which one word agrees with its cells', () => {
  it.each(['牵头办所', '主办站所室', '主责口子'])('leads: %s over units', async (heading) => {
    const { tickets, byContent } = await beside(heading, ['规划建设办', '农业农村办'], '责任人', '王磊');
    expect(tickets.map(({ leadUnit }) => leadUnit)).toEqual(['规划建设办', '农业农村办']);
    expect(byContent).toEqual(['F1']);
  });

  it.each(['包点干部', '整改联络员', '专班联络员', '包片联系人', '驻村干部'])(
    'answers for it: %s over persons',
    async (heading) => {
      const { tickets, byContent } = await beside(heading, ['陈大勇', '黄秀英、周明'], '责任单位', '办公室');
      expect(tickets.map(({ persons }) => persons)).toEqual([['陈大勇'], ['黄秀英', '周明']]);
      expect(byContent).toEqual(['F1']);
    },
  );

  it.each(['追踪评价', '验证结果', '考评结果', '评定结论'])(
    'gives the verdict: %s over 合格 closes what is done, 不合格 opens it, a blank leaves it',
    async (heading) => {
      const { tickets, byContent } = await beside(heading, ['合格', '不合格，需返工', '', '已销号']);
      expect(tickets.map(({ status }) => status)).toEqual(['closed', 'in_progress', 'completed', 'closed']);
      expect(byContent).toEqual(['G1']);
    },
  );

  it.each(['完成打√', '整改后打√', '办结划√'])('asks for a tick: %s', async (heading) => {
    const { tickets } = await read(
      `序号｜存在问题｜责任单位｜整改期限｜${heading}`,
      '1｜台账不全｜办公室｜6月30日｜√',
      '2｜值班缺岗｜办公室｜6月30日｜',
    );
    expect(tickets[0]!.status).toBe('completed');
    expect(tickets[1]!.status).not.toBe('completed');
  });
});

describe('a column is no answer', () => {
  it.each([
    ['检查人', ['王磊', '李敏']],
    ['复查人', ['王磊', '李敏']],
    ['上报人', ['王磊', '李敏']],
    ['督导联络员', ['王磊', '李敏']],
    ['地址', ['办公室', '减灾科']],
    ['村（社区）', ['上坪村', '石门村']],
    ['群众评价结果', ['合格', '合格']],
    ['追踪评价', ['一般', '合格', '较好']],
    ['费用（万元）', ['12.5', '0.2', '3.6']],
  ])('for what its heading says of others: %s', async (heading, cells) => {
    const { columns, byContent } = await beside(heading, cells, '牵头单位', '办公室');
    expect(['details', 'item', 'site', 'town', 'ignored', 'outcome.rectify_funds']).toContain(columns['F']);
    expect(byContent).toEqual([]);
  });

  it('where another column has that meaning', async () => {
    const { tickets, columns } = await beside('包点干部', ['陈大勇', '周明']);
    expect(columns['G']).toBe('details');
    expect(tickets[0]!.persons).toEqual(['王磊']);
  });

  it('where its cells do not agree', async () => {
    const { columns } = await beside('包点干部', ['每周一次', '每月两次'], '责任单位', '办公室');
    expect(columns['F']).toBe('details');
  });
});
