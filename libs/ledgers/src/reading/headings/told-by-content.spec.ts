import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger } from '../ledger-reader.js';

const read = async (rows: readonly string[]) => {
  const { sheets, tickets } = await readLedger(await writtenLedger(rows), '台账.xlsx', readingOptions());
  const told = (sheets[0]!.findings ?? []).filter(({ code }) => code === 'columnByContent').map(({ cell }) => cell);
  return { columns: sheets[0]!.columns, told, tickets };
};

it('what says measures and what came of them tells the progress, beside a column of results too', async () => {
  const { columns, told, tickets } = await read([
    '序号｜问题｜责任单位｜整改时限｜整改措施及成效｜整改结果',
    '1｜账实不符｜办公室｜6月30日｜已入账9台，3台查找中｜部分整改',
    '2｜房产闲置｜办公室｜6月30日｜已发函区机关事务中心｜正在整改',
    '3｜合同签订滞后｜办公室｜6月30日｜建立合同签订提醒机制｜正在整改',
  ]);
  expect(columns).toMatchObject({ E: 'progress', F: 'progress' });
  expect(told).toEqual(['E1']);
  expect(tickets[0]!.measures).toEqual([]);
  expect(tickets[0]!.progress).toContain('已入账9台');
});

it('measures alone stay measures, whatever else the heading promises', async () => {
  const { columns, told } = await read([
    '序号｜问题｜责任单位｜整改时限｜整改措施及成效｜整改结果',
    '1｜账实不符｜办公室｜6月30日｜组织全面盘点｜正在整改',
    '2｜房产闲置｜办公室｜6月30日｜报机关事务中心统筹使用｜正在整改',
  ]);
  expect(columns).toMatchObject({ E: 'measures', F: 'progress' });
  expect(told).toEqual([]);
});

describe('属地/行业监管部门', () => {
  const ledger = (units: readonly string[]) => [
    '序号｜被检查单位｜隐患描述｜属地/行业监管部门｜整改期限｜整改状态',
    ...units.map((unit, at) => `${at + 1}｜鑫达木业｜配电箱未接地${at}｜${unit}｜6月30日｜整改中`),
  ];

  it('leads where most of it is offices', async () => {
    const { columns, told, tickets } = await read(ledger(['柳河乡', '区应急局、柳河乡', '商务局']));
    expect(columns['D']).toBe('leadUnit');
    expect(told).toEqual(['D1']);
    expect(tickets.map(({ leadUnit }) => leadUnit)).toEqual(['柳河乡', '区应急局', '商务局']);
  });

  it('names the towns where it names nothing else', async () => {
    const { columns, told } = await read(ledger(['柳河乡', '石桥镇', '北街街道']));
    expect(columns['D']).toBe('town');
    expect(told).toEqual([]);
  });
});
