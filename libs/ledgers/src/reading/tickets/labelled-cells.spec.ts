import { readingOptions, writtenLedger } from '../../../../../test/support/written-ledgers.js';
import { readLedger, readSheets } from '../ledger-reader.js';
import { rereadRow } from '../sheets/read-row.js';

const options = readingOptions({ today: '2026-07-10' });
const read = async (rows: readonly string[], merges?: readonly string[]) => {
  const { tickets, sheets } = await readLedger(await writtenLedger(rows, merges), '台账.xlsx', options);
  return { tickets, findings: (sheets[0]!.findings ?? []).map(({ cell, code }) => `${cell} ${code}`) };
};

describe('a cell that tells by labels who leads, which unit and which person', () => {
  const heads = '序号｜巡察反馈问题｜责任分工｜整改时限';
  const rows = [
    heads,
    '1｜甲｜责任领导：陈宏亮¶责任科室：办公室¶责任人：孟  繁｜2026年9月底',
    '2｜乙｜责任领导：罗慧；责任科室：规划科；配合科室：执法大队、办公室；责任人：潘晓燕（兼）｜2026年9月底',
  ];

  it('is read by its labels, whose cell is told, and kept as text', async () => {
    const { tickets, findings } = await read(rows);
    expect(tickets).toMatchObject([
      { leader: '陈宏亮', leadUnit: '办公室', supportUnits: [], persons: ['孟繁'] },
      { leader: '罗慧', leadUnit: '规划科', supportUnits: ['执法大队', '办公室'], persons: ['潘晓燕'] },
    ]);
    expect(tickets[0]!.details['责任分工']).toContain('责任科室：办公室');
    expect(findings).toContain('C1 columnLabelled');
    expect(findings.join()).not.toContain('leadUnitMissing');
  });

  it('is read so when its heading names one of them', async () => {
    const { tickets } = await read([heads.replace('责任分工', '责任领导'), ...rows.slice(1)]);
    expect(tickets[0]).toMatchObject({ leader: '陈宏亮', leadUnit: '办公室', persons: ['孟繁'] });
  });

  it('adds nothing to a column of the same meaning', async () => {
    const { tickets } = await read([`${heads}｜牵头单位`, `${rows[1]}｜党委办`, `${rows[2]}｜党委办`]);
    expect(tickets[0]).toMatchObject({ leader: '陈宏亮', leadUnit: '党委办', persons: ['孟繁'] });
  });

  it('tells units under 责任分工 where it has no labels', async () => {
    const { tickets } = await read([heads, '1｜甲｜公共服务股（牵头），图书馆、文化馆配合｜6月底']);
    expect(tickets[0]).toMatchObject({ leadUnit: '公共服务股', supportUnits: ['图书馆', '文化馆'] });
  });

  it('stays whole where most cells have no labels', async () => {
    const { tickets } = await read([heads, rows[1]!, '2｜乙｜按分工落实｜6月底', '3｜丙｜各负其责｜6月底']);
    expect(tickets[0]!.leader).toBeNull();
  });

  it('is read anew when it was corrected', async () => {
    const { sheets, rows: stored } = await readSheets(await writtenLedger(rows), '台账.xlsx', options);
    const [{ raw }] = stored as [(typeof stored)[number]];
    raw.rows[0]!.cells['C']!.text = '责任领导：陈宏亮\n责任科室：财务科\n责任人：孟繁';
    expect(rereadRow(raw, sheets[0]!, options).preview).toMatchObject({ leader: '陈宏亮', leadUnit: '财务科' });
  });
});
