import { followsFrom, rateParts } from './rate.js';

const named = (name: string, unit = '条') => ({ key: name, name, unit });

describe('a rate that is stated', () => {
  it.each([
    [89.6, 43, 48, true],
    [90, 43, 48, true],
    [89.5, 43, 48, false],
    [95, 43, 48, false],
    [100, 0, 0, false],
    [0, 0, 7, true],
  ])('%d of %d in %d: %s, to the decimals it is stated with', (stated, part, whole, follows) => {
    expect(followsFrom(stated, part, whole)).toBe(follows);
  });

  it('has its parts by their names, where just one of each is named so and they are counted alike', () => {
    const rate = named('隐患整改率', '%');
    expect(rateParts(rate, [rate, named('隐患整改数'), named('隐患数'), named('宣传数')])).toEqual([
      '隐患整改数',
      '隐患数',
    ]);
    expect(rateParts(rate, [named('已整改隐患数'), named('排查隐患总数')])).toEqual(['已整改隐患数', '排查隐患总数']);
    expect(rateParts(rate, [named('隐患整改数')])).toBeNull();
    expect(rateParts(rate, [named('隐患整改数'), named('隐患数'), named('隐患总数')])).toBeNull();
    expect(rateParts(rate, [named('隐患整改数', '家'), named('隐患数')])).toBeNull();
    expect(rateParts(named('利率', '%'), [named('利')])).toBeNull();
  });
});
