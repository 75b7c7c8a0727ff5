import type { BureauValue, Filing } from '@xiaohao/indicators';
import { namedParts, unfoundedRates } from './filed-rates.js';

const filing = (unitId: string, value: number) => ({ unitId, unitName: unitId, period: '2026H1', value: `${value}.0` });
const filed = (values: Record<string, [unit: string, value: number][]>) =>
  new Map(
    Object.entries(values).map(([key, rows]) => [
      key,
      { value: 0, filings: rows.map(([unit, value]) => filing(unit, value) as unknown as Filing) } as BureauValue,
    ]),
  );
const doubts = (values: Parameters<typeof filed>[0], ofReport: [number | null, number | null] = [null, null]) =>
  unfoundedRates('rate', ['part', 'whole'], { filed: filed(values) }, ofReport).map(
    ({ unitName, filed: stated, computed, by }) => [unitName, stated, computed, by],
  );

describe('filed rates', () => {
  it('are held against what the same unit filed for the same period', () => {
    const rate: [string, number][] = [
      ['a', 50],
      ['b', 80],
    ];
    const parts: Record<string, [string, number][]> = {
      part: [
        ['a', 5],
        ['b', 7],
      ],
      whole: [
        ['a', 10],
        ['b', 10],
      ],
    };
    expect(doubts({ rate, ...parts })).toEqual([['b', 80, 70, 'unit']]);
  });

  it('without parts are held against those of the report, unless several units filed one', () => {
    expect(doubts({ rate: [['a', 95]] }, [43, 48])).toEqual([['a', 95, 89.6, 'report']]);
    expect(doubts({ rate: [['a', 90]] }, [43, 48])).toEqual([]);
    expect(doubts({ rate: [['a', 95]] })).toEqual([]);
    expect(
      doubts(
        {
          rate: [
            ['a', 95],
            ['b', 70],
          ],
        },
        [43, 48],
      ),
    ).toEqual([]);
  });

  it('of the bureau’s own know their parts by name', () => {
    const row = (name: string, unit = '条') => ({ key: name, name, unit, nature: 'flow' as const });
    const indicators = [row('隐患整改率', '%'), row('隐患整改数'), row('隐患数')];
    expect(namedParts('隐患整改率', { indicators })).toEqual(['隐患整改数', '隐患数']);
    expect(namedParts('隐患整改数', { indicators })).toBeNull();
  });
});
