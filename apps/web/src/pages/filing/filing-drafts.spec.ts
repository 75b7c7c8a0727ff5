import { readColumn, readTable } from './filing-drafts.js';

const indicators = [
  { key: 'drills', name: '事故应急演练' },
  { key: 'fire_leaflets', name: '发放防火宣传单' },
];

describe('what is pasted from Excel', () => {
  it('goes by the names of the indicators wherever they stand, other lines are counted', () => {
    const pasted = '指标\t单位\t本期\t说明\r\n发放防火宣传单\t份\t1,236\t含镇办\r\n1\t事故应急演练\t场次\t12\r\n';
    expect(readTable(pasted, indicators)).toEqual({
      rows: [
        { key: 'fire_leaflets', value: '1,236', note: '含镇办' },
        { key: 'drills', value: '12', note: null },
      ],
      left: 1,
    });
  });

  it('goes by keys as well, and a name without a number says nothing', () => {
    expect(readTable('drills\t12\n发放防火宣传单\t', indicators)).toEqual({
      rows: [{ key: 'drills', value: '12', note: null }],
      left: 1,
    });
  });

  it('takes this period from lines of the downloaded workbook, not the last one', () => {
    const line = '危化科\t2026H1\tdrills\t事故应急演练\t场次\t期内发生\t9';
    expect(readTable(`${line}\t12\t含桌面推演\n${line}\t\t\n`, indicators)).toEqual({
      rows: [{ key: 'drills', value: '12', note: '含桌面推演' }],
      left: 1,
    });
  });

  it('is a plain column where nothing is named', () => {
    expect(readTable('12\n800\n', indicators)).toBeNull();
    expect(readColumn('12\n800\n')).toEqual([
      { value: '12', note: null },
      { value: '800', note: null },
    ]);
  });
});
